package org.vpnhub.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.SiteId;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;

/** Exporters of others that do not keep their contract. */
class ExporterRegistryTest {
  private static final ExportRequest REQUEST = ExportRequest.masked(site("site-1"));

  @Test
  void oneThatThrowsIsSwitchedOffAndNamed() {
    AtomicInteger calls = new AtomicInteger();
    Exporter broken =
        exporter(
            "broken",
            r -> {
              calls.incrementAndGet();
              throw new IllegalStateException("no template");
            });
    ExporterRegistry registry = new ExporterRegistry(List.of(broken, exporter("good", this::good)));
    Export first = registry.export("broken", REQUEST);
    assertTrue(first.refused());
    assertEquals("D03", first.problems().getFirst().code());
    assertTrue(first.problems().getFirst().message().contains("no template"), first::toString);
    registry.export("broken", REQUEST);
    // Not asked again, by no registry.
    new ExporterRegistry(List.of(broken)).export("broken", REQUEST);
    assertEquals(1, calls.get());
    assertFalse(registry.export("good", REQUEST).refused());
    assertEquals(
        List.of("exporter of the device 'broken' is switched off: it failed with"),
        registry.problems().stream()
            .map(p -> p.element() + " " + p.message().replaceAll("with.*", "with"))
            .toList());
  }

  @Test
  void oneThatHangsIsInterruptedAndSwitchedOff() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Exporter hanging =
        exporter(
            "hanging",
            r -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return good(r);
            });
    ExporterRegistry registry = new ExporterRegistry(List.of(hanging), Duration.ofMillis(50));
    Export export = registry.export("hanging", REQUEST);
    assertTrue(export.refused());
    assertTrue(export.problems().getFirst().message().contains("took longer"), export::toString);
    interrupted.await();
  }

  @Test
  void anErrorOfTheVirtualMachineIsCaughtToo() {
    Exporter deep = exporter("deep", r -> deeper(r, 0));
    Export export = new ExporterRegistry(List.of(deep)).export("deep", REQUEST);
    assertTrue(export.problems().getFirst().message().contains("StackOverflowError"));
  }

  @Test
  void anAnswerForAnotherSiteIsNotTaken() {
    Exporter confused = exporter("confused", r -> good(ExportRequest.masked(site("another"))));
    Export export = new ExporterRegistry(List.of(confused)).export("confused", REQUEST);
    assertTrue(export.refused());
    assertEquals("D03", export.problems().getFirst().code());
  }

  @Test
  void oneWithoutCapabilitiesIsLeftOutAndNotAskedAgain() {
    AtomicInteger calls = new AtomicInteger();
    Exporter silent =
        new Exporter() {
          @Override
          public DeviceCapabilities capabilities() {
            calls.incrementAndGet();
            throw new IllegalStateException("broken on purpose");
          }

          @Override
          public Export export(ExportRequest request) {
            return good(request);
          }
        };
    for (int i = 0; i < 2; i++) {
      ExporterRegistry registry =
          new ExporterRegistry(List.of(silent, exporter("good", this::good)));
      assertEquals(1, registry.devices().size());
      assertEquals("D03", registry.problems().getFirst().code());
      assertTrue(registry.problems().getFirst().message().contains("on purpose"));
    }
    assertEquals(1, calls.get());
  }

  private static Export deeper(ExportRequest r, int depth) {
    return depth < 0 ? deeper(r, depth) : deeper(r, depth + 1);
  }

  private Export good(ExportRequest r) {
    ExportedFile file = new ExportedFile("a.conf", "text\n", ExportedFile.READABLE);
    String id = r.site().device().deviceId();
    return new Export("good", r.site().id(), id, List.of(file), List.of(), List.of());
  }

  private static Exporter exporter(String id, Function<ExportRequest, Export> export) {
    Algorithms some =
        new Algorithms(
            EnumSet.of(Encryption.AES256), EnumSet.of(Hash.SHA256), EnumSet.of(DhGroup.GROUP14));
    DeviceCapabilities device =
        DeviceCapabilities.of(id, "Vendor", "Box")
            .release("1", some, some, IkeVersion.IKEV2)
            .build();
    return new Exporter() {
      @Override
      public DeviceCapabilities capabilities() {
        return device;
      }

      @Override
      public Export export(ExportRequest request) {
        return export.apply(request);
      }
    };
  }

  static SitePlan site(String id) {
    Ipv4Address address = Ipv4Address.parse("203.0.113.1");
    GatewayPlan gateway =
        new GatewayPlan(id, "Office", address, 1500, List.of(), List.of(), List.of(), List.of());
    return new SitePlan(
        new SiteId(id),
        "Office",
        DevicePlan.of("good", ""),
        List.of(),
        List.of(),
        SelectorMode.EXPLICIT,
        gateway,
        1400,
        1360);
  }
}
