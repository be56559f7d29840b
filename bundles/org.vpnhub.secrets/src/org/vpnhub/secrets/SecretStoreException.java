package org.vpnhub.secrets;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A secret store or its key cannot be used. The message is one line for the user, with a remedy.
 */
public final class SecretStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  SecretStoreException(Path file, String what, String remedy) {
    super(file + ": " + what + "; " + remedy);
  }

  SecretStoreException(Path file, String what, String remedy, Throwable cause) {
    super(file + ": " + what + "; " + remedy, cause);
  }
}
