package org.vpnhub.hub;

import java.util.Comparator;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;

/** The routes of a gateway as text, in the order in which they are looked up. */
public final class RoutesText {
  private RoutesText() {}

  public static String of(GatewayPlan plan) {
    TextTable table = new TextTable("route", "source", "destination", "via", "");
    plan.policyRoutes().stream()
        .sorted(Comparator.comparingInt(PolicyRoute::priority))
        .forEach(
            r ->
                table.row(
                    "policy",
                    r.source(),
                    r.destination(),
                    name(plan, r.nextHop()),
                    "priority " + r.priority() + standby(r.weight())));
    plan.destinationRoutes().stream()
        .sorted(
            Comparator.comparingInt((DestinationRoute r) -> -r.destination().length())
                .thenComparing(DestinationRoute::destination))
        .forEach(
            r ->
                table.row(
                    "destination",
                    "any",
                    r.destination(),
                    name(plan, r.nextHop()),
                    standby(r.weight()).replace(", ", "")));
    for (ConnectionPlan c : plan.connections()) {
      if (!c.autoConfigRoute()) continue;
      for (ChildPlan child : c.children()) {
        for (Ipv4Prefix remote : child.remote()) {
          table.row("selector", list(child), remote, c.name(), "");
        }
      }
    }
    plan.insidePrefixes().forEach(p -> table.row("inside", "any", p, plan.name(), ""));
    return table.isEmpty() ? "no routes\n" : table.toString();
  }

  private static String list(ChildPlan child) {
    return String.join(",", child.local().stream().map(Ipv4Prefix::toString).toList());
  }

  private static String standby(int weight) {
    return weight == 0 ? ", standby" : "";
  }

  private static String name(GatewayPlan plan, ConnectionId id) {
    return plan.connections().stream()
        .filter(c -> c.id().equals(id))
        .map(ConnectionPlan::name)
        .findFirst()
        .orElse(id.value());
  }
}
