package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;

/**
 * Where a gateway sends a packet, all its connections being up: the engine's rule, over prefixes
 * instead of addresses.
 *
 * <p>Policy routes by priority, destination routes by longest prefix, both only where more specific
 * than the inside prefix that holds the destination; then the inside; then the selectors of
 * connections that make routes, by longest remote prefix (domain model §7).
 */
final class RouteLookup {
  /** No way to the destination. */
  static final int NO_ROUTE = -1;

  /** The destination is on the inside. */
  static final int INSIDE = -2;

  private static final int NONE = -1;
  private static final int ACTIVE = 100;

  private record Hop(int active, int standby) {
    static Hop of(int connection, int weight) {
      return weight >= ACTIVE ? new Hop(connection, NONE) : new Hop(NONE, connection);
    }

    Hop join(Hop other) {
      return new Hop(
          active == NONE ? other.active : active, standby == NONE ? other.standby : standby);
    }

    int choose() {
      return active == NONE ? standby : active;
    }
  }

  private record PolicyKey(int priority, Ipv4Prefix source, Ipv4Prefix destination) {}

  private record Policy(PolicyKey key, Hop hop) {}

  private record Flow(int connection, PrefixSet sources) {}

  private final PrefixTable<Boolean> inside;
  private final List<Policy> policies = new ArrayList<>();
  private final PrefixTable<Hop> destinations;
  private final PrefixTable<List<Flow>> selectors;

  /** Routes to connections that the plan does not have are left out. */
  RouteLookup(GatewayPlan plan) {
    Map<ConnectionId, Integer> index = new HashMap<>();
    for (int i = 0; i < plan.connections().size(); i++) {
      index.putIfAbsent(plan.connections().get(i).id(), i);
    }
    Map<Ipv4Prefix, Boolean> own = new HashMap<>();
    for (Ipv4Prefix p : plan.insidePrefixes()) own.put(p, true);
    inside = new PrefixTable<>(own);
    destinations = new PrefixTable<>(destinations(plan, index));
    selectors = new PrefixTable<>(flows(plan));
    Map<PolicyKey, Hop> byKey = new LinkedHashMap<>();
    for (PolicyRoute r : plan.policyRoutes()) {
      Integer hop = index.get(r.nextHop());
      PolicyKey key = new PolicyKey(r.priority(), r.source(), r.destination());
      if (hop != null) byKey.merge(key, Hop.of(hop, r.weight()), Hop::join);
    }
    byKey.forEach((key, hop) -> policies.add(new Policy(key, hop)));
    policies.sort(Comparator.comparingInt(p -> p.key().priority()));
  }

  private static Map<Ipv4Prefix, Hop> destinations(
      GatewayPlan plan, Map<ConnectionId, Integer> index) {
    Map<Ipv4Prefix, Hop> hops = HashMap.newHashMap(plan.destinationRoutes().size());
    for (DestinationRoute r : plan.destinationRoutes()) {
      Integer hop = index.get(r.nextHop());
      if (hop != null) hops.merge(r.destination(), Hop.of(hop, r.weight()), Hop::join);
    }
    return hops;
  }

  private static Map<Ipv4Prefix, List<Flow>> flows(GatewayPlan plan) {
    Map<Ipv4Prefix, Map<Integer, List<Ipv4Prefix>>> byRemote = new HashMap<>();
    for (int i = 0; i < plan.connections().size(); i++) {
      ConnectionPlan c = plan.connections().get(i);
      if (!c.autoConfigRoute()) continue;
      for (ChildPlan child : c.children()) {
        for (Ipv4Prefix remote : child.remote()) {
          byRemote
              .computeIfAbsent(remote, p -> new LinkedHashMap<>())
              .computeIfAbsent(i, n -> new ArrayList<>())
              .addAll(child.local());
        }
      }
    }
    Map<Ipv4Prefix, List<Flow>> result = new HashMap<>();
    byRemote.forEach(
        (remote, local) -> {
          List<Flow> list = new ArrayList<>();
          local.forEach((i, sources) -> list.add(new Flow(i, PrefixSet.of(sources))));
          result.put(remote, list);
        });
    return result;
  }

  /**
   * The way of packets whose addresses all routes treat alike.
   *
   * @return index of a connection in the plan, {@link #INSIDE} or {@link #NO_ROUTE}
   */
  int lookup(Ipv4Prefix source, Ipv4Prefix destination) {
    int insideLength = insideLength(destination);
    for (Policy p : policies) {
      if (p.key().destination().length() > insideLength
          && p.key().destination().contains(destination)
          && p.key().source().contains(source)) {
        return p.hop().choose();
      }
    }
    for (int i = 0; i < destinations.lengths() && destinations.length(i) > insideLength; i++) {
      Hop hop = destinations.get(i, destination);
      if (hop != null) return hop.choose();
    }
    return insideLength >= 0 ? INSIDE : bySelector(source, destination);
  }

  boolean isInside(Ipv4Prefix p) {
    return insideLength(p) >= 0;
  }

  private int insideLength(Ipv4Prefix p) {
    for (int i = 0; i < inside.lengths(); i++) {
      if (inside.get(i, p) != null) return inside.length(i);
    }
    return -1;
  }

  private int bySelector(Ipv4Prefix source, Ipv4Prefix destination) {
    for (int i = 0; i < selectors.lengths(); i++) {
      List<Flow> flows = selectors.get(i, destination);
      if (flows == null) continue;
      for (Flow flow : flows) {
        if (flow.sources().contains(source)) return flow.connection();
      }
    }
    return NO_ROUTE;
  }
}
