package org.vpnhub.planner;

import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.SitePlan;

/** A plan as text for golden files: every fact of it, a line each. */
final class PlanText {
  private PlanText() {}

  static String of(NetworkPlan plan) {
    StringBuilder out = new StringBuilder("network " + plan.network() + "\n");
    out.append(
        "vpc %s %s routes to gateway %s\n"
            .formatted(plan.vpc().name(), plan.vpc().prefixes(), plan.vpc().routesToGateway()));
    gateway("hub", plan.hub(), out);
    for (SitePlan s : plan.sites()) {
      out.append(
          "\nsite %s %s %s others %s mtu %d mss %d device '%s'\n"
              .formatted(
                  s.name(),
                  s.prefixes(),
                  s.selectorMode(),
                  s.otherPrefixes(),
                  s.tunnelMtu(),
                  s.tcpMss(),
                  s.device().deviceId()));
      gateway("device", s.gateway(), out);
    }
    out.append('\n');
    for (ReachabilityCell c : plan.reachability().cells()) {
      out.append("%s -> %s: %s\n".formatted(c.from(), c.to(), c.reachable() ? "yes" : "no"));
      for (MissingLink m : c.missing()) {
        out.append(
            "    %s %s [%s] %s\n".formatted(m.way(), m.kind(), m.elementId(), m.description()));
      }
    }
    for (Problem p : plan.problems()) {
      out.append(
          "%s %s %s: %s. %s\n"
              .formatted(p.code(), p.severity(), p.element(), p.message(), p.remedy()));
    }
    return out.toString();
  }

  private static void gateway(String role, GatewayPlan g, StringBuilder out) {
    out.append("%s %s %s inside %s\n".formatted(role, g.name(), g.address(), g.insidePrefixes()));
    for (ConnectionPlan c : g.connections()) {
      out.append(
          "  connection %s (%s) peer %s %s [%s] .. %s [%s] psk %s%s\n"
              .formatted(
                  c.name(),
                  c.id(),
                  c.peerName(),
                  c.localAddress(),
                  c.localId(),
                  c.remoteAddress(),
                  c.remoteId(),
                  c.pskReference(),
                  c.initiate() ? " initiates" : ""));
      out.append(
          "    %s %s %ds, esp %s %ds, dpd %s, nat-t %s %s %s, routes by selectors %s\n"
              .formatted(
                  c.ike().version(),
                  c.ike().suite(),
                  c.ike().lifetimeSeconds(),
                  c.ipsec().suite(),
                  c.ipsec().lifetimeSeconds(),
                  c.dpd().enabled() ? c.dpd().intervalSeconds() + "s" : "off",
                  c.natTraversal(),
                  c.localBehindNat(),
                  c.remoteBehindNat(),
                  c.autoConfigRoute()));
      for (ChildPlan k : c.children()) {
        out.append("    %s: %s <-> %s\n".formatted(k.name(), list(k.local()), list(k.remote())));
      }
      out.append("    accepts ").append(list(c.peerPrefixes())).append('\n');
    }
    g.policyRoutes().forEach(r -> out.append("  ").append(r).append('\n'));
    g.destinationRoutes()
        .forEach(
            r ->
                out.append(
                    "  route %s -> %s weight %d\n"
                        .formatted(r.destination(), r.nextHop(), r.weight())));
  }

  private static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
  }
}
