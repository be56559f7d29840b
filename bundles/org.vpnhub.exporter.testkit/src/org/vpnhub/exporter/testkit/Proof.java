package org.vpnhub.exporter.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.Exporter;

/**
 * Notes what the tests of an exporter have shown, in {@code target/proof}, one file for each
 * device. The build makes the table of {@code docs/exporters.md} from these. The tests of this
 * package note their own; a test that asks a real program calls {@link #program}, one that checks
 * the form alone {@link #form}.
 */
public final class Proof {
  private static final Path FOLDER = Path.of("target", "proof");

  private Proof() {}

  /**
   * Notes that a program of the device's vendor took, or worked with, what was written.
   *
   * @param what the program and what it did, for example {@code iked -n, 14 plans}
   */
  public static void program(Exporter exporter, String what) {
    note(exporter, "program", what);
  }

  /**
   * Notes by what the form of what was written has been checked: a parser of the language, or a
   * schema or grammar made from the vendor's manual.
   *
   * @param what the check and how much it was given, for example {@code JSON schema of our own, 14
   *     plans}
   */
  public static void form(Exporter exporter, String what) {
    note(exporter, "form", what);
  }

  static synchronized void note(Exporter exporter, String key, String value) {
    DeviceCapabilities device = exporter.capabilities();
    Path file = FOLDER.resolve(device.id() + ".properties");
    Properties notes = new Properties();
    try {
      if (Files.exists(file)) {
        try (Reader in = Files.newBufferedReader(file)) {
          notes.load(in);
        }
      }
      notes.setProperty("title", device.title());
      notes.setProperty(
          "releases",
          device.releases().stream().map(DeviceRelease::name).collect(Collectors.joining(", ")));
      notes.setProperty(
          "versions",
          device.ikeVersions().stream().map(Object::toString).collect(Collectors.joining(", ")));
      notes.setProperty("verification", device.verification().literal());
      notes.setProperty(key, value);
      StringBuilder text = new StringBuilder();
      for (String name : new TreeSet<>(notes.stringPropertyNames())) {
        text.append(name).append('=').append(notes.getProperty(name)).append('\n');
      }
      Files.createDirectories(FOLDER);
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
