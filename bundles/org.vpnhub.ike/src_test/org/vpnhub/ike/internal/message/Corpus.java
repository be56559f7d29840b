package org.vpnhub.ike.internal.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The corpus of the fuzz targets, replayed in each build. */
final class Corpus {
  private Corpus() {}

  /** The inputs of one target; empty when the sources are not beside the bundle. */
  static List<byte[]> of(String target) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        at != null;
        at = at.getParent()) {
      Path dir =
          at.resolve("releng/fuzz/src/test/resources/org/vpnhub/fuzz/IkeMessageFuzzTestInputs")
              .resolve(target);
      if (!Files.isDirectory(dir)) continue;
      try (Stream<Path> files = Files.list(dir)) {
        for (Path file : files.sorted().toList()) inputs.add(Files.readAllBytes(file));
      }
      break;
    }
    return inputs;
  }
}
