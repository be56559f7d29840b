package org.vpnhub.exporter.juniper;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.Hash;

/** What a person does at an SRX. */
final class SrxChecklist {
  private SrxChecklist() {}

  static List<ChecklistSection> of(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    if (site.tunnels().stream().anyMatch(SrxChecklist::needsIked)) {
      items.add(
          new Item(
              "See that the package junos-ike is there: groups 15, 16 and 21, SHA-384 and SHA-512"
                  + " in phase 2, and AES-GCM in phase 1 need it",
              "show version | match junos-ike"));
    }
    items.add(
        new Item(
            "See that the units are free",
            "show interfaces terse st0\nshow configuration interfaces dsc"));
    items.add(
        new Item(
            "Where addresses are kept below zones: move them to the global address book first",
            "show configuration security zones | display set | match address-book"));
    items.add(
        new Item(
            "Where the interface has a host-inbound-traffic of its own, that of its zone does not"
                + " count: let IKE in there, too",
            "show configuration security zones | display set | match \""
                + site.device().wanInterface()
                + " host-inbound\""));
    items.add(new Item("Save what is there", "configure exclusive\nsave before-vpnhub"));
    items.add(
        new Item(
            "Copy " + SrxExporter.FILE + " to the device, and load it",
            "load set /var/tmp/" + SrxExporter.FILE));
    items.add(
        new Item(
            "See what changes, and commit; without the second commit it is taken back after five"
                + " minutes",
            "show | compare\ncommit confirmed 5\ncommit"));
    return items;
  }

  private static boolean needsIked(TunnelView t) {
    boolean hash =
        t.plan().ike().hash() == Hash.SHA512
            || t.plan().ipsec().hash().map(h -> h == Hash.SHA384 || h == Hash.SHA512).orElse(false);
    return hash
        || t.plan().ike().encryption().isAead()
        || SrxWords.NEW_GROUPS.contains(t.plan().ike().group())
        || t.plan().ipsec().pfs().map(SrxWords.NEW_GROUPS::contains).orElse(false);
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      String hub = t.plan().remoteAddress().toString();
      items.add(
          new Item(
              "The IKE SA to " + hub + " is UP",
              "show security ike security-associations " + hub + " detail"));
      items.add(
          new Item(
              "An IPsec SA is there for each pair of networks",
              "show security ipsec security-associations vpn-name " + t.name()));
    }
    items.add(new Item("The counters grow", "show security ipsec statistics"));
    if (!site.remote().isEmpty()) {
      items.add(
          new Item(
              "The routes lead to st0, not to dsc",
              "show route " + site.remote().getFirst() + " exact"));
    }
    items.add(
        new Item(
            "Traffic goes by the policies, and its source is not translated",
            "show security flow session tunnel"));
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    return List.of(
        new Item(
            "Either go back to what was saved", "configure\nload override before-vpnhub\ncommit"),
        new Item("Or take away what was added", "configure\n" + deletions(site) + "commit"),
        new Item(
            "Take these away only when no other VPN needs them",
            "delete security zones security-zone "
                + SrxWords.word(site.device().wanZone())
                + " host-inbound-traffic system-services ike\n"
                + "delete security flow tcp-mss ipsec-vpn"));
  }

  private static String deletions(SiteView site) {
    StringBuilder text = new StringBuilder();
    String lan = SrxWords.word(site.device().lanZone());
    for (Ipv4Prefix p : site.remote()) {
      text.append("delete routing-options static route ").append(p).append('\n');
    }
    text.append("delete security nat source rule-set vpnhub\n");
    text.append("delete security policies from-zone ").append(lan).append(" to-zone vpnhub\n");
    text.append("delete security policies from-zone vpnhub to-zone ").append(lan).append('\n');
    text.append("delete security zones security-zone vpnhub\n");
    for (TunnelView t : site.tunnels()) {
      text.append("delete security ipsec vpn ").append(t.name()).append('\n');
      text.append("delete security ipsec policy ").append(t.name()).append('\n');
      text.append("delete security ipsec proposal ").append(t.name()).append('\n');
      text.append("delete security ike gateway ").append(t.name()).append('\n');
      text.append("delete security ike policy ").append(t.name()).append('\n');
      text.append("delete security ike proposal ").append(t.name()).append('\n');
      text.append("delete interfaces st0 unit ").append(t.number()).append('\n');
      if (SrxExporter.networks(t).isEmpty()) continue;
      text.append("delete security address-book global address-set ").append(t.name());
      text.append("-net\n");
    }
    text.append("delete security address-book global address-set vpnhub-own\n");
    for (Ipv4Prefix p : SrxExporter.networks(site)) {
      text.append("delete security address-book global address vpnhub-").append(p.address());
      text.append('-').append(p.length()).append('\n');
    }
    text.append("delete interfaces dsc unit 0 family inet address 192.0.2.1/32\n");
    return text.toString();
  }
}
