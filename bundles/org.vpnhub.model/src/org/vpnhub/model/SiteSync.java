package org.vpnhub.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;

/**
 * A site against the customer gateway, the connection and the VPC routes that were generated from
 * it: what differs, and how to make them equal again. Elements that do not refer to the site were
 * made by hand and are left alone.
 *
 * <p>A missing VPC route is not a difference here: validator rule R01 reports it, since routes have
 * other sources too. A route that the site's prefixes no longer ask for is one.
 */
@NullMarked
public final class SiteSync {
  /** What differs. */
  public enum Kind {
    /** The customer gateway's address is not the site's public address. */
    PUBLIC_ADDRESS,
    /** The connection's remote networks are not the site's prefixes. */
    PREFIXES,
    /** The site is behind a NAT, and a tunnel has NAT traversal switched off. */
    NAT_TRAVERSAL,
    /** A VPC route was generated from a prefix that the site no longer has. */
    ROUTE,
    /** The site has no connection. */
    CONNECTION
  }

  /**
   * One difference.
   *
   * @param kind what differs
   * @param element the generated element at fault; the site when it has no connection
   * @param siteValue what the site says, for people
   * @param elementValue what the element says, for people
   */
  public record Difference(
      Kind kind, NamedElement element, String siteValue, String elementValue) {}

  private SiteSync() {}

  /** The customer gateways that were generated from a site. */
  public static List<CustomerGateway> customerGateways(Site site) {
    return generated(site, Region::getCustomerGateways, CustomerGateway::getSite);
  }

  /** The connections that were generated from a site. */
  public static List<VpnConnection> connections(Site site) {
    return generated(
        site,
        r -> gateways(r).stream().flatMap(g -> g.getConnections().stream()).toList(),
        VpnConnection::getSite);
  }

  /** The VPC routes that were generated from a site. */
  public static List<RouteEntry> routes(Site site) {
    return generated(
        site,
        r ->
            r.getVpcs().stream()
                .flatMap(v -> v.getRouteTables().stream())
                .flatMap(t -> t.getEntries().stream())
                .toList(),
        RouteEntry::getSite);
  }

  private static List<VpnGateway> gateways(Region region) {
    return region.getVpcs().stream().flatMap(v -> v.getVpnGateways().stream()).toList();
  }

  private static <T> List<T> generated(
      Site site, Function<Region, List<T>> in, Function<T, @Nullable Site> owner) {
    if (site.getNetwork() == null) return List.of();
    return site.getNetwork().getRegions().stream()
        .flatMap(r -> in.apply(r).stream())
        .filter(e -> owner.apply(e) == site)
        .toList();
  }

  /** What differs between a site and the elements generated from it, in the order of the model. */
  public static List<Difference> differences(Site site) {
    return differences(
        site, new Generated(customerGateways(site), connections(site), routes(site)));
  }

  /** What differs, for every site of a network in order; reads the network once. */
  public static Map<Site, List<Difference>> differences(Network network) {
    Map<Site, Generated> generated = new LinkedHashMap<>();
    for (Site site : network.getSites()) generated.put(site, new Generated());
    for (Region r : network.getRegions()) {
      for (CustomerGateway c : r.getCustomerGateways()) {
        if (generated.get(c.getSite()) instanceof Generated g) g.peers().add(c);
      }
      for (Vpc v : r.getVpcs()) collect(v, generated);
    }
    Map<Site, List<Difference>> all = new LinkedHashMap<>();
    generated.forEach((site, g) -> all.put(site, differences(site, g)));
    return all;
  }

  private record Generated(
      List<CustomerGateway> peers, List<VpnConnection> connections, List<RouteEntry> routes) {
    Generated() {
      this(new ArrayList<>(1), new ArrayList<>(1), new ArrayList<>(1));
    }
  }

  private static void collect(Vpc vpc, Map<Site, Generated> generated) {
    for (VpnGateway gateway : vpc.getVpnGateways()) {
      for (VpnConnection c : gateway.getConnections()) {
        if (generated.get(c.getSite()) instanceof Generated g) g.connections().add(c);
      }
    }
    for (RouteTable table : vpc.getRouteTables()) {
      for (RouteEntry e : table.getEntries()) {
        if (generated.get(e.getSite()) instanceof Generated g) g.routes().add(e);
      }
    }
  }

  private static List<Difference> differences(Site site, Generated generated) {
    List<Difference> all = new ArrayList<>();
    for (CustomerGateway peer : generated.peers()) {
      if (!Objects.equals(peer.getIpAddress(), site.getPublicIp())) {
        all.add(of(Kind.PUBLIC_ADDRESS, peer, site.getPublicIp(), peer.getIpAddress()));
      }
    }
    List<VpnConnection> connections = generated.connections();
    if (connections.isEmpty()) all.add(of(Kind.CONNECTION, site, "a connection", "none"));
    prefixes(site, connections, all);
    for (VpnConnection c : connections) {
      for (Tunnel tunnel : c.getTunnels()) {
        if (site.isBehindNat() && !tunnel.isEnableNatTraversal()) {
          all.add(of(Kind.NAT_TRAVERSAL, tunnel, "behind a NAT", "NAT traversal off"));
        }
      }
    }
    for (RouteEntry route : generated.routes()) {
      if (!site.getCidrs().contains(route.getDestinationCidrBlock())) {
        all.add(of(Kind.ROUTE, route, text(site.getCidrs()), route.getDestinationCidrBlock()));
      }
    }
    return all;
  }

  /** Connections that share the work must not go beyond the site, and together leave none out. */
  private static void prefixes(Site site, List<VpnConnection> connections, List<Difference> all) {
    Set<String> wanted = new HashSet<>(site.getCidrs());
    Set<String> served = new HashSet<>();
    for (VpnConnection c : connections) {
      served.addAll(isRouted(c) ? site.getCidrs() : c.getRemoteSubnets());
    }
    for (VpnConnection c : connections) {
      if (isRouted(c)) continue;
      if (!served.containsAll(wanted) || !wanted.containsAll(c.getRemoteSubnets())) {
        all.add(of(Kind.PREFIXES, c, text(site.getCidrs()), text(c.getRemoteSubnets())));
      }
    }
  }

  /** Whether routes and not selectors say what a connection carries. */
  private static boolean isRouted(VpnConnection c) {
    return c.getRemoteSubnets().equals(List.of(Ipv4Prefix.ANY.toString()));
  }

  private static Difference of(
      Kind kind, NamedElement element, @Nullable String site, @Nullable String other) {
    return new Difference(kind, element, site == null ? "" : site, other == null ? "" : other);
  }

  private static String text(List<String> cidrs) {
    return String.join(" ", cidrs);
  }

  /**
   * Makes the generated elements say what the site says; afterwards {@link #differences} is empty,
   * and each prefix has its VPC route. Under a cloud profile, where the address of a customer
   * gateway cannot change, a new one takes the place of the old. A site without a connection gets
   * one at the first VPN gateway of the network; where there is none, it stays without.
   */
  public static void regenerate(Site site) {
    if (connections(site).isEmpty()) {
      site.getNetwork().getRegions().stream()
          .flatMap(r -> gateways(r).stream())
          .findFirst()
          .ifPresent(first -> connect(site, first));
    }
    update(site);
  }

  /** Like {@link #regenerate}, but a site without a connection stays without. */
  public static void update(Site site) {
    Ids ids = new Ids(site.getNetwork());
    for (CustomerGateway peer : customerGateways(site)) address(site, peer, ids);
    List<VpnConnection> connections = connections(site);
    if (connections.isEmpty()) return;
    prefixes(site, connections);
    for (VpnConnection c : connections) {
      if (site.isBehindNat()) c.getTunnels().forEach(t -> t.setEnableNatTraversal(true));
    }
    routes(site, connections.getFirst().getVpnGateway(), ids);
  }

  /**
   * Adds a connection of a site to a VPN gateway, and what it needs: the customer gateway where the
   * gateway's region has none of the site, and the VPC routes that are not there.
   */
  public static VpnConnection connect(Site site, VpnGateway gateway) {
    CustomerGateway peer = peer(site, gateway);
    String word = new Ids(site.getNetwork()).suffix(name(site), "vco", "tun", "psk");
    VpnConnection connection = HubBuilder.connect(site, gateway, word, peer);
    addRoutes(site, gateway);
    return connection;
  }

  /** The customer gateway of a site in the region of a VPN gateway; added where there is none. */
  public static CustomerGateway peer(Site site, VpnGateway gateway) {
    for (CustomerGateway c : gateway.getVpc().getRegion().getCustomerGateways()) {
      if (c.getSite() == site) return c;
    }
    Ids ids = new Ids(site.getNetwork());
    return HubBuilder.addPeer(site, gateway, ids.suffix(name(site), "cgw", "vco", "tun", "psk"));
  }

  /** The only connection takes the prefixes as they are; of several, the first takes what lacks. */
  private static void prefixes(Site site, List<VpnConnection> connections) {
    List<VpnConnection> selecting = connections.stream().filter(c -> !isRouted(c)).toList();
    if (selecting.isEmpty()) return;
    VpnConnection first = selecting.getFirst();
    if (connections.size() == 1) {
      if (first.getRemoteSubnets().equals(site.getCidrs())) return;
      first.getRemoteSubnets().clear();
      first.getRemoteSubnets().addAll(site.getCidrs());
      return;
    }
    Set<String> missing = new LinkedHashSet<>(site.getCidrs());
    for (VpnConnection c : selecting) {
      c.getRemoteSubnets().retainAll(site.getCidrs());
      missing.removeAll(c.getRemoteSubnets());
    }
    if (selecting.size() == connections.size()) first.getRemoteSubnets().addAll(missing);
  }

  private static String name(Site site) {
    return site.getName() == null ? "site" : site.getName();
  }

  private static void address(Site site, CustomerGateway peer, Ids ids) {
    if (Objects.equals(peer.getIpAddress(), site.getPublicIp())) return;
    if (site.getNetwork().getProfile() == Profile.HUB_NATIVE) {
      peer.setIpAddress(site.getPublicIp());
      return;
    }
    CustomerGateway next = EcoreUtil.copy(peer);
    next.setId(ids.take("cgw", name(site)));
    next.setIpAddress(site.getPublicIp());
    List<CustomerGateway> siblings = peer.getRegion().getCustomerGateways();
    for (VpnGateway g : gateways(peer.getRegion())) {
      for (VpnConnection c : g.getConnections()) {
        for (Tunnel t : c.getTunnels()) {
          if (t.getCustomerGateway() == peer) t.setCustomerGateway(next);
        }
      }
    }
    siblings.set(siblings.indexOf(peer), next);
  }

  private static void routes(Site site, VpnGateway gateway, Ids ids) {
    Map<RouteTable, VpnGateway> tables = new LinkedHashMap<>();
    for (RouteEntry route : routes(site)) {
      tables.putIfAbsent(
          route.getRouteTable(), route.getNextHop() == null ? gateway : route.getNextHop());
      if (!site.getCidrs().contains(route.getDestinationCidrBlock())) EcoreUtil.remove(route);
    }
    RouteTable system = HubBuilder.systemTable(gateway.getVpc());
    if (tables.isEmpty() && system != null) tables.put(system, gateway);
    tables.forEach((table, to) -> fill(table, site, to, ids));
  }

  /** Adds the VPC routes of a site to a VPN gateway, as far as their destinations have none. */
  public static void addRoutes(Site site, VpnGateway gateway) {
    RouteTable system = HubBuilder.systemTable(gateway.getVpc());
    if (system != null) fill(system, site, gateway, new Ids(site.getNetwork()));
  }

  private static void fill(RouteTable table, Site site, VpnGateway gateway, Ids ids) {
    for (String cidr : new LinkedHashSet<>(site.getCidrs())) {
      boolean there =
          table.getEntries().stream().anyMatch(e -> cidr.equals(e.getDestinationCidrBlock()));
      if (!there) HubBuilder.addRoute(table, site, gateway, cidr, ids);
    }
  }
}
