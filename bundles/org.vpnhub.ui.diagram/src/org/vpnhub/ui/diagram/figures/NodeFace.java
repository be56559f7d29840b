package org.vpnhub.ui.diagram.figures;

import java.util.List;
import org.vpnhub.ui.diagram.core.NodeStyle;

/**
 * What a node shows at the moment.
 *
 * @param label the name, then what is known of it
 */
public record NodeFace(List<String> label, NodeStyle style, Marks marks) {
  public NodeFace {
    label = List.copyOf(label);
  }

  /** The first line of the label. */
  String title() {
    return label.isEmpty() ? "" : label.getFirst();
  }

  /** The other lines of the label. */
  List<String> details() {
    return label.isEmpty() ? label : label.subList(1, label.size());
  }

  String icon() {
    return style.label().icon();
  }
}
