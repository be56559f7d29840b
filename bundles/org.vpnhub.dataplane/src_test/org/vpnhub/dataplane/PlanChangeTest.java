package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;

class PlanChangeTest {
  private static final ConnectionPlan A = Plans.hubConnection("a", 10);
  private static final ConnectionPlan B = Plans.hubConnection("b", 20);
  private static final ConnectionPlan C = Plans.hubConnection("c", 30);

  private static List<String> names(List<PlanChange.Named> list) {
    return list.stream().map(PlanChange.Named::name).toList();
  }

  @Test
  void equalPlansDoNotDiffer() {
    assertTrue(PlanChange.between(Plans.hub(A, B), Plans.hub(A, B)).isEmpty());
    assertTrue(PlanChange.between(Plans.hub(A, B), Plans.hub(B, A)).isEmpty(), "order alone");
  }

  @Test
  void oneGoneOneNew() {
    PlanChange c = PlanChange.between(Plans.hub(A, B), Plans.hub(B, C));
    assertEquals(List.of("c"), names(c.added()));
    assertEquals(List.of("a"), names(c.removed()));
    assertTrue(c.changed().isEmpty() && c.adjusted().isEmpty());
    assertEquals(List.of("selector 10.10.30.0/24 via c"), c.routesAdded());
    assertEquals(List.of("selector 10.10.10.0/24 via a"), c.routesRemoved());
    assertFalse(c.isEmpty());
  }

  private static ConnectionPlan with(
      ConnectionPlan p, String name, String psk, List<Ipv4Prefix> peer) {
    return new ConnectionPlan(
        p.id(),
        name,
        p.peerName(),
        p.localAddress(),
        p.remoteAddress(),
        p.localId(),
        p.remoteId(),
        psk,
        p.ike(),
        p.ipsec(),
        p.children(),
        p.initiate(),
        p.dpd(),
        p.natTraversal(),
        false,
        false,
        peer,
        p.autoConfigRoute());
  }

  @Test
  void whatTheNegotiationDoesNotSeeOnlyAdjusts() {
    ConnectionPlan renamed = with(A, "other", A.pskReference(), A.peerPrefixes());
    assertEquals(
        List.of("other"), names(PlanChange.between(Plans.hub(A), Plans.hub(renamed)).adjusted()));
    ConnectionPlan wider = with(A, "a", A.pskReference(), List.of(Ipv4Prefix.ANY));
    PlanChange c = PlanChange.between(Plans.hub(A), Plans.hub(wider));
    assertEquals(List.of("a"), names(c.adjusted()));
    assertTrue(c.changed().isEmpty());
    ConnectionPlan otherKey = with(A, "a", "psk-other", A.peerPrefixes());
    assertEquals(
        List.of("a"), names(PlanChange.between(Plans.hub(A), Plans.hub(otherKey)).changed()));
  }

  @Test
  void routesAsText() {
    GatewayPlan after =
        Plans.hub(
            List.of(A),
            List.of(
                new PolicyRoute(Ipv4Prefix.ANY, Ipv4Prefix.parse("10.0.0.0/8"), A.id(), 10, 100)),
            List.of(new DestinationRoute(Ipv4Prefix.parse("172.16.0.0/12"), A.id(), 0)));
    PlanChange c = PlanChange.between(Plans.hub(A), after);
    assertEquals(
        List.of(
            "policy 10 0.0.0.0/0 -> 10.0.0.0/8 via a weight 100",
            "destination 172.16.0.0/12 via a weight 0"),
        c.routesAdded());
  }

  @Test
  void anotherOuterAddressNeedsARestart() {
    GatewayPlan p = Plans.hub(A);
    GatewayPlan moved =
        new GatewayPlan(
            p.id(),
            p.name(),
            A.remoteAddress(),
            p.linkMtu(),
            p.insidePrefixes(),
            p.connections(),
            p.policyRoutes(),
            p.destinationRoutes());
    assertEquals(1, PlanChange.between(p, moved).restartNeeded().size());
  }
}
