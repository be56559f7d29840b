package org.vpnhub.ui.diagram.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.ui.diagram.core.Deriver;
import org.vpnhub.ui.diagram.core.DiagramDefinition;
import org.vpnhub.ui.diagram.core.Fixtures;
import org.vpnhub.ui.diagram.core.Services;

class SceneTest {
  private final Scene scene = new Scene();
  private DiagramDefinition definition;
  private Services services;
  private Network network;

  @BeforeEach
  void open() {
    definition = Fixtures.definition("HubTopology");
    services = Fixtures.services(definition);
    network = Fixtures.threeOffices();
    show();
  }

  private Scene.Delta show() {
    return scene.show(Deriver.derive(definition, network, services, Set.of()));
  }

  private static Set<String> keys(Set<NodeItem> items) {
    return items.stream().map(NodeItem::key).collect(Collectors.toSet());
  }

  private VpnConnection connection() {
    return network
        .getRegions()
        .getFirst()
        .getVpcs()
        .getFirst()
        .getVpnGateways()
        .getFirst()
        .getConnections()
        .getFirst();
  }

  @Test
  void theSameDiagramChangesNothing() {
    NodeItem before = scene.node("Site:site-shanghai").orElseThrow();
    Scene.Delta delta = show();
    assertFalse(delta.outermost());
    assertTrue(delta.containers().isEmpty());
    assertTrue(delta.ends().isEmpty());
    assertTrue(delta.nodes().isEmpty());
    assertTrue(delta.edges().isEmpty());
    assertSame(before, scene.node("Site:site-shanghai").orElseThrow());
  }

  @Test
  void aRenamedSiteIsTheOnlyNodeThatLooksDifferent() {
    network.getSites().getFirst().setName("Pudong");
    Scene.Delta delta = show();
    assertEquals(Set.of("Site:site-shanghai"), keys(delta.nodes()));
    assertFalse(delta.outermost());
    assertTrue(delta.added().isEmpty());
  }

  @Test
  void aConnectionThatGoesConcernsItsTwoEnds() {
    EcoreUtil.delete(connection());
    Scene.Delta delta = show();
    assertEquals(Set.of("Site:site-shanghai", "Gateway:vpn-hub"), keys(delta.ends()));
    assertTrue(scene.node("Site:site-shanghai").orElseThrow().outgoing().isEmpty());
  }

  @Test
  void aSiteThatGoesTakesItsPlaceAndComesBackAsTheSameThing() {
    Site site = network.getSites().get(2);
    network.getSites().remove(site);
    assertTrue(show().outermost());
    assertTrue(scene.node("Site:site-ningbo").isEmpty());
    network.getSites().add(site);
    assertEquals(List.of("Site:site-ningbo"), show().added().stream().map(NodeItem::key).toList());
  }

  @Test
  void anotherModelOfTheSameKeysKeepsTheItems() {
    NodeItem before = scene.node("Site:site-shanghai").orElseThrow();
    network = EcoreUtil.copy(network);
    Scene.Delta delta = show();
    assertSame(before, scene.node("Site:site-shanghai").orElseThrow());
    assertSame(network.getSites().getFirst(), before.element());
    assertTrue(delta.added().isEmpty());
  }

  @Test
  void findsWhatShowsAnElementOrWhatIsAroundIt() {
    VpnConnection connection = connection();
    Item edge = scene.find(connection).orElseThrow();
    assertSame(connection, edge.element());
    assertSame(edge, scene.find(connection.getTunnels().getFirst().getIkeConfig()).orElseThrow());
    assertTrue(scene.find(network).isEmpty());
  }

  @Test
  void findsTheSiteOfACustomerGateway() {
    var peer = network.getRegions().getFirst().getCustomerGateways().getFirst();
    assertEquals("Site:site-shanghai", scene.find(peer).orElseThrow().key());
  }
}
