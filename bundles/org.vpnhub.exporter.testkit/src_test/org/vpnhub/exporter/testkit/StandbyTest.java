package org.vpnhub.exporter.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.exporter.view.Standby;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

/** Of two connections with the same networks the one that has no active routes stands by. */
class StandbyTest {
  private static final DevicePlan DEVICE = DevicePlan.of("x", "1");

  private static SitePlan named(String name) {
    return PlanCases.named(name, DEVICE).site();
  }

  @Test
  void theSecondStandsBy() {
    assertEquals(Set.of(), Standby.of(named("ikev2-explicit")));
    assertEquals(Set.of(new ConnectionId("vco-2")), Standby.of(named("ikev2-two-tunnels")));
  }

  @Test
  void activeRoutesDecideAndNotTheOrder() {
    SitePlan two = named("ikev2-two-tunnels");
    GatewayPlan g = two.gateway();
    List<DestinationRoute> swapped =
        g.destinationRoutes().stream()
            .map(r -> new DestinationRoute(r.destination(), r.nextHop(), 100 - r.weight()))
            .toList();
    SitePlan other =
        new SitePlan(
            two.id(),
            two.name(),
            two.device(),
            two.prefixes(),
            two.otherPrefixes(),
            two.selectorMode(),
            new GatewayPlan(
                g.id(),
                g.name(),
                g.address(),
                g.linkMtu(),
                g.insidePrefixes(),
                g.connections(),
                g.policyRoutes(),
                swapped),
            two.tunnelMtu(),
            two.tcpMss());
    assertEquals(Set.of(new ConnectionId("vco-1")), Standby.of(other));
  }
}
