package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.NextHopType;
import org.vpnhub.model.Profile;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/**
 * The model, read once for all rules: everything by kind in model order, and who belongs to whom.
 */
final class ModelIndex {
  final Network network;
  final Profile profile;
  final Limits limits;

  /** The network and everything in it that has an id. */
  final List<NamedElement> elements = new ArrayList<>();

  /** The sites, then the connections without one. */
  final List<Office> offices = new ArrayList<>();

  private final Map<EObject, Integer> positions = new IdentityHashMap<>();
  private final Map<Class<?>, List<NamedElement>> byKind = new HashMap<>();
  private final Map<VpnConnection, Office> officeOf = new IdentityHashMap<>();
  private final Map<VpnGateway, List<GatewayRoute>> routes = new IdentityHashMap<>();
  private final Map<VpnConnection, List<GatewayRoute>> routesTo = new IdentityHashMap<>();
  private final Map<VpnGateway, PrefixIndex<NamedElement>> vpcRoutes = new IdentityHashMap<>();

  private @Nullable PrefixIndex<Ipv4Prefix> taken;

  ModelIndex(Network network, Profile profile) {
    this.network = network;
    this.profile = profile;
    limits = Limits.of(profile);
    add(network);
    EcoreUtil.<EObject>getAllContents(network, false).forEachRemaining(this::add);
    for (VpnGateway gateway : all(VpnGateway.class)) readRoutes(gateway);
    for (RouteEntry entry : all(RouteEntry.class)) readEntry(entry);
    readOffices();
  }

  private void add(EObject object) {
    positions.put(object, positions.size());
    if (!(object instanceof NamedElement element)) return;
    elements.add(element);
    byKind
        .computeIfAbsent(element.eClass().getInstanceClass(), k -> new ArrayList<>())
        .add(element);
  }

  private void readRoutes(VpnGateway gateway) {
    List<GatewayRoute> all = new ArrayList<>();
    gateway.getPolicyRoutes().forEach(r -> all.add(GatewayRoute.of(r, gateway)));
    gateway.getDestinationRoutes().forEach(r -> all.add(GatewayRoute.of(r, gateway)));
    routes.put(gateway, all);
    PrefixIndex<NamedElement> published = new PrefixIndex<>();
    vpcRoutes.put(gateway, published);
    for (GatewayRoute route : all) {
      if (route.nextHop() != null) {
        routesTo.computeIfAbsent(route.nextHop(), c -> new ArrayList<>()).add(route);
      }
      if (route.published()) {
        Cidrs.prefix(route.dest()).ifPresent(p -> published.add(p, route.element()));
      }
    }
  }

  private void readEntry(RouteEntry entry) {
    PrefixIndex<NamedElement> known = vpcRoutes.get(entry.getNextHop());
    if (known == null || entry.getNextHopType() != NextHopType.VPN_GATEWAY) return;
    Cidrs.prefix(entry.getDestinationCidrBlock()).ifPresent(p -> known.add(p, entry));
  }

  private void readOffices() {
    Map<Object, List<VpnConnection>> groups = new LinkedHashMap<>();
    for (Site site : all(Site.class)) groups.put(site, new ArrayList<>());
    for (VpnConnection c : all(VpnConnection.class)) {
      groups.computeIfAbsent(farEnd(c), k -> new ArrayList<>()).add(c);
    }
    groups.forEach((end, connections) -> offices.add(office(end, connections)));
    for (Office o : offices) for (VpnConnection c : o.connections()) officeOf.put(c, o);
  }

  /** What makes two connections those of one office. */
  private Object farEnd(VpnConnection connection) {
    if (isHere(connection.getSite())) return connection.getSite();
    CustomerGateway peer =
        connection.getTunnels().isEmpty()
            ? null
            : connection.getTunnels().getFirst().getCustomerGateway();
    if (peer == null) return connection;
    return isHere(peer.getSite()) ? peer.getSite() : peer;
  }

  private Office office(Object end, List<VpnConnection> connections) {
    Set<Ipv4Prefix> prefixes = new LinkedHashSet<>();
    if (end instanceof Site site) {
      prefixes.addAll(Cidrs.prefixes(site.getCidrs()));
      return new Office(site, site, List.copyOf(prefixes), connections);
    }
    for (VpnConnection c : connections) {
      prefixes.addAll(Cidrs.prefixes(c.getRemoteSubnets()));
      for (GatewayRoute r : routesTo(c)) Cidrs.prefix(r.dest()).ifPresent(prefixes::add);
    }
    prefixes.remove(Ipv4Prefix.ANY);
    return new Office(connections.getFirst(), null, List.copyOf(prefixes), connections);
  }

  /** All elements of a kind, in model order. */
  @SuppressWarnings("unchecked") // byKind holds under a class only its instances
  <T extends NamedElement> List<T> all(Class<T> kind) {
    return (List<T>) (List<?>) byKind.getOrDefault(kind, List.of());
  }

  /** Whether an element is part of this network. */
  boolean isHere(@Nullable EObject element) {
    return element != null && positions.containsKey(element);
  }

  /** Where an element stands in the model; what is not part of it stands behind. */
  int position(EObject element) {
    return positions.getOrDefault(element, Integer.MAX_VALUE);
  }

  /** The office of a connection of this network. */
  Office officeOf(VpnConnection connection) {
    return officeOf.get(connection);
  }

  /** The policy routes of a gateway, then its destination routes. */
  List<GatewayRoute> routes(VpnGateway gateway) {
    return routes.get(gateway);
  }

  /** The gateway routes whose next hop is a connection. */
  List<GatewayRoute> routesTo(VpnConnection connection) {
    return routesTo.getOrDefault(connection, List.of());
  }

  /** The routes by which the VPC sends to a gateway: entries of its tables, and published ones. */
  PrefixIndex<NamedElement> vpcRoutes(VpnGateway gateway) {
    return vpcRoutes.get(gateway);
  }

  /** The prefixes of all sites and VPCs. */
  PrefixIndex<Ipv4Prefix> taken() {
    PrefixIndex<Ipv4Prefix> known = taken == null ? Renumbering.taken(network) : taken;
    taken = known;
    return known;
  }

  /** The offices that have a connection at a gateway, in order. */
  List<Office> officesAt(VpnGateway gateway) {
    Set<Office> found = new LinkedHashSet<>();
    for (VpnConnection c : gateway.getConnections()) found.add(officeOf(c));
    return List.copyOf(found);
  }

  /**
   * The element to name for a fault of a tunnel: the connection when it has only this one, which is
   * what people think of.
   */
  NamedElement subject(Tunnel tunnel) {
    VpnConnection connection = tunnel.getVpnConnection();
    return connection.getTunnels().size() == 1 ? connection : tunnel;
  }
}
