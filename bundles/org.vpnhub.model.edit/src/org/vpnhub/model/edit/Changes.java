package org.vpnhub.model.edit;

import static org.vpnhub.model.VpnhubPackage.Literals.IPSEC_CONFIG__IPSEC_ENC_ALG;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__BEHIND_NAT;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__CIDRS;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__PUBLIC_IP;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Ciphers;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Ids;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Region;
import org.vpnhub.model.Removal;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.RouteTableType;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubFactory;

/**
 * The changes that users make, as plain changes of a model. {@link Edits} makes each one undoable;
 * whoever needs several as one step calls these inside {@link ModelDocument#execute(String,
 * Runnable)}.
 */
public final class Changes {
  private static final VpnhubFactory FACTORY = VpnhubFactory.eINSTANCE;

  /** What a site's generated elements are generated from. */
  private static final Set<EStructuralFeature> GENERATING =
      Set.of(SITE__CIDRS, SITE__PUBLIC_IP, SITE__BEHIND_NAT);

  private Changes() {}

  /** Adds a site with its customer gateway, connection and VPC routes. */
  public static Site addSite(VpnGateway gateway, SiteTable.Row row) {
    return HubBuilder.addSite(gateway, row);
  }

  /** Adds a region; its id in the cloud is made from the name. */
  public static Region addRegion(Network network, String name) {
    Region region = named(FACTORY.createRegion(), new Ids(network), "region", name);
    region.setRegionId(Ids.word(name));
    network.getRegions().add(region);
    return region;
  }

  /** Adds a VPC with its System route table. */
  public static Vpc addVpc(Region region, String name, String cidr) {
    Ids ids = new Ids(region.getNetwork());
    Vpc vpc = named(FACTORY.createVpc(), ids, "vpc", name);
    vpc.setCidrBlock(cidr);
    vpc.getRouteTables().add(named(FACTORY.createRouteTable(), ids, "vtb", "system"));
    region.getVpcs().add(vpc);
    return vpc;
  }

  public static VSwitch addVSwitch(Vpc vpc, String name, String zone, String cidr) {
    VSwitch subnet = named(FACTORY.createVSwitch(), ids(vpc), "vsw", name);
    subnet.setZoneId(zone);
    subnet.setCidrBlock(cidr);
    vpc.getVSwitches().add(subnet);
    return subnet;
  }

  /** Adds a route table of type Custom. */
  public static RouteTable addRouteTable(Vpc vpc, String name) {
    RouteTable table = named(FACTORY.createRouteTable(), ids(vpc), "vtb", name);
    table.setRouteTableType(RouteTableType.CUSTOM);
    vpc.getRouteTables().add(table);
    return table;
  }

  /** Adds a VPN gateway in the first vSwitch of the VPC, if there is one. */
  public static VpnGateway addGateway(Vpc vpc, String name, String ip) {
    VpnGateway gateway = named(FACTORY.createVpnGateway(), ids(vpc), "vpn", name);
    gateway.setInternetIp(ip);
    if (!vpc.getVSwitches().isEmpty()) gateway.setVSwitch(vpc.getVSwitches().getFirst());
    vpc.getVpnGateways().add(gateway);
    return gateway;
  }

  /** Adds a customer gateway that belongs to no site. */
  public static CustomerGateway addCustomerGateway(Region region, String name, String ip) {
    CustomerGateway peer = named(FACTORY.createCustomerGateway(), ids(region), "cgw", name);
    peer.setIpAddress(ip);
    region.getCustomerGateways().add(peer);
    return peer;
  }

  /** Connects a site: the connection, and as far as missing its customer gateway and VPC routes. */
  public static VpnConnection connect(Site site, VpnGateway gateway) {
    return SiteSync.connect(site, gateway);
  }

  /** Makes a connection lead to another site; the VPC routes of the old one go with it. */
  public static void reconnect(VpnConnection connection, Site site) {
    Site old = connection.getSite();
    if (old == site) return;
    VpnGateway gateway = connection.getVpnGateway();
    connection.setSite(site);
    ECollections.setEList(connection.getRemoteSubnets(), site.getCidrs());
    CustomerGateway peer = SiteSync.peer(site, gateway);
    for (Tunnel t : connection.getTunnels()) t.setCustomerGateway(peer);
    if (old != null) {
      rename(connection, old.getName(), site.getName());
      removeRoutes(old, gateway);
    }
    SiteSync.addRoutes(site, gateway);
  }

  /** Moves a connection to another VPN gateway, with the routes that lead into it. */
  public static void reconnect(VpnConnection connection, VpnGateway gateway) {
    VpnGateway old = connection.getVpnGateway();
    if (old == gateway) return;
    gateway.getConnections().add(connection);
    for (DestinationRoute r : List.copyOf(old.getDestinationRoutes())) {
      if (r.getNextHop() == connection) gateway.getDestinationRoutes().add(r);
    }
    for (PolicyRoute r : List.copyOf(old.getPolicyRoutes())) {
      if (r.getNextHop() == connection) gateway.getPolicyRoutes().add(r);
    }
    Site site = connection.getSite();
    if (site == null) return;
    CustomerGateway peer = SiteSync.peer(site, gateway);
    for (Tunnel t : connection.getTunnels()) t.setCustomerGateway(peer);
    removeRoutes(site, old);
    SiteSync.addRoutes(site, gateway);
  }

  /** Removes a site's VPC routes to a gateway that it has no connection at. */
  private static void removeRoutes(Site site, VpnGateway gateway) {
    if (gateway.getConnections().stream().anyMatch(c -> c.getSite() == site)) return;
    for (RouteEntry r : SiteSync.routes(site)) {
      if (r.getNextHop() == gateway) EcoreUtil.remove(r);
    }
  }

  /** Adds a VPC route to a VPN gateway. */
  public static RouteEntry addRoute(RouteTable table, VpnGateway gateway, String cidr) {
    RouteEntry entry = named(FACTORY.createRouteEntry(), ids(table), "rte", cidr);
    entry.setDestinationCidrBlock(cidr);
    entry.setNextHop(gateway);
    table.getEntries().add(entry);
    return entry;
  }

  public static DestinationRoute addDestinationRoute(
      VpnGateway gateway, VpnConnection connection, String cidr) {
    DestinationRoute route = named(FACTORY.createDestinationRoute(), ids(gateway), "vdr", cidr);
    route.setRouteDest(cidr);
    route.setNextHop(connection);
    gateway.getDestinationRoutes().add(route);
    return route;
  }

  public static PolicyRoute addPolicyRoute(
      VpnGateway gateway, VpnConnection connection, String source, String destination) {
    String name = source + " to " + destination;
    PolicyRoute route = named(FACTORY.createPolicyRoute(), ids(gateway), "vpr", name);
    route.setRouteSource(source);
    route.setRouteDest(destination);
    route.setNextHop(connection);
    gateway.getPolicyRoutes().add(route);
    return route;
  }

  /** Removes elements with all that depends on them; see {@link Removal}. */
  public static void remove(Collection<? extends NamedElement> elements) {
    Removal.remove(elements);
  }

  /** Renames an element; what was generated from it and bears its name follows. */
  public static void rename(NamedElement element, String name) {
    String old = element.getName();
    element.setName(name);
    if (element instanceof VpnConnection c) rename(c, old, name);
    if (!(element instanceof Site site)) return;
    for (CustomerGateway c : SiteSync.customerGateways(site)) follow(c, old, name);
    for (VpnConnection c : SiteSync.connections(site)) rename(c, old, name);
    for (RouteEntry r : SiteSync.routes(site)) follow(r, old, name);
  }

  private static void rename(VpnConnection connection, @Nullable String old, String name) {
    follow(connection, old, name);
    for (Tunnel t : connection.getTunnels()) follow(t, old, name);
  }

  private static void follow(NamedElement element, @Nullable String old, String name) {
    if (Objects.equals(element.getName(), old)) element.setName(name);
  }

  /**
   * Sets a feature of one value; null unsets it. What is generated from a site follows it, and the
   * hash of a phase 2 its cipher.
   *
   * @param element a named element or a part of one, such as a phase 1
   */
  public static void set(EObject element, EStructuralFeature feature, @Nullable Object value) {
    if (value == null) element.eUnset(feature);
    else element.eSet(feature, value);
    if (feature == IPSEC_CONFIG__IPSEC_ENC_ALG) hash((IpsecConfig) element);
    regenerate(element, feature);
  }

  /** A phase 2 has a hash exactly when its cipher needs one. */
  private static void hash(IpsecConfig esp) {
    if (Ciphers.isAead(esp.getIpsecEncAlg())) esp.setIpsecAuthAlg(null);
    else if (esp.getIpsecAuthAlg() == null) esp.setIpsecAuthAlg("sha256");
  }

  /** Sets a feature of many values. What is generated from a site follows it. */
  @SuppressWarnings("unchecked") // the caller gives values of the feature's type
  public static void setList(EObject element, EStructuralFeature feature, List<?> values) {
    EList<Object> list = (EList<Object>) element.eGet(feature);
    if (!list.equals(values)) ECollections.setEList(list, values);
    regenerate(element, feature);
  }

  private static void regenerate(EObject element, EStructuralFeature feature) {
    if (element instanceof Site site && GENERATING.contains(feature) && site.getNetwork() != null) {
      SiteSync.update(site);
    }
  }

  private static Ids ids(EObject element) {
    return new Ids((Network) EcoreUtil.getRootContainer(element));
  }

  private static <T extends NamedElement> T named(T element, Ids ids, String kind, String name) {
    element.setId(ids.take(kind, name));
    element.setName(name);
    return element;
  }
}
