package org.vpnhub.dataplane.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vpnhub.dataplane.Packets.ip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;

class RouteTableTest {
  private static final RouteTable.Liveness ALL = c -> true;

  private static RouteTable table(GatewayPlan plan) {
    return new RouteTable(plan, id -> index(plan, id));
  }

  private static int index(GatewayPlan plan, ConnectionId id) {
    for (int i = 0; i < plan.connections().size(); i++) {
      if (plan.connections().get(i).id().equals(id)) return i;
    }
    return -1;
  }

  private static PolicyRoute policy(String from, String to, String via, int priority, int weight) {
    return new PolicyRoute(
        Ipv4Prefix.parse(from), Ipv4Prefix.parse(to), Plans.id(via), priority, weight);
  }

  private static DestinationRoute route(String to, String via, int weight) {
    return new DestinationRoute(Ipv4Prefix.parse(to), Plans.id(via), weight);
  }

  private static final List<ConnectionPlan> THREE =
      List.of(
          Plans.hubConnection("shanghai", 10),
          Plans.hubConnection("hangzhou", 20),
          Plans.hubConnection("ningbo", 30));

  @Test
  void selectorsOfTheHub() {
    RouteTable t = table(Plans.hub(THREE, List.of(), List.of()));
    assertEquals(1, t.lookup(ip("10.10.10.5"), ip("10.10.20.5"), ALL));
    assertEquals(2, t.lookup(ip("192.168.1.1"), ip("10.10.30.5"), ALL));
    assertEquals(RouteTable.INSIDE, t.lookup(ip("10.10.10.5"), ip("192.168.1.1"), ALL));
    assertEquals(RouteTable.NO_ROUTE, t.lookup(ip("10.10.10.5"), ip("10.10.40.5"), ALL));
  }

  @Test
  void policyBeforeDestinationBeforeSelector() {
    RouteTable t =
        table(
            Plans.hub(
                THREE,
                List.of(
                    policy("192.168.0.0/16", "10.10.20.0/24", "ningbo", 20, 100),
                    policy("192.168.1.0/24", "10.10.20.0/24", "shanghai", 10, 100)),
                List.of(route("10.10.20.0/25", "ningbo", 100))));
    assertEquals(0, t.lookup(ip("192.168.1.9"), ip("10.10.20.5"), ALL), "priority 10");
    assertEquals(2, t.lookup(ip("192.168.2.9"), ip("10.10.20.200"), ALL), "priority 20");
    assertEquals(2, t.lookup(ip("10.10.10.9"), ip("10.10.20.5"), ALL), "destination");
    assertEquals(1, t.lookup(ip("10.10.10.9"), ip("10.10.20.200"), ALL), "selector");
  }

  @Test
  void standbyServesOnlyWhileTheActiveIsDown() {
    RouteTable t =
        table(
            Plans.hub(
                THREE,
                List.of(
                    policy("10.0.0.0/8", "172.16.0.0/16", "hangzhou", 10, 0),
                    policy("10.0.0.0/8", "172.16.0.0/16", "shanghai", 10, 100)),
                List.of(
                    route("172.17.0.0/16", "ningbo", 0), route("172.17.0.0/16", "shanghai", 100))));
    int source = ip("10.10.30.1");
    assertEquals(0, t.lookup(source, ip("172.17.0.1"), ALL));
    assertEquals(2, t.lookup(source, ip("172.17.0.1"), c -> c == 2));
    assertEquals(0, t.lookup(source, ip("172.17.0.1"), c -> false), "both down: the active one");
    assertEquals(1, t.lookup(source, ip("172.16.0.1"), c -> c != 0));
    assertEquals(0, t.lookup(source, ip("172.16.0.1"), ALL));
  }

  @Test
  void aStandbyAloneIsUsed() {
    RouteTable t = table(Plans.hub(THREE, List.of(), List.of(route("172.17.0.0/16", "ningbo", 0))));
    assertEquals(2, t.lookup(ip("10.10.10.1"), ip("172.17.0.1"), c -> false));
  }

  @Test
  void aSupernetDoesNotPullTheInsideIntoATunnel() {
    RouteTable t =
        table(
            Plans.hub(
                THREE,
                List.of(policy("0.0.0.0/0", "192.0.0.0/8", "shanghai", 1, 100)),
                List.of(
                    route("192.168.0.0/15", "hangzhou", 100),
                    route("192.168.7.0/24", "ningbo", 100))));
    assertEquals(RouteTable.INSIDE, t.lookup(ip("10.10.10.1"), ip("192.168.1.1"), ALL));
    assertEquals(2, t.lookup(ip("10.10.10.1"), ip("192.168.7.1"), ALL), "more specific");
    assertEquals(0, t.lookup(ip("10.10.10.1"), ip("192.169.1.1"), ALL));
  }

  @Test
  void identicalSelectorsAndTheRouteDecides() {
    List<ChildPlan> any =
        List.of(new ChildPlan("any", List.of(Ipv4Prefix.ANY), List.of(Ipv4Prefix.ANY)));
    List<ConnectionPlan> two =
        List.of(Plans.hubConnection("a", 10, any), Plans.hubConnection("b", 20, any));
    RouteTable t =
        table(
            Plans.hub(
                two,
                List.of(),
                List.of(route("10.10.10.0/24", "a", 100), route("10.10.20.0/24", "b", 100))));
    assertEquals(0, t.lookup(ip("10.10.20.1"), ip("10.10.10.1"), ALL));
    assertEquals(1, t.lookup(ip("10.10.10.1"), ip("10.10.20.1"), ALL));
  }

  @Test
  void routesOfConnectionsThatDoNotExistAreLeftOut() {
    RouteTable t =
        table(
            Plans.hub(
                THREE,
                List.of(policy("0.0.0.0/0", "10.10.20.0/24", "gone", 1, 100)),
                List.of(route("10.10.20.0/24", "gone", 100))));
    assertEquals(1, t.lookup(ip("10.10.10.1"), ip("10.10.20.1"), ALL));
  }

  @Test
  void agreesWithANaiveLookup() {
    long seed = 99;
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      GatewayPlan plan = randomPlan(random);
      RouteTable table = table(plan);
      for (int probe = 0; probe < 100; probe++) {
        int up = random.nextInt(16);
        RouteTable.Liveness live = c -> (up >>> c & 1) != 0;
        int source = randomAddress(random);
        int destination = randomAddress(random);
        assertEquals(
            naive(plan, source, destination, live),
            table.lookup(source, destination, live),
            "seed " + seed + " round " + round + " probe " + probe);
      }
    }
  }

  private static int randomAddress(Random random) {
    return 0x0a000000 | random.nextInt(4) << 22 | random.nextInt(4) << 8 | random.nextInt(2);
  }

  private static Ipv4Prefix randomPrefix(Random random) {
    int length = List.of(0, 8, 10, 22, 24, 31, 32).get(random.nextInt(7));
    return new Ipv4Prefix(randomAddress(random) & Ipv4Prefix.mask(length), length);
  }

  private static GatewayPlan randomPlan(Random random) {
    List<ConnectionPlan> connections = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Ipv4Prefix> local = List.of(randomPrefix(random), randomPrefix(random));
      List<Ipv4Prefix> remote = List.of(randomPrefix(random), randomPrefix(random));
      connections.add(
          Plans.hubConnection("c" + i, i + 1, List.of(new ChildPlan("x", local, remote))));
    }
    List<PolicyRoute> policies = new ArrayList<>();
    List<DestinationRoute> routes = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String via = "c" + random.nextInt(4);
      policies.add(
          new PolicyRoute(
              randomPrefix(random),
              randomPrefix(random),
              Plans.id(via),
              1 + random.nextInt(3),
              random.nextBoolean() ? 100 : 0));
      routes.add(
          new DestinationRoute(
              randomPrefix(random),
              Plans.id("c" + random.nextInt(4)),
              random.nextBoolean() ? 100 : 0));
    }
    List<Ipv4Prefix> inside = random.nextBoolean() ? List.of(randomPrefix(random)) : List.of();
    return new GatewayPlan("g", "g", Plans.HUB, 1500, inside, connections, policies, routes);
  }

  /** The same by the book: every list is filtered and sorted anew for each packet. */
  private static int naive(
      GatewayPlan plan, int source, int destination, RouteTable.Liveness live) {
    int inside =
        plan.insidePrefixes().stream()
            .filter(p -> p.contains(destination))
            .mapToInt(Ipv4Prefix::length)
            .max()
            .orElse(-1);
    List<PolicyRoute> policies =
        plan.policyRoutes().stream()
            .filter(r -> r.source().contains(source) && r.destination().contains(destination))
            .filter(r -> r.destination().length() > inside)
            .sorted(Comparator.comparingInt(PolicyRoute::priority))
            .toList();
    if (!policies.isEmpty()) {
      PolicyRoute best = policies.getFirst();
      List<PolicyRoute> same =
          policies.stream()
              .filter(r -> r.priority() == best.priority())
              .filter(r -> r.source().equals(best.source()))
              .filter(r -> r.destination().equals(best.destination()))
              .toList();
      return choose(
          plan,
          same.stream().filter(r -> r.weight() == 100).map(PolicyRoute::nextHop).toList(),
          same.stream().filter(r -> r.weight() == 0).map(PolicyRoute::nextHop).toList(),
          live);
    }
    List<DestinationRoute> routes =
        plan.destinationRoutes().stream()
            .filter(r -> r.destination().contains(destination))
            .filter(r -> r.destination().length() > inside)
            .sorted(Comparator.comparingInt(r -> -r.destination().length()))
            .toList();
    if (!routes.isEmpty()) {
      Ipv4Prefix best = routes.getFirst().destination();
      List<DestinationRoute> same =
          routes.stream().filter(r -> r.destination().equals(best)).toList();
      return choose(
          plan,
          same.stream().filter(r -> r.weight() == 100).map(DestinationRoute::nextHop).toList(),
          same.stream().filter(r -> r.weight() == 0).map(DestinationRoute::nextHop).toList(),
          live);
    }
    return inside >= 0 ? RouteTable.INSIDE : naiveSelector(plan, source, destination, live);
  }

  private static int choose(
      GatewayPlan plan,
      List<ConnectionId> active,
      List<ConnectionId> standby,
      RouteTable.Liveness live) {
    int a = active.isEmpty() ? -1 : index(plan, active.getFirst());
    int s = standby.isEmpty() ? -1 : index(plan, standby.getFirst());
    if (a >= 0 && live.isUp(a)) return a;
    if (s >= 0 && (live.isUp(s) || a < 0)) return s;
    return a;
  }

  private static int naiveSelector(
      GatewayPlan plan, int source, int destination, RouteTable.Liveness live) {
    for (int length = 32; length >= 0; length--) {
      int n = length;
      List<ConnectionPlan> candidates =
          plan.connections().stream()
              .filter(
                  c -> {
                    ChildPlan child = c.children().getFirst();
                    return child.local().stream().anyMatch(p -> p.contains(source))
                        && child.remote().stream()
                            .anyMatch(p -> p.length() == n && p.contains(destination));
                  })
              .toList();
      if (candidates.isEmpty()) continue;
      return candidates.stream()
          .mapToInt(c -> index(plan, c.id()))
          .filter(live::isUp)
          .findFirst()
          .orElse(index(plan, candidates.getFirst().id()));
    }
    return RouteTable.NO_ROUTE;
  }
}
