package org.vpnhub.exporter.paloalto;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/** What a person does at a PAN-OS firewall. */
final class PanosChecklist {
  private PanosChecklist() {}

  static List<ChecklistSection> of(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(
            "Tunnel monitoring, where a tunnel must be up without traffic", monitor(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    TunnelView first = site.tunnels().getFirst();
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "See that "
                + site.device().wanInterface()
                + " is in the virtual router "
                + site.device().virtualRouter(),
            "show routing route virtual-router " + router(site) + " destination 0.0.0.0/0"));
    items.add(
        new Item(
            "See that advanced routing is off: with it there are logical routers, and no virtual"
                + " ones",
            "Device > Setup > Management > General Settings"));
    items.add(
        new Item(
            "See that the tunnel numbers are free, from " + first.number() + " on",
            "show interface logical"));
    items.add(new Item("Save what is there", "configure\nsave config to before-vpnhub.xml"));
    items.add(
        new Item(
            "With several virtual systems: choose the one of the zones",
            "exit\nset system setting target-vsys NAME\nconfigure"));
    items.add(
        new Item(
            "Paste "
                + PanosExporter.FILE
                + "; lines that begin with # are refused, which does no harm",
            "exit\nset cli scripting-mode on\nconfigure"));
    items.add(
        new Item("See what changes, and commit", "run show config diff\nvalidate full\ncommit"));
    return items;
  }

  private static List<Item> monitor(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "A profile that gives way to the other tunnel",
            "set network profiles monitor-profile vpnhub action fail-over interval 3 threshold 5"));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Ping a host behind the hub through "
                  + t.name()
                  + ", from an address of the site that the proxy id holds",
              "set network interface tunnel units tunnel."
                  + t.number()
                  + " ip ADDRESS/32\nset network tunnel ipsec "
                  + t.name()
                  + " tunnel-monitor destination-ip HOST\nset network tunnel ipsec "
                  + t.name()
                  + " tunnel-monitor proxy-id n1\nset network tunnel ipsec "
                  + t.name()
                  + " tunnel-monitor tunnel-monitor-profile vpnhub\nset network tunnel ipsec "
                  + t.name()
                  + " tunnel-monitor enable yes"));
    }
    return items;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Negotiate " + t.name() + ", without waiting for traffic",
              "test vpn ike-sa gateway " + t.name() + "\ntest vpn ipsec-sa tunnel " + t.name()));
      items.add(
          new Item(
              "Both phases are there, phase 2 for each pair of networks",
              "show vpn ike-sa gateway " + t.name() + "\nshow vpn ipsec-sa tunnel " + t.name()));
      items.add(
          new Item(
              "The counters of encap and decap grow",
              "show vpn flow name " + t.name() + (t.pairs().isEmpty() ? "" : ":n1")));
    }
    for (Ipv4Prefix p : site.remote().stream().limit(1).toList()) {
      items.add(
          new Item(
              "The way to the networks behind the hub leads into the tunnel",
              "test routing fib-lookup virtual-router " + router(site) + " ip " + p.first()));
    }
    return items;
  }

  private static String router(SiteView site) {
    return PanosWords.word(site.device().virtualRouter());
  }

  private static List<Item> rollBack(SiteView site) {
    return List.of(
        new Item(
            "Either go back to what was saved",
            "configure\nload config from before-vpnhub.xml\ncommit"),
        new Item("Or take away what was added", "configure\n" + deletions(site) + "commit"));
  }

  private static String deletions(SiteView site) {
    StringBuilder text = new StringBuilder();
    for (TunnelView t : site.tunnels()) {
      if (!PanosExporter.isRouted(t)) continue;
      text.append("delete rulebase security rules ").append(t.name()).append("-out\n");
      text.append("delete rulebase security rules ").append(t.name()).append("-in\n");
    }
    text.append("delete rulebase security rules vpnhub-ike-in\n");
    text.append("delete rulebase security rules vpnhub-ike-out\n");
    if (site.tunnels().stream().anyMatch(PanosExporter::isRouted)) {
      text.append("delete rulebase nat rules vpnhub-no-nat\n");
    }
    String router = "delete network virtual-router " + router(site) + " ";
    for (TunnelView t : site.tunnels()) {
      for (List<Ipv4Prefix> routes : List.of(t.routes(), t.standbyRoutes())) {
        for (Ipv4Prefix p : routes) route(text, router, p, "t" + t.number());
      }
    }
    for (Ipv4Prefix p : site.remote()) route(text, router, p, "down");
    text.append("delete zone vpnhub\n");
    for (TunnelView t : site.tunnels()) {
      String unit = "tunnel." + t.number();
      text.append(router).append("interface ").append(unit).append('\n');
      text.append("delete import network interface ").append(unit).append('\n');
      text.append("delete network tunnel ipsec ").append(t.name()).append('\n');
      text.append("delete network ike gateway ").append(t.name()).append('\n');
      for (String kind : List.of("ike", "ipsec")) {
        text.append("delete network ike crypto-profiles ").append(kind).append("-crypto-profiles ");
        text.append(t.name()).append('\n');
      }
      text.append("delete network interface tunnel units ").append(unit).append('\n');
      if (PanosExporter.isRouted(t)) {
        text.append("delete address-group ").append(t.name()).append("-net\n");
      }
    }
    text.append("delete address-group vpnhub-own\n");
    for (Ipv4Prefix p : PanosExporter.networks(site)) {
      text.append("delete address vpnhub-").append(p.address()).append('-').append(p.length());
      text.append('\n');
    }
    return text.toString();
  }

  private static void route(StringBuilder text, String router, Ipv4Prefix p, String end) {
    text.append(router).append("routing-table ip static-route vpnhub-").append(p.address());
    text.append('-').append(p.length()).append('-').append(end).append('\n');
  }
}
