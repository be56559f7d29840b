package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.MissingLink.Way;
import org.vpnhub.plan.VpcPlan;

/** The two halves of one way of a packet, and what is missing on each. */
final class Roads {
  /** The VPC or a site. */
  record Node(String name, String id, int site, List<Ipv4Prefix> prefixes) {
    static final int VPC = -1;

    boolean isVpc() {
      return site == VPC;
    }
  }

  /**
   * What a node does with packets; the VPC routes nothing itself.
   *
   * @param tunnels by the index of the connection in the node's plan
   * @param byHub the same by the index in the hub's plan
   */
  record End(
      Node node, RouteLookup routes, Map<Integer, Tunnel> tunnels, Map<Integer, Tunnel> byHub) {
    Tunnel firstTunnel() {
      return tunnels.values().iterator().next();
    }
  }

  private final VpcPlan vpc;
  private final GatewayPlan hub;
  private final Map<String, String> leftOut;
  private final RouteLookup hubRoutes;
  private final PrefixSet vpcRoutes;
  private final Map<ConnectionId, Integer> index = new HashMap<>();
  private final int[] siteOfConnection;

  Roads(VpcPlan vpc, GatewayPlan hub, Map<String, String> leftOut) {
    this.vpc = vpc;
    this.hub = hub;
    this.leftOut = leftOut;
    hubRoutes = new RouteLookup(hub);
    vpcRoutes = PrefixSet.of(vpc.routesToGateway());
    for (int i = 0; i < hub.connections().size(); i++) {
      index.putIfAbsent(hub.connections().get(i).id(), i);
    }
    siteOfConnection = new int[hub.connections().size()];
    Arrays.fill(siteOfConnection, Node.VPC);
  }

  /** Says which connections of the hub a site has the other ends of. */
  void join(int site, GatewayPlan plan) {
    for (ConnectionPlan c : plan.connections()) {
      Integer i = index.get(c.id());
      if (i != null) siteOfConnection[i] = site;
    }
  }

  /** A site; pairs the ends of each connection by its id. */
  End end(Node node, GatewayPlan plan) {
    Map<Integer, Tunnel> tunnels = new LinkedHashMap<>();
    Map<Integer, Tunnel> byHub = new HashMap<>();
    for (int n = 0; n < plan.connections().size(); n++) {
      Integer i = index.get(plan.connections().get(n).id());
      if (i == null) continue;
      Tunnel tunnel = new Tunnel(hub.connections().get(i), plan.connections().get(n));
      tunnels.put(n, tunnel);
      byHub.put(i, tunnel);
    }
    return new End(node, new RouteLookup(plan), tunnels, byHub);
  }

  End vpcEnd(Node node) {
    return new End(node, hubRoutes, Map.of(), Map.of());
  }

  /**
   * What is missing from the source to the hub.
   *
   * @param to whom the packet is for
   */
  List<MissingLink> depart(End from, Node to, Ipv4Prefix source, Ipv4Prefix destination) {
    if (from.node().isVpc()) {
      if (vpcRoutes.contains(destination)) return List.of();
      return List.of(
          missing(
              Kind.VPC_ROUTE,
              vpc.id(),
              "no route table of the VPC "
                  + vpc.name()
                  + " sends "
                  + of(destination, to)
                  + " to the VPN gateway"));
    }
    return from.tunnels().isEmpty()
        ? List.of(noConnection(from.node()))
        : fromSite(from, to, source, destination);
  }

  private List<MissingLink> fromSite(End from, Node to, Ipv4Prefix source, Ipv4Prefix destination) {
    int hop = from.routes().lookup(source, destination);
    Tunnel tunnel = from.tunnels().get(hop);
    if (tunnel == null) tunnel = from.firstTunnel();
    boolean covers = tunnel.covers(source, destination);
    boolean accepts = tunnel.hubAccepts(source);
    if (hop >= 0 && covers && accepts) return List.of();
    List<MissingLink> missing = new ArrayList<>(2);
    if (hop < 0) {
      missing.add(
          missing(
              Kind.DEVICE_ROUTE,
              from.node().id(),
              "the device of "
                  + from.node().name()
                  + " does not send "
                  + of(destination, to)
                  + " into the tunnel"));
    }
    if (!covers) {
      missing.add(selector(Kind.SOURCE_SELECTOR, tunnel, tunnel.uncovered(source, destination)));
    } else if (!accepts) {
      String takes = Tunnel.list(tunnel.hub().peerPrefixes());
      missing.add(
          selector(
              Kind.SOURCE_SELECTOR,
              tunnel,
              "IPsec connection "
                  + tunnel.hub().name()
                  + ": the hub takes only packets from "
                  + takes
                  + ", not from "
                  + source));
    }
    return missing;
  }

  /** What is missing from the hub to the destination. */
  List<MissingLink> arrive(End to, Ipv4Prefix source, Ipv4Prefix destination) {
    Node node = to.node();
    if (!node.isVpc() && to.tunnels().isEmpty()) return List.of(noConnection(node));
    int hop = hubRoutes.lookup(source, destination);
    if (node.isVpc()) {
      return hop == RouteLookup.INSIDE ? List.of() : List.of(wrongHubRoute(hop, destination, node));
    }
    boolean right = hop >= 0 && siteOfConnection[hop] == node.site();
    Tunnel tunnel = right ? to.byHub().get(hop) : to.firstTunnel();
    boolean covers = tunnel.covers(destination, source);
    boolean accepts = tunnel.siteAccepts(source);
    boolean keeps = to.routes().lookup(source, destination) == RouteLookup.INSIDE;
    if (right && covers && accepts && keeps) return List.of();
    List<MissingLink> missing = new ArrayList<>(2);
    // A route made by selectors fails for the same reason as the selectors: said once.
    boolean bySelector = hop == RouteLookup.NO_ROUTE && !covers && tunnel.routesTo(destination);
    if (!right && !bySelector) missing.add(wrongHubRoute(hop, destination, node));
    if (!covers) {
      missing.add(
          selector(Kind.DESTINATION_SELECTOR, tunnel, tunnel.uncovered(destination, source)));
    } else if (!accepts) {
      missing.add(
          selector(
              Kind.DESTINATION_SELECTOR,
              tunnel,
              "IPsec connection "
                  + tunnel.hub().name()
                  + ": the device of "
                  + node.name()
                  + " does not expect packets from "
                  + source));
    } else if (!keeps) {
      missing.add(
          missing(
              Kind.DEVICE_ROUTE,
              node.id(),
              "the device of " + node.name() + " sends " + destination + " back into the tunnel"));
    }
    return missing;
  }

  private MissingLink wrongHubRoute(int hop, Ipv4Prefix destination, Node to) {
    String what = of(destination, to);
    return missing(
        Kind.HUB_ROUTE,
        hub.id(),
        switch (hop) {
          case RouteLookup.NO_ROUTE -> "the hub has no route to " + what;
          case RouteLookup.INSIDE ->
              "the hub sends " + what + " into the VPC, of which it is a part";
          default ->
              "the hub sends "
                  + what
                  + " into IPsec connection "
                  + hub.connections().get(hop).name();
        });
  }

  private MissingLink noConnection(Node site) {
    String none = "site " + site.name() + " has no IPsec connection to this gateway";
    return missing(Kind.CONNECTION, site.id(), leftOut.getOrDefault(site.id(), none));
  }

  private static MissingLink selector(Kind kind, Tunnel tunnel, String description) {
    return missing(kind, tunnel.hub().id().value(), description);
  }

  private static MissingLink missing(Kind kind, String element, String description) {
    return new MissingLink(kind, Way.FORWARD, element, description);
  }

  private static String of(Ipv4Prefix prefix, Node node) {
    return prefix + " (" + node.name() + ")";
  }
}
