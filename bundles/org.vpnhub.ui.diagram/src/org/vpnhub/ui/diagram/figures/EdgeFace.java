package org.vpnhub.ui.diagram.figures;

import java.util.List;
import org.vpnhub.ui.diagram.core.EdgeStyle;

/**
 * What a line shows at the moment.
 *
 * @param label the name, then what is known of it; empty for a line without label
 */
public record EdgeFace(List<String> label, EdgeStyle style, Marks marks) {
  public EdgeFace {
    label = List.copyOf(label);
  }
}
