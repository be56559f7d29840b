package org.vpnhub.ui.compare;

import java.nio.file.Path;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;

/**
 * One version of a model.
 *
 * @param name what a user calls it: "saved file"
 */
record Version(String name, Source source) {
  /** Where the network comes from, each time anew. */
  @FunctionalInterface
  interface Source {
    /**
     * @throws ModelFormatException when there is no model to read; one line for the user
     */
    Network network() throws ModelFormatException;
  }

  static Version of(ModelDocument document) {
    return new Version(document.file().getFileName() + " as edited", document::network);
  }

  static Version saved(ModelDocument document) {
    return new Version(
        document.file().getFileName() + " as saved", () -> ModelFiles.load(document.file()));
  }

  static Version of(Path file) {
    return new Version(file.getFileName().toString(), () -> ModelFiles.load(file));
  }
}
