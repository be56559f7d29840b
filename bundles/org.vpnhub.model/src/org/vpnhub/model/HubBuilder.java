package org.vpnhub.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Builds the hub of the seed document from a few facts: one VPC with a VPN gateway, and for each
 * site a customer gateway, an IPsec connection (local network 0.0.0.0/0, remote network the site's
 * prefixes) and a VPC route for each prefix.
 *
 * <p>Ids come from the names ({@code site-shanghai}, {@code cgw-shanghai}, {@code vco-shanghai}),
 * with a number where two sites would get the same; a site that is added later changes none of the
 * others. Pre-shared keys are references to the secret store ({@code psk-shanghai}); the keys are
 * the caller's to make.
 */
@NullMarked
public final class HubBuilder {
  private static final VpnhubFactory FACTORY = VpnhubFactory.eINSTANCE;

  private HubBuilder() {}

  /**
   * A whole network of profile hub-native.
   *
   * @param name name of the network
   * @param vpcCidr prefix of the VPC, kept as written
   * @param gatewayIp public address of the VPN gateway, kept as written
   * @param sites the sites in their order
   */
  public static Network build(
      String name, String vpcCidr, String gatewayIp, List<SiteTable.Row> sites) {
    Network network = named(FACTORY.createNetwork(), "net-" + Ids.word(name), name);
    Region region = named(FACTORY.createRegion(), "region-main", "main");
    region.setRegionId("main");
    network.getRegions().add(region);
    Vpc vpc = named(FACTORY.createVpc(), "vpc-main", "VPC");
    vpc.setCidrBlock(vpcCidr);
    region.getVpcs().add(vpc);
    VSwitch subnet = named(FACTORY.createVSwitch(), "vsw-main", "main");
    subnet.setZoneId("main-a");
    subnet.setCidrBlock(firstSubnet(vpcCidr));
    vpc.getVSwitches().add(subnet);
    vpc.getRouteTables().add(named(FACTORY.createRouteTable(), "vtb-main", "system"));
    VpnGateway gateway = named(FACTORY.createVpnGateway(), "vpn-hub", "hub");
    gateway.setInternetIp(gatewayIp);
    gateway.setVSwitch(subnet);
    vpc.getVpnGateways().add(gateway);
    addSites(gateway, sites);
    return network;
  }

  /** Adds a site with all that belongs to it; changes nothing of what is there. */
  public static Site addSite(VpnGateway gateway, SiteTable.Row row) {
    return addSite(gateway, row, new Ids(network(gateway)));
  }

  /** Adds sites in their order, each with all that belongs to it. */
  public static List<Site> addSites(VpnGateway gateway, List<SiteTable.Row> rows) {
    Ids ids = new Ids(network(gateway));
    return rows.stream().map(row -> addSite(gateway, row, ids)).toList();
  }

  private static Site addSite(VpnGateway gateway, SiteTable.Row row, Ids ids) {
    String word = ids.suffix(row.name(), "site", "cgw", "vco", "tun", "psk");
    Site site = named(FACTORY.createSite(), "site-" + word, row.name());
    site.getCidrs().addAll(row.cidrs());
    site.setPublicIp(row.publicIp());
    if (!row.device().isEmpty()) site.setDevice(row.device());
    if (!row.release().isEmpty()) site.setDeviceRelease(row.release());
    SiteFacts.set(site, row.facts());
    sharedSummary(network(gateway)).ifPresent(prefix -> summarise(site, prefix));
    network(gateway).getSites().add(site);
    connect(site, gateway, word, addPeer(site, gateway, word));
    RouteTable table = systemTable(gateway.getVpc());
    if (table != null) {
      for (String cidr : new LinkedHashSet<>(row.cidrs()))
        addRoute(table, site, gateway, cidr, ids);
    }
    return site;
  }

  /**
   * The prefix that all sites of a network send into their tunnels. A new site takes it, too, so
   * that the next one still changes no device but its own.
   */
  public static Optional<String> sharedSummary(Network network) {
    Set<String> summaries = new HashSet<>();
    for (Site s : network.getSites()) {
      String prefix = s.getSummaryCidr();
      if (s.getSelectorMode() != SelectorMode.SUMMARY || prefix == null) return Optional.empty();
      summaries.add(prefix);
    }
    return summaries.size() == 1 ? Optional.of(summaries.iterator().next()) : Optional.empty();
  }

  /** Gives a site a prefix for all that it sends into its tunnel, kept as written. */
  public static void summarise(Site site, String prefix) {
    site.setSelectorMode(SelectorMode.SUMMARY);
    site.setSummaryCidr(prefix);
  }

  /** Adds the customer gateway of a site. */
  static CustomerGateway addPeer(Site site, VpnGateway gateway, String word) {
    CustomerGateway peer = named(FACTORY.createCustomerGateway(), "cgw-" + word, site.getName());
    peer.setIpAddress(site.getPublicIp());
    peer.setSite(site);
    gateway.getVpc().getRegion().getCustomerGateways().add(peer);
    return peer;
  }

  /** Adds the connection of a site. */
  static VpnConnection connect(Site site, VpnGateway gateway, String word, CustomerGateway peer) {
    VpnConnection connection = named(FACTORY.createVpnConnection(), "vco-" + word, site.getName());
    connection.getLocalSubnets().add(Ipv4Prefix.ANY.toString());
    connection.getRemoteSubnets().addAll(site.getCidrs());
    connection.setEffectImmediately(true);
    connection.setSite(site);
    Tunnel tunnel = named(FACTORY.createTunnel(), "tun-" + word, site.getName());
    tunnel.setCustomerGateway(peer);
    tunnel.setIkeConfig(FACTORY.createIkeConfig());
    tunnel.getIkeConfig().setPskReference("psk-" + word);
    tunnel.setIpsecConfig(FACTORY.createIpsecConfig());
    connection.getTunnels().add(tunnel);
    gateway.getConnections().add(connection);
    return connection;
  }

  /** Adds the VPC route of one prefix of a site. */
  static RouteEntry addRoute(
      RouteTable table, Site site, VpnGateway gateway, String cidr, Ids ids) {
    String siteWord = site.getId().replaceFirst("^site-", "");
    RouteEntry entry = FACTORY.createRouteEntry();
    entry.setId(ids.take("rte-" + siteWord, cidr));
    entry.setName(site.getName());
    entry.setDestinationCidrBlock(cidr);
    entry.setNextHop(gateway);
    entry.setSite(site);
    table.getEntries().add(entry);
    return entry;
  }

  /** The network that a VPN gateway stands in. */
  public static Network network(VpnGateway gateway) {
    return gateway.getVpc().getRegion().getNetwork();
  }

  /** The System route table of a VPC; null in a broken model. */
  public static @Nullable RouteTable systemTable(Vpc vpc) {
    for (RouteTable t : vpc.getRouteTables()) {
      if (t.getRouteTableType() == RouteTableType.SYSTEM) return t;
    }
    return null;
  }

  /** The first /24 of the VPC, or all of a smaller one; a malformed prefix as it is. */
  private static String firstSubnet(String vpcCidr) {
    try {
      Ipv4Prefix vpc = Ipv4Prefix.parseMasked(vpcCidr);
      return new Ipv4Prefix(vpc.network(), Math.max(24, vpc.length())).toString();
    } catch (IllegalArgumentException e) {
      return vpcCidr;
    }
  }

  private static <T extends NamedElement> T named(T element, String id, String name) {
    element.setId(id);
    element.setName(name);
    return element;
  }
}
