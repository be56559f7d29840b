package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.NextHopType;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.PolicyRoute;
import org.vpnhub.plan.VpcPlan;

/** The VPC and the hub's gateway. */
final class HubPlanner {
  private static final String GATEWAY = "VPN gateway";
  private static final int SMALLEST_MTU = 576;
  private static final int LARGEST_MTU = 9000;
  private static final int USUAL_MTU = 1500;

  private final Findings findings;
  private final VpnGateway gateway;
  private final Vpc vpc;
  private final Map<Site, List<Ipv4Prefix>> sitePrefixes = new HashMap<>();
  private final Map<VpnConnection, ConnectionPlan> connections = new LinkedHashMap<>();

  HubPlanner(Findings findings, VpnGateway gateway) {
    this.findings = findings;
    this.gateway = gateway;
    this.vpc = gateway.getVpc();
  }

  /** Well-formed prefixes of a site; reports the others, once. */
  List<Ipv4Prefix> prefixes(Site site) {
    return sitePrefixes.computeIfAbsent(
        site, s -> findings.prefixes(s.getCidrs(), s, "site", "prefix"));
  }

  /** The connections that can run, in the order of the model; filled by {@link #plan}. */
  Map<VpnConnection, ConnectionPlan> connections() {
    return connections;
  }

  GatewayPlan plan() {
    List<Ipv4Prefix> inside = vpcPrefixes(new Findings());
    Optional<Ipv4Address> address =
        findings.address("S03", gateway.getInternetIp(), gateway, GATEWAY, "public address");
    boolean runs = address.isPresent() && ipsecEnabled();
    if (runs) {
      ConnectionPlanner planner = new ConnectionPlanner(findings, address.get());
      Set<String> ids = new HashSet<>();
      for (VpnConnection c : gateway.getConnections()) {
        Site site = ConnectionPlanner.site(c);
        List<Ipv4Prefix> own = site == null ? List.of() : prefixes(site);
        planner
            .plan(c, own)
            .filter(p -> unique(c, p, ids))
            .ifPresent(plan -> connections.put(c, plan));
      }
    }
    return new GatewayPlan(
        Findings.id(gateway),
        Findings.name(gateway),
        address.orElse(new Ipv4Address(0)),
        mtu(),
        inside,
        List.copyOf(connections.values()),
        policyRoutes(),
        destinationRoutes());
  }

  private boolean unique(VpnConnection c, ConnectionPlan plan, Set<String> ids) {
    if (!plan.id().value().isEmpty() && ids.add(plan.id().value())) return true;
    findings.error(
        "S04", c, "IPsec connection", "has no id of its own, so it is left out", "give it one");
    return false;
  }

  private boolean ipsecEnabled() {
    if (gateway.isEnableIpsec()) return true;
    if (!gateway.getConnections().isEmpty()) {
      findings.error(
          "G02",
          gateway,
          GATEWAY,
          "has connections but IPsec is not enabled, so none of them runs",
          "enable IPsec");
    }
    return false;
  }

  private int mtu() {
    int mtu = gateway.getLinkMtu();
    if (mtu >= SMALLEST_MTU && mtu <= LARGEST_MTU) return mtu;
    findings.warning(
        "S05",
        gateway,
        GATEWAY,
        "link MTU of "
            + mtu
            + " is not within "
            + SMALLEST_MTU
            + " to "
            + LARGEST_MTU
            + "; "
            + USUAL_MTU
            + " is used",
        "set it to " + USUAL_MTU);
    return USUAL_MTU;
  }

  private List<Ipv4Prefix> vpcPrefixes(Findings to) {
    if (vpc == null) return List.of();
    Set<Ipv4Prefix> all = new LinkedHashSet<>();
    to.prefix(vpc.getCidrBlock(), vpc, "VPC", "CIDR block").ifPresent(all::add);
    all.addAll(to.prefixes(vpc.getSecondaryCidrBlocks(), vpc, "VPC", "secondary CIDR block"));
    return List.copyOf(all);
  }

  VpcPlan vpc(String name) {
    if (vpc == null) return new VpcPlan("", name, List.of(), List.of());
    return new VpcPlan(Findings.id(vpc), name, vpcPrefixes(findings), routesToGateway());
  }

  private List<Ipv4Prefix> routesToGateway() {
    Set<Ipv4Prefix> routes = new LinkedHashSet<>();
    for (RouteTable table : vpc.getRouteTables()) {
      for (RouteEntry entry : table.getEntries()) {
        if (!leadsHere(entry)) continue;
        findings
            .prefix(entry.getDestinationCidrBlock(), entry, "VPC route", "destination")
            .ifPresent(routes::add);
      }
    }
    gateway.getDestinationRoutes().stream()
        .filter(org.vpnhub.model.DestinationRoute::isPublishVpc)
        .forEach(r -> routes.addAll(quiet(r.getRouteDest())));
    gateway.getPolicyRoutes().stream()
        .filter(org.vpnhub.model.PolicyRoute::isPublishVpc)
        .forEach(r -> routes.addAll(quiet(r.getRouteDest())));
    return List.copyOf(routes);
  }

  private boolean leadsHere(RouteEntry entry) {
    if (entry.getNextHopType() != NextHopType.VPN_GATEWAY) return false;
    if (entry.getNextHop() != null) return entry.getNextHop() == gateway;
    return Findings.text(entry.getNextHopId()).equals(Findings.id(gateway));
  }

  /** A prefix whose faults are reported elsewhere. */
  static List<Ipv4Prefix> quiet(@Nullable String text) {
    try {
      return text == null ? List.of() : List.of(Ipv4Prefix.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private List<DestinationRoute> destinationRoutes() {
    List<DestinationRoute> routes = new ArrayList<>();
    for (org.vpnhub.model.DestinationRoute r : gateway.getDestinationRoutes()) {
      Optional<Ipv4Prefix> to =
          findings.prefix(r.getRouteDest(), r, "destination route", "destination");
      Optional<ConnectionId> hop = hop(r, "destination route", r.getNextHop());
      if (to.isEmpty() || hop.isEmpty()) continue;
      routes.add(new DestinationRoute(to.get(), hop.get(), r.getWeight()));
    }
    return routes;
  }

  private List<PolicyRoute> policyRoutes() {
    List<PolicyRoute> routes = new ArrayList<>();
    for (org.vpnhub.model.PolicyRoute r : gateway.getPolicyRoutes()) {
      Optional<Ipv4Prefix> from = findings.prefix(r.getRouteSource(), r, "policy route", "source");
      Optional<Ipv4Prefix> to = findings.prefix(r.getRouteDest(), r, "policy route", "destination");
      Optional<ConnectionId> hop = hop(r, "policy route", r.getNextHop());
      if (from.isEmpty() || to.isEmpty() || hop.isEmpty()) continue;
      routes.add(new PolicyRoute(from.get(), to.get(), hop.get(), r.getPriority(), r.getWeight()));
    }
    return routes;
  }

  /** The connection that a route leads to; empty also when that one was left out. */
  private Optional<ConnectionId> hop(NamedElement route, String kind, @Nullable VpnConnection hop) {
    if (hop == null || hop.getVpnGateway() != gateway) {
      findings.error(
          "R13",
          route,
          kind,
          hop == null
              ? "leads to no connection"
              : "leads to IPsec connection " + Findings.name(hop) + " of another gateway",
          "choose a connection of VPN gateway " + Findings.name(gateway));
      return Optional.empty();
    }
    return Optional.ofNullable(connections.get(hop)).map(ConnectionPlan::id);
  }
}
