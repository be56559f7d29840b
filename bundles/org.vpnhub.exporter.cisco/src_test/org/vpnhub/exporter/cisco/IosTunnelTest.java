package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

class IosTunnelTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/cisco/vti");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "cisco-iosxe-vti",
          "16.12",
          "GigabitEthernet0/0/0",
          Optional.empty(),
          List.of("GigabitEthernet0/0/1"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          100,
          100);

  private final IosTunnelExporter exporter = new IosTunnelExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  /** The profile's command takes no address: it sends that of the interface. */
  @Test
  void withIkev1AnAddressThatIsNotItsOwnIsRefused() {
    PlanCase main = PlanCases.named("ikev1-main", ROUTER);
    PlanCase natted = PlanCases.named("ikev2-nat", ROUTER);
    SitePlan site = main.site();
    SitePlan behindNat =
        new SitePlan(
            site.id(),
            site.name(),
            natted.site().device(),
            site.prefixes(),
            site.otherPrefixes(),
            site.selectorMode(),
            site.gateway(),
            site.tunnelMtu(),
            site.tcpMss());
    List<String> problems =
        exporter.export(ExportRequest.masked(behindNat)).problems().stream()
            .filter(Problem::isError)
            .map(Problem::message)
            .toList();
    assertEquals(
        List.of(
            "Cisco IOS-XE (tunnel interface) sends the address of its interface as identity with"
                + " ikev1, and cannot send 203.0.113.20"),
        problems);
  }

  /** Its policies are numbered; those of IKEv2 are not. */
  @Test
  void ikev1NeedsAFreeNumber() {
    DevicePlan unnumbered = withRule(0);
    DevicePlan large = withRule(10001);
    assertEquals(List.of("D01"), errors("ikev1-main", unnumbered));
    assertEquals(List.of("D02"), errors("ikev1-main", large));
    assertEquals(List.of(), errors("ikev2-explicit", unnumbered));
    assertEquals(List.of(), errors("ikev1-main", withRule(10000)));
  }

  @Test
  void twoTunnelsToOneAddressAreRefused() {
    SitePlan two = PlanCases.named("ikev2-two-tunnels", ROUTER).site();
    SitePlan twice = PlanCases.named("ikev2-explicit", ROUTER).site();
    List<ConnectionPlan> connections =
        List.of(
            two.gateway().connections().get(1),
            twice.gateway().connections().getFirst(),
            two.gateway().connections().getFirst());
    List<String> problems =
        exporter.objections(with(two, connections)).stream().map(Problem::message).toList();
    assertEquals(
        List.of(
            "has the hub address of another connection, and Cisco IOS-XE (tunnel interface) takes"
                + " no two tunnel interfaces with the same two ends"),
        problems);
  }

  private static SitePlan with(SitePlan site, List<ConnectionPlan> connections) {
    GatewayPlan g = site.gateway();
    return new SitePlan(
        site.id(),
        site.name(),
        site.device(),
        site.prefixes(),
        site.otherPrefixes(),
        site.selectorMode(),
        new GatewayPlan(
            g.id(),
            g.name(),
            g.address(),
            g.linkMtu(),
            g.insidePrefixes(),
            connections,
            List.of(),
            g.destinationRoutes()),
        site.tunnelMtu(),
        site.tcpMss());
  }

  private List<String> errors(String plan, DevicePlan device) {
    return exporter.export(PlanCases.named(plan, device).open()).problems().stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }

  private static DevicePlan withRule(int number) {
    return new DevicePlan(
        ROUTER.deviceId(),
        ROUTER.release(),
        ROUTER.wanInterface(),
        ROUTER.wanAddress(),
        ROUTER.lanInterfaces(),
        "",
        "",
        ROUTER.nextHop(),
        false,
        true,
        100,
        number);
  }
}
