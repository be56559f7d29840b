package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.Identity;

/**
 * IOS-XE with a static virtual tunnel interface for each connection. An access list under the
 * tunnel protection (multi-SA tunnels, since 16.12) offers the selectors that the hub has, where a
 * plain tunnel interface would offer any to any.
 */
@Component(service = Exporter.class)
public final class IosTunnelExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("cisco-iosxe-vti", "Cisco", "IOS-XE (tunnel interface)")
          .release(IosWords.release("16.12"))
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
    super(DEVICE, IosWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(IosReader.TUNNEL);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return IosWords.of(tunnel);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "ios-vti.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    TunnelView first = site.tunnels().getFirst();
    return List.of(
        new ChecklistSection("Install", install(site, first)),
        new ChecklistSection(
            ChecklistSection.VERIFY,
            List.of(
                new Item(
                    "The IKE SA is there",
                    first.ikev2() ? "show crypto ikev2 sa detailed" : "show crypto isakmp sa"),
                new Item(
                    "An IPsec SA is there for each pair of networks, and its counters grow",
                    "show crypto ipsec sa peer " + first.plan().remoteAddress()),
                new Item("The routes lead into the tunnel", "show ip route | include Tunnel"))),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Go back to what was saved",
                    "configure replace flash:before-vpnhub.cfg list"))));
  }

  private static List<Item> install(SiteView site, TunnelView first) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "copy running-config flash:before-vpnhub.cfg"));
    items.add(
        new Item(
            "See that the tunnel numbers are free", "show interfaces Tunnel" + first.number()));
    for (TunnelView t : site.tunnels()) {
      if (t.ikev2() || !(t.plan().localId() instanceof Identity.Fqdn name)) continue;
      items.add(
          new Item(
              "See that host name and domain name together are "
                  + name
                  + ": with IKEv1 the router sends its own name",
              "show running-config | include ^hostname|^ip domain"));
    }
    items.add(new Item("Paste " + FILE + " in configuration mode", "configure terminal"));
    items.add(
        new Item(
            "Let IKE and ESP in, where an access list is on " + site.device().wanInterface(),
            "UDP 500, UDP 4500 and IP protocol 50 from " + first.plan().remoteAddress()));
    items.add(new Item("Save", "copy running-config startup-config"));
    return items;
  }
}
