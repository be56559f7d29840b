package org.vpnhub.exporter.huawei;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * AR routers with a tunnel interface for each connection: its IPsec profile offers any to any, and
 * routes decide what enters it. The IKE proposal has the number of the tunnel interface.
 */
@Component(service = Exporter.class)
public final class ArTunnelExporter extends ArRouter {
  private static final int MOST_PROPOSALS = 99;

  private static final DeviceCapabilities DEVICE =
      capabilities("huawei-ar-tunnel", "AR router (VRP, tunnel interface)")
          .selectors(
              new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, true, true, false, false))
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet0/0/8")
          .needs(SiteFact.TUNNEL_NUMBER, "1")
          .build();

  @Activate
  public ArTunnelExporter() {
    super(DEVICE);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(VrpReader.AR_TUNNEL);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    Map<String, String> words = new LinkedHashMap<>(super.words(tunnel));
    words.put("proposal", String.valueOf(tunnel.number()));
    return words;
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of("router", true);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(VrpObjections.dpd(DEVICE, site));
    int last = site.device().tunnelNumber() + site.gateway().connections().size() - 1;
    if (last > MOST_PROPOSALS) problems.add(numbers(site));
    Set<Ipv4Address> hubs = new HashSet<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      if (!hubs.add(c.remoteAddress())) problems.add(sameEnds(c));
    }
    return problems;
  }

  private static Problem numbers(SitePlan site) {
    return Objection.to(
        site,
        "D02",
        Severity.ERROR,
        "has the free tunnel number "
            + site.device().tunnelNumber()
            + "; it numbers the IKE proposal too, which has 1 to "
            + MOST_PROPOSALS,
        "set tunnelNumber of the site, for example to 1");
  }

  private static Problem sameEnds(ConnectionPlan c) {
    return Objection.to(
        c,
        "C27",
        Severity.ERROR,
        "has the hub address of another connection, and two tunnel interfaces of the router would"
            + " have the same two ends",
        "give the two connections different addresses of the hub");
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "ar-tunnel.ftl", site));
  }

  private static String tunnel(TunnelView t) {
    return "Tunnel0/0/" + t.number();
  }

  @Override
  void before(SiteView site, List<Item> items) {
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "See that the numbers are free",
              "display interface " + tunnel(t) + "\ndisplay ike proposal number " + t.number()));
    }
  }

  @Override
  String showLifetime(TunnelView tunnel) {
    return "display ipsec profile name " + tunnel.name();
  }

  @Override
  void takenAway(SiteView site, List<String> lines) {
    for (TunnelView t : site.tunnels()) {
      for (Ipv4Prefix p : t.routes()) lines.add(route(p, tunnel(t)));
      for (Ipv4Prefix p : t.standbyRoutes()) lines.add(route(p, tunnel(t)));
      lines.add("undo interface " + tunnel(t));
      lines.add("undo ipsec profile " + t.name());
    }
  }

  @Override
  void takenAwayAtLast(SiteView site, List<String> lines) {
    for (Ipv4Prefix p : site.remote()) lines.add(route(p, "NULL0"));
  }
}
