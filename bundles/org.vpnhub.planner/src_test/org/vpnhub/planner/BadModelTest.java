package org.vpnhub.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.model.Network;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.TunnelRole;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.NetworkPlan;

/** Any model that loads gives a plan. */
class BadModelTest {
  private static final List<String> WORDS =
      List.of("", " ", "10.0.0.1/8", "300.1.2.3", "nonsense", "10.10.20.0/24", "0.0.0.0/0", "-1");

  @Test
  void eachBadValueIsNamedAndOnlyItsConnectionIsLeftOut() {
    leavesOutHangzhou(
        "A01", n -> hangzhou(n).getVpnConnection().getRemoteSubnets().set(0, "10.10.20.1/24"));
    leavesOutHangzhou("A01", n -> hangzhou(n).getVpnConnection().getLocalSubnets().set(0, "any"));
    leavesOutHangzhou("S04", n -> hangzhou(n).getVpnConnection().getRemoteSubnets().clear());
    leavesOutHangzhou("K01", n -> hangzhou(n).getCustomerGateway().setIpAddress("203.0.113.300"));
    leavesOutHangzhou("K01", n -> hangzhou(n).getCustomerGateway().setIpAddress(null));
    leavesOutHangzhou("S04", n -> hangzhou(n).setCustomerGateway(null));
    leavesOutHangzhou("S04", n -> hangzhou(n).setIkeConfig(null));
    leavesOutHangzhou("S04", n -> hangzhou(n).setIpsecConfig(null));
    leavesOutHangzhou("S04", n -> hangzhou(n).getVpnConnection().getTunnels().clear());
    leavesOutHangzhou("C31", n -> hangzhou(n).getIkeConfig().setIkeEncAlg("rot13"));
    leavesOutHangzhou("C31", n -> hangzhou(n).getIkeConfig().setIkeAuthAlg(null));
    leavesOutHangzhou("C31", n -> hangzhou(n).getIpsecConfig().setIpsecEncAlg("aes256"));
    leavesOutHangzhou("C31", n -> hangzhou(n).getIpsecConfig().setIpsecPfs("group99"));
    leavesOutHangzhou("C12", n -> hangzhou(n).getIkeConfig().setIkeLifetime(-5));
    leavesOutHangzhou("C12", n -> hangzhou(n).getIpsecConfig().setIpsecLifetime(86401));
  }

  @Test
  void aGatewayThatCannotRunLeavesOutAll() {
    for (Consumer<Network> fault :
        List.<Consumer<Network>>of(
            n -> Hubs.gateway(n).setInternetIp("?"), n -> Hubs.gateway(n).setEnableIpsec(false))) {
      Network n = Hubs.threeOffices();
      fault.accept(n);
      NetworkPlan plan = Planner.plan(n);
      assertEquals(List.of(), plan.hub().connections());
      assertEquals(Set.of(Kind.CONNECTION), ThreeOfficesTest.kinds(plan));
      assertEquals(12, ThreeOfficesTest.broken(plan).size());
    }
  }

  @Test
  void routesToNowhereAreNamed() {
    Network n = Hubs.threeOffices();
    var route = VpnhubFactory.eINSTANCE.createDestinationRoute();
    route.setId("vrt-1");
    route.setRouteDest("10.10.20.0/24");
    Hubs.gateway(n).getDestinationRoutes().add(route);
    assertEquals(Set.of("R13"), codes(Planner.plan(n)));
    route.setNextHop(Hubs.connection(n, "Hangzhou"));
    route.setRouteDest("10.10.20.7/24");
    assertEquals(Set.of("A01"), codes(Planner.plan(n)));
  }

  @Test
  void ofTwoTunnelsTheMasterIsPlanned() {
    Network n = Hubs.threeOffices();
    Tunnel second = EcoreUtil.copy(hangzhou(n));
    second.setId("tun-2");
    second.getIkeConfig().setIkeLifetime(7200);
    hangzhou(n).setRole(TunnelRole.SLAVE);
    second.setRole(TunnelRole.MASTER);
    Hubs.connection(n, "Hangzhou").getTunnels().add(second);
    NetworkPlan plan = Planner.plan(n);
    assertEquals(Set.of("S06"), codes(plan));
    assertEquals(7200, plan.hub().connections().get(1).ike().lifetimeSeconds());
    assertEquals(Set.of(), ThreeOfficesTest.broken(plan));
  }

  @Test
  void noGatewayAtAllIsAPlanToo() {
    Network n = VpnhubFactory.eINSTANCE.createNetwork();
    assertEquals(Set.of("S03"), codes(Planner.plan(n)));
    assertThrows(IllegalArgumentException.class, () -> Planner.plan(n, "vpn-1"));
    assertEquals("hub", Planner.plan(Hubs.threeOffices(), "vpn-hub").hub().name());
  }

  @Test
  void aConnectionWithoutASiteStandsForOne() {
    Network n = Hubs.threeOffices();
    for (var c : Hubs.gateway(n).getConnections()) {
      c.setSite(null);
      c.getTunnels().getFirst().getCustomerGateway().setSite(null);
    }
    n.getSites().clear();
    NetworkPlan plan = Planner.plan(n);
    assertEquals(List.of("Shanghai", "Hangzhou", "Ningbo", "VPC"), plan.reachability().nodes());
    assertEquals(Set.of(), ThreeOfficesTest.broken(plan));
  }

  @Test
  void nodesHaveNamesOfTheirOwn() {
    Network n = Hubs.threeOffices();
    n.getSites().get(0).setName("VPC");
    n.getSites().get(1).setName("Ningbo");
    NetworkPlan plan = Planner.plan(n);
    assertEquals(
        List.of("VPC (site-shanghai)", "Ningbo", "Ningbo (site-ningbo)", "VPC"),
        plan.reachability().nodes());
    for (String a : plan.reachability().nodes()) {
      for (String b : plan.reachability().nodes()) {
        if (a.equals(b)) continue;
        assertEquals(a, plan.reachability().cell(a, b).orElseThrow().from());
        assertEquals(b, plan.reachability().cell(a, b).orElseThrow().to());
      }
    }
  }

  @Test
  void survivesAnyModel() {
    for (long seed = 1; seed <= 400; seed++) {
      Random random = new Random(seed);
      Network n = Hubs.threeOffices();
      List<EObject> all = new java.util.ArrayList<>();
      for (TreeIterator<EObject> it = n.eAllContents(); it.hasNext(); ) all.add(it.next());
      for (int i = 0; i < 1 + random.nextInt(6); i++)
        spoil(all.get(random.nextInt(all.size())), random);
      try {
        NetworkPlan plan = Planner.plan(n);
        assertNotNull(PlanText.of(plan));
        for (Problem p : plan.problems()) {
          assertTrue(!p.message().isBlank() && !p.remedy().isBlank(), "seed " + seed + ": " + p);
        }
        Planner.literalKeys(n);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void spoil(EObject element, Random random) {
    List<EStructuralFeature> features =
        element.eClass().getEAllStructuralFeatures().stream()
            .filter(f -> f.isChangeable() && !f.isTransient())
            .toList();
    EStructuralFeature f = features.get(random.nextInt(features.size()));
    Object word = WORDS.get(random.nextInt(WORDS.size()));
    if (f instanceof EReference) {
      if (f.isMany()) ((List<Object>) element.eGet(f)).clear();
      else element.eSet(f, null);
    } else if (f.isMany()) {
      ((List<Object>) element.eGet(f)).add(word);
    } else if (((EAttribute) f).getEAttributeType().getInstanceClass() == String.class) {
      element.eSet(f, random.nextInt(4) == 0 ? null : word);
    } else if (f.getEType().getInstanceClass() == int.class) {
      element.eSet(f, random.nextInt(3) * 100_000 - 100_000);
    } else if (f.getEType().getInstanceClass() == boolean.class) {
      element.eSet(f, random.nextBoolean());
    }
  }

  private static Tunnel hangzhou(Network n) {
    return Hubs.connection(n, "Hangzhou").getTunnels().getFirst();
  }

  private static void leavesOutHangzhou(String code, Consumer<Network> fault) {
    Network n = Hubs.threeOffices();
    fault.accept(n);
    NetworkPlan plan = Planner.plan(n);
    assertEquals(
        List.of("Shanghai", "Ningbo"),
        plan.hub().connections().stream().map(c -> c.name()).toList(),
        code);
    assertEquals(Set.of(code, "R14"), codes(plan));
    assertEquals(6, ThreeOfficesTest.broken(plan).size());
    assertEquals(Set.of(Kind.CONNECTION), ThreeOfficesTest.kinds(plan));
  }

  private static Set<String> codes(NetworkPlan plan) {
    return plan.problems().stream().map(Problem::code).collect(Collectors.toSet());
  }
}
