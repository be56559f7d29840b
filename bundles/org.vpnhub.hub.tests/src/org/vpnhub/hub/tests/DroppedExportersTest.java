package org.vpnhub.hub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.base.SiteId;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.hub.tests.dropped.GoodExporter;
import org.vpnhub.hub.tests.dropped.HangingExporter;
import org.vpnhub.hub.tests.dropped.ThrowingExporter;
import org.vpnhub.hub.tests.dropped.UnwillingExporter;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;

/** Jars in the user's folder of exporters, while the framework runs. */
class DroppedExportersTest {
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    String chosen = System.getenv("VPNHUB_EXPORTERS");
    assertNotNull(chosen, "the build sets VPNHUB_EXPORTERS for this test");
    folder = Files.createDirectories(Path.of(chosen));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    empty();
  }

  @AfterEach
  void empty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path p : files.toList()) Files.delete(p);
    }
    assertEquals(List.of(), dropped());
  }

  private void drop(String name, Class<? extends Exporter> exporter) throws IOException {
    ExporterJar.write(folder.resolve(name), exporter);
  }

  private static List<String> dropped() {
    return InstalledExporters.registry().devices().stream()
        .map(DeviceCapabilities::id)
        .filter(id -> id.startsWith("dropped-"))
        .toList();
  }

  private static Export export(ExporterRegistry registry, String device) {
    return registry.export(device, ExportRequest.masked(site(device)));
  }

  private static String words(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.code() + " " + p.element() + " " + p.message() + "; " + p.remedy())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aJarIsADeviceWithoutARestart() throws IOException {
    drop("good.jar", GoodExporter.class);
    assertEquals(List.of("dropped-good"), dropped());
    Export export = export(InstalledExporters.registry(), "dropped-good");
    assertEquals(GoodExporter.FILE, export.files().getFirst().name());
    Files.delete(folder.resolve("good.jar"));
    assertEquals(List.of(), dropped());
    assertTrue(export(InstalledExporters.registry(), "dropped-good").refused());
  }

  @Test
  void oneThatThrowsOrHangsIsSwitchedOffAndTheOthersGoOn() throws IOException {
    drop("a.jar", ThrowingExporter.class);
    drop("b.jar", HangingExporter.class);
    drop("c.jar", GoodExporter.class);
    var registry = new ExporterRegistry(InstalledExporters.all(), Duration.ofMillis(500));
    Export throwing = export(registry, "dropped-throwing");
    assertTrue(throwing.refused());
    assertTrue(words(throwing.problems()).contains("out of paper"), words(throwing.problems()));
    Export hanging = export(registry, "dropped-hanging");
    assertTrue(hanging.refused());
    assertTrue(words(hanging.problems()).contains("took longer"), words(hanging.problems()));
    assertFalse(export(registry, "dropped-good").refused());
    assertFalse(export(registry, "strongswan").problems().stream().anyMatch(this::isD03));
    String told = words(InstalledExporters.problems());
    assertTrue(told.contains("'dropped-throwing' is switched off: it failed with"), told);
    assertTrue(told.contains("'dropped-hanging' is switched off: it took longer"), told);
    assertFalse(told.contains("dropped-good"), told);
  }

  private boolean isD03(Problem problem) {
    return problem.code().equals("D03");
  }

  @Test
  void aMendedJarTakesThePlaceOfABrokenOne() throws IOException {
    drop("a.jar", ThrowingExporter.class);
    assertTrue(export(InstalledExporters.registry(), "dropped-throwing").refused());
    drop("a.jar", GoodExporter.class);
    assertEquals(List.of("dropped-good"), dropped());
    assertFalse(export(InstalledExporters.registry(), "dropped-good").refused());
    assertEquals(List.of(), InstalledExporters.problems());
  }

  @Test
  void whatCannotBeLoadedIsNamedWithTheRemedy() throws IOException {
    Files.writeString(folder.resolve("damaged.jar"), "no jar at all");
    drop("open.jar", GoodExporter.class);
    Files.setPosixFilePermissions(
        folder.resolve("open.jar"), PosixFilePermissions.fromString("rw-rw-r--"));
    drop("unwilling.jar", UnwillingExporter.class);
    assertEquals(List.of(), dropped());
    String told = words(InstalledExporters.problems());
    assertEquals(3, told.lines().count(), told);
    assertTrue(told.contains("D03 exporter file " + folder.resolve("damaged.jar")), told);
    assertTrue(told.contains("open.jar is not loaded: other users may change it; chmod"), told);
    assertTrue(told.contains("unwilling.jar offers an exporter that does not start"), told);
    Files.setPosixFilePermissions(
        folder.resolve("open.jar"), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(List.of("dropped-good"), dropped());
  }

  private static SitePlan site(String device) {
    Ipv4Address address = Ipv4Address.parse("203.0.113.1");
    GatewayPlan gateway =
        new GatewayPlan(
            "site-1", "Office", address, 1500, List.of(), List.of(), List.of(), List.of());
    return new SitePlan(
        new SiteId("site-1"),
        "Office",
        DevicePlan.of(device, ""),
        List.of(),
        List.of(),
        SelectorMode.EXPLICIT,
        gateway,
        1400,
        1360);
  }
}
