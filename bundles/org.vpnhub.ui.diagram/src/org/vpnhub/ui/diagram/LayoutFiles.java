package org.vpnhub.ui.diagram;

import java.util.Map;
import java.util.WeakHashMap;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.diagram.scene.Placement;

/**
 * The places of the figures of each open document, kept in {@code NAME.vpnhub.layout} beside the
 * model. They belong to the document and not to an editor, so that they are still there when the
 * diagram is closed and opened again while the form editor holds the document.
 */
final class LayoutFiles {
  private static final Map<ModelDocument, Placement> OPEN = new WeakHashMap<>();

  private LayoutFiles() {}

  static Placement of(ModelDocument document) {
    return OPEN.computeIfAbsent(document, d -> new Placement(Map.of()));
  }
}
