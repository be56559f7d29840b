package org.vpnhub.exporter.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.read.Comparison;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Difference;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.SitePlan;

/**
 * Export, read back, compare with the plan: for an exporter and a reader that was written from the
 * vendor's manual and not from the exporter.
 */
public final class RoundTrip {
  private final Exporter exporter;
  private final ConfigurationReader reader;
  private final String file;
  private final List<String> violations = new ArrayList<>();
  private int accepted;

  private RoundTrip(Exporter exporter, ConfigurationReader reader, String file) {
    this.exporter = exporter;
    this.reader = reader;
    this.file = file;
  }

  /**
   * Tries {@link PlanCases} and generated plans that fit the device.
   *
   * @param file name of the exported file that is read; of several, with a blank between them, one
   *     comes after the other
   * @param device facts that the exporter needs
   * @param plans number of generated plans that must have been accepted, for example 1000
   * @return what did not come back; empty when all is well
   */
  public static List<String> check(
      Exporter exporter, ConfigurationReader reader, String file, DevicePlan device, int plans) {
    RoundTrip trip = new RoundTrip(exporter, reader, file);
    for (PlanCase c : PlanCases.on(device)) trip.tried(c.name(), c.open(), c.key());
    PlanGenerator generator = new PlanGenerator(20261126);
    trip.accepted = 0;
    for (int i = 0; i < 4 * plans && trip.accepted < plans; i++) {
      SitePlan plan = generator.next(exporter.capabilities(), device);
      String key = generator.key();
      ExportRequest request = new ExportRequest(plan, r -> Optional.of(Secret.ofText(key)), true);
      trip.tried("plan " + i, request, key);
    }
    if (trip.accepted < plans) {
      trip.violations.add("only " + trip.accepted + " of the generated plans were accepted");
    }
    if (trip.violations.isEmpty()) Proof.note(exporter, "roundtrip", plans + " plans");
    return trip.violations;
  }

  private void tried(String name, ExportRequest request, String key) {
    Export export = exporter.export(request);
    if (export.refused()) return;
    accepted++;
    String text = textOf(export);
    DeviceConfiguration found = reader.read(text);
    List<String> faults = faults(request.site(), found);
    for (FoundTunnel t : found.tunnels()) {
      if (!t.key().map(k -> k.text().equals(key)).orElse(false)) {
        faults.add("the key of " + t.name() + " came back different");
      }
    }
    for (String fault : faults) violations.add(name + ": " + fault);
  }

  private String textOf(Export export) {
    StringBuilder text = new StringBuilder();
    for (String name : file.split(" ")) {
      export.files().stream()
          .filter(f -> f.name().equals(name))
          .findFirst()
          .ifPresentOrElse(
              f -> text.append(f.text()),
              () -> {
                throw new IllegalArgumentException("there is no file " + name);
              });
    }
    return text.toString();
  }

  private List<String> faults(SitePlan site, DeviceConfiguration found) {
    List<String> faults = new ArrayList<>();
    for (Difference d : Comparison.of(site, found, reader)) faults.add(d.toString());
    found.unknown().forEach(l -> faults.add("unknown line " + l));
    found.undefined().forEach(l -> faults.add("undefined " + l));
    return faults;
  }

  /**
   * Takes away one line after the other of an exported file: the lines without which the reader
   * still finds the plan, and which therefore nothing proves. Comments, which begin with one of the
   * given texts, and empty lines are left out.
   */
  public static Set<String> unproven(
      Exporter exporter,
      ConfigurationReader reader,
      String file,
      PlanCase plan,
      String... comments) {
    RoundTrip trip = new RoundTrip(exporter, reader, file);
    List<String> lines = trip.textOf(exporter.export(plan.open())).lines().toList();
    Set<String> unproven = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || List.of(comments).stream().anyMatch(line::startsWith)) continue;
      List<String> less = new ArrayList<>(lines);
      less.remove(i);
      DeviceConfiguration found = reader.read(String.join("\n", less) + "\n");
      boolean keyLost = found.tunnels().stream().anyMatch(t -> t.key().isEmpty());
      if (!keyLost && trip.faults(plan.site(), found).isEmpty()) unproven.add(line);
    }
    return unproven;
  }

  /** What the comparison says when a text in the exported file is replaced by another. */
  public static List<String> changed(
      Exporter exporter,
      ConfigurationReader reader,
      String file,
      PlanCase plan,
      String before,
      String after) {
    RoundTrip trip = new RoundTrip(exporter, reader, file);
    String text = trip.textOf(exporter.export(plan.open()));
    if (!text.contains(before)) throw new IllegalArgumentException("'" + before + "' is not in it");
    return trip.faults(plan.site(), reader.read(text.replace(before, after)));
  }

  /** Fails unless the comparison then says one thing with all of these words. */
  public static void finds(
      Exporter exporter,
      ConfigurationReader reader,
      String file,
      PlanCase plan,
      String before,
      String after,
      String... words) {
    List<String> said = changed(exporter, reader, file, plan, before, after);
    if (said.stream().noneMatch(s -> List.of(words).stream().allMatch(s::contains))) {
      throw new AssertionError(after + " gave " + said);
    }
  }
}
