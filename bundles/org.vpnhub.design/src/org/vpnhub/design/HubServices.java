package org.vpnhub.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vpnhub.design.Gaps.Gap;
import org.vpnhub.design.LiveLookup.Live;
import org.vpnhub.design.LiveLookup.State;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.planner.Planner;

/** What the hub topology shows: elements, labels, and which style holds. */
public class HubServices {
  private static final int PREFIXES = 2;
  private static final int LINES = 4;
  private static final int REASONS = 5;

  private LiveLookup live = LiveLookup.NONE;
  private Gaps gaps = Gaps.NONE;
  private boolean attended;

  /** Says how the connections stand from now on. Whoever says it also says the gaps. */
  public void setLive(LiveLookup lookup) {
    live = lookup;
    attended = true;
  }

  /**
   * Says what the reachability matrix lacks from now on. Where nobody says anything, as in Sirius,
   * it is computed whenever a diagram is derived, which takes a second for 500 sites.
   */
  public void setGaps(Gaps known) {
    gaps = known;
    attended = true;
  }

  // Elements.

  public List<Vpc> vpcs(Network network) {
    if (!attended) gaps = Gaps.of(network);
    return network.getRegions().stream().flatMap(r -> r.getVpcs().stream()).toList();
  }

  /** The customer gateways that belong to no site. */
  public List<CustomerGateway> peers(Network network) {
    return network.getRegions().stream()
        .flatMap(r -> r.getCustomerGateways().stream())
        .filter(c -> c.getSite() == null)
        .toList();
  }

  public List<VpnConnection> connections(Network network) {
    return Planner.gateways(network).stream().flatMap(g -> g.getConnections().stream()).toList();
  }

  /** The routes of the VPCs that lead to the prefix of a site. */
  public List<RouteEntry> routes(Network network) {
    return network.getRegions().stream()
        .flatMap(r -> r.getVpcs().stream())
        .flatMap(v -> v.getRouteTables().stream())
        .flatMap(t -> t.getEntries().stream())
        .filter(e -> e.getSite() != null)
        .toList();
  }

  /** The site or customer gateway at the far end of a connection. */
  public @Nullable NamedElement farEnd(VpnConnection connection) {
    if (connection.getSite() != null) return connection.getSite();
    CustomerGateway peer = peer(connection);
    return peer == null || peer.getSite() == null ? peer : peer.getSite();
  }

  private static @Nullable CustomerGateway peer(VpnConnection connection) {
    return connection.getTunnels().stream()
        .map(Tunnel::getCustomerGateway)
        .filter(c -> c != null)
        .findFirst()
        .orElse(null);
  }

  // Labels.

  public String vpcLabel(Vpc vpc) {
    String region = vpc.getRegion() == null ? "" : " · " + Words.name(vpc.getRegion());
    boolean several =
        vpc.getRegion() != null && vpc.getRegion().getNetwork().getRegions().size() > 1;
    return Words.name(vpc) + " · " + Words.orDash(vpc.getCidrBlock()) + (several ? region : "");
  }

  public String vpcTooltip(Vpc vpc) {
    List<String> secondary = vpc.getSecondaryCidrBlocks();
    return Words.lines(
        "VPC " + Words.name(vpc),
        "CIDR block " + Words.orDash(vpc.getCidrBlock()),
        secondary.isEmpty() ? "" : "secondary " + String.join(", ", secondary),
        "region " + Words.name(vpc.getRegion()));
  }

  public String gatewayLabel(VpnGateway gateway) {
    return Words.lines(
        Words.name(gateway),
        Words.has(gateway.getInternetIp()) ? gateway.getInternetIp() : "no public address yet");
  }

  public String gatewayTooltip(VpnGateway gateway) {
    return Words.lines(
        "VPN gateway " + Words.name(gateway),
        Words.count(gateway.getConnections().size(), "IPsec connection", "IPsec connections"),
        routes(gateway));
  }

  private static String routes(VpnGateway gateway) {
    int all = gateway.getDestinationRoutes().size() + gateway.getPolicyRoutes().size();
    return all == 0 ? "" : Words.count(all, "route", "routes");
  }

  public String vSwitchLabel(VSwitch subnet) {
    return Words.lines(Words.name(subnet), Words.orDash(subnet.getCidrBlock()));
  }

  public String vSwitchTooltip(VSwitch subnet) {
    return Words.lines(
        "vSwitch " + Words.name(subnet),
        "CIDR block " + Words.orDash(subnet.getCidrBlock()),
        Words.has(subnet.getZoneId()) ? "zone " + subnet.getZoneId() : "");
  }

  public String routeTableLabel(RouteTable table) {
    return Words.lines(
        Words.name(table), Words.count(table.getEntries().size(), "route", "routes"));
  }

  public String routeTableTooltip(RouteTable table) {
    List<String> lines = new ArrayList<>(List.of("Route table " + Words.name(table)));
    for (RouteEntry e : table.getEntries()) {
      if (lines.size() == 8) {
        lines.add("and " + (table.getEntries().size() - 7) + " more");
        break;
      }
      lines.add(Words.orDash(e.getDestinationCidrBlock()) + " → " + Words.name(e.getNextHop()));
    }
    return String.join("\n", lines);
  }

  public String siteLabel(Site site) {
    return Words.lines(
        Words.name(site),
        site.getCidrs().isEmpty() ? "no prefix yet" : Words.some(site.getCidrs(), PREFIXES),
        device(site));
  }

  private static String device(Site site) {
    String device = Words.has(site.getDevice()) ? site.getDevice() : "no device chosen";
    String release = Words.has(site.getDeviceRelease()) ? " " + site.getDeviceRelease() : "";
    return device + release + (site.isBehindNat() ? " · behind NAT" : "");
  }

  public String siteTooltip(Site site) {
    return Words.lines(
        "Site " + Words.name(site),
        "prefixes " + Words.some(site.getCidrs(), LINES),
        "public address " + Words.orDash(site.getPublicIp()),
        device(site),
        gapText(site));
  }

  public String peerLabel(CustomerGateway peer) {
    return Words.lines(Words.name(peer), Words.orDash(peer.getIpAddress()));
  }

  public String peerTooltip(CustomerGateway peer) {
    return Words.lines(
        "Customer gateway " + Words.name(peer),
        "address " + Words.orDash(peer.getIpAddress()),
        "belongs to no site",
        gapText(peer));
  }

  /** Name, suite and traffic; of one that failed the reason. */
  public String connectionLabel(VpnConnection connection) {
    Optional<Live> now = live(connection);
    String suite = now.map(Live::suite).filter(Words::has).orElseGet(() -> suite(connection));
    return Words.lines(Words.name(connection), suite, now.map(HubServices::traffic).orElse(""));
  }

  private static String suite(VpnConnection connection) {
    return connection.getTunnels().stream().findFirst().map(ElementLabels::suite).orElse("");
  }

  private static String traffic(Live live) {
    return switch (live.state()) {
      case UP -> "↑ " + Words.rate(live.bitsFromSite()) + "   ↓ " + Words.rate(live.bitsToSite());
      case NEGOTIATING -> "negotiating";
      case DOWN -> Words.lines("down", Words.wrap(live.reason()));
      case FAILED -> Words.lines("failed", Words.wrap(live.reason()));
    };
  }

  /** The address of the customer gateway, which stands at the site's end. */
  public String farAddress(VpnConnection connection) {
    CustomerGateway peer = peer(connection);
    return peer == null ? "no customer gateway" : Words.orDash(peer.getIpAddress());
  }

  public String routeLabel(RouteEntry route) {
    return Words.orDash(route.getDestinationCidrBlock());
  }

  public String title(Network network) {
    return Words.name(network);
  }

  // Live state.

  public boolean isUp(VpnConnection connection) {
    return is(connection, State.UP);
  }

  public boolean isNegotiating(VpnConnection connection) {
    return is(connection, State.NEGOTIATING);
  }

  public boolean isBroken(VpnConnection connection) {
    return is(connection, State.DOWN) || is(connection, State.FAILED);
  }

  private boolean is(VpnConnection connection, State state) {
    return live(connection).filter(l -> l.state() == state).isPresent();
  }

  private Optional<Live> live(VpnConnection connection) {
    return connection.getId() == null ? Optional.empty() : live.of(connection.getId());
  }

  // Missing links.

  /** Where the lines of missing links go: to the few others, or to the VPC for all of them. */
  public List<EObject> partedFrom(NamedElement site) {
    Gap gap = gap(site);
    Network network = network(site);
    if (gap == null || network == null) return List.of();
    List<EObject> ends = new ArrayList<>();
    boolean many = gap.others().size() > LINES;
    for (String id : many ? List.of(gap.vpcId()) : gap.others()) {
      NamedElement other = find(network, id);
      if (other != null) ends.add(other);
    }
    return ends;
  }

  public boolean isParted(NamedElement site) {
    return gap(site) != null;
  }

  /** Which link is missing, in few words. */
  public String gapLabel(NamedElement site) {
    Gap gap = gap(site);
    if (gap == null) return "";
    String what =
        switch (gap.kind()) {
          case DEVICE_ROUTE -> "no route on the device";
          case SOURCE_SELECTOR, DESTINATION_SELECTOR -> "selectors leave it out";
          case HUB_ROUTE -> "no route at the hub";
          case VPC_ROUTE -> "no VPC route";
          case CONNECTION -> "no connection";
        };
    return gap.others().size() > LINES
        ? Words.lines(what, "parted from " + gap.others().size())
        : what;
  }

  private String gapText(NamedElement site) {
    Gap gap = gap(site);
    Network network = network(site);
    if (gap == null || network == null) return "";
    List<String> names = new ArrayList<>();
    for (String id : gap.others().subList(0, Math.min(LINES, gap.others().size()))) {
      names.add(Words.name(find(network, id)));
    }
    int more = gap.others().size() - names.size();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Does not reach "
            + String.join(", ", names)
            + (more > 0 ? " and " + more + " more" : "")
            + ":");
    gap.reasons().stream().limit(REASONS).forEach(r -> lines.add("• " + r));
    if (gap.reasons().size() > REASONS) lines.add("• and more");
    return String.join("\n", lines);
  }

  private @Nullable Gap gap(NamedElement site) {
    if (site.getId() == null) return null;
    return gaps.of(site.getId()).orElse(null);
  }

  private static @Nullable Network network(NamedElement element) {
    for (EObject e = element; e != null; e = e.eContainer()) if (e instanceof Network n) return n;
    return null;
  }

  private static @Nullable NamedElement find(Network network, String id) {
    for (Site s : network.getSites()) if (id.equals(s.getId())) return s;
    for (var region : network.getRegions()) {
      for (Vpc v : region.getVpcs()) if (id.equals(v.getId())) return v;
      for (CustomerGateway c : region.getCustomerGateways()) if (id.equals(c.getId())) return c;
    }
    return null;
  }
}
