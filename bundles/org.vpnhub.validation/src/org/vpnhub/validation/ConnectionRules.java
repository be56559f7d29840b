package org.vpnhub.validation;

import static org.vpnhub.base.Severity.ERROR;
import static org.vpnhub.base.Severity.INFO;
import static org.vpnhub.base.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.BgpConfig;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.TunnelRole;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Section C5, second part: networks, peers, health checks and BGP of the connections. */
final class ConnectionRules {
  /** Third octets of the blocks 169.254.N.0/30 that the cloud keeps. */
  private static final int BGP_RESERVED_TO = 6;

  private static final Ipv4Prefix BGP_RESERVED = Ipv4Prefix.parse("169.254.169.252/30");

  private ConnectionRules() {}

  /** A prefix that a hub connection must cover, and whose it is. */
  private record Target(Ipv4Prefix prefix, @Nullable Office office, String name) {}

  /** C01. */
  static void localNetworks(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      List<Office> offices = in.officesAt(g);
      if (offices.size() < 2) continue;
      List<Target> targets = new ArrayList<>();
      for (Ipv4Prefix p : AddressRules.prefixes(g.getVpc())) {
        targets.add(new Target(p, null, Labels.of(g.getVpc())));
      }
      for (Office o : offices) {
        for (Ipv4Prefix p : o.prefixes()) targets.add(new Target(p, o, o.toString()));
      }
      for (VpnConnection c : g.getConnections()) {
        if (!c.getLocalSubnets().isEmpty()) localNetworks(in, out, c, targets);
      }
    }
  }

  private static void localNetworks(
      ModelIndex in, Report out, VpnConnection c, List<Target> targets) {
    List<Ipv4Prefix> local = Cidrs.prefixes(c.getLocalSubnets());
    if (local.contains(Ipv4Prefix.ANY)) return;
    PrefixIndex<Ipv4Prefix> covered = new PrefixIndex<>();
    for (Ipv4Prefix p : local) covered.add(p, p);
    List<String> missing =
        targets.stream()
            .filter(t -> t.office() != in.officeOf(c) && !covered.covers(t.prefix()))
            .map(t -> t.prefix() + " (" + t.name() + ")")
            .toList();
    if (missing.isEmpty()) return;
    out.add(
        c,
        "its local networks do not cover "
            + Labels.some(missing)
            + ": no traffic between there and this office",
        "set the local network to 0.0.0.0/0, which also serves sites that are added later",
        Fixes.anyLocal(in.network, c));
  }

  /** C02. */
  static void anyRemote(ModelIndex in, Report out) {
    for (VpnGateway g : in.all(VpnGateway.class)) {
      if (in.officesAt(g).size() < 2) continue;
      for (VpnConnection c : g.getConnections()) {
        if (!Cidrs.prefixes(c.getRemoteSubnets()).contains(Ipv4Prefix.ANY)) continue;
        out.add(
            c,
            "the remote network is 0.0.0.0/0: selectors no longer tell the sites apart",
            "set the prefixes of the office; or add a destination route for each of them");
      }
    }
  }

  /** C03. */
  static void ikev1Pairs(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      boolean v1 =
          c.getTunnels().stream()
              .anyMatch(
                  t ->
                      t.getIkeConfig() != null
                          && t.getIkeConfig().getIkeVersion() == IkeVersion.IKEV1);
      int local = c.getLocalSubnets().size();
      int remote = c.getRemoteSubnets().size();
      if (!v1 || local <= 1 && remote <= 1) continue;
      out.add(
          c,
          "ikev1 carries one pair of networks; the connection has "
              + local
              + " local and "
              + remote
              + " remote ("
              + Labels.some(local > 1 ? c.getLocalSubnets() : c.getRemoteSubnets())
              + ")",
          "use ikev2, or summarise the networks in one prefix",
          Fixes.useIkev2(in.network, c));
    }
  }

  /** C04. */
  static void networkCount(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      networkCount(in, out, c, "local", c.getLocalSubnets());
      networkCount(in, out, c, "remote", c.getRemoteSubnets());
    }
  }

  private static void networkCount(
      ModelIndex in, Report out, VpnConnection c, String side, List<String> networks) {
    int max = in.limits.subnets();
    if (networks.isEmpty()) {
      out.add(c, "has no " + side + " network", "add one, such as 10.10.10.0/24");
    } else if (networks.size() > max) {
      out.add(
          c,
          "has " + networks.size() + " " + side + " networks; the limit is " + max,
          "summarise them, or split the connection");
    }
  }

  /** C05. */
  static void redundant(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      redundant(out, c, "local", c.getLocalSubnets());
      redundant(out, c, "remote", c.getRemoteSubnets());
    }
  }

  private static void redundant(Report out, VpnConnection c, String side, List<String> networks) {
    PrefixIndex<Ipv4Prefix> seen = new PrefixIndex<>();
    for (Ipv4Prefix p : Cidrs.prefixes(networks)) {
      seen.overlapping(p)
          .findFirst()
          .ifPresent(
              other ->
                  out.add(
                      c,
                      "the " + side + " networks " + other + " and " + p + " overlap",
                      "keep the larger one"));
      seen.add(p, p);
    }
  }

  /** C14. */
  static void twice(ModelIndex in, Report out) {
    record Key(
        VpnGateway gateway, CustomerGateway peer, Set<Ipv4Prefix> local, Set<Ipv4Prefix> remote) {}
    Map<Key, VpnConnection> first = new HashMap<>();
    for (VpnConnection c : in.all(VpnConnection.class)) {
      CustomerGateway peer =
          c.getTunnels().isEmpty() ? null : c.getTunnels().getFirst().getCustomerGateway();
      Set<Ipv4Prefix> local = new HashSet<>(Cidrs.prefixes(c.getLocalSubnets()));
      Set<Ipv4Prefix> remote = new HashSet<>(Cidrs.prefixes(c.getRemoteSubnets()));
      if (peer == null || local.isEmpty() || remote.isEmpty()) continue;
      VpnConnection other = first.putIfAbsent(new Key(c.getVpnGateway(), peer, local, remote), c);
      if (other == null) continue;
      out.add(
          c,
          "has the same networks and the same customer gateway as " + Labels.of(other),
          "delete one of the two");
    }
  }

  /** C17. */
  static void nat(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      Site site = in.officeOf(c).site();
      if (site == null || !site.isBehindNat()) continue;
      for (Tunnel t : c.getTunnels()) {
        if (!t.isEnableNatTraversal()) {
          out.add(
              ERROR,
              in.subject(t),
              Labels.of(site) + " is behind a NAT, and NAT traversal is off",
              "switch NAT traversal on (enableNatTraversal)");
        }
        String id = t.getIkeConfig() == null ? "set" : t.getIkeConfig().getRemoteId();
        CustomerGateway peer = t.getCustomerGateway();
        if (id == null || id.isBlank() || peer != null && id.equals(peer.getIpAddress())) {
          out.add(
              WARNING,
              in.subject(t),
              Labels.of(site) + " is behind a NAT, and the remote id is the address of the NAT",
              "set the remote id to what the device really sends"
                  + (site.getWanIp() == null ? "" : ", perhaps " + site.getWanIp()));
        }
      }
    }
  }

  /** C18. */
  static void healthCheck(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      HealthCheckConfig check = c.getHealthCheck();
      if (check == null || !check.isEnable()) continue;
      healthCheck(out, c, "source (sip)", check.getSip(), "local", c.getLocalSubnets());
      healthCheck(out, c, "destination (dip)", check.getDip(), "remote", c.getRemoteSubnets());
    }
  }

  private static void healthCheck(
      Report out,
      VpnConnection c,
      String what,
      @Nullable String text,
      String side,
      List<String> networks) {
    Optional<String> fault = Cidrs.addressFault(text);
    String remedy = "choose an address in the " + side + " networks that answers a ping";
    if (fault.isPresent()) {
      out.add(c, "the " + what + " of the health check " + fault.get(), remedy);
      return;
    }
    Ipv4Address address = Cidrs.address(text).orElseThrow();
    if (Cidrs.prefixes(networks).stream().anyMatch(p -> p.contains(address))) return;
    String known = networks.isEmpty() ? "" : " " + Labels.some(networks);
    out.add(
        c,
        "the "
            + what
            + " of the health check, "
            + address
            + ", is not in the "
            + side
            + " networks"
            + known,
        remedy);
  }

  /** C19: a single link is an office with one connection of one tunnel. */
  static void healthCheckAlone(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      HealthCheckConfig check = c.getHealthCheck();
      if (check == null || !check.isEnable() || c.getTunnels().size() > 1) continue;
      Office office = in.officeOf(c);
      if (office.connections().size() > 1 || hasStandby(in, office)) continue;
      out.add(
          c,
          "checks the health of the office's only link: a wrong answer takes a good tunnel down",
          "switch the health check off, or add a standby link");
    }
  }

  private static boolean hasStandby(ModelIndex in, Office office) {
    Site site = office.site();
    if (site == null) {
      return office.connections().stream()
          .flatMap(c -> in.routesTo(c).stream())
          .anyMatch(r -> standby(in, r));
    }
    if (site.getStandbyFor() != null) return true;
    return in.all(Site.class).stream().anyMatch(s -> s.getStandbyFor() == site)
        || office.connections().stream()
            .flatMap(c -> in.routesTo(c).stream())
            .anyMatch(r -> standby(in, r));
  }

  private static boolean standby(ModelIndex in, GatewayRoute route) {
    return route.dest() != null
        && in.routes(route.gateway()).stream()
            .anyMatch(r -> route.dest().equals(r.dest()) && r.weight() != route.weight());
  }

  /** C20. */
  static void healthCheckDual(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      HealthCheckConfig check = c.getHealthCheck();
      if (check == null || !check.isEnable() || c.getTunnels().size() < 2) continue;
      out.add(
          c, "has a health check and two tunnels, which need none", "switch the health check off");
    }
  }

  /** C21. */
  static void bgpAddresses(ModelIndex in, Report out) {
    Map<VpnGateway, Map<Ipv4Prefix, Tunnel>> used = new HashMap<>();
    for (Tunnel t : in.all(Tunnel.class)) {
      BgpConfig bgp = t.getBgpConfig();
      if (bgp == null) continue;
      NamedElement e = in.subject(t);
      String remedy = "choose a free /30 of 169.254.0.0/16, such as 169.254.10.0/30";
      if (bgp.getTunnelCidr() == null) out.add(e, "the tunnel prefix of BGP is missing", remedy);
      Optional<Ipv4Prefix> prefix = Cidrs.prefix(bgp.getTunnelCidr());
      if (prefix.isEmpty()) continue;
      Ipv4Prefix p = prefix.get();
      String fault = bgpBlockFault(p);
      if (!fault.isEmpty()) out.add(e, "the tunnel prefix of BGP, " + p + ", " + fault, remedy);
      Tunnel other =
          used.computeIfAbsent(t.getVpnConnection().getVpnGateway(), g -> new HashMap<>())
              .putIfAbsent(p, t);
      if (other != null) {
        String who = Labels.of(in.subject(other));
        out.add(e, "the tunnel prefix of BGP, " + p + ", is that of " + who + " too", remedy);
      }
      if (p.length() == 30) localBgpAddress(out, e, p, bgp.getLocalBgpIp());
    }
  }

  private static String bgpBlockFault(Ipv4Prefix p) {
    if (p.length() != 30) return "is not a /30";
    if (!Cidrs.LINK_LOCAL.contains(p)) return "is not in 169.254.0.0/16";
    int third = p.network() >>> 8 & 255;
    boolean low = third <= BGP_RESERVED_TO && (p.network() & 255) == 0;
    return low || p.equals(BGP_RESERVED) ? "is reserved by the cloud" : "";
  }

  private static void localBgpAddress(
      Report out, NamedElement e, Ipv4Prefix p, @Nullable String text) {
    Ipv4Address one = new Ipv4Address(p.network() + 1);
    Ipv4Address two = new Ipv4Address(p.network() + 2);
    Optional<Ipv4Address> address = Cidrs.address(text);
    if (address.isPresent() && (address.get().equals(one) || address.get().equals(two))) return;
    out.add(
        e,
        "the hub's address of BGP, "
            + (text == null ? "unset" : Labels.quote(text))
            + ", is none of the two hosts of "
            + p,
        "choose " + one + " or " + two);
  }

  /** C22. */
  static void bgpWithout(ModelIndex in, Report out) {
    for (Tunnel t : in.all(Tunnel.class)) {
      VpnConnection c = t.getVpnConnection();
      if (t.getBgpConfig() == null && !c.isEnableTunnelsBgp()) continue;
      List<String> missing = new ArrayList<>();
      if (!c.getVpnGateway().isEnableBgp()) missing.add("BGP of the VPN gateway (enableBgp)");
      CustomerGateway peer = t.getCustomerGateway();
      if (peer != null && peer.getAsn() == null) missing.add("the AS number of " + Labels.of(peer));
      if (t.getBgpConfig() == null) missing.add("the BGP configuration of the tunnel");
      if (missing.isEmpty()) continue;
      out.add(
          in.subject(t),
          "BGP is to run, and it lacks " + String.join(", ", missing),
          "set what is missing, or switch BGP off for this connection");
    }
  }

  /** C23. */
  static void dualTunnel(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      if (c.getTunnels().size() != 2) continue;
      Tunnel a = c.getTunnels().get(0);
      Tunnel b = c.getTunnels().get(1);
      if (a.getRole() == b.getRole()) {
        out.add(
            ERROR,
            c,
            "both tunnels are " + (a.getRole() == TunnelRole.MASTER ? "masters" : "slaves"),
            "make one the master and one the slave");
      }
      CustomerGateway peer = a.getCustomerGateway();
      if (peer == null || peer != b.getCustomerGateway() || !localId(a).equals(localId(b)))
        continue;
      out.add(
          INFO,
          c,
          "both tunnels lead to the same address with the same local id: one line of the office"
              + " carries both",
          "use a second line of the office, if there is one");
    }
  }

  private static String localId(Tunnel t) {
    String id = t.getIkeConfig() == null ? null : t.getIkeConfig().getLocalId();
    return id == null ? "" : id;
  }

  /** C25. */
  static void nothingForwarded(ModelIndex in, Report out) {
    for (VpnConnection c : in.all(VpnConnection.class)) {
      boolean any =
          Cidrs.prefixes(c.getLocalSubnets()).contains(Ipv4Prefix.ANY)
              && Cidrs.prefixes(c.getRemoteSubnets()).equals(List.of(Ipv4Prefix.ANY));
      if (!any || !in.routesTo(c).isEmpty() || c.isEnableTunnelsBgp()) continue;
      out.add(
          c,
          "both networks are 0.0.0.0/0 and no route leads to the connection: nothing is forwarded",
          "add a destination route for each prefix of the office");
    }
  }
}
