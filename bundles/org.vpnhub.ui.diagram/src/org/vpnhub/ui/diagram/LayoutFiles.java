package org.vpnhub.ui.diagram;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.core.PositionsFile;
import org.vpnhub.ui.diagram.scene.SharedPositions;

/**
 * The places of the figures of each open document, kept in {@code NAME.vpnhub.layout} beside the
 * model. They belong to the document and not to an editor, so that they are still there when the
 * diagram is closed and opened again while the form editor holds the document.
 */
final class LayoutFiles {
  private static final Map<ModelDocument, SharedPositions> OPEN = new WeakHashMap<>();

  private LayoutFiles() {}

  static SharedPositions of(ModelDocument document) {
    return OPEN.computeIfAbsent(document, d -> new SharedPositions());
  }

  /**
   * Reads the positions that a diagram has no others for.
   *
   * @param keys of the diagram's nodes
   * @throws IOException when the file cannot be read; the message is for the user
   */
  static void load(ModelDocument document, Set<String> keys) throws IOException {
    SharedPositions positions = of(document);
    if (positions.isEmpty()) {
      positions.load(PositionsFile.read(PositionsFile.of(document.file()), keys).all());
    }
  }

  /**
   * Writes the positions of the nodes that a diagram has.
   *
   * @throws IOException when the file cannot be written; the message is for the user
   */
  static void save(ModelDocument document, Positions shown) throws IOException {
    PositionsFile.write(PositionsFile.of(document.file()), shown);
    of(document).markSaved();
  }
}
