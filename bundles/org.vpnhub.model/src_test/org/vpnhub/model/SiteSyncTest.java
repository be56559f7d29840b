package org.vpnhub.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site against what was generated from it. */
class SiteSyncTest {
  private Network network;
  private Site site;

  @BeforeEach
  void build() {
    network = Models.threeOffices();
    site = network.getSites().get(1);
  }

  private void differs(SiteSync.Kind kind, NamedElement element, String siteValue, String value) {
    assertEquals(
        List.of(new SiteSync.Difference(kind, element, siteValue, value)),
        SiteSync.differences(site));
  }

  /** Generating again ends all differences, touches no other site, and gives a sound model. */
  private void regenerates() throws IOException {
    List<String> others = linesOfOthers();
    SiteSync.regenerate(site);
    assertEquals(List.of(), SiteSync.differences(site));
    assertEquals(others, linesOfOthers());
    String once = ModelFiles.toText(network);
    ModelFiles.parse(once, "test");
    SiteSync.regenerate(site);
    assertEquals(once, ModelFiles.toText(network), "a second time changes nothing");
  }

  private List<String> linesOfOthers() throws IOException {
    return ModelFiles.toText(network)
        .lines()
        .filter(l -> l.matches(".*(hanghai|ingbo).*"))
        .toList();
  }

  @Test
  void freshlyBuiltSitesDoNotDiffer() {
    for (Site s : network.getSites()) assertEquals(List.of(), SiteSync.differences(s));
  }

  @Test
  void address() throws IOException {
    site.setPublicIp("203.0.113.99");
    CustomerGateway peer = SiteSync.customerGateways(site).getFirst();
    differs(SiteSync.Kind.PUBLIC_ADDRESS, peer, "203.0.113.99", "203.0.113.20");
    regenerates();
    assertEquals("203.0.113.99", peer.getIpAddress());
    assertSame(peer, SiteSync.customerGateways(site).getFirst());
  }

  /** The cloud does not let the address of a customer gateway change (rule K04). */
  @Test
  void addressUnderACloudProfileMakesANewCustomerGateway() throws IOException {
    network.setProfile(Profile.ALIBABA_2018);
    CustomerGateway old = SiteSync.customerGateways(site).getFirst();
    old.setAsn("65001");
    site.setPublicIp("203.0.113.99");
    regenerates();
    CustomerGateway now = SiteSync.customerGateways(site).getFirst();
    assertNotSame(old, now);
    assertEquals("203.0.113.20", old.getIpAddress());
    assertEquals("cgw-hangzhou-2", now.getId());
    assertEquals("65001", now.getAsn());
    assertSame(now, Models.connection(network, 1).getTunnels().getFirst().getCustomerGateway());
    assertEquals(3, network.getRegions().getFirst().getCustomerGateways().size());
  }

  @Test
  void prefixes() throws IOException {
    site.getCidrs().add("10.10.21.0/24");
    differs(
        SiteSync.Kind.PREFIXES,
        Models.connection(network, 1),
        "10.10.20.0/24 10.10.21.0/24",
        "10.10.20.0/24");
    regenerates();
    assertEquals(site.getCidrs(), Models.connection(network, 1).getRemoteSubnets());
    assertEquals(2, SiteSync.routes(site).size());
  }

  @Test
  void anotherOrderIsNoDifference() {
    site.getCidrs().add("10.10.21.0/24");
    SiteSync.regenerate(site);
    site.getCidrs().move(0, 1);
    assertEquals(List.of(), SiteSync.differences(site));
  }

  @Test
  void allSitesAtOnceGiveTheSameAnswer() {
    network.getSites().get(0).setPublicIp("203.0.113.98");
    site.getCidrs().set(0, "10.10.99.0/24");
    EcoreUtil.remove(Models.connection(network, 2));
    var all = SiteSync.differences(network);
    assertEquals(network.getSites(), List.copyOf(all.keySet()));
    all.forEach((s, found) -> assertEquals(SiteSync.differences(s), found));
    assertEquals(List.of(1, 2, 1), all.values().stream().map(List::size).toList());
  }

  /** Destination routes say what such a connection carries. */
  @Test
  void aRoutedConnectionIsNoDifference() throws IOException {
    Models.connection(network, 1).getRemoteSubnets().set(0, "0.0.0.0/0");
    assertEquals(List.of(), SiteSync.differences(site));
    regenerates();
    assertEquals(List.of("0.0.0.0/0"), Models.connection(network, 1).getRemoteSubnets());
  }

  /** One connection for each prefix, for devices that take one pair of networks only. */
  @Test
  void severalConnectionsShareThePrefixes() throws IOException {
    site.getCidrs().add("10.10.21.0/24");
    VpnConnection first = Models.connection(network, 1);
    VpnConnection second = EcoreUtil.copy(first);
    second.setId("vco-hangzhou-2");
    second.getTunnels().getFirst().setId("tun-hangzhou-2");
    second.getRemoteSubnets().set(0, "10.10.21.0/24");
    first.getVpnGateway().getConnections().add(second);
    assertEquals(List.of(), SiteSync.differences(site));
    regenerates();
    second.getRemoteSubnets().add("10.10.22.0/24");
    differs(
        SiteSync.Kind.PREFIXES,
        second,
        "10.10.20.0/24 10.10.21.0/24",
        "10.10.21.0/24 10.10.22.0/24");
    site.getCidrs().add("10.10.23.0/24");
    assertEquals(2, SiteSync.differences(site).size());
    regenerates();
    assertEquals(List.of("10.10.20.0/24", "10.10.23.0/24"), first.getRemoteSubnets());
    assertEquals(List.of("10.10.21.0/24"), second.getRemoteSubnets());
  }

  @Test
  void aChangedPrefixMovesItsRoute() throws IOException {
    RouteEntry old = SiteSync.routes(site).getFirst();
    site.getCidrs().set(0, "10.10.99.0/24");
    List<SiteSync.Difference> found = SiteSync.differences(site);
    assertEquals(
        List.of(SiteSync.Kind.PREFIXES, SiteSync.Kind.ROUTE),
        found.stream().map(SiteSync.Difference::kind).toList());
    assertSame(old, found.get(1).element());
    regenerates();
    assertEquals(1, SiteSync.routes(site).size());
    assertEquals("10.10.99.0/24", SiteSync.routes(site).getFirst().getDestinationCidrBlock());
  }

  @Test
  void aRouteMadeByHandIsNeitherReportedNorDoubled() throws IOException {
    RouteEntry route = SiteSync.routes(site).getFirst();
    route.setSite(null);
    assertEquals(List.of(), SiteSync.differences(site));
    regenerates();
    assertEquals(3, route.getRouteTable().getEntries().size());
  }

  @Test
  void nat() throws IOException {
    Tunnel tunnel = Models.connection(network, 1).getTunnels().getFirst();
    tunnel.setEnableNatTraversal(false);
    assertEquals(List.of(), SiteSync.differences(site));
    site.setBehindNat(true);
    differs(SiteSync.Kind.NAT_TRAVERSAL, tunnel, "behind a NAT", "NAT traversal off");
    regenerates();
    assertTrue(tunnel.isEnableNatTraversal());
  }

  @Test
  void aLostConnectionComesBack() throws IOException {
    EcoreUtil.remove(Models.connection(network, 1));
    differs(SiteSync.Kind.CONNECTION, site, "a connection", "none");
    CustomerGateway peer = SiteSync.customerGateways(site).getFirst();
    SiteSync.regenerate(site);
    assertEquals(List.of(), SiteSync.differences(site));
    VpnConnection made = SiteSync.connections(site).getFirst();
    assertEquals("vco-hangzhou", made.getId());
    assertSame(peer, made.getTunnels().getFirst().getCustomerGateway());
    assertEquals(3, network.getRegions().getFirst().getCustomerGateways().size());
    ModelFiles.parse(ModelFiles.toText(network), "test");
  }

  @Test
  void aSiteMadeByHandGetsItsElements() throws IOException {
    Site fresh = VpnhubFactory.eINSTANCE.createSite();
    fresh.setId("site-new");
    fresh.setName("New");
    fresh.setPublicIp("203.0.113.50");
    fresh.getCidrs().add("10.10.50.0/24");
    network.getSites().add(fresh);
    SiteSync.regenerate(fresh);
    assertEquals(List.of(), SiteSync.differences(fresh));
    assertEquals("cgw-new", SiteSync.customerGateways(fresh).getFirst().getId());
    assertEquals(1, SiteSync.routes(fresh).size());
    ModelFiles.parse(ModelFiles.toText(network), "test");
  }
}
