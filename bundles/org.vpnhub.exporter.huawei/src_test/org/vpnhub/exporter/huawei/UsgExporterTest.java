package org.vpnhub.exporter.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

class UsgExporterTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/huawei/usg");
  static final DevicePlan FIREWALL = firewall(3901, "untrust");

  private final UsgExporter exporter = new UsgExporter();

  private static DevicePlan firewall(int number, String wanZone) {
    return new DevicePlan(
        "huawei-usg",
        "V500R005C20",
        "GigabitEthernet1/0/1",
        Optional.empty(),
        List.of("GigabitEthernet1/0/2"),
        wanZone,
        "trust",
        Optional.of(Ipv4Address.parse("203.0.113.1")),
        false,
        true,
        0,
        number);
  }

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, FIREWALL, GOLDEN));
  }

  @Test
  void refusesNumbersAndZonesThatTheFirewallDoesNotHave() {
    assertEquals(List.of(), errors(3999, "untrust"));
    assertEquals(List.of("D02"), errors(3000, "untrust"));
    assertEquals(List.of("D02"), errors(2901, "untrust"));
    assertEquals(List.of("D02"), errors(4001, "untrust"));
    assertEquals(List.of("D02"), errors(3901, "un trust"));
    assertEquals(List.of("D01"), errors(0, "untrust"));
  }

  @Test
  void refusesAnIntervalOfDeadPeerDetectionThatIsTooShort() {
    assertEquals(List.of("C27"), objections(new DpdPlan(true, 9)));
    assertEquals(List.of(), objections(new DpdPlan(true, 10)));
    assertEquals(List.of(), objections(new DpdPlan(false, 9)));
  }

  private List<String> objections(DpdPlan dpd) {
    SitePlan s = PlanCases.named("ikev2-explicit", FIREWALL).site();
    GatewayPlan g = s.gateway();
    ConnectionPlan c = g.connections().getFirst();
    ConnectionPlan changed =
        new ConnectionPlan(
            c.id(),
            c.name(),
            c.peerName(),
            c.localAddress(),
            c.remoteAddress(),
            c.localId(),
            c.remoteId(),
            c.pskReference(),
            c.ike(),
            c.ipsec(),
            c.children(),
            c.initiate(),
            dpd,
            c.natTraversal(),
            c.localBehindNat(),
            c.remoteBehindNat(),
            c.peerPrefixes(),
            c.autoConfigRoute());
    GatewayPlan gateway =
        new GatewayPlan(
            g.id(),
            g.name(),
            g.address(),
            g.linkMtu(),
            g.insidePrefixes(),
            List.of(changed),
            g.policyRoutes(),
            g.destinationRoutes());
    SitePlan site =
        new SitePlan(
            s.id(),
            s.name(),
            s.device(),
            s.prefixes(),
            s.otherPrefixes(),
            s.selectorMode(),
            gateway,
            s.tunnelMtu(),
            s.tcpMss());
    return exporter.objections(site).stream().map(Problem::code).toList();
  }

  private List<String> errors(int number, String wanZone) {
    return exporter
        .export(PlanCases.named("ikev2-explicit", firewall(number, wanZone)).open())
        .problems()
        .stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
