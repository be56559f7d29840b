package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.lab.LabResult;
import org.vpnhub.model.Network;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.monitor.core.Diagnosis.Step;
import org.vpnhub.ui.monitor.core.Diagnosis.Verdict;

/** The first broken link of a pair, over models with one fault each. */
class DiagnosisTest {
  private final Network network = Fixtures.threeOffices();

  private Diagnosis walk(String from, String to) {
    NetworkPlan plan = Planner.plan(network);
    return Diagnosis.of(
        plan, from, to, Optional.of(Fixtures.running(plan, Map.of())), Optional.empty());
  }

  private static Step first(Diagnosis d) {
    return d.firstBroken().orElseThrow(() -> new AssertionError(d.toString()));
  }

  private Site site(String name) {
    return network.getSites().stream()
        .filter(s -> s.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String vpc() {
    return network.getRegions().getFirst().getVpcs().getFirst().getName();
  }

  @Test
  void aHealthyPairHasEveryLinkInItsOrder() {
    Diagnosis d = walk("Hangzhou", "Ningbo");
    assertTrue(d.firstBroken().isEmpty(), d.toString());
    assertTrue(d.isComplete());
    assertEquals(
        List.of(
            "Hangzhou has an IPsec connection that can run",
            "The device of Hangzhou sends packets for Ningbo into the tunnel",
            "Phase 1 of Hangzhou is up",
            "Phase 2 of Hangzhou is up",
            "The tunnel of Hangzhou takes packets for Ningbo",
            "The hub knows the way to Ningbo",
            "Ningbo has an IPsec connection that can run",
            "Phase 1 of Ningbo is up",
            "Phase 2 of Ningbo is up",
            "The tunnel of Ningbo takes packets from Hangzhou",
            "The device of Ningbo sends the answer into the tunnel",
            "The tunnel of Ningbo takes the answer for Hangzhou",
            "The hub knows the way back to Hangzhou",
            "The tunnel of Hangzhou takes the answer from Ningbo"),
        d.steps().stream().map(Step::title).toList());
  }

  @Test
  void withoutARunningHubTheTunnelsAreNotKnown() {
    Diagnosis d =
        Diagnosis.of(
            Planner.plan(network), "Hangzhou", "Ningbo", Optional.empty(), Optional.empty());
    assertTrue(d.firstBroken().isEmpty());
    assertFalse(d.isComplete());
    assertEquals(4, d.steps().stream().filter(s -> s.verdict() == Verdict.UNKNOWN).count());
  }

  @Test
  void aSiteWithoutAConnectionIsTold() {
    VpnConnection gone = Fixtures.connection(network, "Ningbo");
    Fixtures.gateway(network).getDestinationRoutes().removeIf(r -> r.getNextHop() == gone);
    Fixtures.gateway(network).getConnections().remove(gone);
    Step step = first(walk("Hangzhou", "Ningbo"));
    // The hub cannot know the way either; that comes first on the road.
    assertTrue(step.title().contains("Ningbo"), step.toString());
    assertTrue(
        walk("Ningbo", "Hangzhou").firstBroken().orElseThrow().title().startsWith("Ningbo has"));
  }

  @Test
  void aSummaryThatDoesNotCoverTheOtherSiteIsTheDevicesFault() {
    site("Hangzhou").setSelectorMode(SelectorMode.SUMMARY);
    site("Hangzhou").setSummaryCidr("10.10.0.0/20");
    Step step = first(walk("Hangzhou", "Ningbo"));
    assertEquals("The device of Hangzhou sends packets for Ningbo into the tunnel", step.title());
    assertEquals(site("Hangzhou").getId(), step.elementId());
    assertFalse(step.remedy().isEmpty());
  }

  @Test
  void aWrongRemoteNetworkIsTheSelectorsFault() {
    Fixtures.connection(network, "Hangzhou").getRemoteSubnets().clear();
    Fixtures.connection(network, "Hangzhou").getRemoteSubnets().add("10.10.21.0/24");
    Step step = first(walk("Hangzhou", "Ningbo"));
    assertEquals("The tunnel of Hangzhou takes packets for Ningbo", step.title());
    assertEquals(Fixtures.connection(network, "Hangzhou").getId(), step.elementId());
  }

  @Test
  void aMissingVpcRouteIsTold() {
    network
        .getRegions()
        .getFirst()
        .getVpcs()
        .getFirst()
        .getRouteTables()
        .forEach(
            t -> t.getEntries().removeIf(e -> e.getDestinationCidrBlock().contains("10.10.30")));
    Step there = first(walk(vpc(), "Ningbo"));
    assertTrue(there.title().startsWith("The VPC sends packets for Ningbo"), there.toString());
    Step back = first(walk("Ningbo", vpc()));
    assertTrue(back.title().startsWith("The VPC sends"), back.toString());
  }

  @Test
  void aMissingHubRouteIsTold() {
    Fixtures.gateway(network).getDestinationRoutes().clear();
    Fixtures.connection(network, "Ningbo").setAutoConfigRoute(false);
    Step step = first(walk("Hangzhou", "Ningbo"));
    assertEquals("The hub knows the way to Ningbo", step.title());
    assertEquals(Fixtures.gateway(network).getId(), step.elementId());
  }

  @Test
  void aWrongKeyIsToldWithBothSidesValuesAndTheRemedy() {
    NetworkPlan plan = Planner.plan(network);
    ConnectionSnapshot wrong =
        Fixtures.snapshot(
            Fixtures.failed(
                Fixtures.plan(plan, "Ningbo"), true, "PskMismatch", "our key", "another key"));
    Diagnosis d =
        Diagnosis.of(
            plan,
            "Hangzhou",
            "Ningbo",
            Optional.of(Fixtures.running(plan, Map.of("Ningbo", wrong))),
            Optional.empty());
    Step step = first(d);
    assertEquals("Phase 1 of Ningbo is up", step.title());
    assertTrue(step.detail().contains("hub: our key"), step.detail());
    assertTrue(step.detail().contains("site: another key"), step.detail());
    assertTrue(step.remedy().contains("pre-shared key"), step.remedy());
  }

  @Test
  void aFailureInPhase2LeavesPhase1Good() {
    NetworkPlan plan = Planner.plan(network);
    ConnectionSnapshot wrong =
        Fixtures.snapshot(
            Fixtures.failed(
                Fixtures.plan(plan, "Hangzhou"),
                false,
                "TrafficSelectorMismatch",
                "10.10.20.0/24",
                "10.10.21.0/24"));
    Diagnosis d =
        Diagnosis.of(
            plan,
            "Hangzhou",
            "Ningbo",
            Optional.of(Fixtures.running(plan, Map.of("Hangzhou", wrong))),
            Optional.empty());
    assertEquals("Phase 2 of Hangzhou is up", first(d).title());
  }

  @Test
  void aStoppedSiteIsTold() {
    NetworkPlan plan = Planner.plan(network);
    ConnectionSnapshot stopped =
        new ConnectionSnapshot(
            Fixtures.down(Fixtures.plan(plan, "Ningbo")), Optional.empty(), true, Rate.NONE);
    Diagnosis d =
        Diagnosis.of(
            plan,
            "Hangzhou",
            "Ningbo",
            Optional.of(Fixtures.running(plan, Map.of("Ningbo", stopped))),
            Optional.empty());
    assertEquals("the site is stopped", first(d).detail());
  }

  @Test
  void thePingsComeLast() {
    NetworkPlan plan = Planner.plan(network);
    LabResult.Pair good =
        new LabResult.Pair("Hangzhou", "Ningbo", true, true, Optional.of(400L), List.of());
    LabResult.Pair lost =
        new LabResult.Pair(
            "Ningbo", "Hangzhou", true, false, Optional.empty(), List.of("not answered"));
    Diagnosis d =
        Diagnosis.of(
            plan,
            "Hangzhou",
            "Ningbo",
            Optional.of(Fixtures.running(plan, Map.of())),
            Optional.of(new Diagnosis.Pings(good, lost)));
    assertEquals("0.40 ms", d.steps().get(d.steps().size() - 2).detail());
    assertEquals("A ping from Ningbo to Hangzhou is answered", first(d).title());
  }

  @Test
  void nodesThatThePlanLacksGiveNoSteps() {
    assertEquals(List.of(), walk("Hangzhou", "nowhere").steps());
  }
}
