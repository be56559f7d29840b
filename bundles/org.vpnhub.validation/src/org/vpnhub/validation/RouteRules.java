package org.vpnhub.validation;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.NextHopType;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Section C6: routes of the VPC and of the VPN gateways. */
final class RouteRules {
  private RouteRules() {}

  private static Stream<GatewayRoute> routes(ModelIndex in) {
    return in.all(VpnGateway.class).stream().flatMap(g -> in.routes(g).stream());
  }

  /** R01: each prefix of an office, towards one of the gateways that it is connected to. */
  static void noVpcRoute(ModelIndex in, Report out) {
    for (Office office : in.offices) {
      if (office.connections().isEmpty() || learnsByBgp(office)) continue;
      List<Ipv4Prefix> missing =
          office.prefixes().stream()
              .filter(
                  p ->
                      office.connections().stream()
                          .noneMatch(c -> in.vpcRoutes(c.getVpnGateway()).covers(p)))
              .toList();
      if (missing.isEmpty()) continue;
      VpnGateway gateway = office.connections().getFirst().getVpnGateway();
      out.add(
          office.element(),
          "no route of "
              + Labels.of(gateway.getVpc())
              + " leads to "
              + Labels.some(missing)
              + ", so that the VPC cannot answer",
          "add a VPC route with next hop "
              + Labels.of(gateway)
              + ", or publish a route of the gateway",
          Fixes.createRoutes(in.network, gateway, office, missing));
    }
  }

  private static boolean learnsByBgp(Office office) {
    return office.connections().stream()
        .anyMatch(c -> c.isEnableTunnelsBgp() && c.getVpnGateway().isAutoPropagate());
  }

  /** R02. */
  static void blackHole(ModelIndex in, Report out) {
    Map<VpnGateway, PrefixIndex<Object>> known = new IdentityHashMap<>();
    for (VpnGateway g : in.all(VpnGateway.class)) known.put(g, destinations(in, g));
    for (RouteEntry e : in.all(RouteEntry.class)) {
      PrefixIndex<Object> behind = known.get(e.getNextHop());
      Optional<Ipv4Prefix> p = Cidrs.prefix(e.getDestinationCidrBlock());
      if (behind == null || p.isEmpty() || e.getNextHopType() != NextHopType.VPN_GATEWAY) continue;
      if (behind.overlapping(p.get()).findAny().isPresent()) continue;
      out.add(
          e,
          "leads to "
              + Labels.of(e.getNextHop())
              + ", where no connection serves "
              + p.get()
              + ": packets are lost",
          "delete the route, or add a connection for " + p.get());
    }
  }

  /** What a gateway can deliver: remote networks but 0.0.0.0/0, and the destinations of routes. */
  private static PrefixIndex<Object> destinations(ModelIndex in, VpnGateway g) {
    PrefixIndex<Object> all = new PrefixIndex<>();
    for (VpnConnection c : g.getConnections()) {
      for (Ipv4Prefix p : Cidrs.prefixes(c.getRemoteSubnets())) {
        if (p.length() > 0 || c.isEnableTunnelsBgp()) all.add(p, c);
      }
    }
    for (GatewayRoute r : in.routes(g)) {
      if (r.nextHop() != null) Cidrs.prefix(r.dest()).ifPresent(p -> all.add(p, r));
    }
    return all;
  }

  /** R03. */
  static void outsideSelector(ModelIndex in, Report out) {
    for (GatewayRoute r : routes(in).toList()) {
      VpnConnection c = r.nextHop();
      if (c == null) continue;
      outside(out, r, r.dest(), "remote", c, c.getRemoteSubnets());
      if (r.isPolicy()) outside(out, r, r.source(), "local", c, c.getLocalSubnets());
    }
  }

  private static void outside(
      Report out,
      GatewayRoute r,
      @Nullable String text,
      String side,
      VpnConnection c,
      List<String> networks) {
    Optional<Ipv4Prefix> prefix = Cidrs.prefix(text);
    List<Ipv4Prefix> selectors = Cidrs.prefixes(networks);
    if (prefix.isEmpty() || selectors.isEmpty()) return;
    PrefixIndex<Ipv4Prefix> index = new PrefixIndex<>();
    for (Ipv4Prefix p : selectors) index.add(p, p);
    if (index.covers(prefix.get())) return;
    out.add(
        r.element(),
        prefix.get()
            + " is not within the "
            + side
            + " networks "
            + Labels.some(selectors)
            + " of "
            + Labels.of(c)
            + ", which drops such packets",
        "route what the connection carries, or widen its " + side + " networks");
  }

  /** R04. */
  static void anyDestination(ModelIndex in, Report out) {
    for (GatewayRoute r : routes(in).toList()) {
      if (!Cidrs.prefix(r.dest()).equals(Optional.of(Ipv4Prefix.ANY))) continue;
      out.add(
          r.element(),
          "a VPN gateway takes no route to 0.0.0.0/0",
          "route the prefixes of the office, one by one or summarised");
    }
  }

  /** What two routes must share to be an active and a standby one. */
  private record Key(
      VpnGateway gateway,
      boolean policy,
      int priority,
      Optional<Ipv4Prefix> source,
      Optional<Ipv4Prefix> dest) {
    static Key of(GatewayRoute r) {
      return new Key(
          r.gateway(),
          r.isPolicy(),
          r.priority(),
          Cidrs.prefix(r.source()),
          Cidrs.prefix(r.dest()));
    }
  }

  /** R05. */
  static void twiceActive(ModelIndex in, Report out) {
    Map<Key, GatewayRoute> first = new HashMap<>();
    for (GatewayRoute r : routes(in).toList()) {
      if (r.weight() != GatewayRoute.ACTIVE || Cidrs.prefix(r.dest()).isEmpty()) continue;
      GatewayRoute other = first.putIfAbsent(Key.of(r), r);
      if (other == null) continue;
      out.add(
          r.element(),
          "there is a second active route to "
              + r.dest()
              + ", by "
              + nextHop(other)
              + "; this one goes by "
              + nextHop(r),
          "delete one of the two, or give one weight 0 to make it standby");
    }
  }

  private static String nextHop(GatewayRoute r) {
    return r.nextHop() == null ? "no connection" : Labels.of(r.nextHop());
  }

  /** R06. */
  static void weight(ModelIndex in, Report out) {
    for (GatewayRoute r : routes(in).toList()) {
      if (r.weight() == GatewayRoute.ACTIVE || r.weight() == GatewayRoute.STANDBY) continue;
      out.add(r.element(), "the weight is " + r.weight(), "set 100 (active) or 0 (standby)");
    }
  }

  /** R07. */
  static void standbyAlone(ModelIndex in, Report out) {
    Map<Key, GatewayRoute> active = new HashMap<>();
    for (GatewayRoute r : routes(in).toList()) {
      if (r.weight() == GatewayRoute.ACTIVE) active.put(Key.of(r), r);
    }
    for (GatewayRoute r : routes(in).toList()) {
      if (r.weight() != GatewayRoute.STANDBY || active.containsKey(Key.of(r))) continue;
      out.add(
          r.element(),
          "is a standby route (weight 0) without an active one to " + r.dest(),
          "set weight 100, or add the active route");
    }
  }

  /** R08. */
  static void ambiguousPolicy(ModelIndex in, Report out) {
    record Level(VpnGateway gateway, int priority) {}
    Map<Level, PrefixIndex<GatewayRoute>> earlier = new HashMap<>();
    for (GatewayRoute r : routes(in).filter(GatewayRoute::isPolicy).toList()) {
      Optional<Ipv4Prefix> dest = Cidrs.prefix(r.dest());
      Optional<Ipv4Prefix> source = Cidrs.prefix(r.source());
      if (dest.isEmpty() || source.isEmpty()) continue;
      PrefixIndex<GatewayRoute> rivals =
          earlier.computeIfAbsent(new Level(r.gateway(), r.priority()), l -> new PrefixIndex<>());
      rivals
          .overlapping(dest.get())
          .filter(o -> o.nextHop() != r.nextHop() && !isStandbyOf(r, o))
          .filter(o -> Cidrs.prefix(o.source()).orElseThrow().overlaps(source.get()))
          .findFirst()
          .ifPresent(
              o ->
                  out.add(
                      r.element(),
                      "has the priority "
                          + r.priority()
                          + " of "
                          + o
                          + ", which matches the same packets and goes by "
                          + nextHop(o)
                          + ": which one wins is not defined",
                      "give the two different priorities"));
      rivals.add(dest.get(), r);
    }
  }

  private static boolean isStandbyOf(GatewayRoute a, GatewayRoute b) {
    return a.weight() != b.weight() && Key.of(a).equals(Key.of(b));
  }

  /** R09. */
  static void shadowed(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      PrefixIndex<GatewayRoute> policies = new PrefixIndex<>();
      for (GatewayRoute r : in.routes(g)) {
        if (r.isPolicy()) Cidrs.prefix(r.dest()).ifPresent(p -> policies.add(p, r));
      }
      for (GatewayRoute r : in.routes(g)) {
        Optional<Ipv4Prefix> dest = Cidrs.prefix(r.dest());
        if (r.isPolicy() || dest.isEmpty()) continue;
        policies
            .overlapping(dest.get())
            .filter(p -> p.nextHop() != r.nextHop())
            .findFirst()
            .ifPresent(
                p ->
                    out.add(
                        r.element(),
                        p + " comes first and goes by " + nextHop(p) + ", not " + nextHop(r),
                        "narrow the policy route, or delete one of the two"));
      }
    }
  }

  /** R10. */
  static void publishedTwice(ModelIndex in, Report out) {
    Map<Vpc, Map<Ipv4Prefix, RouteEntry>> others = new HashMap<>();
    for (RouteEntry e : in.all(RouteEntry.class)) {
      Optional<Ipv4Prefix> p = Cidrs.prefix(e.getDestinationCidrBlock());
      Vpc vpc = e.getRouteTable().getVpc();
      if (p.isEmpty()) continue;
      Map<Ipv4Prefix, RouteEntry> ofVpc = others.computeIfAbsent(vpc, v -> new HashMap<>());
      RouteEntry before = ofVpc.get(p.get());
      if (before == null || before.getNextHopType() == NextHopType.VPN_GATEWAY) {
        ofVpc.put(p.get(), e);
      }
    }
    for (GatewayRoute r : routes(in).filter(GatewayRoute::published).toList()) {
      Optional<Ipv4Prefix> p = Cidrs.prefix(r.dest());
      if (p.isEmpty()) continue;
      RouteEntry e = others.getOrDefault(r.gateway().getVpc(), Map.of()).get(p.get());
      if (e == null || leadsTo(e, r.gateway())) continue;
      out.add(
          r.element(),
          "is published, and "
              + Labels.of(e.getRouteTable())
              + " has a route to "
              + p.get()
              + " with another next hop",
          "delete the VPC route, or do not publish this one");
    }
  }

  private static boolean leadsTo(RouteEntry e, VpnGateway gateway) {
    return e.getNextHopType() == NextHopType.VPN_GATEWAY && e.getNextHop() == gateway;
  }

  /** R11. */
  static void notPublished(ModelIndex in, Report out) {
    for (GatewayRoute r : routes(in).filter(x -> x.isPolicy() && !x.published()).toList()) {
      Optional<Ipv4Prefix> p = Cidrs.prefix(r.dest());
      if (p.isEmpty() || in.vpcRoutes(r.gateway()).covers(p.get())) continue;
      out.add(
          r.element(),
          "is not published, and the VPC has no other route to " + p.get(),
          "publish it (publishVpc)",
          Fixes.publish(in.network, r.element()));
    }
  }

  /**
   * R12: a VPC route away from the gateway, inside of one to it, that takes an office's traffic.
   */
  static void diverted(ModelIndex in, Report out) {
    PrefixIndex<Office> offices = new PrefixIndex<>();
    for (Office o : in.offices) for (Ipv4Prefix p : o.prefixes()) offices.add(p, o);
    for (Vpc vpc : in.all(Vpc.class)) {
      PrefixIndex<Object> published = new PrefixIndex<>();
      for (VpnGateway g : vpc.getVpnGateways()) {
        for (GatewayRoute r : in.routes(g)) {
          if (r.published()) Cidrs.prefix(r.dest()).ifPresent(p -> published.add(p, r));
        }
      }
      for (RouteTable table : vpc.getRouteTables()) diverted(out, table, published, offices);
    }
  }

  private static void diverted(
      Report out, RouteTable table, PrefixIndex<Object> published, PrefixIndex<Office> offices) {
    PrefixIndex<Object> towards = new PrefixIndex<>();
    for (RouteEntry e : table.getEntries()) {
      if (e.getNextHopType() != NextHopType.VPN_GATEWAY) continue;
      Cidrs.prefix(e.getDestinationCidrBlock()).ifPresent(p -> towards.add(p, Labels.of(e)));
    }
    for (RouteEntry e : table.getEntries()) {
      Optional<Ipv4Prefix> prefix = Cidrs.prefix(e.getDestinationCidrBlock());
      if (e.getNextHopType() == NextHopType.VPN_GATEWAY || prefix.isEmpty()) continue;
      Ipv4Prefix p = prefix.get();
      if (p.length() == 0) continue;
      Ipv4Prefix around =
          new Ipv4Prefix(p.network() & Ipv4Prefix.mask(p.length() - 1), p.length() - 1);
      Optional<Object> general =
          Stream.concat(published.holding(around), towards.holding(around)).findFirst();
      Optional<Office> office = offices.overlapping(p).findFirst();
      if (general.isEmpty() || office.isEmpty()) continue;
      out.add(
          e,
          "is more specific than "
              + general.get()
              + " and takes traffic to "
              + office.get()
              + " elsewhere",
          "delete the route, or route the office's prefix more specifically to the VPN gateway");
    }
  }

  /** R13. */
  static void nextHop(ModelIndex in, Report out) {
    for (GatewayRoute r : routes(in).toList()) {
      VpnConnection c = r.nextHop();
      if (c == null || !in.isHere(c)) {
        out.add(r.element(), "has no next hop", "choose a connection of " + Labels.of(r.gateway()));
      } else if (c.getVpnGateway() != r.gateway()) {
        out.add(
            r.element(),
            "goes by " + Labels.of(c) + ", which belongs to " + Labels.of(c.getVpnGateway()),
            "choose a connection of " + Labels.of(r.gateway()));
      }
    }
    for (RouteEntry e : in.all(RouteEntry.class)) {
      if (e.getNextHopType() != NextHopType.VPN_GATEWAY) continue;
      VpnGateway g = e.getNextHop();
      Vpc vpc = e.getRouteTable().getVpc();
      if (g == null || !in.isHere(g)) {
        out.add(e, "has no next hop", "choose a VPN gateway of " + Labels.of(vpc));
      } else if (!Objects.equals(g.getVpc(), vpc)) {
        out.add(
            e,
            "goes by " + Labels.of(g) + ", which belongs to " + Labels.of(g.getVpc()),
            "choose a VPN gateway of " + Labels.of(vpc));
      }
    }
  }
}
