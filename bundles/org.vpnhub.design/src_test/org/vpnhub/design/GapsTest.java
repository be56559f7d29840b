package org.vpnhub.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.MissingLink;

class GapsTest {
  private static Network hub(int sites) {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      String cidr = "10.100." + i + ".0/24";
      rows.add(new SiteTable.Row("s" + i, "203.0.113." + i, List.of(cidr), "strongswan", ""));
    }
    return HubBuilder.build("n", "10.0.0.0/16", "198.51.100.1", rows);
  }

  private static Vpc vpc(Network n) {
    return n.getRegions().getFirst().getVpcs().getFirst();
  }

  private static VpnGateway gateway(Network n) {
    return vpc(n).getVpnGateways().getFirst();
  }

  private static List<String> ends(Network n, int site) {
    HubServices services = new HubServices();
    services.vpcs(n);
    List<String> ids = new ArrayList<>();
    for (EObject e : services.partedFrom(n.getSites().get(site))) {
      ids.add(e instanceof Site s ? s.getId() : ((Vpc) e).getId());
    }
    return ids;
  }

  @Test
  void aHealthyHubHasNone() {
    Network n = hub(6);
    Gaps gaps = Gaps.of(n);
    for (Site s : n.getSites()) assertTrue(gaps.of(s.getId()).isEmpty(), s.getName());
  }

  @Test
  void oneBrokenSiteAmongManyIsOneLine() {
    Network n = hub(30);
    gateway(n).getConnections().get(7).getRemoteSubnets().set(0, "10.99.0.0/24");
    Gaps gaps = Gaps.of(n);
    assertEquals(30, gaps.of("site-s7").orElseThrow().others().size());
    for (Site s : n.getSites()) {
      assertEquals(s.getId().equals("site-s7"), gaps.of(s.getId()).isPresent(), s.getName());
    }
    assertEquals(List.of("vpc-main"), ends(n, 7));
    assertEquals(List.of(), ends(n, 8));
  }

  @Test
  void fewAreNamedOneByOne() {
    Network n = hub(3);
    vpc(n).getRouteTables().getFirst().getEntries().remove(1);
    Gaps.Gap gap = Gaps.of(n).of("site-s1").orElseThrow();
    assertEquals(MissingLink.Kind.VPC_ROUTE, gap.kind());
    assertEquals(List.of("vpc-main"), gap.others());
    assertTrue(gap.reasons().getFirst().contains("10.100.1.0/24"), gap::toString);
    assertEquals(List.of("vpc-main"), ends(n, 1));
  }

  @Test
  void aSiteWithoutAConnection() {
    Network n = hub(3);
    gateway(n).getConnections().remove(2);
    assertEquals(MissingLink.Kind.CONNECTION, Gaps.of(n).of("site-s2").orElseThrow().kind());
    assertEquals(List.of("site-s0", "site-s1", "vpc-main"), ends(n, 2));
    HubServices services = new HubServices();
    services.vpcs(n);
    assertEquals("no connection", services.gapLabel(n.getSites().get(2)));
  }

  @Test
  void aConnectionThatNamesNoSiteIsItsCustomerGateway() {
    Network n = hub(2);
    VpnConnection c = gateway(n).getConnections().get(1);
    c.setSite(null);
    n.getRegions().getFirst().getCustomerGateways().get(1).setSite(null);
    n.getSites().remove(1);
    c.getLocalSubnets().set(0, "10.0.0.0/16");
    Gaps gaps = Gaps.of(n);
    assertEquals(List.of("site-s0"), gaps.of("cgw-s1").orElseThrow().others());
  }

  @Test
  void aStandbySiteIsNotExpectedToWork() {
    Network n = hub(3);
    gateway(n).getConnections().remove(2);
    n.getSites().get(2).setStandbyFor(n.getSites().get(1));
    assertTrue(Gaps.of(n).of("site-s2").isEmpty());
  }

  @Test
  void noGatewayNoGaps() {
    Network n = hub(2);
    n.getRegions().clear();
    assertTrue(Gaps.of(n).of("site-s0").isEmpty());
  }
}
