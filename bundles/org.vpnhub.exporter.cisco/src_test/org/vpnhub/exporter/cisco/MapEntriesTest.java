package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.SitePlan;

/** Two connections of which a crypto map would use only one. */
class MapEntriesTest {
  private static final ConnectionPlan FIRST = connection("ikev2-two-tunnels", 0);
  private static final ConnectionPlan SECOND = connection("ikev2-two-tunnels", 1);

  private static ConnectionPlan connection(String plan, int index) {
    return PlanCases.named(plan, IosMapTest.ROUTER).site().gateway().connections().get(index);
  }

  /** The site with these connections alone. */
  static SitePlan site(ConnectionPlan... connections) {
    SitePlan s = PlanCases.named("ikev2-explicit", IosMapTest.ROUTER).site();
    GatewayPlan g = s.gateway();
    GatewayPlan gateway =
        new GatewayPlan(
            g.id(),
            g.name(),
            g.address(),
            g.linkMtu(),
            g.insidePrefixes(),
            List.of(connections),
            g.policyRoutes(),
            g.destinationRoutes());
    return new SitePlan(
        s.id(),
        s.name(),
        s.device(),
        s.prefixes(),
        s.otherPrefixes(),
        s.selectorMode(),
        gateway,
        s.tunnelMtu(),
        s.tcpMss());
  }

  private static void refused(ConnectionPlan first, ConnectionPlan second, String why) {
    List<Problem> problems = MapEntries.objections(site(first, second));
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().isError());
    assertTrue(problems.getFirst().message().contains(why), problems.toString());
  }

  @Test
  void peersOfOneEntryAreAlike() {
    assertEquals(List.of(), MapEntries.objections(site(FIRST, SECOND)));
    refused(connection("ikev2-gcm", 0), SECOND, "the same networks");
  }

  @Test
  void networksBelongToOneEntry() {
    refused(connection("ikev2-summary", 0), SECOND, "some networks");
  }

  @Test
  void aHubAddressBelongsToOneConnection() {
    refused(FIRST, connection("ikev2-summary", 0), "the same hub address");
  }
}
