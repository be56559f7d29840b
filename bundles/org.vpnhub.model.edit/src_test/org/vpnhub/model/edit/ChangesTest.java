package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.model.VpnhubPackage.Literals.IPSEC_CONFIG__IPSEC_ENC_ALG;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__CIDRS;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__PUBLIC_IP;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Removal;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** What changes do beside the plain setting: what depends on an element goes with it or follows. */
class ChangesTest {
  private Network network;
  private Site hangzhou;
  private VpnGateway hub;

  @BeforeEach
  void build() {
    network = Offices.network();
    hangzhou = Offices.site(network, 1);
    hub = Offices.gateway(network);
  }

  private List<String> ids(String word) {
    List<String> ids = new ArrayList<>();
    EcoreUtil.getAllContents(network, false)
        .forEachRemaining(
            e -> {
              if (e instanceof NamedElement n && n.getId().contains(word)) ids.add(n.getId());
            });
    return ids;
  }

  private List<String> destinations(VpnGateway gateway) {
    return gateway.getVpc().getRouteTables().getFirst().getEntries().stream()
        .filter(r -> r.getNextHop() == gateway)
        .map(RouteEntry::getDestinationCidrBlock)
        .toList();
  }

  @Test
  void aSiteGoesWithAllThatWasGeneratedFromIt() {
    VpnConnection connection = Offices.connection(network, 1);
    Changes.addDestinationRoute(hub, connection, "172.16.0.0/16");
    Changes.addPolicyRoute(hub, Offices.connection(network, 0), "10.0.0.0/16", "172.17.0.0/16");
    Offices.site(network, 2).setStandbyFor(hangzhou);
    Changes.remove(List.of(hangzhou));
    assertEquals(List.of(), ids("hangzhou"));
    assertEquals(List.of(), hub.getDestinationRoutes());
    assertEquals(1, hub.getPolicyRoutes().size());
    assertNull(Offices.site(network, 1).getStandbyFor());
    Offices.text(network);
  }

  @Test
  void aConnectionTakesItsRoutesAndLeavesItsSite() {
    Changes.remove(List.of(Offices.connection(network, 1)));
    assertEquals(List.of("cgw-hangzhou", "site-hangzhou"), ids("hangzhou"));
  }

  @Test
  void theVpcRoutesOfASiteStayWhileAConnectionIsLeft() {
    Changes.connect(hangzhou, hub);
    Changes.remove(List.of(Offices.connection(network, 1)));
    assertTrue(destinations(hub).contains("10.10.20.0/24"));
  }

  @Test
  void aGatewayTakesItsConnectionsAndTheRoutesToIt() {
    Changes.remove(List.of(hub));
    assertEquals(List.of(), Offices.table(network).getEntries());
    assertEquals(3, network.getSites().size());
    assertEquals(List.of(), SiteSync.connections(hangzhou));
    Offices.text(network);
  }

  @Test
  void aVSwitchIsForgottenByItsGateway() {
    Changes.remove(List.of(hub.getVSwitch()));
    assertNull(hub.getVSwitch());
  }

  @Test
  void elementsWithinEachOtherGoOnce() {
    Vpc vpc = Offices.vpc(network);
    Changes.remove(List.of(hub, vpc, Offices.table(network)));
    assertEquals(List.of(), Offices.region(network).getVpcs());
    Offices.text(network);
  }

  @Test
  void whatCannotGoByItself() {
    assertFalse(Removal.isPossible(network));
    assertFalse(Removal.isPossible(Offices.table(network)));
    assertFalse(Removal.isPossible(Offices.connection(network, 0).getTunnels().getFirst()));
    assertTrue(Removal.isPossible(Changes.addRouteTable(Offices.vpc(network), "guests")));
    assertTrue(Removal.isPossible(hangzhou));
  }

  @Test
  void generatedElementsFollowTheirSite() {
    Changes.set(hangzhou, SITE__PUBLIC_IP, "203.0.113.99");
    Changes.setList(hangzhou, SITE__CIDRS, List.of("10.10.21.0/24"));
    assertEquals(List.of(), SiteSync.differences(hangzhou));
    assertEquals("203.0.113.99", Offices.peer(network, 1).getIpAddress());
    assertEquals(List.of("10.10.21.0/24"), Offices.connection(network, 1).getRemoteSubnets());
    assertFalse(destinations(hub).contains("10.10.20.0/24"));
    assertTrue(destinations(hub).contains("10.10.21.0/24"));
  }

  @Test
  void aSiteWithoutAConnectionStaysWithout() {
    Changes.remove(List.of(Offices.connection(network, 1)));
    Changes.setList(hangzhou, SITE__CIDRS, List.of("10.10.21.0/24"));
    assertEquals(List.of(), SiteSync.connections(hangzhou));
  }

  @Test
  void connectingAgainMakesWhatIsMissing() {
    Changes.remove(List.of(Offices.connection(network, 1)));
    VpnConnection connection = Changes.connect(hangzhou, hub);
    assertSame(Offices.peer(network, 1), connection.getTunnels().getFirst().getCustomerGateway());
    assertEquals(List.of(), SiteSync.differences(hangzhou));
    assertTrue(destinations(hub).contains("10.10.20.0/24"));
  }

  @Test
  void aConnectionLedToAnotherSiteServesThatOne() {
    VpnConnection connection = Offices.connection(network, 1);
    Site ningbo = Offices.site(network, 2);
    Changes.reconnect(connection, ningbo);
    assertEquals("Ningbo", connection.getName());
    assertEquals("Ningbo", connection.getTunnels().getFirst().getName());
    assertEquals(ningbo.getCidrs(), connection.getRemoteSubnets());
    assertSame(Offices.peer(network, 2), connection.getTunnels().getFirst().getCustomerGateway());
    assertFalse(destinations(hub).contains("10.10.20.0/24"));
  }

  @Test
  void aConnectionMovedToAnotherGatewayTakesItsRoutesAlong() {
    Vpc far = Changes.addVpc(Changes.addRegion(network, "Beijing"), "far", "10.1.0.0/16");
    VpnGateway second = Changes.addGateway(far, "second", "198.51.100.2");
    VpnConnection connection = Offices.connection(network, 1);
    Changes.addDestinationRoute(hub, connection, "172.16.0.0/16");
    Changes.reconnect(connection, second);
    assertSame(second, connection.getVpnGateway());
    assertEquals(1, second.getDestinationRoutes().size());
    assertEquals(List.of("10.10.20.0/24"), destinations(second));
    assertFalse(destinations(hub).contains("10.10.20.0/24"));
    assertSame(
        far.getRegion(), connection.getTunnels().getFirst().getCustomerGateway().getRegion());
    Offices.text(network);
  }

  @Test
  void generatedElementsBearTheNewNameUnlessTheyHadTheirOwn() {
    Offices.peer(network, 1).setName("the old router");
    Changes.rename(hangzhou, "Hangzhou West");
    assertEquals("the old router", Offices.peer(network, 1).getName());
    VpnConnection connection = Offices.connection(network, 1);
    assertEquals("Hangzhou West", connection.getName());
    assertEquals("Hangzhou West", connection.getTunnels().getFirst().getName());
    assertEquals("Hangzhou West", Offices.table(network).getEntries().get(1).getName());
    assertEquals("site-hangzhou", hangzhou.getId(), "ids are for life");
  }

  @Test
  void aHashComesAndGoesWithTheCipher() {
    var esp = Offices.connection(network, 0).getTunnels().getFirst().getIpsecConfig();
    Changes.set(esp, IPSEC_CONFIG__IPSEC_ENC_ALG, "aes256");
    assertEquals("sha256", esp.getIpsecAuthAlg());
    esp.setIpsecAuthAlg("sha512");
    Changes.set(esp, IPSEC_CONFIG__IPSEC_ENC_ALG, "aes");
    assertEquals("sha512", esp.getIpsecAuthAlg());
    Changes.set(esp, IPSEC_CONFIG__IPSEC_ENC_ALG, "aes256gcm16");
    assertNull(esp.getIpsecAuthAlg());
  }
}
