package org.vpnhub.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notes for {@code docs/exporters.md} what a scenario has shown of a device's configuration: one
 * file for each device, in {@code target/proof}, as the exporters' own tests do.
 */
final class Shown {

  private static final Path FOLDER = Path.of("target", "proof");

  private Shown() {}

  /** What the real program did with the exported configuration; at the end of the scenario. */
  static void of(String device, String what) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(device + ".properties"), "interop=" + what + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
