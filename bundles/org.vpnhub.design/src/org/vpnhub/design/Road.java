package org.vpnhub.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityCell.Path;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;

/**
 * The road of a packet from one site, or the VPC, to another: each hop with the rule that sends the
 * packet on, up to the first link that is missing.
 *
 * @param source prefix that the packet comes from; empty when there is none
 * @param destination prefix that it goes to; empty when there is none
 */
public record Road(String source, String destination, List<Hop> hops) {
  public Road {
    hops = List.copyOf(hops);
  }

  /** How far the packet comes. */
  public enum State {
    PASSED,
    MISSING,
    BEYOND
  }

  /**
   * One hop.
   *
   * @param element the site, IPsec connection, VPN gateway or VPC
   * @param rule what sends the packet on; what is missing; empty beyond that
   */
  public record Hop(NamedElement element, String rule, State state) {}

  /**
   * Computes the road; reads the model and may take a second for a large one.
   *
   * @return without hops when one of the two is not in a plan
   */
  public static Road of(Network network, NamedElement from, NamedElement to) {
    for (VpnGateway gateway : Planner.gateways(network)) {
      Builder builder = new Builder(Planner.plan(network, gateway.getId()), gateway, from, to);
      if (builder.connects()) return builder.build();
    }
    return Planner.gateways(network).stream()
        .findFirst()
        .map(g -> new Builder(Planner.plan(network, g.getId()), g, from, to).build())
        .orElse(new Road("", "", List.of()));
  }

  private static final class Builder {
    private final NetworkPlan plan;
    private final VpnGateway gateway;
    private final NamedElement from;
    private final NamedElement to;
    private final @Nullable Path path;
    private final List<Hop> hops = new ArrayList<>();

    Builder(NetworkPlan plan, VpnGateway gateway, NamedElement from, NamedElement to) {
      this.plan = plan;
      this.gateway = gateway;
      this.from = from;
      this.to = to;
      this.path =
          plan.reachability()
              .cell(node(from), node(to))
              .map(ReachabilityCell::paths)
              .filter(p -> !p.isEmpty())
              .map(Builder::worst)
              .orElse(null);
    }

    /** A path with something missing on the way there, or the first. */
    private static Path worst(List<Path> paths) {
      return paths.stream()
          .filter(p -> p.missing().stream().anyMatch(Builder::isForward))
          .findFirst()
          .orElse(paths.getFirst());
    }

    private static boolean isForward(MissingLink link) {
      return link.way() == MissingLink.Way.FORWARD;
    }

    private String node(NamedElement e) {
      if (!(e instanceof Site)) return e == gateway.getVpc() ? plan.vpc().name() : "";
      return site(e).map(SitePlan::name).orElse("");
    }

    private Optional<SitePlan> site(NamedElement e) {
      return plan.sites().stream().filter(s -> s.id().value().equals(e.getId())).findFirst();
    }

    private @Nullable VpnConnection connection(NamedElement end) {
      return gateway.getConnections().stream()
          .filter(c -> c.getSite() == end)
          .findFirst()
          .orElse(null);
    }

    boolean connects() {
      return path != null && (connection(from) != null || connection(to) != null);
    }

    Road build() {
      if (path == null) return new Road("", "", List.of());
      if (from instanceof Site) {
        hop(from, "sends " + path.destination() + " into the tunnel", Kind.DEVICE_ROUTE);
        tunnel(from, Kind.SOURCE_SELECTOR);
      } else {
        hop(from, "VPC route: " + vpcRoute() + " → " + Words.name(gateway), Kind.VPC_ROUTE);
      }
      hop(gateway, hubRule(), Kind.HUB_ROUTE);
      if (to instanceof Site) {
        tunnel(to, Kind.DESTINATION_SELECTOR);
        hop(to, "takes packets from " + path.source(), Kind.DEVICE_ROUTE);
      } else {
        hop(to, "takes packets from " + path.source(), null);
      }
      return new Road(path.source().toString(), path.destination().toString(), hops);
    }

    private void tunnel(NamedElement end, Kind kind) {
      VpnConnection connection = connection(end);
      if (connection == null) return;
      hop(connection, "selectors: " + selectors(connection), kind);
    }

    private void hop(NamedElement element, String rule, @Nullable Kind kind) {
      boolean stopped = !hops.isEmpty() && hops.getLast().state() != State.PASSED;
      Optional<String> missing = stopped ? Optional.empty() : missing(element, kind);
      State state = stopped ? State.BEYOND : missing.isPresent() ? State.MISSING : State.PASSED;
      hops.add(new Hop(element, stopped ? "" : missing.orElse(rule), state));
    }

    private Optional<String> missing(NamedElement element, @Nullable Kind kind) {
      if (path == null) return Optional.empty();
      return path.missing().stream()
          .filter(Builder::isForward)
          .filter(l -> l.kind() == kind || l.kind() == Kind.CONNECTION)
          .filter(l -> l.elementId().equals(element.getId()))
          .map(MissingLink::description)
          .findFirst();
    }

    private String vpcRoute() {
      return plan.vpc().routesToGateway().stream()
          .filter(p -> path != null && p.overlaps(path.destination()))
          .findFirst()
          .map(Ipv4Prefix::toString)
          .orElse("—");
    }

    private String selectors(VpnConnection connection) {
      return plan.hub().connections().stream()
          .filter(c -> c.id().value().equals(connection.getId()))
          .flatMap(c -> c.children().stream())
          .findFirst()
          .map(c -> some(c.remote()) + " ⇄ " + some(c.local()))
          .orElse("—");
    }

    private static String some(List<Ipv4Prefix> prefixes) {
      return Words.some(prefixes.stream().map(Ipv4Prefix::toString).toList(), 2);
    }

    /** The rule by which the hub sends the packet on, in the order in which it looks them up. */
    private String hubRule() {
      if (path == null) return "";
      GatewayPlan hub = plan.hub();
      Ipv4Prefix s = path.source();
      Ipv4Prefix d = path.destination();
      for (var r : hub.policyRoutes()) {
        if (r.source().contains(s) && r.destination().contains(d)) {
          return "policy route: "
              + r.source()
              + " → "
              + r.destination()
              + " into "
              + name(r.nextHop().value());
        }
      }
      var best =
          hub.destinationRoutes().stream()
              .filter(r -> r.destination().contains(d))
              .max(Comparator.comparingInt(r -> r.destination().length()));
      if (best.isPresent()) {
        return "destination route: "
            + best.get().destination()
            + " into "
            + name(best.get().nextHop().value());
      }
      if (!(to instanceof Site)) return d + " is inside the VPC";
      return "selectors lead " + d + " into " + Words.name(connection(to));
    }

    private String name(String connectionId) {
      return plan.hub().connections().stream()
          .filter(c -> c.id().value().equals(connectionId))
          .map(ConnectionPlan::name)
          .findFirst()
          .orElse(connectionId);
    }
  }
}
