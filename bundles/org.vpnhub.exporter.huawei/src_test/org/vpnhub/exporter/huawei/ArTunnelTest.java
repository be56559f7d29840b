package org.vpnhub.exporter.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

/** AR routers with tunnel interfaces: what is written, and that it is read back as the plan. */
class ArTunnelTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/huawei/artunnel");
  private static final DevicePlan ROUTER = router(1);
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", ROUTER);

  private final ArTunnelExporter exporter = new ArTunnelExporter();

  private static DevicePlan router(int tunnel) {
    return new DevicePlan(
        "huawei-ar-tunnel",
        "V200R010C10",
        "GigabitEthernet0/0/8",
        Optional.empty(),
        List.of("Vlanif1"),
        "",
        "",
        Optional.empty(),
        false,
        true,
        tunnel,
        0,
        "");
  }

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void asksForATunnelNumberThatIkeProposalsHaveToo() {
    assertEquals(List.of(), errors("ikev2-explicit", 99));
    assertEquals(List.of("D02"), errors("ikev2-explicit", 100));
    assertEquals(List.of("D02"), errors("ikev2-two-tunnels", 99));
    assertEquals(List.of("D01"), errors("ikev2-explicit", 0));
  }

  /** IKEv1 compares selectors; IKEv2 may narrow them. */
  @Test
  void offersAnyToAnyAlone() {
    assertEquals(List.of("C29"), errors("ikev1-main", 1));
    assertEquals(List.of(), errors("ikev2-any-to-any", 1));
  }

  @Test
  void twoTunnelsToOneAddressOfTheHubAreRefused() {
    SitePlan site = EXPLICIT.site();
    ConnectionPlan one = site.gateway().connections().getFirst();
    assertEquals(List.of(), exporter.objections(with(site, List.of(one))));
    assertEquals(
        List.of("C27"),
        exporter.objections(with(site, List.of(one, one))).stream().map(Problem::code).toList());
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

  private List<String> errors(String plan, int tunnel) {
    return exporter.export(PlanCases.named(plan, router(tunnel)).open()).problems().stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .distinct()
        .toList();
  }

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(), RoundTrip.check(exporter, VrpReader.AR_TUNNEL, ArRouter.FILE, ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Ends of views, and defaults of the device.
    legitimate.add("quit");
    legitimate.add("authentication-method pre-share");
    legitimate.add("transform esp");
    legitimate.add("encapsulation-mode tunnel");
    legitimate.add("encryption-algorithm aes-256");
    legitimate.add("esp authentication-algorithm sha2-256");
    legitimate.add("esp encryption-algorithm aes-256");
    legitimate.add("dh group14");
    legitimate.add("integrity-algorithm hmac-sha2-256");
    legitimate.add("prf hmac-sha2-256");
    legitimate.add("local-id-type ip");
    legitimate.add("remote-id 198.51.100.1");
    legitimate.add("nat traversal");
    legitimate.add("dpd idle-time 30");
    legitimate.add("sa duration time-based 3600");
    // Either of the two says it.
    legitimate.add("version 2");
    legitimate.add("undo version 1");
    legitimate.add("destination 198.51.100.1");
    legitimate.add("remote-address 198.51.100.1");
    // What the plan has no parameter for.
    legitimate.add("dpd retransmit-interval 10");
    legitimate.add("dpd retry-limit 3");
    legitimate.add("description hangzhou");
    legitimate.add("ip address unnumbered interface GigabitEthernet0/0/8");
    legitimate.add("mtu 1422");
    legitimate.add("ipsec authentication sha2 compatible enable");
    for (String p : List.of("10.0.0.0 255.255.0.0", "10.10.10.0 255.255.255.0")) {
      legitimate.add("ip route-static " + p + " NULL0 preference 250");
    }
    legitimate.add("ip route-static 10.10.30.0 255.255.255.0 NULL0 preference 250");
    // The address of the WAN is not in the text.
    legitimate.add("local-id 203.0.113.20");
    assertEquals(
        legitimate,
        RoundTrip.unproven(exporter, VrpReader.AR_TUNNEL, ArRouter.FILE, EXPLICIT, "#"));
  }

  @Test
  void changesAreFound() {
    finds(" dh group14", " dh group19", "key exchange group of phase 1", "group19");
    finds("pfs dh-group14", "pfs dh-group2", "perfect forward secrecy", "group2");
    finds(" ipsec profile hangzhou\nquit", " ipsec profile other\nquit", "undefined", "other");
    finds("10.0.0.0 255.255.0.0 Tunnel0/0/1", "10.0.0.0 255.255.0.0 Tunnel0/0/7", "route into");
    finds(" tunnel-protocol ipsec\n", " tunnel-protocol gre\n", "undefined", "tunnel-protocol");
    finds(" source GigabitEthernet0/0/8\n", "", "undefined", "source");
    finds("traffic-based 0", "traffic-based 1843200", "lifetime by volume", "1843200");
    finds("tcp adjust-mss 1382", "tcp adjust-mss 1460", "maximum segment size", "1460");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, VrpReader.AR_TUNNEL, ArRouter.FILE, EXPLICIT, before, after, words);
  }
}
