package org.vpnhub.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hub of the seed document from a table. */
class HubBuilderTest {
  @Test
  void theExampleIsWhatTheTableGives() throws IOException {
    Path examples = Models.checkout().resolve("examples");
    Network network =
        HubBuilder.build(
            "three-offices",
            "10.0.0.0/16",
            "198.51.100.1",
            SiteTable.read(examples.resolve("three-offices.csv")));
    assertEquals(
        Files.readString(examples.resolve("three-offices.vpnhub")), ModelFiles.toText(network));
  }

  @Test
  void theHubIsThatOfTheSeed() {
    Network network = Models.threeOffices();
    assertSame(Profile.HUB_NATIVE, network.getProfile());
    assertEquals(1, network.getRegions().size());
    VpnGateway gateway = Models.gateway(network);
    assertEquals("198.51.100.1", gateway.getInternetIp());
    assertTrue(gateway.isEnableIpsec());
    List<RouteEntry> routes = Models.vpc(network).getRouteTables().getFirst().getEntries();
    for (int i = 0; i < 3; i++) {
      Site site = network.getSites().get(i);
      String word = site.getName().toLowerCase(java.util.Locale.ROOT);
      String cidr = "10.10." + (i + 1) * 10 + ".0/24";
      assertEquals("site-" + word, site.getId());
      assertEquals(List.of(cidr), site.getCidrs());
      assertEquals("strongswan", site.getDevice());
      assertNull(site.getDeviceRelease());
      assertSame(SelectorMode.EXPLICIT, site.getSelectorMode());
      VpnConnection c = Models.connection(network, i);
      assertEquals("vco-" + word, c.getId());
      assertEquals(List.of("0.0.0.0/0"), c.getLocalSubnets());
      assertEquals(List.of(cidr), c.getRemoteSubnets());
      assertTrue(c.isEffectImmediately() && c.isAutoConfigRoute());
      assertSame(site, c.getSite());
      assertEquals(1, c.getTunnels().size());
      Tunnel tunnel = c.getTunnels().getFirst();
      assertEquals("203.0.113." + (i + 1) * 10, tunnel.getCustomerGateway().getIpAddress());
      assertEquals("cgw-" + word, tunnel.getCustomerGateway().getId());
      assertSame(site, tunnel.getCustomerGateway().getSite());
      assertEquals("psk-" + word, tunnel.getIkeConfig().getPskReference());
      assertNull(tunnel.getIkeConfig().getPsk());
      assertEquals(cidr, routes.get(i).getDestinationCidrBlock());
      assertSame(gateway, routes.get(i).getNextHop());
      assertSame(NextHopType.VPN_GATEWAY, routes.get(i).getNextHopType());
    }
  }

  /** domain-model §15: the defaults of profile hub-native. */
  @Test
  void theDefaultsAreStrong() {
    Tunnel tunnel = Models.connection(Models.threeOffices(), 0).getTunnels().getFirst();
    IkeConfig ike = tunnel.getIkeConfig();
    IpsecConfig ipsec = tunnel.getIpsecConfig();
    assertSame(IkeVersion.IKEV2, ike.getIkeVersion());
    assertEquals("aes256gcm16", ike.getIkeEncAlg());
    assertEquals("sha256", ike.getIkeAuthAlg());
    assertEquals("group31", ike.getIkePfs());
    assertEquals(86400, ike.getIkeLifetime());
    assertEquals("aes256gcm16", ipsec.getIpsecEncAlg());
    assertNull(ipsec.getIpsecAuthAlg());
    assertEquals("group31", ipsec.getIpsecPfs());
    assertEquals(3600, ipsec.getIpsecLifetime());
    assertTrue(tunnel.isEnableDpd() && tunnel.isEnableNatTraversal());
    assertEquals(30, tunnel.getDpdInterval());
  }

  @Test
  void aSiteAddedLaterLeavesTheOthersAlone() throws IOException {
    Network network = Models.threeOffices();
    List<String> before = ModelFiles.toText(network).lines().toList();
    HubBuilder.addSite(
        Models.gateway(network),
        SiteTable.Row.of(
            "Suzhou", "203.0.113.40", "10.10.40.0/24 10.10.41.0/24", "strongswan:5.9.8"));
    List<String> after = ModelFiles.toText(network).lines().toList();
    assertEquals(before, inOrder(before, after));
    Site site = network.getSites().getLast();
    assertEquals("5.9.8", site.getDeviceRelease());
    assertEquals(2, SiteSync.routes(site).size());
    assertEquals(List.of(), SiteSync.differences(site));
    ModelFiles.parse(ModelFiles.toText(network), "test");
  }

  /** The lines of {@code before} that are found in {@code after} in the same order. */
  private static List<String> inOrder(List<String> before, List<String> after) {
    List<String> found = new ArrayList<>();
    int at = 0;
    for (String line : after) {
      if (at < before.size() && line.equals(before.get(at))) {
        found.add(line);
        at++;
      }
    }
    return found;
  }

  @Test
  void theSameTableWithOneMoreRowGivesTheSameIds() {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (String name : List.of("North", "north", "上海", "杭州", "Café №1", "north-2", "")) {
      rows.add(SiteTable.Row.of(name, "203.0.113.1", "10.1.0.0/24 10.1.0.0/24", ""));
    }
    List<String> few = ids(HubBuilder.build("n", "10.0.0.0/16", "x", rows.subList(0, 6)));
    List<String> more = ids(HubBuilder.build("n", "10.0.0.0/16", "x", rows));
    assertEquals(few, more.subList(0, 6));
    Network one = HubBuilder.build("n", "10.0.0.0/16", "x", rows.subList(0, 1));
    assertEquals(1, SiteSync.routes(one.getSites().getFirst()).size(), "a prefix given twice");
    assertEquals(
        List.of(
            "site-north", "site-north-2", "site-1", "site-1-2", "site-cafe-no1", "site-north-2-2"),
        few);
    assertEquals(new HashSet<>(more).size(), more.size());
  }

  private static List<String> ids(Network network) {
    return network.getSites().stream().map(Site::getId).toList();
  }

  @Test
  void manySitesOfOneNameKeepTheirPartsTogether() throws IOException {
    List<SiteTable.Row> rows = new ArrayList<>();
    String name = "x".repeat(300);
    for (int i = 0; i < 20; i++)
      rows.add(SiteTable.Row.of(name, "", "10.1.0.0/24 bad 10.2.0.0/24", ""));
    Network network = HubBuilder.build(name, "nonsense", "", rows);
    Network read = ModelFiles.parse(ModelFiles.toText(network), "test");
    for (Site site : read.getSites()) {
      String word = site.getId().substring("site-".length());
      assertEquals("vco-" + word, SiteSync.connections(site).getFirst().getId());
      assertEquals("cgw-" + word, SiteSync.customerGateways(site).getFirst().getId());
      assertTrue(site.getId().length() <= 64, site.getId());
      assertEquals(3, SiteSync.routes(site).size());
    }
  }

  @Test
  void wrongValuesAreKeptAsWritten() {
    Network network =
        HubBuilder.build(
            "n",
            "10.0.0.0/99",
            "1.2.3",
            List.of(SiteTable.Row.of("a", "b", "10.0.0.1/8 c", "d e f")));
    assertEquals("10.0.0.0/99", Models.vpc(network).getCidrBlock());
    Site site = network.getSites().getFirst();
    assertEquals(List.of("10.0.0.1/8", "c"), site.getCidrs());
    assertEquals("b", site.getPublicIp());
    assertEquals("d", site.getDevice());
    assertEquals("e f", site.getDeviceRelease());
  }

  @Test
  void aRemovedSiteTakesAllThatBelongsToItAlong() throws IOException {
    Network network = Models.threeOffices();
    Site hangzhou = network.getSites().get(1);
    DestinationRoute route = VpnhubFactory.eINSTANCE.createDestinationRoute();
    route.setId("dst-1");
    route.setNextHop(Models.connection(network, 1));
    Models.gateway(network).getDestinationRoutes().add(route);
    network.getSites().getFirst().setStandbyFor(hangzhou);
    Removal.remove(List.of(hangzhou));
    String text = ModelFiles.toText(network);
    assertTrue(!text.contains("angzhou") && !text.contains("dst-1"), text);
    assertEquals(2, ModelFiles.parse(text, "test").getSites().size());
    assertEquals(2, Models.gateway(network).getConnections().size());
  }

  @Test
  void aSummaryThatAllSitesShareIsThatOfANewSite() {
    Network network = Models.threeOffices();
    VpnGateway gateway = Models.gateway(network);
    network.getSites().subList(0, 2).forEach(s -> HubBuilder.summarise(s, "10.0.0.0/8"));
    assertSame(SelectorMode.EXPLICIT, HubBuilder.addSite(gateway, row(40)).getSelectorMode());
    network.getSites().forEach(s -> HubBuilder.summarise(s, "10.0.0.0/8"));
    Site added = HubBuilder.addSite(gateway, row(50));
    assertSame(SelectorMode.SUMMARY, added.getSelectorMode());
    assertEquals("10.0.0.0/8", added.getSummaryCidr());
    HubBuilder.summarise(added, "10.0.0.0/9");
    assertSame(SelectorMode.EXPLICIT, HubBuilder.addSite(gateway, row(60)).getSelectorMode());
  }

  private static SiteTable.Row row(int number) {
    List<String> prefix = List.of("10.10." + number + ".0/24");
    return new SiteTable.Row("Site " + number, "203.0.113." + number, prefix, "strongswan", "");
  }
}
