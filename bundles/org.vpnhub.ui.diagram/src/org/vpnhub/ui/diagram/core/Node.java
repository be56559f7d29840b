package org.vpnhub.ui.diagram.core;

import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * A node of a diagram.
 *
 * @param key mapping and element id, {@code Site:site-shanghai}; unique in its diagram and the same
 *     whenever the diagram is derived again
 * @param element what it shows
 * @param label may have several lines
 * @param tooltip may have several lines; empty for none
 * @param children the nodes inside
 */
public record Node(
    String key,
    NodeMapping mapping,
    EObject element,
    String label,
    String tooltip,
    NodeStyle style,
    List<Node> children) {
  public Node {
    children = List.copyOf(children);
  }

  public boolean container() {
    return mapping.container();
  }
}
