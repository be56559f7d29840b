package org.vpnhub.dataplane.internal.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;

/**
 * Which connection a packet belongs into. Immutable; whether a connection is up is asked at each
 * lookup, for active and standby routes.
 *
 * <p>Order (domain model §7): policy routes by priority, destination routes by longest prefix,
 * selectors of connections that make routes. An inside prefix takes part by its length: a route
 * counts only when it is more specific than the inside prefix that holds the destination, so that a
 * supernet in a route or a selector never pulls local traffic into a tunnel.
 */
public final class RouteTable {
  /** No way to the destination. */
  public static final int NO_ROUTE = -1;

  /** The destination is on the inside. */
  public static final int INSIDE = -2;

  private static final int NONE = -1;
  private static final int ACTIVE_WEIGHT = 100;

  /** Tells whether the connection with an index is up. */
  @FunctionalInterface
  public interface Liveness {
    boolean isUp(int connection);
  }

  /** A way with its standby; {@link #NONE} where there is none. */
  private record Hop(int active, int standby) {
    int choose(Liveness live) {
      if (active == NONE) return standby;
      if (standby == NONE || live.isUp(active)) return active;
      return live.isUp(standby) ? standby : active;
    }
  }

  private record Policy(
      int network, int mask, int length, int sourceNetwork, int sourceMask, Hop hop) {}

  /** Connections whose selectors name one remote prefix, with their local sides. */
  private record Protected(int[] connections, AddressSet[] sources) {}

  private final PrefixMap inside;
  private final Policy[] policies;
  private final PrefixMap destinations;
  private final Hop[] destinationHops;
  private final PrefixMap selectors;
  private final Protected[] selectorHops;
  private final AddressSet insideBroadcasts;

  /**
   * @param index number of each connection; negative for one that does not exist, whose routes are
   *     left out
   */
  public RouteTable(GatewayPlan plan, ToIntFunction<ConnectionId> index) {
    inside = new PrefixMap(plan.insidePrefixes());
    insideBroadcasts = broadcasts(plan.insidePrefixes());
    policies = policies(plan.policyRoutes(), index);
    Map<Ipv4Prefix, Hop> byDestination = new LinkedHashMap<>();
    for (DestinationRoute r : plan.destinationRoutes()) {
      int hop = index.applyAsInt(r.nextHop());
      if (hop >= 0) byDestination.merge(r.destination(), hop(hop, r.weight()), RouteTable::join);
    }
    destinations = new PrefixMap(List.copyOf(byDestination.keySet()));
    destinationHops = byDestination.values().toArray(Hop[]::new);
    Map<Ipv4Prefix, Map<Integer, List<Ipv4Prefix>>> byRemote = protectedFlows(plan, index);
    selectors = new PrefixMap(List.copyOf(byRemote.keySet()));
    selectorHops = byRemote.values().stream().map(RouteTable::flows).toArray(Protected[]::new);
  }

  private static AddressSet broadcasts(List<Ipv4Prefix> prefixes) {
    return AddressSet.ofRanges(
        prefixes.stream()
            .filter(p -> p.length() < 31)
            .map(p -> new AddressSet.Range(p.last().bits(), p.last().bits()))
            .toList());
  }

  private record PolicyKey(int priority, Ipv4Prefix source, Ipv4Prefix destination) {}

  private static Policy[] policies(List<PolicyRoute> routes, ToIntFunction<ConnectionId> index) {
    Map<PolicyKey, Hop> byKey = new LinkedHashMap<>();
    for (PolicyRoute r : routes) {
      int hop = index.applyAsInt(r.nextHop());
      PolicyKey key = new PolicyKey(r.priority(), r.source(), r.destination());
      if (hop >= 0) byKey.merge(key, hop(hop, r.weight()), RouteTable::join);
    }
    return byKey.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> e.getKey().priority()))
        .map(e -> policy(e.getKey(), e.getValue()))
        .toArray(Policy[]::new);
  }

  private static Policy policy(PolicyKey key, Hop hop) {
    Ipv4Prefix d = key.destination();
    Ipv4Prefix s = key.source();
    return new Policy(
        d.network(),
        Ipv4Prefix.mask(d.length()),
        d.length(),
        s.network(),
        Ipv4Prefix.mask(s.length()),
        hop);
  }

  private static Hop hop(int connection, int weight) {
    return weight >= ACTIVE_WEIGHT ? new Hop(connection, NONE) : new Hop(NONE, connection);
  }

  /** Two routes with one key: the first active and the first standby one count. */
  private static Hop join(Hop first, Hop second) {
    return new Hop(
        first.active() == NONE ? second.active() : first.active(),
        first.standby() == NONE ? second.standby() : first.standby());
  }

  private static Map<Ipv4Prefix, Map<Integer, List<Ipv4Prefix>>> protectedFlows(
      GatewayPlan plan, ToIntFunction<ConnectionId> index) {
    Map<Ipv4Prefix, Map<Integer, List<Ipv4Prefix>>> result = new LinkedHashMap<>();
    for (ConnectionPlan c : plan.connections()) {
      int hop = index.applyAsInt(c.id());
      if (hop < 0 || !c.autoConfigRoute()) continue;
      for (ChildPlan child : c.children()) {
        for (Ipv4Prefix remote : child.remote()) {
          result
              .computeIfAbsent(remote, p -> new LinkedHashMap<>())
              .computeIfAbsent(hop, h -> new ArrayList<>())
              .addAll(child.local());
        }
      }
    }
    return result;
  }

  private static Protected flows(Map<Integer, List<Ipv4Prefix>> byConnection) {
    return new Protected(
        byConnection.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byConnection.values().stream().map(AddressSet::ofPrefixes).toArray(AddressSet[]::new));
  }

  /**
   * The way of a packet.
   *
   * @return index of a connection, {@link #INSIDE} or {@link #NO_ROUTE}
   */
  public int lookup(int source, int destination, Liveness live) {
    int insideLength = insideLength(destination);
    for (Policy p : policies) {
      if (p.length > insideLength
          && (destination & p.mask) == p.network
          && (source & p.sourceMask) == p.sourceNetwork) {
        return p.hop.choose(live);
      }
    }
    for (int i = 0; i < destinations.lengths() && destinations.length(i) > insideLength; i++) {
      int route = destinations.get(i, destination);
      if (route != PrefixMap.NONE) return destinationHops[route].choose(live);
    }
    return insideLength >= 0 ? INSIDE : bySelector(source, destination, live);
  }

  private int insideLength(int destination) {
    for (int i = 0; i < inside.lengths(); i++) {
      if (inside.get(i, destination) != PrefixMap.NONE) return inside.length(i);
    }
    return -1;
  }

  /** The longest remote selector; among equal ones the first whose connection is up. */
  private int bySelector(int source, int destination, Liveness live) {
    for (int i = 0; i < selectors.lengths(); i++) {
      int found = selectors.get(i, destination);
      if (found == PrefixMap.NONE) continue;
      Protected flows = selectorHops[found];
      int down = NONE;
      for (int c = 0; c < flows.connections.length; c++) {
        if (!flows.sources[c].contains(source)) continue;
        if (live.isUp(flows.connections[c])) return flows.connections[c];
        if (down == NONE) down = flows.connections[c];
      }
      if (down != NONE) return down;
    }
    return NO_ROUTE;
  }

  /** Whether the address is on the inside. */
  public boolean isInside(int address) {
    return insideLength(address) >= 0;
  }

  /** Whether the address is the broadcast address of an inside prefix. */
  public boolean isInsideBroadcast(int address) {
    return insideBroadcasts.contains(address);
  }
}
