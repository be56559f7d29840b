package org.vpnhub.dataplane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;

/**
 * What differs between two plans of one gateway: a preview before, or a report after {@link
 * IpsecGateway#apply}. Connections that are in none of the lists are not touched.
 *
 * @param added connections that are new
 * @param removed connections that are gone
 * @param changed connections whose negotiation differs: their security associations are set up anew
 * @param adjusted connections that differ only in what the packet path reads (name, prefixes of the
 *     peer): their security associations stay
 * @param routesAdded policy, destination and inside routes that are new, as text
 * @param routesRemoved those that are gone
 * @param restartNeeded differences that only a restart of the engine brings about, as text
 */
public record PlanChange(
    List<Named> added,
    List<Named> removed,
    List<Named> changed,
    List<Named> adjusted,
    List<String> routesAdded,
    List<String> routesRemoved,
    List<String> restartNeeded) {

  /** A connection by id and name. */
  public record Named(ConnectionId id, String name) {
    @Override
    public String toString() {
      return name + " (" + id + ")";
    }
  }

  public PlanChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
    adjusted = List.copyOf(adjusted);
    routesAdded = List.copyOf(routesAdded);
    routesRemoved = List.copyOf(routesRemoved);
    restartNeeded = List.copyOf(restartNeeded);
  }

  /** Whether the plans do the same. */
  public boolean isEmpty() {
    return added.isEmpty()
        && removed.isEmpty()
        && changed.isEmpty()
        && adjusted.isEmpty()
        && routesAdded.isEmpty()
        && routesRemoved.isEmpty()
        && restartNeeded.isEmpty();
  }

  /** What differs when {@code after} takes the place of {@code before}. */
  public static PlanChange between(GatewayPlan before, GatewayPlan after) {
    Map<ConnectionId, ConnectionPlan> old = byId(before);
    Map<ConnectionId, ConnectionPlan> now = byId(after);
    List<Named> added = new ArrayList<>();
    List<Named> changed = new ArrayList<>();
    List<Named> adjusted = new ArrayList<>();
    for (ConnectionPlan c : after.connections()) {
      ConnectionPlan was = old.get(c.id());
      if (was == null) added.add(named(c));
      else if (!negotiation(was).equals(negotiation(c))) changed.add(named(c));
      else if (!was.equals(c)) adjusted.add(named(c));
    }
    List<Named> removed = new ArrayList<>();
    for (ConnectionPlan c : before.connections()) {
      if (!now.containsKey(c.id())) removed.add(named(c));
    }
    Set<String> oldRoutes = routes(before);
    Set<String> newRoutes = routes(after);
    return new PlanChange(
        added,
        removed,
        changed,
        adjusted,
        newRoutes.stream().filter(r -> !oldRoutes.contains(r)).toList(),
        oldRoutes.stream().filter(r -> !newRoutes.contains(r)).toList(),
        restarts(before, after));
  }

  private static Map<ConnectionId, ConnectionPlan> byId(GatewayPlan plan) {
    Map<ConnectionId, ConnectionPlan> result = new LinkedHashMap<>();
    for (ConnectionPlan c : plan.connections()) result.put(c.id(), c);
    return result;
  }

  private static Named named(ConnectionPlan c) {
    return new Named(c.id(), c.name());
  }

  /** The plan with everything levelled that the negotiation does not see. */
  private static ConnectionPlan negotiation(ConnectionPlan c) {
    return new ConnectionPlan(
        c.id(),
        "",
        "",
        c.localAddress(),
        c.remoteAddress(),
        c.localId(),
        c.remoteId(),
        c.pskReference(),
        c.ike(),
        c.ipsec(),
        c.children(),
        c.initiate(),
        c.dpd(),
        c.natTraversal(),
        false,
        false,
        List.of(),
        false);
  }

  private static Set<String> routes(GatewayPlan plan) {
    Map<ConnectionId, ConnectionPlan> connections = byId(plan);
    Set<String> result = new LinkedHashSet<>();
    plan.insidePrefixes().forEach(p -> result.add("inside " + p));
    for (PolicyRoute r : plan.policyRoutes()) {
      result.add(
          "policy %d %s -> %s via %s weight %d"
              .formatted(
                  r.priority(),
                  r.source(),
                  r.destination(),
                  name(connections, r.nextHop()),
                  r.weight()));
    }
    for (DestinationRoute r : plan.destinationRoutes()) {
      result.add(
          "destination %s via %s weight %d"
              .formatted(r.destination(), name(connections, r.nextHop()), r.weight()));
    }
    for (ConnectionPlan c : plan.connections()) {
      if (!c.autoConfigRoute()) continue;
      c.children()
          .forEach(
              ch -> ch.remote().forEach(p -> result.add("selector " + p + " via " + c.name())));
    }
    return result;
  }

  private static String name(Map<ConnectionId, ConnectionPlan> connections, ConnectionId id) {
    ConnectionPlan c = connections.get(id);
    return c == null ? id.value() : c.name();
  }

  private static List<String> restarts(GatewayPlan before, GatewayPlan after) {
    List<String> result = new ArrayList<>();
    if (!before.address().equals(after.address())) {
      result.add("outer address " + before.address() + " becomes " + after.address());
    }
    return result;
  }
}
