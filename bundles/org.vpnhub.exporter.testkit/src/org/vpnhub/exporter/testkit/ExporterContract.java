package org.vpnhub.exporter.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.SitePlan;

/**
 * What every exporter keeps, tried over generated plans: it answers every plan with files and
 * problems or refuses with an error; it refuses what {@link CapabilityCheck} finds impossible and
 * passes on every problem that it finds; the same request gives the same answer; keys are only
 * where they were asked for, in files for the owner alone; names and texts from the model cannot
 * break out of a line; file names are safe, lines end with LF.
 */
public final class ExporterContract {
  private final Exporter exporter;
  private final List<String> violations = new ArrayList<>();
  private int accepted;

  private ExporterContract(Exporter exporter) {
    this.exporter = exporter;
  }

  /**
   * Tries an exporter.
   *
   * @param seed the same seed gives the same plans; it is named in each violation
   * @param plans number of plans, for example 500
   * @return what the exporter does not keep; empty when all is well
   */
  public static List<String> check(Exporter exporter, long seed, int plans) {
    ExporterContract contract = new ExporterContract(exporter);
    contract.capabilities();
    PlanGenerator generator = new PlanGenerator(seed);
    DeviceCapabilities device = exporter.capabilities();
    DevicePlan facts = Facts.examples(device);
    for (int i = 0; i < plans; i++) {
      int before = contract.violations.size();
      SitePlan plan = i % 2 == 0 ? generator.next() : generator.next(device, facts);
      try {
        contract.plan(plan, generator);
      } catch (RuntimeException e) {
        contract.violate("threw " + e);
      }
      for (int v = before; v < contract.violations.size(); v++) {
        String where = "seed " + seed + ", plan " + i + " (" + plan.id() + "): ";
        contract.violations.set(v, where + contract.violations.get(v));
      }
    }
    if (plans >= 200 && contract.accepted == 0) contract.violate("refused every plan");
    if (contract.violations.isEmpty()) Proof.note(exporter, "contract", plans + " plans");
    return List.copyOf(contract.violations);
  }

  private void capabilities() {
    DeviceCapabilities c = exporter.capabilities();
    expect(c.equals(exporter.capabilities()), "capabilities differ from call to call");
    expect(c.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), "device id '" + c.id() + "' is malformed");
    expect(!c.vendor().isBlank() && !c.platform().isBlank(), "vendor or platform is empty");
    expect(!c.ikeVersions().isEmpty(), "no IKE version");
    Set<String> names = new HashSet<>();
    String last = "";
    for (DeviceRelease r : c.releases()) {
      expect(names.add(r.name()), "release " + r.name() + " is there twice");
      expect(
          last.isEmpty() || DeviceCapabilities.compareReleases(last, r.name()) < 0,
          "release " + r.name() + " is not in order");
      last = r.name();
      expect(!r.esp().encryptions().isEmpty(), "release " + r.name() + " has no ESP cipher");
      r.ike()
          .forEach(
              (version, a) ->
                  expect(
                      !a.encryptions().isEmpty() && !a.hashes().isEmpty() && !a.groups().isEmpty(),
                      "release " + r.name() + " lacks algorithms for " + version));
    }
    expect(
        c.keys().minLength() >= 0 && c.keys().maxLength() >= Math.max(8, c.keys().minLength()),
        "key lengths are not sensible");
  }

  private void plan(SitePlan plan, PlanGenerator generator) {
    Map<String, Secret> keys = new HashMap<>();
    Set<String> texts = new HashSet<>();
    for (ConnectionPlan c : plan.gateway().connections()) {
      String key = generator.key();
      texts.add(key);
      keys.put(c.pskReference(), Secret.ofText(key));
    }
    Function<String, Optional<Secret>> lookup = r -> Optional.ofNullable(keys.get(r));
    ExportRequest masked = new ExportRequest(plan, lookup, false);
    Export export = exporter.export(masked);
    sound(export, plan);
    problems(export, masked);
    expect(export.equals(exporter.export(masked)), "differs from call to call");
    for (String key : texts) expect(!holds(export, key), "gives a key away though masked");

    Export open = exporter.export(new ExportRequest(plan, lookup, true));
    sound(open, plan);
    expect(open.refused() == export.refused(), "refuses by whether secrets are included");
    if (!open.refused()) keysArePrivate(open, keys);
    if (!open.refused()) accepted++;

    Export without = exporter.export(new ExportRequest(plan, r -> Optional.empty(), true));
    expect(
        plan.gateway().connections().isEmpty()
            || without.problems().stream().anyMatch(p -> !p.code().isBlank()),
        "says nothing about a key that is not in the store");
  }

  private void sound(Export export, SitePlan plan) {
    expect(export.deviceId().equals(exporter.capabilities().id()), "wrong device id");
    expect(export.siteId().equals(plan.id()), "wrong site id");
    boolean error = export.problems().stream().anyMatch(Problem::isError);
    expect(export.refused() == error, "must refuse with an error, and have none otherwise");
    Set<String> names = new HashSet<>();
    for (ExportedFile file : export.files()) {
      expect(ExportedFile.isSafeName(file.name()), "file name '" + file.name() + "' is not safe");
      expect(names.add(file.name().toLowerCase(Locale.ROOT)), "two files " + file.name());
      text(file.name(), file.text());
    }
    for (ChecklistSection s : export.checklist()) {
      expect(!s.title().isBlank() && !s.items().isEmpty(), "a section of the checklist is empty");
    }
    if (!export.refused()) {
      text("checklist", export.checklistText());
      section(export, ChecklistSection.VERIFY);
      section(export, ChecklistSection.ROLL_BACK);
    }
  }

  private void section(Export export, String title) {
    expect(
        export.checklist().stream().anyMatch(s -> s.title().equals(title)),
        "the checklist has no part '" + title + "'");
  }

  private void text(String name, String text) {
    expect(!text.isBlank(), name + " is empty");
    expect(text.endsWith("\n"), name + " does not end with a line feed");
    expect(text.indexOf('\r') < 0, name + " holds a carriage return");
    boolean control =
        text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    expect(!control, name + " holds a control character");
    for (String line : text.split("[\\n\\u2028\\u2029\\u0085]")) {
      expect(
          !line.strip().startsWith(PlanGenerator.MARKER),
          name + ": a name of the model broke out of its line: " + line);
    }
  }

  private void problems(Export export, ExportRequest request) {
    List<Problem> expected = CapabilityCheck.check(request, exporter.capabilities());
    for (Problem p : expected) {
      expect(export.problems().contains(p), "does not pass on: " + p.code() + " " + p.message());
    }
    for (Problem p : export.problems()) {
      expect(p.code().matches("[A-Z]\\d\\d"), "problem code '" + p.code() + "' is malformed");
      expect(
          !p.message().isBlank() && !p.remedy().isBlank(), p.code() + " has no message or remedy");
    }
  }

  private void keysArePrivate(Export export, Map<String, Secret> keys) {
    for (Secret key : keys.values()) {
      boolean there = false;
      for (ExportedFile file : export.files()) {
        if (!holds(file.text(), key.text())) continue;
        there = true;
        expect(
            file.permissions().equals(ExportedFile.PRIVATE),
            file.name() + " holds a key and is not for the owner alone");
      }
      boolean manual = export.files().isEmpty();
      expect(there || manual, "a key that was asked for is in no file");
      expect(!holds(problemText(export), key.text()), "a problem gives a key away");
    }
  }

  private static boolean holds(Export export, String key) {
    if (holds(export.checklistText(), key) || holds(problemText(export), key)) return true;
    return export.files().stream().anyMatch(f -> holds(f.text(), key));
  }

  private static String problemText(Export export) {
    StringBuilder text = new StringBuilder();
    for (Problem p : export.problems()) text.append(p.message()).append(p.remedy()).append('\n');
    return text.toString();
  }

  /** The key as it is, in Base64 or in hexadecimal. */
  private static boolean holds(String text, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return text.contains(key)
        || text.contains(base64)
        || text.toLowerCase(Locale.ROOT).contains(HexFormat.of().formatHex(bytes));
  }

  private void expect(boolean holds, String violation) {
    if (!holds) violate(violation);
  }

  private void violate(String violation) {
    violations.add(violation);
  }
}
