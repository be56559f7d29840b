package org.vpnhub.ui.diagram.scene;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Node;

/** A node that lasts: its {@link #node()} is replaced when the diagram is derived again. */
public final class NodeItem implements Item {
  private final String key;
  Node node;
  @Nullable NodeItem parent;
  List<NodeItem> children = List.of();
  List<EdgeItem> outgoing = List.of();
  List<EdgeItem> incoming = List.of();

  NodeItem(Node node) {
    this.key = node.key();
    this.node = node;
  }

  @Override
  public String key() {
    return key;
  }

  public Node node() {
    return node;
  }

  /** The container; empty for an outermost node. */
  public Optional<NodeItem> parent() {
    return Optional.ofNullable(parent);
  }

  public List<NodeItem> children() {
    return children;
  }

  /** The edges whose source it is. */
  public List<EdgeItem> outgoing() {
    return outgoing;
  }

  /** The edges whose target it is. */
  public List<EdgeItem> incoming() {
    return incoming;
  }
}
