package org.vpnhub.exporter.meraki;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.view.DeviceExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * Writes third-party VPN peers for the dashboard of a Cisco Meraki MX, in JSON, and a checklist in
 * the order of its pages.
 *
 * <p>Sources: Meraki Dashboard API v1, third party VPN peers (members and values); Meraki
 * documentation, "Site-to-Site VPN Settings", Non-Meraki VPN peers. Policy-based, with lists of
 * networks in IKEv2; main mode alone in IKEv1. DPD, NAT traversal and the clamp of TCP segments are
 * the appliance's own; it translates no source on the way into a tunnel.
 */
@Component(service = Exporter.class)
public final class MerakiExporter extends DeviceExporter {
  static final String FILE = "third-party-vpn-peers.json";

  private static final Algorithms ALGORITHMS =
      new Algorithms(
          EnumSet.of(
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256,
              Encryption.TRIPLE_DES,
              Encryption.DES),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256),
          EnumSet.of(DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5, DhGroup.GROUP14));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("cisco-meraki", "Cisco", "Meraki MX")
          .release("15.12", ALGORITHMS, ALGORITHMS, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(new SelectorAbility(Style.POLICY_BASED, true, true, true, false))
          .keys(new KeyRules(1, 64, c -> c > ' ' && c < 0x7f, "ASCII without space"))
          .nameLength(32)
          .ikeLifetimes(120, 86400)
          .espLifetimes(120, 86400)
          .natTraversalAlways()
          .build();

  @Activate
  public MerakiExporter() {
    super(DEVICE, key -> key);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    List<ConnectionPlan> connections = site.gateway().connections();
    for (ConnectionPlan c : connections) {
      if (c.ike().version() == IkeVersion.IKEV1 && c.ike().mode() == ExchangeMode.AGGRESSIVE) {
        problems.add(
            Objection.to(
                c,
                "C27",
                Severity.ERROR,
                "the appliance has no aggressive mode",
                "use ikev2, or set the mode to main"));
      }
      ownNetworks(problems, site, c);
    }
    if (connections.size() > 1) {
      problems.add(
          Objection.to(
              connections.get(1),
              "C27",
              Severity.WARNING,
              "the appliance cannot hold two peers with the same networks at once: this peer is"
                  + " written with a tag of its own, and a person gives and takes the tag",
              "see the checklist, or choose a device that fails over by itself"));
    }
    return problems;
  }

  /** What it offers of its own side are its networks in VPN mode, and no peer says otherwise. */
  private static void ownNetworks(List<Problem> problems, SitePlan site, ConnectionPlan c) {
    Set<Ipv4Prefix> wanted = new HashSet<>();
    c.children().forEach(k -> wanted.addAll(k.local()));
    if (wanted.equals(Set.copyOf(site.prefixes()))) return;
    problems.add(
        Objection.to(
            c,
            "C29",
            c.ike().version() == IkeVersion.IKEV1 ? Severity.ERROR : Severity.WARNING,
            "the appliance offers its own networks, "
                + list(site.prefixes())
                + ", and the hub has "
                + list(wanted.stream().sorted().toList())
                + " as its side",
            "set the remote networks of the connection to those of the site"));
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(new ExportedFile(FILE, Peers.of(site), ExportedFile.PRIVATE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    List<ChecklistSection> sections = new ArrayList<>();
    sections.add(
        new ChecklistSection("About", site.heading().stream().map(l -> new Item(l, "")).toList()));
    sections.add(new ChecklistSection("Install", install(site)));
    sections.add(new ChecklistSection("Security & SD-WAN > Site-to-site VPN", vpn(site)));
    sections.add(new ChecklistSection("Network", network(site)));
    sections.add(new ChecklistSection(ChecklistSection.VERIFY, verify(site)));
    sections.add(new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
    return sections;
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Save what is there: the answer, which holds keys, of",
            "GET /organizations/{organizationId}/appliance/vpn/thirdPartyVPNPeers"));
    if (!site.secretsIncluded()) {
      for (TunnelView t : site.tunnels()) {
        items.add(
            new Item(
                "Put the key in place of its placeholder",
                "vpnhub secret show MODEL_FILE " + ShellText.quoted(t.plan().pskReference())));
      }
    }
    items.add(
        new Item(
            "The next call replaces all peers of the organization: first add the others from the"
                + " saved answer to \"peers\" in",
            FILE));
    items.add(
        new Item(
            "Send it", "PUT /organizations/{organizationId}/appliance/vpn/thirdPartyVPNPeers"));
    return items;
  }

  private static List<Item> vpn(SiteView site) {
    TunnelView first = site.tunnels().getFirst();
    List<Item> items = new ArrayList<>();
    items.add(
        new Item("Organization > Overview: give the site's network the tag", Peers.tag(first)));
    items.add(new Item("Type", "Hub (Mesh)"));
    items.add(new Item("VPN settings: VPN mode enabled for, and for no other", list(site.own())));
    items.add(
        new Item(
            "Non-Meraki VPN peers",
            site.tunnels().stream().map(TunnelView::name).collect(Collectors.joining(", "))));
    items.add(
        new Item(
            "Site-to-site outbound firewall: allow",
            list(site.own()) + " to " + list(site.remote())));
    for (TunnelView t : site.tunnels().subList(1, site.tunnels().size())) {
      items.add(
          new Item(
              "When the first tunnel stays down: take its tag away, and give the network the tag",
              Peers.tag(t)));
    }
    return items;
  }

  private static List<Item> network(SiteView site) {
    return List.of(
        new Item(
            "A firewall in front of the appliance: allow UDP 500, UDP 4500 and IP protocol 50 with",
            site.tunnels().stream()
                .map(t -> t.plan().remoteAddress().toString())
                .distinct()
                .collect(Collectors.joining(", "))),
        new Item(
            "While the tunnel is down its networks must not go to the Internet: outbound firewall"
                + " (Firewall > Layer 3), deny",
            list(site.own()) + " to " + list(site.remote())),
        new Item("Largest packet through the tunnel, bytes", Integer.toString(site.mtu())),
        new Item(
            "The appliance clamps TCP segments by itself; at most, bytes",
            Integer.toString(site.mss())));
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Security & SD-WAN > VPN status > Non-Meraki peers", "green"));
    items.add(new Item("Network-wide > Event log, event type", "Non-Meraki / Client VPN"));
    if (!site.own().isEmpty() && !site.remote().isEmpty()) {
      items.add(
          new Item(
              "From a host of " + site.own().getFirst() + ", ping a host of",
              site.remote().getFirst().toString()));
    }
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    return List.of(
        new Item(
            "Send the saved answer back",
            "PUT /organizations/{organizationId}/appliance/vpn/thirdPartyVPNPeers"),
        new Item(
            "Take the tags away",
            site.tunnels().stream().map(Peers::tag).collect(Collectors.joining(", "))));
  }

  private static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
  }
}
