package org.vpnhub.exporter.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/** The contract passes a good exporter and finds each fault of a bad one. */
class ExporterContractTest {
  private static final long SEED = 7;
  private static final int PLANS = 300;

  @Test
  void passesAGoodExporter() {
    assertEquals(List.of(), ExporterContract.check(new Good(), SEED, PLANS));
  }

  @Test
  void findsEachFault() {
    finds(
        "threw",
        r -> {
          throw new IllegalStateException("fault");
        });
    finds("differs from call to call", edit(text -> text + "# " + COUNT.incrementAndGet() + "\n"));
    finds("does not end with a line feed", edit(text -> text + "x"));
    finds("carriage return", edit(text -> text.replace("\n", "\r\n")));
    finds("broke out", r -> new Good(true).export(r));
    finds("gives a key away", r -> new Good().export(new ExportRequest(r.site(), r.keys(), true)));
    finds(
        "asked for is in no file",
        r -> new Good().export(new ExportRequest(r.site(), r.keys(), false)));
    finds("not for the owner alone", r -> permissions(new Good().export(r)));
    finds(
        "must refuse with an error",
        r -> {
          Export e = new Good().export(r);
          return new Export(
              e.deviceId(), e.siteId(), e.siteName(), List.of(), List.of(), List.of());
        });
    finds(
        "does not pass on",
        r -> {
          Export e = new Good().export(r);
          List<Problem> errors = e.problems().stream().filter(Problem::isError).toList();
          return new Export(
              e.deviceId(), e.siteId(), e.siteName(), e.files(), e.checklist(), errors);
        });
    finds(
        "two files",
        r -> {
          Export e = new Good().export(r);
          if (e.refused()) return e;
          List<ExportedFile> twice = List.of(e.files().getFirst(), e.files().getFirst());
          return new Export(
              e.deviceId(), e.siteId(), e.siteName(), twice, e.checklist(), e.problems());
        });
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static void finds(String fault, Function<ExportRequest, Export> export) {
    Exporter bad =
        new Exporter() {
          @Override
          public DeviceCapabilities capabilities() {
            return Good.DEVICE;
          }

          @Override
          public Export export(ExportRequest request) {
            return export.apply(request);
          }
        };
    List<String> violations = ExporterContract.check(bad, SEED, PLANS);
    assertTrue(
        violations.stream().anyMatch(v -> v.contains(fault)),
        fault + " was not found in " + violations.stream().limit(3).toList());
    assertTrue(violations.stream().allMatch(v -> v.contains("seed 7") || v.contains("refused")));
  }

  private static Function<ExportRequest, Export> edit(Function<String, String> change) {
    return r -> {
      Export e = new Good().export(r);
      return new Export(
          e.deviceId(),
          e.siteId(),
          e.siteName(),
          e.files().stream()
              .map(f -> new ExportedFile(f.name(), change.apply(f.text()), f.permissions()))
              .toList(),
          e.checklist(),
          e.problems());
    };
  }

  private static Export permissions(Export e) {
    return new Export(
        e.deviceId(),
        e.siteId(),
        e.siteName(),
        e.files().stream()
            .map(f -> new ExportedFile(f.name(), f.text(), ExportedFile.READABLE))
            .toList(),
        e.checklist(),
        e.problems());
  }

  private static ChecklistSection part(String title) {
    return new ChecklistSection(title, List.of(new ChecklistSection.Item("Load it", "load")));
  }

  /** Two lines a connection. */
  private record Good(boolean raw) implements Exporter {
    private static final Algorithms ALL =
        new Algorithms(
            EnumSet.allOf(Encryption.class),
            EnumSet.allOf(Hash.class),
            EnumSet.allOf(DhGroup.class));
    static final DeviceCapabilities DEVICE =
        DeviceCapabilities.of("good", "Good", "Box")
            .release("5", ALL, ALL, IkeVersion.values())
            .build();

    Good() {
      this(false);
    }

    @Override
    public DeviceCapabilities capabilities() {
      return DEVICE;
    }

    @Override
    public Export export(ExportRequest r) {
      List<Problem> problems = CapabilityCheck.check(r, DEVICE);
      var id = r.site().id();
      if (problems.stream().anyMatch(Problem::isError)) {
        return new Export("good", id, r.site().name(), List.of(), List.of(), problems);
      }
      StringBuilder text = new StringBuilder("config\n");
      for (ConnectionPlan c : r.site().gateway().connections()) {
        text.append("peer ").append(raw ? c.name() : c.name().replaceAll("\\W", "-")).append('\n');
        String key =
            r.includeSecrets()
                ? r.keys().apply(c.pskReference()).map(k -> k.text()).orElse("?")
                : "?";
        text.append("key ").append(key).append('\n');
      }
      return new Export(
          "good",
          id,
          r.site().name(),
          List.of(new ExportedFile("good.conf", text.toString(), ExportedFile.PRIVATE)),
          List.of(part("Do"), part(ChecklistSection.VERIFY), part(ChecklistSection.ROLL_BACK)),
          problems);
    }
  }
}
