package org.vpnhub.validation;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.TunnelRole;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubFactory;

/** The hub of three offices, and short words for its parts; the tests change it here and there. */
final class Net {
  static final VpnhubFactory NEW = VpnhubFactory.eINSTANCE;

  final Network network;
  final Region region;
  final Vpc vpc;
  final RouteTable table;
  final VpnGateway gateway;

  private Net(Network network) {
    this.network = network;
    region = network.getRegions().getFirst();
    vpc = region.getVpcs().getFirst();
    table = vpc.getRouteTables().getFirst();
    gateway = vpc.getVpnGateways().getFirst();
  }

  /** As recommended for a profile, so that no rule has an error or a warning. */
  static Net of(Profile profile) {
    Net net =
        new Net(
            HubBuilder.build(
                "three-offices",
                "10.0.0.0/16",
                "198.51.100.1",
                List.of(
                    row("Shanghai", "203.0.113.10", "10.10.10.0/24"),
                    row("Hangzhou", "203.0.113.20", "10.10.20.0/24"),
                    row("Ningbo", "203.0.113.30", "10.10.30.0/24"))));
    net.network.setProfile(profile);
    if (profile == Profile.HUB_NATIVE) return net;
    net.gateway.setBandwidth(100);
    for (VpnConnection c : net.gateway.getConnections()) {
      cloudAlgorithms(c.getTunnels().getFirst());
    }
    return net;
  }

  static SiteTable.Row row(String name, String ip, String... cidrs) {
    return new SiteTable.Row(name, ip, List.of(cidrs), "strongswan", "");
  }

  static void cloudAlgorithms(Tunnel t) {
    t.getIkeConfig().setIkeEncAlg("aes256");
    t.getIkeConfig().setIkePfs("group14");
    t.getIpsecConfig().setIpsecEncAlg("aes256");
    t.getIpsecConfig().setIpsecAuthAlg("sha256");
    t.getIpsecConfig().setIpsecPfs("group14");
  }

  Site site(int i) {
    return network.getSites().get(i);
  }

  VpnConnection connection(int i) {
    return gateway.getConnections().get(i);
  }

  Tunnel tunnel(int i) {
    return connection(i).getTunnels().getFirst();
  }

  IkeConfig ike(int i) {
    return tunnel(i).getIkeConfig();
  }

  IpsecConfig esp(int i) {
    return tunnel(i).getIpsecConfig();
  }

  CustomerGateway peer(int i) {
    return region.getCustomerGateways().get(i);
  }

  RouteEntry entry(int i) {
    return table.getEntries().get(i);
  }

  Site addSite(String name, String ip, String... cidrs) {
    Site site = HubBuilder.addSite(gateway, row(name, ip, cidrs));
    if (network.getProfile() != Profile.HUB_NATIVE) {
      cloudAlgorithms(gateway.getConnections().getLast().getTunnels().getFirst());
    }
    return site;
  }

  /** Adds sites until there are so many. */
  void sites(int count) {
    for (int i = network.getSites().size(); i < count; i++) {
      String place = (i >> 8) + "." + (i & 255);
      addSite("Office" + i, "192.0." + place, "10.2" + place + ".0/24");
    }
  }

  /** A second connection of an office, with the same customer gateway. */
  VpnConnection twin(int i, String remote) {
    VpnConnection twin = EcoreUtil.copy(connection(i));
    twin.setId(twin.getId() + "-twin");
    twin.setName(twin.getName() + "-twin");
    twin.getTunnels().getFirst().setId(twin.getTunnels().getFirst().getId() + "-twin");
    twin.getRemoteSubnets().clear();
    twin.getRemoteSubnets().add(remote);
    gateway.getConnections().add(twin);
    return twin;
  }

  /** A second tunnel, to the same customer gateway. */
  Tunnel slave(int i) {
    Tunnel slave = EcoreUtil.copy(tunnel(i));
    slave.setId(slave.getId() + "-2");
    slave.setName(slave.getName() + "-2");
    slave.setRole(TunnelRole.SLAVE);
    connection(i).getTunnels().add(slave);
    return slave;
  }

  VSwitch vSwitch(String zone, String cidr) {
    VSwitch s = NEW.createVSwitch();
    s.setId("vsw-" + zone + "-" + vpc.getVSwitches().size());
    s.setName("subnet" + vpc.getVSwitches().size());
    s.setZoneId(zone);
    s.setCidrBlock(cidr);
    vpc.getVSwitches().add(s);
    return s;
  }

  DestinationRoute route(String dest, int connection, int weight) {
    DestinationRoute r = NEW.createDestinationRoute();
    r.setId("rt-" + gateway.getDestinationRoutes().size());
    r.setRouteDest(dest);
    r.setNextHop(connection(connection));
    r.setWeight(weight);
    gateway.getDestinationRoutes().add(r);
    return r;
  }

  PolicyRoute policy(String source, String dest, int connection, int priority) {
    PolicyRoute r = NEW.createPolicyRoute();
    r.setId("pbr-" + gateway.getPolicyRoutes().size());
    r.setRouteSource(source);
    r.setRouteDest(dest);
    r.setNextHop(connection(connection));
    r.setPriority(priority);
    gateway.getPolicyRoutes().add(r);
    return r;
  }

  RouteEntry entry(String dest) {
    RouteEntry e = NEW.createRouteEntry();
    e.setId("rte-" + table.getEntries().size());
    e.setDestinationCidrBlock(dest);
    e.setNextHop(gateway);
    table.getEntries().add(e);
    return e;
  }

  /** A network beside the main one: its own VPC and VPN gateway, in the same region. */
  VpnGateway secondGateway() {
    Vpc second = NEW.createVpc();
    second.setId("vpc-second");
    second.setName("second");
    second.setCidrBlock("10.1.0.0/16");
    region.getVpcs().add(second);
    VpnGateway g = NEW.createVpnGateway();
    g.setId("vpn-second");
    g.setName("second");
    g.setInternetIp("198.51.100.2");
    g.setBandwidth(100);
    second.getVpnGateways().add(g);
    return g;
  }

  Region secondRegion() {
    Region r = NEW.createRegion();
    r.setId("region-second");
    r.setName("second");
    network.getRegions().add(r);
    return r;
  }

  Net with(Consumer<Net> change) {
    change.accept(this);
    return this;
  }

  List<Finding> validate() {
    return Validator.validate(network);
  }
}
