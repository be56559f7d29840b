package org.vpnhub.exporter.fortinet;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/** What a person does at a FortiGate. */
final class FortiosChecklist {
  private FortiosChecklist() {}

  static List<ChecklistSection> of(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "execute backup config flash before-vpnhub"));
    items.add(
        new Item(
            "With virtual domains: enter the one of " + site.device().wanInterface(),
            "config vdom\nedit NAME"));
    items.add(
        new Item(
            "With central NAT: leave the lines 'set nat disable' out, as policies do not have them"
                + " then, and see that no central SNAT rule names 'any' as outgoing interface",
            "show system settings | grep central-nat\nshow firewall central-snat-map"));
    items.add(
        new Item(
            "Load " + FortiosExporter.FILE + " once: policies and routes get new numbers each time",
            "Paste it at the command line, or upload it at System > Advanced > Configuration"
                + " Scripts"));
    items.add(
        new Item(
            "Where a policy with the interface 'any' denies traffic: move the new ones above it",
            "config firewall policy\n    move NEW before OLD\nend"));
    items.add(
        new Item(
            "Where local-in policies or an upstream firewall restrict "
                + site.device().wanInterface()
                + ": let IKE and ESP in",
            "UDP 500, UDP 4500 and IP protocol 50 from " + hubs(site)));
    return items;
  }

  private static String hubs(SiteView site) {
    return String.join(
        ", ",
        site.tunnels().stream().map(t -> t.plan().remoteAddress().toString()).distinct().toList());
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item("The IKE SA is established", "diagnose vpn ike gateway list name " + t.name()));
      items.add(
          new Item(
              "An IPsec SA is there for each pair of networks (sa=1), and its counters grow",
              "diagnose vpn tunnel list name " + t.name()));
    }
    items.add(
        new Item(
            "The routes lead into the tunnel, not to the black hole",
            "get router info routing-table static"));
    if (!site.remote().isEmpty()) {
      items.add(
          new Item(
              "A host at the other end answers, asked from this office's network",
              "execute ping-options source ADDRESS OF THE LAN INTERFACE\nexecute ping HOST IN "
                  + site.remote().getFirst()));
    }
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Either go back to what was saved (the device restarts)",
            "execute revision list config\nexecute restore config flash NUMBER"));
    items.add(
        new Item(
            "Or find the numbers of the policies and routes that say vpnhub",
            "show firewall policy | grep -f vpnhub\nshow router static | grep -f vpnhub"));
    items.add(
        new Item(
            "and delete each",
            "config firewall policy\n    delete NUMBER\nend\n"
                + "config router static\n    delete NUMBER\nend"));
    items.add(new Item("and then the rest", deletions(site)));
    return items;
  }

  private static String deletions(SiteView site) {
    List<String> phase1 = site.tunnels().stream().map(TunnelView::name).toList();
    List<String> phase2 =
        site.tunnels().stream()
            .flatMap(t -> t.pairs().stream().map(p -> t.name() + "-n" + p.index()))
            .toList();
    List<String> groups = new ArrayList<>(List.of("vpnhub-own"));
    for (TunnelView t : site.tunnels()) {
      if (!FortiosExporter.networks(t).isEmpty()) groups.add(t.name() + "-net");
    }
    List<String> addresses =
        FortiosExporter.networks(site).stream().map(FortiosExporter.Net::name).toList();
    return String.join(
        "\n",
        delete("vpn ipsec phase2-interface", phase2),
        delete("vpn ipsec phase1-interface", phase1),
        delete("firewall addrgrp", groups),
        delete("firewall address", addresses));
  }

  private static String delete(String table, List<String> names) {
    StringBuilder text = new StringBuilder("config " + table + "\n");
    for (String name : names) text.append("    delete \"").append(name).append("\"\n");
    return text.append("end").toString();
  }
}
