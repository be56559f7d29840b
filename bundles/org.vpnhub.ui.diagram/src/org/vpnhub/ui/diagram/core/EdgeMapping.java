package org.vpnhub.ui.diagram.core;

import java.util.List;

/**
 * Which model elements, or which relations between them, become edges.
 *
 * @param name unique in its diagram
 * @param domainClass class of the elements; empty when a relation is shown, whose element is then
 *     that of the source node
 * @param candidates expression that finds the elements, seen from the diagram's; empty for a
 *     relation
 * @param sources names of the node mappings at the source
 * @param targets names of the node mappings at the target
 * @param sourceFinder expression from the element to the source's; empty for a relation
 * @param targetFinder expression from the element to the target's
 * @param looks the conditional styles in order, then the style of all others
 * @param deleteTool name of the tool that deletes such an element; empty when it cannot be deleted
 * @param editTool name of the tool that edits the label; empty when it cannot be edited
 * @param reconnectTools names of the tools that move an end
 */
public record EdgeMapping(
    String name,
    String domainClass,
    String candidates,
    List<String> sources,
    List<String> targets,
    String sourceFinder,
    String targetFinder,
    List<Look> looks,
    String deleteTool,
    String editTool,
    List<String> reconnectTools) {

  public EdgeMapping {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    looks = List.copyOf(looks);
    reconnectTools = List.copyOf(reconnectTools);
  }

  /** Whether it shows a relation and not an element. */
  public boolean relation() {
    return domainClass.isEmpty();
  }

  /**
   * A style and when it holds.
   *
   * @param predicate expression; empty for always
   * @param begin expression of the label at the source; empty for none
   * @param center expression of the label in the middle; empty for none
   * @param end expression of the label at the target; empty for none
   */
  public record Look(String predicate, String begin, String center, String end, EdgeStyle style) {}
}
