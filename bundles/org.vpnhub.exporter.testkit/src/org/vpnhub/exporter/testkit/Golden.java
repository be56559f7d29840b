package org.vpnhub.exporter.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.plan.DevicePlan;

/**
 * Compares what an exporter writes for {@link PlanCases} with files that people have read.
 *
 * <p>With the system property {@code vpnhub.golden.write} the files are written anew instead: read
 * them, and what has changed in them, before they are committed.
 */
public final class Golden {
  /** System property that has the files written. */
  public static final String WRITE = "vpnhub.golden.write";

  private Golden() {}

  /**
   * Tries all cases, with their keys in the files.
   *
   * @param device facts that the exporter needs
   * @param folder has a file for each case, named after it
   * @return the cases that differ, each with its first line that does; empty when all is well
   */
  public static List<String> check(Exporter exporter, DevicePlan device, Path folder) {
    List<String> differences = new ArrayList<>();
    for (PlanCase c : PlanCases.on(device)) {
      String text = text(exporter.export(c.open()));
      Path file = folder.resolve(c.name() + ".txt");
      try {
        if (Boolean.getBoolean(WRITE)) {
          Files.createDirectories(folder);
          Files.writeString(file, text);
        } else if (!Files.exists(file)) {
          differences.add(c.name() + ": " + file + " is missing");
        } else {
          first(Files.readString(file), text).ifPresent(d -> differences.add(c.name() + " " + d));
        }
      } catch (IOException e) {
        differences.add(c.name() + ": " + e);
      }
    }
    if (differences.isEmpty()) {
      Proof.note(exporter, "golden", PlanCases.on(device).size() + " plans");
    }
    return differences;
  }

  /**
   * Reads a sample that no exporter wrote.
   *
   * @param sample a device's configuration
   * @param expected file with everything that is to be found in it
   * @return the first line that differs; empty when all is well
   */
  public static List<String> check(ConfigurationReader reader, Path sample, Path expected) {
    try {
      String text = text(reader.read(Files.readString(sample)));
      if (Boolean.getBoolean(WRITE)) Files.writeString(expected, text);
      return first(Files.readString(expected), text).stream().toList();
    } catch (IOException e) {
      return List.of(e.toString());
    }
  }

  /** Everything that was read, in one text, without keys. */
  public static String text(DeviceConfiguration found) {
    StringBuilder all = new StringBuilder();
    for (FoundTunnel t : found.tunnels()) {
      all.append("tunnel ").append(t.name()).append(" (").append(t.line()).append(")\n");
      for (Parameter p : Parameter.values()) {
        for (Found f : t.all(p)) {
          all.append("  ").append(p.words()).append(": ").append(f.value());
          all.append(" (").append(f.line()).append(")\n");
        }
      }
      all.append("  key: ").append(t.key().isPresent() ? "there" : "none").append('\n');
    }
    lines(all, "skipped", found.skipped());
    lines(all, "unknown", found.unknown());
    lines(all, "undefined", found.undefined());
    return all.toString();
  }

  private static void lines(StringBuilder all, String kind, List<Line> lines) {
    for (Line l : lines) {
      all.append(kind).append(": ").append(l.text());
      all.append(" (").append(l.number()).append(")\n");
    }
  }

  /** Everything of an export in one text: problems, files, checklist. */
  public static String text(Export export) {
    StringBuilder all = new StringBuilder();
    for (Problem p : export.problems()) {
      all.append("problem ").append(p.code()).append(' ').append(p.severity()).append(": ");
      all.append(p.element()).append(' ').append(p.message()).append(" -> ");
      all.append(p.remedy()).append('\n');
    }
    if (export.refused()) all.append("refused\n");
    for (ExportedFile f : export.files()) {
      all.append("==> ").append(f.name()).append(' ').append(f.permissions()).append(" <==\n");
      all.append(f.text());
    }
    if (!export.checklist().isEmpty()) {
      all.append("==> checklist <==\n").append(export.checklistText());
    }
    return all.toString();
  }

  private static Optional<String> first(String expected, String actual) {
    List<String> e = expected.lines().toList();
    List<String> a = actual.lines().toList();
    for (int i = 0; i < Math.max(e.size(), a.size()); i++) {
      String want = i < e.size() ? e.get(i) : "(nothing more)";
      String have = i < a.size() ? a.get(i) : "(nothing more)";
      if (!want.equals(have)) {
        return Optional.of("line " + (i + 1) + ": expected '" + want + "', was '" + have + "'");
      }
    }
    return Optional.empty();
  }
}
