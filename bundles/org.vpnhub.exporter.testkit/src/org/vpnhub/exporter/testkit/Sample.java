package org.vpnhub.exporter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/** A configuration as a device prints it, which no exporter wrote, for the test of its reader. */
public final class Sample {
  private final String text;

  public Sample(Path file) {
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text() {
    return text;
  }

  /** Number, from 1, of the first line with this text in it. */
  public int line(String part) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains(part)) return i + 1;
    throw new IllegalArgumentException(part);
  }

  /**
   * Fails unless a tunnel has this one value.
   *
   * @param where text in the line that says it; empty for a default
   */
  public void says(FoundTunnel tunnel, Parameter parameter, String value, String where) {
    says(tunnel, parameter, value, where.isEmpty() ? 0 : line(where));
  }

  /** Fails unless a tunnel has this one value from this line. */
  public static void says(FoundTunnel tunnel, Parameter parameter, String value, int line) {
    List<Found> expected = List.of(new Found(value, line));
    List<Found> found = tunnel.all(parameter);
    if (!found.equals(expected)) {
      throw new AssertionError(parameter.words() + ": expected " + expected + ", was " + found);
    }
  }

  public static List<String> values(FoundTunnel tunnel, Parameter parameter) {
    return tunnel.all(parameter).stream().map(Found::value).toList();
  }

  /** The lines by their numbers, in order. */
  public static Map<Integer, String> texts(List<Line> lines) {
    Map<Integer, String> texts = new TreeMap<>();
    lines.forEach(l -> texts.put(l.number(), l.text()));
    return texts;
  }
}
