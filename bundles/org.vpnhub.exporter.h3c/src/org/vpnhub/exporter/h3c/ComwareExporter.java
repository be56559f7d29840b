package org.vpnhub.exporter.h3c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
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
import org.vpnhub.plan.SitePlan;

/**
 * SecPath firewalls with Comware 7 and an IPsec policy on the WAN interface.
 *
 * <p>After "H3C SecPath Firewall Series Command References (Comware V7)": VPN Command Reference,
 * IPsec commands ({@code sa duration}: 180 to 604800 s, 2560 to 4294967295 KB), IKE commands
 * ({@code sa duration}: 60 to 604800 s), IKEv2 commands (from 120 s).
 */
@Component(service = Exporter.class)
public final class ComwareExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("h3c-comware7", "H3C", "Comware 7 (SecPath)")
          .release(ComwareWords.release("7.1"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(ComwareWords.KEYS)
          .nameLength(ComwareWords.LONGEST_NAME)
          .ikeLifetimes(120, 86400)
          .espLifetimes(180, 86400)
          .volumeLimit(VolumeLimit.RAISED)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet1/0/1")
          .needs(SiteFact.WAN_ZONE, "Untrust")
          .needs(SiteFact.LAN_ZONE, "Trust")
          .needs(SiteFact.NEXT_HOP, "203.0.113.1")
          .needs(SiteFact.RULE_NUMBER, "3901")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public ComwareExporter() {
    super(DEVICE, ComwareWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new ComwareReader());
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return ComwareWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of("natAcl", natAcl(site));
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
    if (first > 0 && (first < 3000 || first + count > 3999)) {
      problems.add(
          problem(
              site,
              "D02",
              Severity.ERROR,
              "has the free number "
                  + first
                  + "; the firewall numbers advanced access lists from 3000 to 3999, and one for"
                  + " each tunnel and one for NAT are needed",
              "set ruleNumber of the site, for example to 3901"));
    }
    if (site.device().wanZone().contains(" ") || site.device().lanZone().contains(" ")) {
      problems.add(
          problem(
              site,
              "D02",
              Severity.ERROR,
              "has a security zone with a space in its name, which the firewall does not take",
              "set wanZone and lanZone to the names that 'display security-zone' shows"));
    }
    if (count > 1) problems.add(standby(site));
    return problems;
  }

  /** Of the entries of an IPsec policy the first takes all that its access list fits. */
  private static Problem standby(SitePlan site) {
    return problem(
        site,
        "C27",
        Severity.WARNING,
        "has several tunnels; the firewall sends by the first entry of the IPsec policy whose"
            + " networks fit, and does not change over to the next by itself",
        "to change over, take the first entry off: undo ipsec policy NAME 10");
  }

  private static Problem problem(
      SitePlan site, String code, Severity severity, String message, String remedy) {
    return new Problem(code, severity, site.id().value(), "site " + site.name(), message, remedy);
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

  private static List<Item> install(SiteView site) {
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
    items.add(new Item("Paste " + FILE, "system-view"));
    items.add(new Item("Save", "save force"));
    return items;
  }

  private static List<Item> verify(List<TunnelView> tunnels) {
    boolean ikev2 = tunnels.getFirst().ikev2();
    return List.of(
        new Item("The IKE SA is there", ikev2 ? "display ikev2 sa" : "display ike sa"),
        new Item("An IPsec SA is there for each pair of networks", "display ipsec sa"),
        new Item("Its counters grow, and nothing is dropped", "display ipsec statistics"),
        new Item(
            "The rules are hit",
            "display security-policy statistics ip rule " + tunnels.getFirst().name() + "-out"));
  }

  private static List<String> rollBack(SiteView site) {
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
    lines.add("security-policy ip");
    for (String rule : List.of("ike-out", "ike-in", "out", "in")) {
      lines.add(" undo rule name " + first + "-" + rule);
    }
    lines.add("quit");
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
