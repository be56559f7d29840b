package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;

/**
 * One connection with both its ends, and the selectors that they agree on: the responder narrows to
 * the intersection (RFC 7296 §2.9).
 */
final class Tunnel {
  private static final int NAMED = 3;

  /** What the CHILD SAs of one site's side, as negotiated, cover together. */
  private record Pair(PrefixSet hubSide, PrefixSet siteSide) {}

  private final ConnectionPlan hub;
  private final ConnectionPlan site;
  private final List<Pair> pairs = new ArrayList<>();
  private final PrefixSet fromSite;
  private final PrefixSet fromHub;
  private String both = "";

  Tunnel(ConnectionPlan hub, ConnectionPlan site) {
    this.hub = hub;
    this.site = site;
    Map<List<Ipv4Prefix>, List<Ipv4Prefix>> hubSides = new LinkedHashMap<>();
    for (ChildPlan s : site.children()) {
      for (ChildPlan h : hub.children()) {
        PrefixSet hubSide = PrefixSet.intersection(h.local(), s.remote());
        PrefixSet siteSide = PrefixSet.intersection(h.remote(), s.local());
        if (hubSide.isEmpty() || siteSide.isEmpty()) continue;
        hubSides.computeIfAbsent(siteSide.list(), k -> new ArrayList<>()).addAll(hubSide.list());
      }
    }
    hubSides.forEach(
        (siteSide, hubSide) -> pairs.add(new Pair(PrefixSet.of(hubSide), PrefixSet.of(siteSide))));
    fromSite = PrefixSet.of(hub.peerPrefixes());
    fromHub = PrefixSet.of(site.peerPrefixes());
  }

  ConnectionPlan hub() {
    return hub;
  }

  /** Whether a CHILD SA covers the packet. */
  boolean covers(Ipv4Prefix siteAddress, Ipv4Prefix hubAddress) {
    for (Pair p : pairs) {
      if (p.siteSide().contains(siteAddress) && p.hubSide().contains(hubAddress)) return true;
    }
    return false;
  }

  /** Whether some CHILD SA covers this address on the site's side. */
  boolean coversSite(Ipv4Prefix siteAddress) {
    return pairs.stream().anyMatch(p -> p.siteSide().contains(siteAddress));
  }

  /** Whether the hub's selectors make a route to this address, for some sources. */
  boolean routesTo(Ipv4Prefix siteAddress) {
    return hub.autoConfigRoute()
        && hub.children().stream()
            .flatMap(c -> c.remote().stream())
            .anyMatch(r -> r.contains(siteAddress));
  }

  /** Whether the hub takes packets from this source out of the tunnel. */
  boolean hubAccepts(Ipv4Prefix source) {
    return fromSite.contains(source);
  }

  /** Whether the site's device takes packets from this source out of the tunnel. */
  boolean siteAccepts(Ipv4Prefix source) {
    return fromHub.contains(source);
  }

  /** Why the tunnel does not cover a packet, for people. */
  String uncovered(Ipv4Prefix siteAddress, Ipv4Prefix hubAddress) {
    String title = "IPsec connection " + hub.name();
    if (pairs.isEmpty()) {
      return title + ": the selectors of hub and site have nothing in common (" + both() + ")";
    }
    return title
        + ": the selectors do not cover "
        + (coversSite(siteAddress)
            ? hubAddress + " on the hub's side"
            : siteAddress + " on the site's side")
        + " ("
        + both()
        + ")";
  }

  private String both() {
    if (both.isEmpty()) both = "hub: " + children(hub, false) + "; site: " + children(site, true);
    return both;
  }

  /** Selectors as "hub's side <-> site's side". */
  private static String children(ConnectionPlan end, boolean swap) {
    List<Ipv4Prefix> local = end.children().stream().flatMap(c -> c.local().stream()).toList();
    List<Ipv4Prefix> remote = end.children().stream().flatMap(c -> c.remote().stream()).toList();
    return list(swap ? remote : local) + " <-> " + list(swap ? local : remote);
  }

  static String list(List<Ipv4Prefix> prefixes) {
    List<Ipv4Prefix> distinct = prefixes.stream().distinct().toList();
    String named =
        distinct.stream().limit(NAMED).map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
    int more = distinct.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
