package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.MissingLink.Way;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.VpcPlan;

/**
 * Who reaches whom, computed from plans alone by the rules that the engine carries packets by.
 *
 * <p>The road of a packet: the source's device sends it into its tunnel, the tunnel's selectors
 * cover it, the hub takes that source from that site, the hub's routes lead to the destination's
 * tunnel (or to the inside), that tunnel's selectors cover it, and the device there takes the
 * source. The answer goes the same road from the other end. A pair of prefixes is reachable when
 * that holds for each of their addresses, both ways.
 */
public final class Reachability {
  private static final int VPC = -1;
  // Variants of a missing link.
  private static final int HUB_SIDE = 1;
  private static final int SITE_SIDE = 2;
  private static final int ACCEPT = 3;
  private static final int BACK = 4;

  /** What a link is missing for; each is described once. */
  private record LinkKey(Kind kind, String elementId, Ipv4Prefix about, int variant) {}

  /** The VPC or a site. */
  private record Node(String name, String id, int site, List<Ipv4Prefix> prefixes) {
    boolean isVpc() {
      return site == VPC;
    }
  }

  private final VpcPlan vpc;
  private final GatewayPlan hub;
  private final List<SitePlan> sites;
  private final Map<String, String> leftOut;
  private final List<Node> nodes = new ArrayList<>();
  private final RouteLookup hubRoutes;
  private final List<RouteLookup> siteRoutes = new ArrayList<>();
  private final List<Map<Integer, Tunnel>> tunnels = new ArrayList<>();
  private final Map<Integer, Tunnel> tunnelOfHubConnection = new HashMap<>();
  private final Map<Integer, Integer> siteOfHubConnection = new HashMap<>();
  private final PrefixSet vpcRoutes;
  private final Atoms atoms;
  private final Map<LinkKey, MissingLink> links = new HashMap<>();
  private final Map<MissingLink, MissingLink> answers = new IdentityHashMap<>();

  private Reachability(
      VpcPlan vpc, GatewayPlan hub, List<SitePlan> sites, Map<String, String> leftOut) {
    this.vpc = vpc;
    this.hub = hub;
    this.sites = sites;
    this.leftOut = leftOut;
    hubRoutes = new RouteLookup(hub);
    vpcRoutes = PrefixSet.of(vpc.routesToGateway());
    for (int i = 0; i < sites.size(); i++) {
      SitePlan s = sites.get(i);
      nodes.add(new Node(s.name(), s.id().value(), i, s.prefixes()));
      siteRoutes.add(new RouteLookup(s.gateway()));
    }
    nodes.add(new Node(vpc.name(), vpc.id(), VPC, vpc.prefixes()));
    join();
    atoms = new Atoms(cuts());
  }

  /**
   * Prepares the answers for one hub.
   *
   * @param leftOut why a site has no connection in the plan, by site id; a sentence that begins
   *     with the connection
   */
  public static Reachability of(
      VpcPlan vpc, GatewayPlan hub, List<SitePlan> sites, Map<String, String> leftOut) {
    return new Reachability(vpc, hub, List.copyOf(sites), Map.copyOf(leftOut));
  }

  /** Pairs the ends of each connection by its id. */
  private void join() {
    Map<ConnectionId, Integer> index = new HashMap<>();
    for (int i = 0; i < hub.connections().size(); i++) {
      index.putIfAbsent(hub.connections().get(i).id(), i);
    }
    for (int s = 0; s < sites.size(); s++) {
      Map<Integer, Tunnel> own = new LinkedHashMap<>();
      List<ConnectionPlan> connections = sites.get(s).gateway().connections();
      for (int n = 0; n < connections.size(); n++) {
        Integer i = index.get(connections.get(n).id());
        if (i == null) continue;
        Tunnel tunnel = new Tunnel(hub.connections().get(i), connections.get(n));
        own.put(n, tunnel);
        tunnelOfHubConnection.put(i, tunnel);
        siteOfHubConnection.put(i, s);
      }
      tunnels.add(own);
    }
  }

  private Set<Ipv4Prefix> cuts() {
    Set<Ipv4Prefix> cuts = new HashSet<>(vpc.routesToGateway());
    cuts.addAll(vpc.prefixes());
    gatewayCuts(hub, cuts);
    for (SitePlan s : sites) {
      cuts.addAll(s.prefixes());
      gatewayCuts(s.gateway(), cuts);
    }
    return cuts;
  }

  private static void gatewayCuts(GatewayPlan g, Set<Ipv4Prefix> cuts) {
    cuts.addAll(g.insidePrefixes());
    g.policyRoutes().forEach(r -> cuts.add(r.source()));
    g.policyRoutes().forEach(r -> cuts.add(r.destination()));
    g.destinationRoutes().forEach(r -> cuts.add(r.destination()));
    for (ConnectionPlan c : g.connections()) {
      cuts.addAll(c.peerPrefixes());
      for (ChildPlan child : c.children()) {
        cuts.addAll(child.local());
        cuts.addAll(child.remote());
      }
    }
  }

  /** The whole matrix. */
  public ReachabilityMatrix matrix() {
    int n = nodes.size();
    ReachabilityCell[] cells = new ReachabilityCell[n * (n - 1)];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        cells(nodes.get(i), nodes.get(j), cells, i * (n - 1) + j - 1, j * (n - 1) + i);
      }
    }
    return new ReachabilityMatrix(nodes.stream().map(Node::name).toList(), List.of(cells));
  }

  /** Both cells of a pair of nodes: the way back of one is the way there of the other. */
  private void cells(Node a, Node b, ReachabilityCell[] cells, int atAb, int atBa) {
    List<ReachabilityCell.Path> fromA = new ArrayList<>();
    List<ReachabilityCell.Path> fromB = new ArrayList<>();
    for (Ipv4Prefix s : a.prefixes()) {
      for (Ipv4Prefix d : b.prefixes()) {
        List<MissingLink> forth = oneWay(a, s, b, d);
        List<MissingLink> back = oneWay(b, d, a, s);
        fromA.add(new ReachabilityCell.Path(s, d, bothWays(forth, back)));
        fromB.add(new ReachabilityCell.Path(d, s, bothWays(back, forth)));
      }
    }
    cells[atAb] = new ReachabilityCell(a.name(), b.name(), fromA);
    cells[atBa] = new ReachabilityCell(b.name(), a.name(), inOrder(b, a, fromB));
  }

  /** By the source's prefixes first, as in every other cell. */
  private static List<ReachabilityCell.Path> inOrder(
      Node from, Node to, List<ReachabilityCell.Path> paths) {
    List<ReachabilityCell.Path> ordered = new ArrayList<>(paths.size());
    int sources = from.prefixes().size();
    for (int s = 0; s < sources; s++) {
      for (int d = 0; d < to.prefixes().size(); d++) ordered.add(paths.get(d * sources + s));
    }
    return ordered;
  }

  private List<MissingLink> bothWays(List<MissingLink> forth, List<MissingLink> back) {
    if (forth.isEmpty() && back.isEmpty()) return List.of();
    List<MissingLink> all = new ArrayList<>(forth);
    for (MissingLink link : back) all.add(answers.computeIfAbsent(link, Reachability::answer));
    return all;
  }

  private static MissingLink answer(MissingLink link) {
    return new MissingLink(link.kind(), Way.RETURN, link.elementId(), link.description());
  }

  /**
   * What is missing between two hosts, both ways.
   *
   * @return empty when the hosts reach each other; {@code Optional.empty()} when one of the
   *     addresses is in no prefix of the plan, or both are in the same place
   */
  public Optional<List<MissingLink>> missing(Ipv4Address from, Ipv4Address to) {
    Optional<Node> source = node(from);
    Optional<Node> target = node(to);
    if (source.isEmpty() || target.isEmpty() || source.equals(target)) return Optional.empty();
    Ipv4Prefix s = new Ipv4Prefix(from.bits(), 32);
    Ipv4Prefix d = new Ipv4Prefix(to.bits(), 32);
    return Optional.of(
        bothWays(
            oneWay(source.get(), s, target.get(), d), oneWay(target.get(), d, source.get(), s)));
  }

  private Optional<Node> node(Ipv4Address a) {
    return nodes.stream()
        .filter(n -> n.prefixes().stream().anyMatch(p -> p.contains(a)))
        .findFirst();
  }

  private List<MissingLink> oneWay(Node from, Ipv4Prefix s, Node to, Ipv4Prefix d) {
    List<MissingLink> missing = new ArrayList<>(0);
    for (Ipv4Prefix source : atoms.of(s)) {
      for (Ipv4Prefix destination : atoms.of(d)) {
        new Road(from, source, to, destination, missing).walk();
      }
    }
    return missing;
  }

  /** One way of one packet. */
  private final class Road {
    private final Node from;
    private final Ipv4Prefix source;
    private final Node to;
    private final Ipv4Prefix destination;
    private final List<MissingLink> missing;

    Road(Node from, Ipv4Prefix source, Node to, Ipv4Prefix destination, List<MissingLink> missing) {
      this.from = from;
      this.source = source;
      this.to = to;
      this.destination = destination;
      this.missing = missing;
    }

    void walk() {
      if (from.isVpc()) {
        fromVpc();
      } else if (tunnels.get(from.site()).isEmpty()) {
        noConnection(from);
      } else {
        fromSite();
      }
      if (!to.isVpc() && tunnels.get(to.site()).isEmpty()) {
        noConnection(to);
      } else {
        atHub();
      }
    }

    private void fromVpc() {
      if (vpcRoutes.contains(destination)) return;
      add(
          Kind.VPC_ROUTE,
          vpc.id(),
          destination,
          0,
          () ->
              "no route table of the VPC "
                  + vpc.name()
                  + " sends "
                  + destination
                  + of(to)
                  + " to the VPN gateway");
    }

    private void fromSite() {
      int hop = siteRoutes.get(from.site()).lookup(source, destination);
      if (hop < 0) {
        add(
            Kind.DEVICE_ROUTE,
            from.id(),
            destination,
            0,
            () ->
                "the device of "
                    + from.name()
                    + " does not send "
                    + destination
                    + of(to)
                    + " into the tunnel");
      }
      Tunnel tunnel = tunnels.get(from.site()).getOrDefault(hop, firstTunnel(from));
      if (!tunnel.covers(source, destination)) {
        selector(Kind.SOURCE_SELECTOR, tunnel, source, destination);
      } else if (!tunnel.hubAccepts(source)) {
        add(
            Kind.SOURCE_SELECTOR,
            tunnel.hub().id().value(),
            source,
            ACCEPT,
            () ->
                "IPsec connection "
                    + tunnel.hub().name()
                    + ": the hub takes only packets from "
                    + Tunnel.list(tunnel.hub().peerPrefixes())
                    + ", not from "
                    + source);
      }
    }

    private void selector(Kind kind, Tunnel tunnel, Ipv4Prefix site, Ipv4Prefix hubSide) {
      boolean atSite = tunnel.coversSite(site);
      add(
          kind,
          tunnel.hub().id().value(),
          atSite ? hubSide : site,
          atSite ? HUB_SIDE : SITE_SIDE,
          () -> tunnel.uncovered(site, hubSide));
    }

    private void atHub() {
      int hop = hubRoutes.lookup(source, destination);
      if (to.isVpc()) {
        if (hop != RouteLookup.INSIDE) wrongHubRoute(hop);
        return;
      }
      boolean right = hop >= 0 && siteOfHubConnection.getOrDefault(hop, VPC) == to.site();
      Tunnel tunnel = right ? tunnelOfHubConnection.get(hop) : firstTunnel(to);
      boolean covers = tunnel.covers(destination, source);
      // A route made by selectors fails for the same reason as the selectors: said once.
      boolean bySelector = hop == RouteLookup.NO_ROUTE && !covers && tunnel.routesTo(destination);
      if (!right && !bySelector) wrongHubRoute(hop);
      if (!covers) {
        selector(Kind.DESTINATION_SELECTOR, tunnel, destination, source);
      } else if (!tunnel.siteAccepts(source)) {
        add(
            Kind.DESTINATION_SELECTOR,
            tunnel.hub().id().value(),
            source,
            ACCEPT,
            () ->
                "IPsec connection "
                    + tunnel.hub().name()
                    + ": the device of "
                    + to.name()
                    + " does not expect packets from "
                    + source);
      } else if (siteRoutes.get(to.site()).lookup(source, destination) != RouteLookup.INSIDE) {
        add(
            Kind.DEVICE_ROUTE,
            to.id(),
            destination,
            BACK,
            () -> "the device of " + to.name() + " sends " + destination + " back into the tunnel");
      }
    }

    private Tunnel firstTunnel(Node site) {
      return tunnels.get(site.site()).values().iterator().next();
    }

    private void wrongHubRoute(int hop) {
      add(
          Kind.HUB_ROUTE,
          hub.id(),
          destination,
          hop,
          () ->
              switch (hop) {
                case RouteLookup.NO_ROUTE -> "the hub has no route to " + destination + of(to);
                case RouteLookup.INSIDE ->
                    "the hub sends "
                        + destination
                        + of(to)
                        + " into the VPC, of which it is a part";
                default ->
                    "the hub sends "
                        + destination
                        + of(to)
                        + " into IPsec connection "
                        + hub.connections().get(hop).name();
              });
    }

    private void noConnection(Node site) {
      add(
          Kind.CONNECTION,
          site.id(),
          Ipv4Prefix.ANY,
          0,
          () ->
              leftOut.getOrDefault(
                  site.id(), "site " + site.name() + " has no IPsec connection to this gateway"));
    }

    private String of(Node node) {
      return " (" + node.name() + ")";
    }

    private void add(
        Kind kind, String element, Ipv4Prefix about, int variant, Supplier<String> description) {
      MissingLink link =
          links.computeIfAbsent(
              new LinkKey(kind, element, about, variant),
              k -> new MissingLink(kind, Way.FORWARD, element, description.get()));
      if (!missing.contains(link)) missing.add(link);
    }
  }
}
