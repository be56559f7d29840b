package org.vpnhub.ui.diagram.core;

import java.util.List;

/**
 * Which model elements become nodes, and how they look.
 *
 * @param name unique in its diagram
 * @param domainClass class of the elements: {@code model.Site}
 * @param candidates expression that finds them, seen from the element of the container or diagram
 * @param container whether nodes may be inside
 * @param looks the conditional styles in order, then the style of all others
 * @param children mappings of the nodes inside
 * @param deleteTool name of the tool that deletes such an element; empty when it cannot be deleted
 * @param editTool name of the tool that edits the label; empty when it cannot be edited
 */
public record NodeMapping(
    String name,
    String domainClass,
    String candidates,
    boolean container,
    List<Look> looks,
    List<NodeMapping> children,
    String deleteTool,
    String editTool) {

  public NodeMapping {
    looks = List.copyOf(looks);
    children = List.copyOf(children);
  }

  /**
   * A style and when it holds.
   *
   * @param predicate expression; empty for always
   * @param label expression of the label
   * @param tooltip expression of the tooltip; empty for none
   */
  public record Look(String predicate, String label, String tooltip, NodeStyle style) {}
}
