package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.LazyList;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.VpcPlan;
import org.vpnhub.planner.SitePlanner.Office;

/**
 * Makes the plan of a hub from the model.
 *
 * <p>Total: any model that loads gives a plan. What cannot run is left out of it, with a problem
 * under the validator's rule id (A01, C12, C31, G02, K01, R13, S03, S04, S05), so that the joined
 * answer has it once. The planner alone raises S06, a second tunnel, and R14, the missing links of
 * the reachability matrix, gathered by the element at fault.
 */
public final class Planner {
  private Planner() {}

  /** All VPN gateways in the order of the model. */
  public static List<VpnGateway> gateways(Network network) {
    return network.getRegions().stream()
        .flatMap(r -> r.getVpcs().stream())
        .flatMap(v -> v.getVpnGateways().stream())
        .toList();
  }

  /** The plan of the first VPN gateway that has connections, or of the first. */
  public static NetworkPlan plan(Network network) {
    List<VpnGateway> all = gateways(network);
    return all.stream()
        .filter(g -> !g.getConnections().isEmpty())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(g -> plan(network, g))
        .orElseGet(() -> withoutGateway(network));
  }

  /**
   * The plan of one VPN gateway.
   *
   * @throws IllegalArgumentException with a sentence for the user when there is none with this id
   */
  public static NetworkPlan plan(Network network, String gatewayId) {
    return gateways(network).stream()
        .filter(g -> gatewayId.equals(g.getId()))
        .findFirst()
        .map(g -> plan(network, g))
        .orElseThrow(
            () -> new IllegalArgumentException("no VPN gateway has the id '" + gatewayId + "'"));
  }

  /**
   * Keys that stand in the model itself, by the reference that the plan has for them. A key that
   * has a reference to the secret store is not among them.
   */
  public static Map<String, Secret> literalKeys(Network network) {
    Map<String, Secret> keys = new HashMap<>();
    for (VpnGateway g : gateways(network)) {
      for (VpnConnection c : g.getConnections()) {
        String reference = ConnectionPlanner.keyReference(c);
        if (!reference.startsWith("literal:")) continue;
        ConnectionPlanner.tunnel(c)
            .filter(t -> t.getIkeConfig() != null && t.getIkeConfig().getPsk() != null)
            .ifPresent(t -> keys.put(reference, Secret.ofText(t.getIkeConfig().getPsk())));
      }
    }
    return Map.copyOf(keys);
  }

  private static NetworkPlan plan(Network network, VpnGateway gateway) {
    Findings findings = new Findings();
    HubPlanner hubPlanner = new HubPlanner(findings, gateway);
    GatewayPlan hub = hubPlanner.plan();
    Names names = new Names();
    String vpcName = gateway.getVpc() == null ? "VPC" : Findings.name(gateway.getVpc());
    VpcPlan vpc = hubPlanner.vpc(names.unique(vpcName.isBlank() ? "VPC" : vpcName, ""));
    Map<String, String> leftOut = new HashMap<>();
    List<Office> offices = offices(network, gateway, hubPlanner, names, leftOut);
    SitePlanner sitePlanner = new SitePlanner(findings, hub, offices);
    List<SitePlan> sites = new LazyList<>(offices.size(), i -> sitePlanner.plan(offices.get(i)));
    ReachabilityMatrix matrix = Reachability.of(vpc, hub, sites, leftOut).matrix();
    Set<String> standby = new HashSet<>();
    for (Office o : offices) {
      if (o.site() != null && o.site().getStandbyFor() != null) standby.add(o.name());
    }
    List<Problem> problems = new ArrayList<>(findings.problems());
    problems.addAll(MissingLinks.problems(matrix, vpc, hub, sites, standby));
    return new NetworkPlan(Findings.name(network), vpc, hub, sites, matrix, problems);
  }

  /** The sites of this hub, and those that no hub has; then connections that name no site. */
  private static List<Office> offices(
      Network network,
      VpnGateway gateway,
      HubPlanner hub,
      Names names,
      Map<String, String> leftOut) {
    Map<Site, List<VpnConnection>> bySite = new LinkedHashMap<>();
    for (Site s : network.getSites()) bySite.put(s, new ArrayList<>());
    List<VpnConnection> siteless = new ArrayList<>();
    Set<Site> elsewhere = new HashSet<>();
    for (VpnGateway g : gateways(network)) {
      for (VpnConnection c : g.getConnections()) {
        Site site = ConnectionPlanner.site(c);
        if (g != gateway) {
          if (site != null) elsewhere.add(site);
        } else if (site == null || !bySite.containsKey(site)) {
          siteless.add(c);
        } else {
          bySite.get(site).add(c);
        }
      }
    }
    List<Office> offices = new ArrayList<>();
    bySite.forEach(
        (site, connections) -> {
          if (connections.isEmpty() && elsewhere.contains(site)) return;
          Office o = office(site, connections, hub, names);
          offices.add(o);
          if (o.hubSide().isEmpty() && !connections.isEmpty()) {
            leftOut.put(o.id(), leftOut(connections.getFirst()));
          }
        });
    for (VpnConnection c : siteless) {
      Optional<ConnectionPlan> plan = Optional.ofNullable(hub.connections().get(c));
      String name = names.unique(Findings.name(c), Findings.id(c));
      offices.add(
          new Office(
              "site-of-" + Findings.id(c),
              name,
              null,
              plan.map(ConnectionPlan::peerPrefixes).orElse(List.of()),
              plan.stream().toList()));
      if (plan.isEmpty()) leftOut.put("site-of-" + Findings.id(c), leftOut(c));
    }
    return offices;
  }

  private static Office office(
      Site site, List<VpnConnection> connections, HubPlanner hub, Names names) {
    List<ConnectionPlan> running = new ArrayList<>();
    for (VpnConnection c : connections) {
      ConnectionPlan plan = hub.connections().get(c);
      if (plan != null) running.add(plan);
    }
    List<Ipv4Prefix> prefixes = hub.prefixes(site);
    if (prefixes.isEmpty() && !running.isEmpty()) prefixes = running.getFirst().peerPrefixes();
    String name = names.unique(Findings.name(site), Findings.id(site));
    return new Office(Findings.id(site), name, site, prefixes, running);
  }

  private static String leftOut(VpnConnection c) {
    return "IPsec connection " + Findings.name(c) + " cannot run as it is written";
  }

  private static NetworkPlan withoutGateway(Network network) {
    Problem problem =
        new Problem(
            "S03",
            Severity.ERROR,
            Findings.id(network),
            "network " + Findings.name(network),
            "has no VPN gateway, so there is nothing to plan",
            "add a VPC with a VPN gateway");
    VpcPlan vpc = new VpcPlan("", "VPC", List.of(), List.of());
    GatewayPlan hub =
        new GatewayPlan(
            "", "", new Ipv4Address(0), 1500, List.of(), List.of(), List.of(), List.of());
    ReachabilityMatrix matrix = new ReachabilityMatrix(List.of(vpc.name()), List.of());
    return new NetworkPlan(Findings.name(network), vpc, hub, List.of(), matrix, List.of(problem));
  }

  /** Names of the nodes of the matrix: each only once. */
  private static final class Names {
    private final Set<String> used = new HashSet<>();

    String unique(String name, String id) {
      String candidate = name;
      if (!used.add(candidate)) {
        candidate = name + " (" + id + ")";
        for (int i = 2; !used.add(candidate); i++) candidate = name + " (" + id + "-" + i + ")";
      }
      return candidate;
    }
  }
}
