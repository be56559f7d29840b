package org.vpnhub.exporter.h3c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * A device with Comware 7 and an IPsec policy on the WAN interface: a firewall with security zones
 * and a security policy, or a router on which everything passes unless somebody filters.
 */
abstract class ComwareDevice extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  private final boolean firewall;

  ComwareDevice(DeviceCapabilities device, boolean firewall) {
    super(device, ComwareWords.DIALECT);
    this.firewall = firewall;
  }

  /** What firewalls and routers have in common, and need. */
  static DeviceCapabilities.Builder capabilities(String id, String platform) {
    return DeviceCapabilities.of(id, "H3C", platform)
        .release(ComwareWords.release("7.1"))
        .selectors(new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
        .keys(ComwareWords.KEYS)
        .nameLength(ComwareWords.LONGEST_NAME)
        .ikeLifetimes(120, 86400)
        .espLifetimes(180, 86400)
        .volumeLimit(VolumeLimit.RAISED)
        .natTraversalAlways()
        .needs(SiteFact.NEXT_HOP, "203.0.113.1")
        .needs(SiteFact.RULE_NUMBER, "3901")
        .verification(Verification.GRAMMAR);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(firewall ? ComwareReader.FIREWALL : ComwareReader.ROUTER);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return ComwareWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of("natAcl", natAcl(site), "firewall", firewall);
  }

  /** The access list of NAT, behind those of the tunnels. */
  private static int natAcl(SiteView site) {
    return site.device().ruleNumber() + site.tunnels().size();
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    int count = site.gateway().connections().size();
    int first = site.device().ruleNumber();
    if (first > 0 && (first < 3000 || first + count > 3999)) problems.add(numbers(site, first));
    if (count > 1) problems.add(standby(site));
    for (ConnectionPlan c : site.gateway().connections()) dpd(c).ifPresent(problems::add);
    return problems;
  }

  private static Problem numbers(SitePlan site, int first) {
    return Objection.to(
        site,
        "D02",
        Severity.ERROR,
        "has the free number "
            + first
            + "; the device numbers advanced access lists from 3000 to 3999, and one for each"
            + " tunnel and one for NAT are needed",
        "set ruleNumber of the site, for example to 3901");
  }

  /** The interval is 1 to 300 s with IKEv1, and 10 to 3600 s with IKEv2. */
  final Optional<Problem> dpd(ConnectionPlan c) {
    boolean ikev2 = c.ike().version() == IkeVersion.IKEV2;
    int shortest = ikev2 ? 10 : 1;
    int longest = ikev2 ? 3600 : 300;
    int interval = c.dpd().intervalSeconds();
    if (!c.dpd().enabled() || interval >= shortest && interval <= longest) return Optional.empty();
    return Optional.of(
        cannot(
            c,
            "cannot have an interval of " + interval + " s in dead peer detection",
            "set " + shortest + " to " + longest + " s"));
  }

  /** Of the entries of an IPsec policy the first takes all that its access list fits. */
  private static Problem standby(SitePlan site) {
    return Objection.to(
        site,
        "C27",
        Severity.WARNING,
        "has several tunnels; the device sends by the first entry of the IPsec policy whose"
            + " networks fit, and does not change over to the next by itself",
        "to change over, take the first entry off: undo ipsec policy NAME 10");
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "comware7.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site.tunnels())),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item("Take everything back", String.join("\n", rollBack(site))),
                new Item(
                    "Or go back to what was saved",
                    "configuration replace file flash:/before-vpnhub.cfg"))));
  }

  private static String wan(SiteView site) {
    return site.device().wanInterface().replace(" ", "");
  }

  private List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "save flash:/before-vpnhub.cfg"));
    items.add(
        new Item(
            "See that the interface has no IPsec policy yet, as it takes only one; otherwise give"
                + " the entries in "
                + FILE
                + " the name of that policy",
            "display current-configuration interface " + wan(site)));
    items.add(
        new Item(
            "See that the numbers "
                + site.device().ruleNumber()
                + " to "
                + natAcl(site)
                + " are free for access lists and IKE proposals",
            "display acl all\ndisplay ike proposal"));
    if (site.device().sourceNat()) {
      items.add(
          new Item(
              "Where the interface translates already, take that off, or put the deny rules of"
                  + " access list "
                  + natAcl(site)
                  + " above all others of its access list and leave 'nat outbound "
                  + natAcl(site)
                  + "' out",
              "display nat outbound"));
    }
    if (!firewall) {
      items.add(
          new Item(
              "Where packets are filtered on the way, permit UDP 500, UDP 4500 and ESP from and to"
                  + " the hub, and what the tunnels carry",
              "display packet-filter interface\ndisplay zone-pair security"));
    }
    items.add(
        new Item(
            "Where an older export is in place, roll it back first: rules of access lists would"
                + " only be added",
            "see the end of this list"));
    items.add(new Item("Paste " + FILE, "system-view"));
    items.add(new Item("Save", "save force"));
    return items;
  }

  private List<Item> verify(List<TunnelView> tunnels) {
    boolean ikev2 = tunnels.getFirst().ikev2();
    List<Item> items = new ArrayList<>();
    items.add(new Item("The IKE SA is there", ikev2 ? "display ikev2 sa" : "display ike sa"));
    items.add(new Item("An IPsec SA is there for each pair of networks", "display ipsec sa"));
    items.add(new Item("Its counters grow, and nothing is dropped", "display ipsec statistics"));
    if (firewall) {
      items.add(
          new Item(
              "The rules are hit",
              "display security-policy statistics ip rule " + tunnels.getFirst().name() + "-out"));
    }
    return items;
  }

  private List<String> rollBack(SiteView site) {
    String first = site.tunnels().getFirst().name();
    List<String> lines = new ArrayList<>();
    lines.add("system-view\ninterface " + wan(site) + "\n undo ipsec apply policy");
    if (site.device().sourceNat()) lines.add(" undo nat outbound " + natAcl(site));
    lines.add(" undo tcp mss\nquit\nundo ipsec policy " + first);
    for (TunnelView t : site.tunnels()) lines.addAll(undo(t));
    if (site.tunnels().stream().anyMatch(TunnelView::ikev2)) {
      TunnelView named =
          site.tunnels().stream().filter(TunnelView::ikev2).findFirst().orElseThrow();
      lines.add("undo ikev2 policy " + named.name());
      for (TunnelView t : site.tunnels()) {
        if (t.ikev2()) lines.add("undo ikev2 proposal " + t.name());
      }
    }
    if (site.device().sourceNat()) lines.add("undo acl advanced " + natAcl(site));
    if (firewall) {
      lines.add("security-policy ip");
      for (String rule : List.of("ike-out", "ike-in", "out", "in")) {
        lines.add(" undo rule name " + first + "-" + rule);
      }
      lines.add("quit\nundo object-group service " + first + "-ike");
    }
    for (Ipv4Prefix p : site.remote()) {
      lines.add(
          "undo ip route-static "
              + p.address()
              + " "
              + p.length()
              + " "
              + wan(site)
              + " "
              + site.device().nextHop().orElseThrow());
    }
    return lines;
  }

  private static List<String> undo(TunnelView t) {
    String ike = t.ikev2() ? "undo ikev2 " : "undo ike ";
    List<String> lines = new ArrayList<>();
    lines.add("undo ipsec transform-set " + t.name());
    lines.add(ike + "profile " + t.name());
    lines.add(ike + "keychain " + t.name());
    if (!t.ikev2()) lines.add("undo ike proposal " + ComwareWords.acl(t));
    lines.add("undo acl advanced " + ComwareWords.acl(t));
    return lines;
  }
}
