package org.vpnhub.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Network;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;

/** The three offices of the tutorial, whole and with one thing wrong. */
class ThreeOfficesTest {
  @Test
  void planIsAsInTheGoldenFile() throws IOException {
    assertGolden("three-offices.txt", Planner.plan(Hubs.threeOffices()));
  }

  @Test
  void everyModeAndIkev1AreAsInTheGoldenFile() throws IOException {
    Network n = Hubs.threeOffices();
    Hubs.site(n, "Shanghai").setSelectorMode(SelectorMode.ANY);
    Hubs.site(n, "Hangzhou").setSelectorMode(SelectorMode.SUMMARY);
    Hubs.site(n, "Hangzhou").setSummaryCidr("10.0.0.0/8");
    Hubs.site(n, "Hangzhou").setBehindNat(true);
    Hubs.connection(n, "Shanghai").getRemoteSubnets().set(0, "0.0.0.0/0");
    var ningbo = Hubs.connection(n, "Ningbo").getTunnels().getFirst();
    ningbo.getIkeConfig().setIkeVersion(org.vpnhub.model.IkeVersion.IKEV1);
    ningbo.getIkeConfig().setIkeEncAlg("aes");
    ningbo.getIkeConfig().setIkeAuthAlg("sha1");
    ningbo.getIkeConfig().setIkePfs("group2");
    ningbo.getIkeConfig().setIkeLifetime(0);
    ningbo.getIpsecConfig().setIpsecEncAlg("aes192");
    ningbo.getIpsecConfig().setIpsecAuthAlg("sha256");
    ningbo.getIpsecConfig().setIpsecPfs("disabled");
    ningbo.getIpsecConfig().setIpsecLifetime(0);
    ningbo.getIkeConfig().setPskReference(null);
    ningbo.getIkeConfig().setPsk("literal");
    ningbo.getIkeConfig().setLocalId("hub.example.com");
    ningbo.getIkeConfig().setRemoteId("ningbo@example.com");
    NetworkPlan plan = Planner.plan(n);
    assertGolden("three-offices-modes.txt", plan);
    assertEquals(Set.of("literal:vco-ningbo"), Planner.literalKeys(n).keySet());
    assertEquals("literal", Planner.literalKeys(n).get("literal:vco-ningbo").text());
  }

  @Test
  void aMissingVpcRoutePartsTheVpcAndThatSite() {
    Network n = Hubs.threeOffices();
    Hubs.removeVpcRoute(n, "10.10.20.0/24");
    NetworkPlan plan = Planner.plan(n);
    assertEquals(Set.of("Hangzhou -> VPC", "VPC -> Hangzhou"), broken(plan));
    assertEquals(Set.of(Kind.VPC_ROUTE), kinds(plan));
    List<Problem> r14 = plan.problems();
    assertEquals(1, r14.size(), r14.toString());
    assertEquals("R14", r14.getFirst().code());
    assertEquals(Severity.WARNING, r14.getFirst().severity());
    assertEquals("VPC VPC", r14.getFirst().element());
    assertTrue(r14.getFirst().message().contains("10.10.20.0/24 (Hangzhou)"));
  }

  @Test
  void aWrongSelectorPartsThatSiteFromAll() {
    Network n = Hubs.threeOffices();
    Hubs.connection(n, "Hangzhou").getRemoteSubnets().set(0, "10.10.99.0/24");
    NetworkPlan plan = Planner.plan(n);
    assertEquals(
        Set.of(
            "Hangzhou -> VPC",
            "VPC -> Hangzhou",
            "Hangzhou -> Shanghai",
            "Shanghai -> Hangzhou",
            "Hangzhou -> Ningbo",
            "Ningbo -> Hangzhou"),
        broken(plan));
    assertTrue(kinds(plan).contains(Kind.SOURCE_SELECTOR), kinds(plan).toString());
    Problem selector =
        plan.problems().stream()
            .filter(p -> p.elementId().equals("vco-hangzhou"))
            .findFirst()
            .orElseThrow();
    assertTrue(selector.message().contains("10.10.99.0/24"), selector.message());
    assertTrue(selector.message().contains("10.10.20.0/24"), selector.message());
  }

  @Test
  void aHubSideWithoutTheOtherSitesPartsSitesOnly() {
    Network n = Hubs.threeOffices();
    Hubs.connection(n, "Ningbo").getLocalSubnets().set(0, "10.0.0.0/16");
    NetworkPlan plan = Planner.plan(n);
    assertEquals(
        Set.of(
            "Ningbo -> Shanghai", "Shanghai -> Ningbo", "Ningbo -> Hangzhou", "Hangzhou -> Ningbo"),
        broken(plan));
    assertEquals(Set.of(Kind.SOURCE_SELECTOR, Kind.DESTINATION_SELECTOR), kinds(plan));
    assertEquals(1, plan.problems().size(), plan.problems().toString());
  }

  @Test
  void bothSidesAnyNeedsARoute() {
    Network n = Hubs.threeOffices();
    Hubs.connection(n, "Ningbo").getRemoteSubnets().set(0, "0.0.0.0/0");
    Hubs.connection(n, "Ningbo").setAutoConfigRoute(false);
    Hubs.site(n, "Ningbo").setSelectorMode(SelectorMode.ANY);
    NetworkPlan without = Planner.plan(n);
    assertEquals(Set.of(Kind.HUB_ROUTE), kinds(without));
    assertEquals(6, broken(without).size());
    var route = org.vpnhub.model.VpnhubFactory.eINSTANCE.createDestinationRoute();
    route.setId("rte-1");
    route.setRouteDest("10.10.30.0/24");
    route.setNextHop(Hubs.connection(n, "Ningbo"));
    Hubs.gateway(n).getDestinationRoutes().add(route);
    assertEquals(Set.of(), broken(Planner.plan(n)));
  }

  static Set<String> broken(NetworkPlan plan) {
    return plan.reachability().cells().stream()
        .filter(c -> !c.reachable())
        .map(c -> c.from() + " -> " + c.to())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<Kind> kinds(NetworkPlan plan) {
    return plan.reachability().cells().stream()
        .map(ReachabilityCell::missing)
        .flatMap(List::stream)
        .map(MissingLink::kind)
        .collect(Collectors.toSet());
  }

  private static void assertGolden(String name, NetworkPlan plan) throws IOException {
    try (InputStream in = ThreeOfficesTest.class.getResourceAsStream(name)) {
      String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(golden, PlanText.of(plan));
    }
  }
}
