package org.vpnhub.exporter.cisco;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * IOS-XE with a static virtual tunnel interface for each connection. An access list under the
 * tunnel protection (multi-SA tunnels, since 16.12) offers the selectors that the hub has, where a
 * plain tunnel interface would offer any to any.
 */
@Component(service = Exporter.class)
public final class IosTunnelExporter extends IosRouter {
  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("cisco-iosxe-vti", "Cisco", "IOS-XE (tunnel interface)")
          .release(IosWords.xeRelease("16.12"))
          .release(IosWords.strictRelease("17.11"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, false, true, true, true))
          .keys(IosWords.KEYS)
          .nameLength(IosWords.LONGEST_NAME)
          .ikeLifetimes(120, 86400)
          .espLifetimes(120, 86400)
          .volumeLimit(VolumeLimit.SWITCHED_OFF)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet0/0/0")
          .needs(SiteFact.TUNNEL_NUMBER, "100")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public IosTunnelExporter() {
    super(DEVICE);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(IosReader.TUNNEL);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    Objections objections = objections(site, false);
    Set<Ipv4Address> hubs = new HashSet<>();
    for (ConnectionPlan c : objections.connections()) {
      if (hubs.add(c.remoteAddress())) continue;
      objections.about(
          c,
          Severity.ERROR,
          "has the hub address of another connection, and "
              + DEVICE.title()
              + " takes no two tunnel interfaces with the same two ends",
          "give the two connections different addresses of the hub");
    }
    return objections.all();
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "ios-vti.ftl", site));
  }

  /** A tunnel whose selectors are any to any has none. */
  @Override
  List<String> lists(SiteView site) {
    return site.tunnels().stream()
        .filter(t -> !t.pairs().stream().allMatch(IosWords::isAny))
        .map(IosWords::name)
        .toList();
  }

  @Override
  void takenAway(SiteView site, List<String> lines) {
    IosRemoval remove = new IosRemoval(lines);
    for (TunnelView t : site.tunnels()) {
      remove.routes(t.routes(), "Tunnel" + t.number());
      remove.routes(t.standbyRoutes(), "Tunnel" + t.number() + " 200");
      lines.add("no interface Tunnel" + t.number());
    }
    remove.lists(lists(site));
    for (TunnelView t : site.tunnels()) {
      lines.add("no crypto ipsec profile " + IosWords.name(t));
      remove.phases(t);
    }
    remove.policies(site);
    remove.routes(site.remote(), "Null0 250");
  }

  @Override
  void before(SiteView site, List<Item> items) {
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "See that there is no Tunnel" + t.number() + " yet",
              "show interfaces Tunnel" + t.number()));
    }
  }

  @Override
  void after(SiteView site, List<Item> items) {
    items.add(
        new Item(
            "Where a zone-based firewall is on, put the tunnel interfaces into the zone of the"
                + " office network, or into one with policies in both directions",
            "show zone security"));
  }

  @Override
  void verified(SiteView site, List<Item> items) {
    items.add(new Item("The routes lead into the tunnel", "show ip route | include Tunnel"));
  }
}
