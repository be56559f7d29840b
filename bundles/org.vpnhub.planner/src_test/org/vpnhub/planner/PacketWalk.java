package org.vpnhub.planner;

import java.util.Comparator;
import java.util.List;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.PolicyRoute;
import org.vpnhub.plan.SitePlan;

/** The oracle: walks one packet of two addresses through the plan, by plain search, no tables. */
final class PacketWalk {
  private static final ConnectionId INSIDE = new ConnectionId("(inside)");
  private static final ConnectionId NOWHERE = new ConnectionId("(nowhere)");

  private final NetworkPlan plan;

  PacketWalk(NetworkPlan plan) {
    this.plan = plan;
  }

  /** Whether both reach each other; a null site is the VPC. */
  boolean pings(SitePlan from, Ipv4Address a, SitePlan to, Ipv4Address b) {
    return arrives(from, a, to, b) && arrives(to, b, from, a);
  }

  private boolean arrives(SitePlan from, Ipv4Address a, SitePlan to, Ipv4Address b) {
    if (from == null) {
      if (!in(plan.vpc().routesToGateway(), b)) return false;
    } else {
      ConnectionPlan out = find(from.gateway(), way(from.gateway(), a, b));
      ConnectionPlan hub = out == null ? null : find(plan.hub(), out.id());
      if (hub == null || !sa(hub, out, b, a) || !in(hub.peerPrefixes(), a)) return false;
    }
    ConnectionId hop = way(plan.hub(), a, b);
    if (to == null) return hop.equals(INSIDE);
    ConnectionPlan hub = find(plan.hub(), hop);
    ConnectionPlan in = find(to.gateway(), hop);
    return hub != null
        && in != null
        && sa(hub, in, a, b)
        && in(in.peerPrefixes(), a)
        && way(to.gateway(), a, b).equals(INSIDE);
  }

  /** Whether the two ends agree on a child that covers hub-side and site-side address. */
  private static boolean sa(
      ConnectionPlan hub, ConnectionPlan site, Ipv4Address hubSide, Ipv4Address siteSide) {
    for (ChildPlan h : hub.children()) {
      for (ChildPlan s : site.children()) {
        if (in(h.local(), hubSide)
            && in(s.remote(), hubSide)
            && in(h.remote(), siteSide)
            && in(s.local(), siteSide)) {
          return true;
        }
      }
    }
    return false;
  }

  private static ConnectionId way(GatewayPlan g, Ipv4Address a, Ipv4Address b) {
    int inside =
        g.insidePrefixes().stream()
            .filter(p -> p.contains(b))
            .mapToInt(Ipv4Prefix::length)
            .max()
            .orElse(-1);
    List<PolicyRoute> policies =
        g.policyRoutes().stream()
            .filter(r -> r.destination().length() > inside)
            .filter(r -> r.destination().contains(b) && r.source().contains(a))
            .sorted(Comparator.comparingInt(PolicyRoute::priority))
            .toList();
    if (!policies.isEmpty()) {
      PolicyRoute first = policies.getFirst();
      return policies.stream()
          .filter(
              r ->
                  r.priority() == first.priority()
                      && r.source().equals(first.source())
                      && r.destination().equals(first.destination()))
          .max(Comparator.comparingInt(PolicyRoute::weight))
          .map(r -> firstOf(policies, first, r.weight()))
          .orElseThrow();
    }
    DestinationRoute best = null;
    for (DestinationRoute r : g.destinationRoutes()) {
      if (!r.destination().contains(b) || r.destination().length() <= inside) continue;
      boolean better =
          best == null
              || r.destination().length() > best.destination().length()
              || (r.destination().equals(best.destination()) && r.weight() > best.weight());
      if (better) best = r;
    }
    if (best != null) return best.nextHop();
    return inside >= 0 ? INSIDE : bySelector(g, a, b);
  }

  private static ConnectionId firstOf(List<PolicyRoute> routes, PolicyRoute like, int weight) {
    return routes.stream()
        .filter(
            r ->
                r.priority() == like.priority()
                    && r.source().equals(like.source())
                    && r.destination().equals(like.destination())
                    && r.weight() == weight)
        .findFirst()
        .orElseThrow()
        .nextHop();
  }

  private static ConnectionId bySelector(GatewayPlan g, Ipv4Address a, Ipv4Address b) {
    ConnectionId best = NOWHERE;
    int length = -1;
    for (ConnectionPlan c : g.connections()) {
      if (!c.autoConfigRoute()) continue;
      for (ChildPlan child : c.children()) {
        if (!in(child.local(), a)) continue;
        for (Ipv4Prefix r : child.remote()) {
          if (r.contains(b) && r.length() > length) {
            best = c.id();
            length = r.length();
          }
        }
      }
    }
    return best;
  }

  private static ConnectionPlan find(GatewayPlan g, ConnectionId id) {
    return g.connections().stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
  }

  private static boolean in(List<Ipv4Prefix> prefixes, Ipv4Address a) {
    return prefixes.stream().anyMatch(p -> p.contains(a));
  }
}
