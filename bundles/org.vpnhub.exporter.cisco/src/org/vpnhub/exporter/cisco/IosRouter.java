package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/** What tunnel interfaces and crypto maps of a router have in common. */
abstract class IosRouter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  /** "Cisco IOS Security Command Reference", crypto isakmp policy. */
  private static final int LAST_POLICY = 10000;

  IosRouter(DeviceCapabilities device) {
    super(device, IosWords.DIALECT);
  }

  @Override
  protected final Map<String, String> words(TunnelView tunnel) {
    return IosWords.of(tunnel);
  }

  /** Objections to both kinds of configuration. */
  final Objections objections(SitePlan site, boolean alwaysNumbered) {
    Objections objections = new Objections(site, capabilities().title()).interval(10, 3600);
    boolean ikev1 = false;
    for (var c : objections.connections()) {
      if (c.ike().version() != IkeVersion.IKEV1) continue;
      objections.ownAddress(c);
      ikev1 = true;
    }
    return ikev1 || alwaysNumbered ? objections.ruleNumber(LAST_POLICY) : objections;
  }

  @Override
  protected final List<ChecklistSection> checklist(SiteView site) {
    List<Item> install = new ArrayList<>();
    install.add(new Item("Save what is there", "copy running-config flash:before-vpnhub.cfg"));
    if (!lists(site).isEmpty()) {
      install.add(
          new Item(
              "Where an older export is in place, take its lists away first: lines would only be"
                  + " added to them",
              lists(site).stream()
                  .map(l -> "no ip access-list extended " + l)
                  .collect(Collectors.joining("; "))));
    }
    before(site, install);
    policies(site, install);
    install.add(new Item("Paste " + FILE + " in configuration mode", "configure terminal"));
    install.add(
        new Item(
            "Let IKE and ESP in, where an access list is on " + site.device().wanInterface(),
            "UDP 500, UDP 4500 and IP protocol 50 from " + hubs(site)));
    after(site, install);
    install.add(new Item("Save", "copy running-config startup-config"));
    List<Item> verify = new ArrayList<>();
    for (TunnelView t : site.tunnels()) verify(t, verify);
    verified(site, verify);
    return List.of(
        new ChecklistSection("Install", install),
        new ChecklistSection(ChecklistSection.VERIFY, verify),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private List<Item> rollBack(SiteView site) {
    List<String> lines = new ArrayList<>();
    takenAway(site, lines);
    List<Item> items = new ArrayList<>();
    backAgain(site, items);
    items.add(new Item("Take everything away, in configuration mode", String.join("\n", lines)));
    items.add(new Item("Save", "copy running-config startup-config"));
    items.add(
        new Item(
            "Or go back to what was saved, with all that was changed since",
            "configure replace flash:before-vpnhub.cfg list"));
    return items;
  }

  /** Names of the access lists. */
  abstract List<String> lists(SiteView site);

  /**
   * The commands that take everything back. The router refuses to delete what something else names,
   * so the users of a name come first.
   */
  abstract void takenAway(SiteView site, List<String> lines);

  /** What the owner took away for this configuration, and sets again before it goes. */
  void backAgain(SiteView site, List<Item> items) {}

  /** Items before the file is pasted. */
  abstract void before(SiteView site, List<Item> items);

  /** Items after it was pasted. */
  abstract void after(SiteView site, List<Item> items);

  /** Items at the end of the verification. */
  abstract void verified(SiteView site, List<Item> items);

  private static void policies(SiteView site, List<Item> items) {
    if (site.tunnels().stream().anyMatch(TunnelView::ikev2)) {
      items.add(
          new Item(
              "See that no other IKEv2 policy is there for the same address: the router takes the"
                  + " first",
              "show crypto ikev2 policy"));
    }
    for (TunnelView t : site.tunnels()) {
      if (t.ikev2()) continue;
      items.add(
          new Item("See that ISAKMP policy " + t.rule() + " is free", "show crypto isakmp policy"));
      if (!(t.plan().localId() instanceof Identity.Fqdn name)) continue;
      items.add(
          new Item(
              "See that host name and domain name together are "
                  + name
                  + ": with IKEv1 the router sends its own name",
              "show running-config | include ^hostname|^ip domain"));
    }
  }

  private static void verify(TunnelView t, List<Item> items) {
    String hub = t.plan().remoteAddress().toString();
    items.add(
        new Item(
            "The IKE SA with " + hub + " is there",
            t.ikev2()
                ? "show crypto ikev2 sa remote " + hub + " detailed"
                : "show crypto isakmp sa"));
    items.add(
        new Item(
            "An IPsec SA is there for each pair of networks, and its counters grow",
            "show crypto ipsec sa peer " + hub));
  }

  static String hubs(SiteView site) {
    return String.join(
        " and ",
        site.tunnels().stream().map(t -> t.plan().remoteAddress().toString()).distinct().toList());
  }
}
