package org.vpnhub.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.Changes;

class RoadTest {
  private Network network;
  private Vpc vpc;
  private VpnGateway gateway;
  private Site a;
  private Site b;

  @BeforeEach
  void build() {
    network =
        HubBuilder.build(
            "n",
            "10.0.0.0/16",
            "198.51.100.1",
            List.of(
                new SiteTable.Row("A", "203.0.113.1", List.of("10.1.0.0/24"), "strongswan", ""),
                new SiteTable.Row("B", "203.0.113.2", List.of("10.2.0.0/24"), "strongswan", "")));
    vpc = network.getRegions().getFirst().getVpcs().getFirst();
    gateway = vpc.getVpnGateways().getFirst();
    a = network.getSites().get(0);
    b = network.getSites().get(1);
  }

  private String road(NamedElement from, NamedElement to) {
    return Road.of(network, from, to).hops().stream()
        .map(h -> h.element().getId() + " " + h.state() + ": " + h.rule())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void throughTheHub() {
    assertEquals(
        """
        site-a PASSED: sends 10.2.0.0/24 into the tunnel
        vco-a PASSED: selectors: 10.1.0.0/24 ⇄ 0.0.0.0/0
        vpn-hub PASSED: selectors lead 10.2.0.0/24 into B
        vco-b PASSED: selectors: 10.2.0.0/24 ⇄ 0.0.0.0/0
        site-b PASSED: takes packets from 10.1.0.0/24\
        """,
        road(a, b));
  }

  @Test
  void aDestinationRouteGoesBeforeSelectorsAndAPolicyRouteBeforeThat() {
    Changes.addDestinationRoute(gateway, gateway.getConnections().get(1), "10.2.0.0/16");
    Changes.addDestinationRoute(gateway, gateway.getConnections().get(1), "10.2.0.0/24");
    assertTrue(road(a, b).contains("destination route: 10.2.0.0/24 into B"), road(a, b));
    Changes.addPolicyRoute(gateway, gateway.getConnections().get(1), "10.1.0.0/24", "10.2.0.0/24");
    assertTrue(road(a, b).contains("policy route: 10.1.0.0/24 → 10.2.0.0/24 into B"), road(a, b));
  }

  @Test
  void stopsAtTheDevice() {
    a.setSelectorMode(SelectorMode.SUMMARY);
    a.setSummaryCidr("10.0.0.0/16");
    String road = road(a, b);
    assertTrue(road.startsWith("site-a MISSING: the device of A does not send"), road);
    assertTrue(road.endsWith("site-b BEYOND: "), road);
  }

  @Test
  void stopsAtTheSelectors() {
    gateway.getConnections().getFirst().getLocalSubnets().set(0, "10.0.0.0/16");
    String road = road(a, b);
    assertTrue(road.contains("vco-a MISSING: "), road);
    assertTrue(road.startsWith("site-a PASSED"), road);
  }

  @Test
  void stopsAtTheVpcRoute() {
    vpc.getRouteTables().getFirst().getEntries().remove(1);
    String road = road(vpc, b);
    assertTrue(road.startsWith("vpc-main MISSING: no route table of the VPC"), road);
    assertTrue(road(vpc, a).startsWith("vpc-main PASSED: VPC route: 10.1.0.0/24 → hub"), road);
    assertTrue(road(b, vpc).endsWith("vpc-main PASSED: takes packets from 10.2.0.0/24"));
  }

  @Test
  void stopsWhereThereIsNoConnection() {
    gateway.getConnections().remove(1);
    String road = road(b, a);
    assertTrue(road.startsWith("site-b MISSING: site B has no IPsec connection"), road);
  }

  @Test
  void noRoadWithoutAHub() {
    network.getRegions().clear();
    assertEquals(List.of(), Road.of(network, a, b).hops());
  }
}
