package org.vpnhub.exporter.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.view.Pair;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;

/** What a person does: at the command line, or in the order of the pages of the web UI. */
final class UsgChecklist {
  private final SiteView site;
  private final TunnelView first;

  private UsgChecklist(SiteView site) {
    this.site = site;
    this.first = site.tunnels().getFirst();
  }

  static List<ChecklistSection> of(SiteView site) {
    UsgChecklist list = new UsgChecklist(site);
    List<ChecklistSection> sections = new ArrayList<>();
    sections.add(new ChecklistSection("Install at the command line", list.install()));
    sections.add(
        new ChecklistSection("Or in the web UI: Policy > Security Policy", list.permissions()));
    for (TunnelView t : site.tunnels()) {
      sections.add(
          new ChecklistSection(
              "Or in the web UI: Network > IPSec > IPSec > Add (" + t.name() + ")", list.ipsec(t)));
    }
    sections.add(new ChecklistSection("Or in the web UI: Policy > NAT Policy", list.translation()));
    sections.add(
        new ChecklistSection("Or in the web UI: Network > Route > Static Route", list.routes()));
    sections.add(
        new ChecklistSection(
            "Or in the web UI: System > Setup > Advanced Settings",
            List.of(new Item("Maximum Segment Size", String.valueOf(site.mss())))));
    sections.add(new ChecklistSection(ChecklistSection.VERIFY, list.verify()));
    sections.add(new ChecklistSection(ChecklistSection.ROLL_BACK, list.rollBack()));
    return sections;
  }

  private String wan() {
    return site.device().wanInterface().replace(" ", "");
  }

  private List<Item> install() {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "save before-vpnhub.cfg"));
    items.add(
        new Item(
            "See that the interface has no IPsec policy yet, as it takes only one; otherwise give"
                + " the entries in "
                + UsgExporter.FILE
                + " the name of that policy",
            "display current-configuration interface " + wan()));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "See that the numbers are free",
              "display acl "
                  + VrpWords.acl(t)
                  + "\ndisplay ike proposal number "
                  + VrpWords.proposalNumber(t)));
    }
    items.add(
        new Item(
            "See that no smaller TCP MSS than " + site.mss() + " is set",
            "display current-configuration | include tcp-mss"));
    items.add(
        new Item(
            "See that NAT is done by the NAT policy, and not by 'nat enable' on the interface",
            "display current-configuration | include nat enable"));
    items.add(
        new Item(
            "Where an older export is in place, roll it back first: rules of access lists would"
                + " only be added",
            "see the end of this list"));
    items.add(new Item("Paste " + UsgExporter.FILE, "system-view"));
    items.add(new Item("Save", "return\nsave"));
    return items;
  }

  // ---------------------------------------------------------------- the web UI

  private List<Item> permissions() {
    String wan = site.device().wanZone();
    String lan = site.device().lanZone();
    String hubs =
        site.tunnels().stream()
            .map(t -> t.plan().remoteAddress() + "/32")
            .collect(Collectors.joining("\n"));
    List<Item> items = new ArrayList<>();
    rule(items, first.name() + "-ike-out", "local", wan, "any", hubs);
    items.add(new Item("Service", "UDP 500, UDP 4500, esp"));
    rule(items, first.name() + "-ike-in", wan, "local", hubs, "any");
    items.add(new Item("Service", "UDP 500, UDP 4500, esp"));
    rule(items, first.name() + "-out", lan, wan, lines(site.own()), lines(site.remote()));
    rule(items, first.name() + "-in", wan, lan, lines(site.remote()), lines(site.own()));
    items.add(new Item("Move the four rules above all others", ""));
    return items;
  }

  private static void rule(
      List<Item> items, String name, String from, String to, String source, String destination) {
    items.add(new Item("Name", name));
    items.add(new Item("Source Zone", from));
    items.add(new Item("Destination Zone", to));
    items.add(new Item("Source Address/Region", source));
    items.add(new Item("Destination Address/Region", destination));
    items.add(new Item("Action", "Permit"));
  }

  private List<Item> ipsec(TunnelView t) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Scenario", "Site-to-site"));
    items.add(new Item("Policy Name", t.name()));
    items.add(new Item("Local Interface", wan()));
    items.add(new Item("Peer Address", t.plan().remoteAddress().toString()));
    items.add(new Item("Authentication Type", "Pre-shared Key"));
    items.add(new Item("Pre-shared Key", "from " + UsgExporter.FILE));
    items.add(new Item("Local ID", VrpWords.type(t.plan().localId()) + " " + t.plan().localId()));
    items.add(new Item("Peer ID", VrpWords.type(t.plan().remoteId()) + " " + t.plan().remoteId()));
    for (Pair p : t.pairs()) {
      items.add(
          new Item(
              "Data Flow to Be Encrypted " + p.index(),
              "source " + p.local() + ", destination " + p.remote() + ", encrypt"));
    }
    ike(items, t);
    esp(items, t);
    return items;
  }

  private static void ike(List<Item> items, TunnelView t) {
    items.add(new Item("Advanced > IKE Version", t.ikev2() ? "v2 only" : "v1 only"));
    if (!t.ikev2()) {
      items.add(new Item("Advanced > Negotiation Mode", t.aggressive() ? "Aggressive" : "Main"));
    }
    String hash = upper(VrpWords.hash(t.plan().ike().hash()));
    items.add(
        new Item(
            "Advanced > IKE > Encryption Algorithm",
            upper(VrpWords.cipher(t.plan().ike().encryption()))));
    if (t.ikev2()) {
      items.add(new Item("Advanced > IKE > Integrity Algorithm", hash));
      items.add(new Item("Advanced > IKE > PRF Algorithm", hash));
    } else {
      items.add(new Item("Advanced > IKE > Authentication Algorithm", hash));
    }
    items.add(new Item("Advanced > IKE > DH Group", group(t.plan().ike().group())));
    items.add(
        new Item("Advanced > IKE > SA Lifetime", t.plan().ike().lifetimeSeconds() + " seconds"));
  }

  private static void esp(List<Item> items, TunnelView t) {
    items.add(new Item("Advanced > IPSec > Encapsulation Mode", "Tunnel"));
    items.add(new Item("Advanced > IPSec > Security Protocol", "ESP"));
    items.add(
        new Item(
            "Advanced > IPSec > ESP Encryption Algorithm",
            upper(VrpWords.cipher(t.plan().ipsec().encryption()))));
    items.add(
        new Item(
            "Advanced > IPSec > ESP Authentication Algorithm",
            upper(VrpWords.hash(t.plan().ipsec().hash().orElseThrow()))));
    items.add(
        new Item(
            "Advanced > IPSec > PFS",
            t.plan().ipsec().pfs().map(UsgChecklist::group).orElse("NONE")));
    items.add(
        new Item(
            "Advanced > IPSec > SA Lifetime",
            "by time " + t.plan().ipsec().lifetimeSeconds() + " seconds, by traffic 0 KB"));
    items.add(
        new Item(
            "Advanced > DPD",
            t.plan().dpd().enabled()
                ? "periodic, every " + t.plan().dpd().intervalSeconds() + " seconds"
                : "off"));
    items.add(new Item("Advanced > NAT Traversal", t.plan().natTraversal() ? "Enable" : "Disable"));
    items.add(new Item("Advanced > Tunnel Triggering Mode", "Automatic"));
  }

  private static String group(DhGroup g) {
    return "Group " + g.number();
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private List<Item> translation() {
    return List.of(
        new Item("Name", first.name() + "-no-nat"),
        new Item("Source Zone", site.device().lanZone()),
        new Item("Destination Type", "Destination Zone " + site.device().wanZone()),
        new Item("Source Address", lines(site.own())),
        new Item("Destination Address", lines(site.remote())),
        new Item("Action", "No-NAT"),
        new Item("Move the rule above all others", ""));
  }

  private List<Item> routes() {
    String hop = site.device().nextHop().orElseThrow().toString();
    return List.of(
        new Item("Destination Address/Mask", lines(site.remote())),
        new Item("Outgoing Interface", wan()),
        new Item("Next Hop", hop));
  }

  private static String lines(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining("\n"));
  }

  // ---------------------------------------------------------------- verify, roll back

  private List<Item> verify() {
    return List.of(
        new Item("The IKE SA is there, with the flags RD and ST", "display ike sa"),
        new Item(
            "An IPsec SA is there for each pair of networks",
            "display ipsec sa policy " + first.name()),
        new Item("Its counters grow, and nothing is dropped", "display ipsec statistics"),
        new Item(
            "The hits of the rule grow",
            "display nat-policy rule name " + first.name() + "-no-nat"),
        new Item("When it does not come up", "display ike error-info"));
  }

  private List<Item> rollBack() {
    List<String> lines = new ArrayList<>();
    lines.add("system-view");
    lines.add("interface " + wan() + "\n undo ipsec policy\nquit");
    lines.add("undo ipsec policy " + first.name());
    for (TunnelView t : site.tunnels()) {
      lines.add("undo ipsec proposal " + t.name());
      lines.add("undo ike peer " + t.name());
      lines.add("undo ike proposal " + VrpWords.proposalNumber(t));
      lines.add("undo acl number " + VrpWords.acl(t));
    }
    lines.add("security-policy");
    for (String rule : List.of("ike-out", "ike-in", "out", "in")) {
      lines.add(" undo rule name " + first.name() + "-" + rule);
    }
    lines.add("quit\nnat-policy\n undo rule name " + first.name() + "-no-nat\nquit");
    lines.add("undo ip service-set " + first.name() + "-ike");
    for (Ipv4Prefix p : site.remote()) {
      lines.add(
          "undo ip route-static "
              + p.address()
              + " "
              + p.netmask()
              + " "
              + wan()
              + " "
              + site.device().nextHop().orElseThrow());
    }
    return List.of(
        new Item("Take everything back", String.join("\n", lines)),
        new Item("Set the TCP MSS to what it was before, by default 1460", "undo firewall tcp-mss"),
        new Item(
            "If it was off before, switch the compatibility of SHA-2 off",
            "undo ipsec sha2 compatible enable"));
  }
}
