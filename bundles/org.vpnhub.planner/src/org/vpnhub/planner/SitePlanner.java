package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.SiteId;
import org.vpnhub.model.Site;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.TunnelMtu;

/** What a site's device does: the mirror of the hub, with selectors by the site's mode. */
final class SitePlanner {
  /**
   * A traffic selector payload counts its selectors in one octet (RFC 7296 §3.13); so few that the
   * message fits a datagram without IP fragments.
   */
  private static final int MOST_SELECTORS = 64;

  private static final int USUAL_TUNNEL_MTU = 1400;

  /**
   * An office with what the hub has for it.
   *
   * @param site of the model; null for a connection that names none
   * @param name unique among the nodes of the matrix
   */
  record Office(
      String id,
      String name,
      @Nullable Site site,
      List<Ipv4Prefix> prefixes,
      List<ConnectionPlan> hubSide) {}

  private final Findings findings;
  private final GatewayPlan hub;

  /** The VPC and all sites. */
  private final List<Ipv4Prefix> everything;

  private final Map<Office, Facts> facts = new IdentityHashMap<>();

  /** What the model says of an office. */
  private record Facts(
      SelectorMode mode, @Nullable Ipv4Prefix summary, DevicePlan device, Ipv4Address address) {}

  /** Reads the model, which need not stay as it is, and reports what is wrong with the offices. */
  SitePlanner(Findings findings, GatewayPlan hub, List<Office> offices) {
    this.findings = findings;
    this.hub = hub;
    Set<Ipv4Prefix> all = new LinkedHashSet<>(hub.insidePrefixes());
    for (Office o : offices) {
      all.addAll(o.prefixes());
      facts.put(o, facts(o));
    }
    everything = List.copyOf(all);
  }

  private Facts facts(Office office) {
    SelectorMode wanted = mode(office.site());
    Ipv4Prefix summary = wanted == SelectorMode.SUMMARY ? summary(office).orElse(null) : null;
    boolean lacks = wanted == SelectorMode.SUMMARY && summary == null;
    return new Facts(
        lacks ? SelectorMode.EXPLICIT : wanted, summary, device(office.site()), address(office));
  }

  /** Any thread may call it. */
  SitePlan plan(Office office) {
    List<Ipv4Prefix> others = others(office);
    Facts known = facts.get(office);
    SelectorMode mode = known.mode();
    List<Ipv4Prefix> remote =
        switch (mode) {
          case ANY -> List.of(Ipv4Prefix.ANY);
          case SUMMARY -> List.of(known.summary());
          case EXPLICIT -> others;
        };
    List<ConnectionPlan> connections = new ArrayList<>();
    for (ConnectionPlan h : office.hubSide()) {
      connections.add(mirror(h, office, mode, remote, others));
    }
    List<Ipv4Prefix> routed = mode == SelectorMode.SUMMARY ? remote : others;
    GatewayPlan gateway =
        new GatewayPlan(
            office.id(),
            office.name(),
            known.address(),
            hub.linkMtu(),
            office.prefixes(),
            connections,
            List.of(),
            routes(office, connections, routed));
    int mtu =
        office.hubSide().stream()
            .mapToInt(c -> TunnelMtu.of(hub.linkMtu(), c.ipsec(), c.natTraversal()))
            .min()
            .orElse(USUAL_TUNNEL_MTU);
    return new SitePlan(
        new SiteId(office.id()),
        office.name(),
        known.device(),
        office.prefixes(),
        others,
        mode,
        gateway,
        mtu,
        TunnelMtu.tcpMss(mtu));
  }

  /** The VPC and the other sites; nothing of the site's own. */
  private List<Ipv4Prefix> others(Office office) {
    List<Ipv4Prefix> others = new ArrayList<>(everything.size());
    for (Ipv4Prefix p : everything) if (!isOwn(office, p)) others.add(p);
    return List.copyOf(others);
  }

  private static boolean isOwn(Office office, Ipv4Prefix p) {
    for (Ipv4Prefix own : office.prefixes()) if (own.contains(p)) return true;
    return false;
  }

  static SelectorMode mode(@Nullable Site site) {
    if (site == null || site.getSelectorMode() == null) return SelectorMode.EXPLICIT;
    return switch (site.getSelectorMode()) {
      case ANY -> SelectorMode.ANY;
      case SUMMARY -> SelectorMode.SUMMARY;
      case EXPLICIT -> SelectorMode.EXPLICIT;
    };
  }

  private Optional<Ipv4Prefix> summary(Office office) {
    Site site = office.site();
    return site == null
        ? Optional.empty()
        : findings.prefix(site.getSummaryCidr(), site, "site", "summary prefix");
  }

  private ConnectionPlan mirror(
      ConnectionPlan h,
      Office office,
      SelectorMode mode,
      List<Ipv4Prefix> remote,
      List<Ipv4Prefix> others) {
    return new ConnectionPlan(
        h.id(),
        h.name(),
        hub.name(),
        h.remoteAddress(),
        h.localAddress(),
        h.remoteId(),
        h.localId(),
        h.pskReference(),
        h.ike(),
        h.ipsec(),
        children(h, office, mode, remote),
        true,
        h.dpd(),
        h.natTraversal(),
        h.remoteBehindNat(),
        h.localBehindNat(),
        others,
        false);
  }

  private static List<ChildPlan> children(
      ConnectionPlan h, Office office, SelectorMode mode, List<Ipv4Prefix> remote) {
    List<Ipv4Prefix> local = local(h, office, mode);
    if (remote.isEmpty()) return List.of(new ChildPlan("net", local, List.of(Ipv4Prefix.ANY)));
    if (h.ike().version() == IkeVersion.IKEV1) {
      List<Ipv4Prefix> known = known(h, remote);
      return ConnectionPlanner.children(IkeVersion.IKEV1, local, known.isEmpty() ? remote : known);
    }
    if (remote.size() <= MOST_SELECTORS) return List.of(new ChildPlan("net", local, remote));
    List<ChildPlan> parts = new ArrayList<>();
    for (int i = 0; i < remote.size(); i += MOST_SELECTORS) {
      int end = Math.min(i + MOST_SELECTORS, remote.size());
      parts.add(new ChildPlan("net-" + (parts.size() + 1), local, remote.subList(i, end)));
    }
    return parts;
  }

  /** IKEv1 does not narrow: only what the hub has, too. */
  private static List<Ipv4Prefix> known(ConnectionPlan h, List<Ipv4Prefix> remote) {
    return remote.stream()
        .filter(
            r ->
                h.children().stream()
                    .flatMap(c -> c.local().stream())
                    .anyMatch(l -> l.contains(r) || r.equals(Ipv4Prefix.ANY)))
        .toList();
  }

  /**
   * The site's own side: its prefixes as far as the hub has them. Where the hub has none of them,
   * the prefixes as they are, so that the difference shows when the tunnel is negotiated. A hub
   * side of 0.0.0.0/0 is mirrored by a device that routes into the tunnel.
   */
  private static List<Ipv4Prefix> local(ConnectionPlan h, Office office, SelectorMode mode) {
    List<Ipv4Prefix> hubRemote =
        h.children().stream().flatMap(c -> c.remote().stream()).distinct().toList();
    if (mode == SelectorMode.ANY && hubRemote.contains(Ipv4Prefix.ANY)) {
      return List.of(Ipv4Prefix.ANY);
    }
    Set<Ipv4Prefix> both = new LinkedHashSet<>();
    for (Ipv4Prefix own : office.prefixes()) {
      for (Ipv4Prefix r : hubRemote) {
        if (r.contains(own)) both.add(own);
        else if (own.contains(r)) both.add(r);
      }
    }
    if (!both.isEmpty()) return List.copyOf(both);
    return office.prefixes().isEmpty() ? hubRemote : office.prefixes();
  }

  /** Each prefix through the first connection whose hub side covers it; the others stand by. */
  private static List<DestinationRoute> routes(
      Office office, List<ConnectionPlan> connections, List<Ipv4Prefix> routed) {
    List<DestinationRoute> routes = new ArrayList<>();
    for (Ipv4Prefix p : routed) {
      int active = 0;
      for (int i = office.hubSide().size() - 1; i >= 0; i--) {
        ConnectionPlan h = office.hubSide().get(i);
        if (i > 0 || active > 0) {
          boolean covers =
              h.children().stream().flatMap(c -> c.local().stream()).anyMatch(l -> l.contains(p));
          if (covers) active = i;
        }
      }
      for (int i = 0; i < connections.size(); i++) {
        routes.add(new DestinationRoute(p, connections.get(i).id(), i == active ? 100 : 0));
      }
    }
    return routes;
  }

  private static Ipv4Address address(Office office) {
    if (!office.hubSide().isEmpty()) return office.hubSide().getFirst().remoteAddress();
    Site site = office.site();
    return parsed(site == null ? null : site.getPublicIp()).orElse(new Ipv4Address(0));
  }

  private static DevicePlan device(@Nullable Site site) {
    if (site == null) return DevicePlan.of("", "");
    return new DevicePlan(
        Findings.text(site.getDevice()),
        Findings.text(site.getDeviceRelease()),
        Findings.text(site.getWanInterface()),
        parsed(site.getWanIp()),
        site.getLanInterfaces(),
        Findings.text(site.getWanZone()),
        Findings.text(site.getLanZone()),
        parsed(site.getNextHop()),
        site.isBehindNat(),
        site.isSourceNat(),
        site.getTunnelNumber(),
        site.getRuleNumber(),
        Findings.text(site.getVirtualRouter()));
  }

  /** An address whose faults the validator reports. */
  private static Optional<Ipv4Address> parsed(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? Optional.empty()
          : Optional.of(Ipv4Address.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
