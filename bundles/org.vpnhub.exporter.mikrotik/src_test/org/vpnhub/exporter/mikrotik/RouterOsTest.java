package org.vpnhub.exporter.mikrotik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

class RouterOsTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/mikrotik/routeros7");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "mikrotik-routeros7",
          "7.15",
          "ether1",
          Optional.empty(),
          List.of("bridge"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          0,
          0);

  private final RouterOsExporter exporter = new RouterOsExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void aPolicyTakesTwoPeers() {
    SitePlan two = PlanCases.named("ikev2-two-tunnels", ROUTER).site();
    GatewayPlan g = two.gateway();
    List<ConnectionPlan> three = new ArrayList<>(g.connections());
    three.add(PlanCases.named("ikev2-explicit", ROUTER).site().gateway().connections().getFirst());
    SitePlan site =
        new SitePlan(
            two.id(),
            two.name(),
            two.device(),
            two.prefixes(),
            two.otherPrefixes(),
            two.selectorMode(),
            new GatewayPlan(
                g.id(),
                g.name(),
                g.address(),
                g.linkMtu(),
                g.insidePrefixes(),
                three,
                g.policyRoutes(),
                g.destinationRoutes()),
            two.tunnelMtu(),
            two.tcpMss());
    assertTrue(problems(site).contains("has at most 2 peers in a policy"));
    assertFalse(problems(two).contains("has at most 2 peers in a policy"));
  }

  private String problems(SitePlan site) {
    return exporter.export(ExportRequest.masked(site)).problems().toString();
  }

  @Test
  void textsInQuotesCannotEndThem() {
    assertEquals("\"a\\\"b\\\\c\\$d\\?e\"", RouterOsWords.quoted("a\"b\\c$d?e"));
    assertEquals("\"0x30784142\"", RouterOsWords.DIALECT.key("0xAB"));
    assertEquals("ends /", RouterOsWords.DIALECT.comment("ends \\", 80));
  }
}
