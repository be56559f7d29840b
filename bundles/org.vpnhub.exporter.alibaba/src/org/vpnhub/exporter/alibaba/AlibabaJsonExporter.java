package org.vpnhub.exporter.alibaba;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.view.DeviceExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/**
 * Writes a connection as Alibaba Cloud gives it for download: for programs and people who know that
 * shape. What it has no member for, such as DPD and routes, is in the checklist.
 *
 * <p>Source: Alibaba Cloud VPN Gateway, API reference 2016-04-28, DownloadVpnConnectionConfig and
 * CreateVpnConnection (values and ranges). There are no words for GCM or for groups above 14.
 */
@Component(service = Exporter.class)
public final class AlibabaJsonExporter extends DeviceExporter {
  private static final Algorithms ALGORITHMS =
      new Algorithms(
          EnumSet.of(
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256,
              Encryption.TRIPLE_DES,
              Encryption.DES),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5, DhGroup.GROUP14));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("alibaba-json", "Alibaba Cloud", "connection JSON")
          .release("2016-04-28", ALGORITHMS, ALGORITHMS, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .keys(
              new KeyRules(
                  1,
                  100,
                  c -> c > ' ' && c < 0x7f && c != '\'',
                  "digits, letters and signs of ASCII without space and apostrophe"))
          .build();

  @Activate
  public AlibabaJsonExporter() {
    super(DEVICE, key -> key);
  }

  /** One file; of several tunnels the first is repeated at its head, as the cloud does. */
  @Override
  protected List<ExportedFile> files(SiteView site) {
    String text = ConnectionJson.of(site.tunnels().getFirst(), site);
    return List.of(new ExportedFile("vpn-connection.json", text, ExportedFile.PRIVATE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    List<ChecklistSection> sections = new ArrayList<>();
    sections.add(
        new ChecklistSection("About", site.heading().stream().map(l -> new Item(l, "")).toList()));
    sections.add(new ChecklistSection("Install", install(site)));
    sections.add(new ChecklistSection("What the file does not say", beyond(site)));
    for (TunnelView t : site.tunnels()) {
      sections.add(new ChecklistSection("Tunnel " + t.name(), tunnel(t)));
    }
    sections.add(new ChecklistSection(ChecklistSection.VERIFY, verify(site)));
    sections.add(
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(new Item("Load the configuration of the device that was saved before", ""))));
    return sections;
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save the configuration of the device", ""));
    items.add(new Item("Give vpn-connection.json to whoever or whatever sets up the device", ""));
    if (!site.secretsIncluded()) {
      for (TunnelView t : site.tunnels()) {
        items.add(
            new Item(
                "Put the key in place of its placeholder",
                "vpnhub secret show MODEL_FILE " + ShellText.quoted(t.plan().pskReference())));
      }
    }
    return items;
  }

  private static List<Item> beyond(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Protocol", "ESP in tunnel mode, no compression"));
    items.add(new Item("Lifetime by volume", "off, or the largest value"));
    items.add(new Item("MTU of the tunnel, bytes", Integer.toString(site.mtu())));
    items.add(new Item("Largest TCP segment (MSS), bytes", Integer.toString(site.mss())));
    items.add(new Item("Firewall, WAN", "UDP 500, UDP 4500 and IP protocol 50 with the hub"));
    items.add(
        new Item(
            "Firewall, both ways",
            ConnectionJson.list(site.own()) + " with " + ConnectionJson.list(site.remote())));
    items.add(
        new Item("No source NAT, above other rules, towards", ConnectionJson.list(site.remote())));
    items.add(
        new Item(
            "While the tunnel is down, discard what goes to", ConnectionJson.list(site.remote())));
    if (!site.bypass().isEmpty()) {
      items.add(
          new Item("Keep out of the tunnel: traffic among", ConnectionJson.list(site.bypass())));
    }
    return items;
  }

  private static List<Item> tunnel(TunnelView t) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Dead peer detection",
            t.plan().dpd().enabled() ? t.plan().dpd().intervalSeconds() + " s" : "off"));
    items.add(new Item("NAT traversal", t.plan().natTraversal() ? "on" : "off"));
    items.add(new Item("Who begins", t.plan().initiate() ? "the device" : "the hub"));
    routes(items, "Routes into the tunnel", ConnectionJson.list(t.routes()));
    routes(
        items,
        "Routes into the tunnel with a worse metric",
        ConnectionJson.list(t.standbyRoutes()));
    return items;
  }

  private static void routes(List<Item> items, String what, String networks) {
    if (!networks.isEmpty()) items.add(new Item(what, networks));
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Both phases are up on the device and at the hub", "vpnhub status"));
    if (!site.own().isEmpty() && !site.remote().isEmpty()) {
      items.add(
          new Item(
              "From an address of " + site.own().getFirst() + ", ping a host of",
              site.remote().getFirst().toString()));
    }
    return items;
  }
}
