package org.vpnhub.model.edit;

import java.io.IOException;
import java.nio.file.Path;

/** A file that was to be saved has been changed by somebody else since it was read. */
public final class ChangedOutsideException extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedOutsideException(Path file) {
    super(file + " was changed by another program: reload it, or save over it");
  }
}
