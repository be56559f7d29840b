package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RealProgram;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

class OpenWrtTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/strongswan/openwrt");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "openwrt",
          "23.05",
          "eth0",
          Optional.empty(),
          List.of("br-lan"),
          "wan",
          "lan",
          Optional.empty(),
          false,
          true,
          0,
          0);

  @TempDir Path dir;

  private final OpenWrtExporter exporter = new OpenWrtExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void readsBackWhatItWrites() {
    assertEquals(
        List.of(), RoundTrip.check(exporter, new SwanctlReader(), "swanctl.conf", ROUTER, 1000));
  }

  @Test
  void asksForTheZoneOfTheInternet() {
    Export export = exporter.export(PlanCases.named("ikev2-any", Plans.device("openwrt")).open());
    assertTrue(export.refused());
    assertTrue(export.problems().toString().contains("wanZone"));
  }

  /** The guide "Firewall configuration": options of a rule, and of an include. */
  private static final Map<String, Set<String>> UCI_OPTIONS =
      Map.of(
          "rule",
          Set.of("name", "src", "src_ip", "dest", "dest_port", "proto", "family", "target"),
          "include",
          Set.of("type", "path", "position", "chain"));

  @Test
  void uciTakesTheBatch() {
    for (PlanCase c : PlanCases.on(ROUTER)) {
      Export export = exporter.export(c.open());
      if (!export.refused()) uci(c.name(), text(export, OpenWrtExporter.UCI));
    }
  }

  /** As uci(1) reads a batch: a section is named by its type before an option of it is set. */
  private void uci(String name, String batch) {
    Pattern line = Pattern.compile("set firewall\\.(\\w+)(?:=(\\w+)|\\.(\\w+)='([^'\\\\]*)')");
    Map<String, String> sections = new HashMap<>();
    List<String> lines = batch.lines().toList();
    assertEquals("commit firewall", lines.getLast(), name);
    for (String l : lines.subList(0, lines.size() - 1)) {
      Matcher m = line.matcher(l);
      assertTrue(m.matches(), name + ": " + l);
      if (m.group(2) != null) sections.put(m.group(1), m.group(2));
      if (m.group(3) == null) continue;
      String type = sections.getOrDefault(m.group(1), "a section that is not there");
      assertTrue(UCI_OPTIONS.getOrDefault(type, Set.of()).contains(m.group(3)), name + ": " + l);
    }
    assertEquals(4, sections.size(), name);
  }

  /** The rules in chains of the types that firewall4 has them in. */
  @Test
  void nftTakesTheRules() throws IOException {
    assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "skipped: package nftables is missing");
    assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
    for (PlanCase c : PlanCases.on(ROUTER)) taken(c.name(), exporter.export(c.open()));
    // A set without a name takes no network that lies in another.
    SitePlan nested = nested(PlanCases.named("ikev2-explicit", ROUTER).site());
    taken("nested", exporter.export(ExportRequest.masked(nested)));
  }

  private static SitePlan nested(SitePlan s) {
    GatewayPlan g = s.gateway();
    List<DestinationRoute> routes = new ArrayList<>(g.destinationRoutes());
    Ipv4Prefix within = Ipv4Prefix.parse("10.0.7.0/24");
    routes.add(new DestinationRoute(within, g.connections().getFirst().id(), 100));
    return new SitePlan(
        s.id(),
        s.name(),
        s.device(),
        s.prefixes(),
        s.otherPrefixes(),
        s.selectorMode(),
        new GatewayPlan(
            g.id(),
            g.name(),
            g.address(),
            g.linkMtu(),
            g.insidePrefixes(),
            g.connections(),
            g.policyRoutes(),
            routes),
        s.tunnelMtu(),
        s.tcpMss());
  }

  private void taken(String name, Export export) throws IOException {
    String table =
        "table inet fw4 {\nchain forward { type filter hook forward priority filter;\n"
            + text(export, OpenWrtExporter.FORWARD)
            + "}\nchain srcnat { type nat hook postrouting priority srcnat;\n"
            + text(export, OpenWrtExporter.SRCNAT)
            + "}\n}\n";
    Path file = Files.writeString(dir.resolve("fw4.nft"), table);
    List<String> command = List.of("unshare", "-n", "/usr/sbin/nft", "-c", "-f", file.toString());
    assertEquals("", RealProgram.run(command).err(), name);
  }

  private static String text(Export export, String name) {
    return export.files().stream()
        .filter(f -> f.name().equals(name))
        .map(ExportedFile::text)
        .findFirst()
        .orElseThrow();
  }
}
