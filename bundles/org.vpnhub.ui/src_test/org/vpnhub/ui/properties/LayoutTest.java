package org.vpnhub.ui.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable.Row;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.Changes;

/** Which features stand in which tab. */
class LayoutTest {
  private final Network network =
      HubBuilder.build(
          "offices",
          "10.0.0.0/16",
          "198.51.100.1",
          List.of(Row.of("Shanghai", "203.0.113.10", "10.10.10.0/24", "strongswan")));
  private final VpnGateway gateway =
      network.getRegions().getFirst().getVpcs().getFirst().getVpnGateways().getFirst();
  private final VpnConnection connection = gateway.getConnections().getFirst();

  private List<NamedElement> oneOfEach() {
    Changes.addDestinationRoute(gateway, connection, "172.16.0.0/16");
    Changes.addPolicyRoute(gateway, connection, "10.0.0.0/16", "172.16.0.0/16");
    List<NamedElement> all = new ArrayList<>(List.of(network));
    network
        .eAllContents()
        .forEachRemaining(
            e -> {
              if (e instanceof NamedElement n) all.add(n);
            });
    return all;
  }

  private static Set<EStructuralFeature> shown(NamedElement element) {
    Set<EStructuralFeature> shown = new HashSet<>();
    for (Layout.Tab tab : Layout.of(element)) {
      for (Layout.Group g : tab.groups()) shown.addAll(g.features());
    }
    return shown;
  }

  private static boolean isEditable(EStructuralFeature f) {
    if (f == Literals.NAMED_ELEMENT__TAGS) return true;
    return !(f instanceof EReference r && (r.isContainment() || r.isContainer()));
  }

  @Test
  void everyFeatureHasItsPlace() {
    for (NamedElement e : oneOfEach()) {
      Set<EStructuralFeature> missing = new HashSet<>(e.eClass().getEAllStructuralFeatures());
      missing.removeIf(f -> !isEditable(f));
      missing.removeAll(shown(e));
      assertEquals(Set.of(), missing, e.eClass().getName());
    }
  }

  @Test
  void everyFeatureOfAPhaseHasItsPlace() {
    Set<EStructuralFeature> shown = shown(connection.getTunnels().getFirst());
    for (EObject part :
        List.of(
            connection.getTunnels().getFirst().getIkeConfig(),
            connection.getTunnels().getFirst().getIpsecConfig())) {
      assertTrue(shown.containsAll(part.eClass().getEAllStructuralFeatures()), part.toString());
    }
  }

  @Test
  void everyGroupShowsFeaturesOfItsOwner() {
    for (NamedElement e : oneOfEach()) {
      for (Layout.Tab tab : Layout.of(e)) {
        for (Layout.Group g : tab.groups()) {
          if (g.owner() == null) continue;
          for (EStructuralFeature f : g.features()) {
            assertTrue(g.owner().eClass().getEAllStructuralFeatures().contains(f), f.getName());
          }
        }
      }
    }
  }

  @Test
  void aSiteHasTheTabsOfItsTunnels() {
    List<String> labels =
        Layout.of(network.getSites().getFirst()).stream().map(Layout.Tab::label).toList();
    assertEquals(List.of("General", "Device", "IKE", "IPsec", "Advanced"), labels);
  }

  @Test
  void aPartThatComesChangesTheShapeOfItsTab() {
    Layout.Tab before = Layout.tab(connection, "Health check").orElseThrow();
    assertSame(Literals.VPN_CONNECTION__HEALTH_CHECK, before.groups().getFirst().part());
    connection.setHealthCheck(VpnhubFactory.eINSTANCE.createHealthCheckConfig());
    Layout.Tab after = Layout.tab(connection, "Health check").orElseThrow();
    assertNotEquals(before.shape(), after.shape());
    connection.getHealthCheck().setRetry(5);
    assertEquals(after.shape(), Layout.tab(connection, "Health check").orElseThrow().shape());
  }
}
