package org.vpnhub.ui.diagram.scene;

import org.vpnhub.ui.diagram.core.Edge;

/** An edge that lasts: its {@link #edge()} is replaced when the diagram is derived again. */
public final class EdgeItem implements Item {
  private final String key;
  Edge edge;
  NodeItem source;
  NodeItem target;

  EdgeItem(Edge edge, NodeItem source, NodeItem target) {
    this.key = edge.key();
    this.edge = edge;
    this.source = source;
    this.target = target;
  }

  @Override
  public String key() {
    return key;
  }

  public Edge edge() {
    return edge;
  }

  public NodeItem source() {
    return source;
  }

  public NodeItem target() {
    return target;
  }
}
