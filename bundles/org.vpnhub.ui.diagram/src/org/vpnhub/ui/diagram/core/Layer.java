package org.vpnhub.ui.diagram.core;

import java.util.List;

/**
 * A part of a diagram that is shown or hidden as a whole.
 *
 * @param icon path of its picture, or nothing
 * @param optional whether it can be switched
 * @param active whether it is shown at first
 * @param tools in the order of the palette
 */
public record Layer(
    String name,
    String label,
    String icon,
    boolean optional,
    boolean active,
    List<NodeMapping> nodes,
    List<EdgeMapping> edges,
    List<Tool> tools) {
  public Layer {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    tools = List.copyOf(tools);
  }
}
