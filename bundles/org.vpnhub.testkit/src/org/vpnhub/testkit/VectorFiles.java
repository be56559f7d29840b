package org.vpnhub.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shared test vectors: the folder {@code shared/vectors} beside the checkout. A test whose file
 * is absent says that it is skipped, naming the file.
 */
public final class VectorFiles {
  private VectorFiles() {}

  /**
   * A vector file.
   *
   * @param name path below {@code shared/vectors}, for example {@code wycheproof/x25519_test.json}
   */
  public static Optional<Path> find(String name) {
    Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    for (; at != null; at = at.getParent()) {
      Path file = at.resolve("shared/vectors").resolve(name);
      if (Files.isRegularFile(file)) return Optional.of(file);
    }
    return Optional.empty();
  }
}
