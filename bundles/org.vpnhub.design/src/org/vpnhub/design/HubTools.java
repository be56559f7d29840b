package org.vpnhub.design;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Ids;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.model.edit.Changes;

/** What the tools of the hub topology do: plain edits of the model. */
public class HubTools {
  // Creation.

  /** An office with a free prefix, not connected yet. */
  public Site createSite(Network network) {
    String name = name("Site", network.getSites());
    Site site = VpnhubFactory.eINSTANCE.createSite();
    site.setId(new Ids(network).take("site", name));
    site.setName(name);
    site.getCidrs().add(FreePrefixes.ofSite(network));
    network.getSites().add(site);
    return site;
  }

  /** A VPC with a free prefix, its system route table and a vSwitch. */
  public Vpc createVpc(Network network) {
    Region region =
        network.getRegions().isEmpty()
            ? Changes.addRegion(network, "main")
            : network.getRegions().getFirst();
    Vpc vpc = Changes.addVpc(region, name("VPC", region.getVpcs()), FreePrefixes.ofVpc(network));
    createVSwitch(vpc);
    return vpc;
  }

  /** A vSwitch with a free part of the VPC. */
  public VSwitch createVSwitch(Vpc vpc) {
    String zone =
        vpc.getVSwitches().isEmpty()
            ? Words.orDash(vpc.getRegion().getRegionId()) + "-a"
            : vpc.getVSwitches().getFirst().getZoneId();
    String cidr = FreePrefixes.ofVSwitch(vpc);
    return Changes.addVSwitch(vpc, name("subnet", vpc.getVSwitches()), zone, cidr);
  }

  /** A VPN gateway, its public address still to be given. */
  public VpnGateway createGateway(Vpc vpc) {
    return Changes.addGateway(vpc, name("hub", vpc.getVpnGateways()), "");
  }

  /** The name itself, or with a number behind it. */
  private static String name(String stem, List<? extends NamedElement> siblings) {
    Set<String> used = siblings.stream().map(NamedElement::getName).collect(Collectors.toSet());
    String name = stem;
    for (int n = 2; used.contains(name); n++) name = stem + " " + n;
    return name;
  }

  // Connection.

  /** Whether the two are a site and a VPN gateway that no connection joins yet. */
  public boolean canConnect(NamedElement from, NamedElement to) {
    Site site = site(from, to);
    VpnGateway gateway = gateway(from, to);
    return site != null
        && gateway != null
        && gateway.getConnections().stream().noneMatch(c -> c.getSite() == site);
  }

  /** Joins a site and a VPN gateway, drawn in whichever direction. */
  public @Nullable VpnConnection connect(NamedElement from, NamedElement to) {
    Site site = site(from, to);
    VpnGateway gateway = gateway(from, to);
    return site == null || gateway == null ? null : Changes.connect(site, gateway);
  }

  private static @Nullable Site site(NamedElement a, NamedElement b) {
    return a instanceof Site s ? s : b instanceof Site t ? t : null;
  }

  private static @Nullable VpnGateway gateway(NamedElement a, NamedElement b) {
    return a instanceof VpnGateway g ? g : b instanceof VpnGateway h ? h : null;
  }

  /** Makes a connection lead to another site, or to another VPN gateway. */
  public void reconnect(VpnConnection connection, NamedElement end) {
    if (end instanceof Site site) Changes.reconnect(connection, site);
    if (end instanceof VpnGateway gateway) Changes.reconnect(connection, gateway);
  }

  // Routes.

  /** Whether the two are a route table and a site that lacks a route there. */
  public boolean canRoute(NamedElement from, NamedElement to) {
    RouteTable table = table(from, to);
    Site site = site(from, to);
    return table != null
        && site != null
        && !table.getVpc().getVpnGateways().isEmpty()
        && !missing(table, site).isEmpty();
  }

  /** Adds the routes to a site's prefixes that a route table lacks. */
  public @Nullable RouteEntry route(NamedElement from, NamedElement to) {
    RouteTable table = table(from, to);
    Site site = site(from, to);
    if (table == null || site == null) return null;
    VpnGateway gateway =
        table.getVpc().getVpnGateways().stream()
            .filter(g -> g.getConnections().stream().anyMatch(c -> c.getSite() == site))
            .findFirst()
            .orElseGet(() -> table.getVpc().getVpnGateways().getFirst());
    RouteEntry last = null;
    for (String cidr : missing(table, site)) {
      last = Changes.addRoute(table, gateway, cidr);
      last.setName(site.getName());
      last.setSite(site);
    }
    return last;
  }

  private static @Nullable RouteTable table(NamedElement a, NamedElement b) {
    return a instanceof RouteTable t ? t : b instanceof RouteTable u ? u : null;
  }

  private static List<String> missing(RouteTable table, Site site) {
    Set<String> there =
        table.getEntries().stream()
            .map(RouteEntry::getDestinationCidrBlock)
            .collect(Collectors.toSet());
    return site.getCidrs().stream().filter(c -> !there.contains(c)).distinct().toList();
  }

  // Everything.

  /** Removes an element with all that depends on it. */
  public void remove(NamedElement element) {
    Changes.remove(List.of(element));
  }

  /** Renames an element; a name of blanks changes nothing. */
  public void rename(NamedElement element, String name) {
    if (!name.isBlank()) Changes.rename(element, name.strip());
  }
}
