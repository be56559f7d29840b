package org.vpnhub.exporter.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
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
 * AR routers with an IPsec policy on the WAN interface. Other than firewalls they have no security
 * zones: NAT is that of the interface, with an access list that leaves out what goes to the hub,
 * and everything passes unless somebody filters.
 *
 * <p>After "Huawei AR Series Enterprise Routers Product Documentation": CLI-based Configuration
 * Guide - VPN, IPSec Configuration. Its configuration files show {@code version}, {@code
 * pre-shared-key cipher}, {@code remote-id} without a type, and {@code ipsec authentication sha2
 * compatible enable}. Ranges, defaults and the lifetime by volume (0 is off) are those of the
 * Command Reference, IPSec Configuration Commands.
 */
@Component(service = Exporter.class)
public final class ArExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("huawei-ar", "Huawei", "AR router (VRP)")
          .release(VrpWords.routerRelease("V200R010"))
          .release(VrpWords.strict(VrpWords.routerRelease("V300R022")))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(VrpWords.KEYS)
          .nameLength(VrpWords.LONGEST_NAME)
          .ikeLifetimes(60, 86400)
          .espLifetimes(480, 86400)
          .volumeLimit(VolumeLimit.SWITCHED_OFF)
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet0/0/8")
          .needs(SiteFact.NEXT_HOP, "203.0.113.1")
          .needs(SiteFact.RULE_NUMBER, "3901")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public ArExporter() {
    super(DEVICE, VrpWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(VrpReader.AR);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return VrpWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of("router", true, "natAcl", natAcl(site));
  }

  /** The access list of NAT, behind those of the tunnels. */
  private static int natAcl(SiteView site) {
    return site.device().ruleNumber() + site.tunnels().size();
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    return VrpObjections.of(DEVICE, site, site.device().sourceNat() ? 1 : 0);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "ar.ftl", site));
  }

  // ---------------------------------------------------------------- the checklist

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static String wan(SiteView site) {
    return site.device().wanInterface().replace(" ", "");
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "save before-vpnhub.cfg"));
    items.add(
        new Item(
            "See that the interface has no IPsec policy yet, as it takes only one; otherwise give"
                + " the entries in "
                + FILE
                + " the name of that policy",
            "display current-configuration interface " + wan(site)));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "See that the numbers are free",
              "display acl "
                  + VrpWords.acl(t)
                  + "\ndisplay ike proposal number "
                  + VrpWords.proposalNumber(t)));
    }
    if (site.device().sourceNat()) items.addAll(translation(site));
    items.add(
        new Item(
            "Where packets are filtered on the way (traffic-filter, or a firewall between zones),"
                + " permit UDP 500, UDP 4500 and ESP from and to the hub, and what the tunnels"
                + " carry",
            "display current-configuration | include traffic-filter|packet-filter"));
    items.add(
        new Item(
            "Where an older export is in place, roll it back first: rules of access lists would"
                + " only be added",
            "see the end of this list"));
    items.add(new Item("Paste " + FILE, "system-view"));
    items.add(new Item("Save", "return\nsave"));
    return items;
  }

  private static List<Item> translation(SiteView site) {
    int acl = natAcl(site);
    return List.of(
        new Item("See that the number of the list of NAT is free", "display acl " + acl),
        new Item(
            "Where the interface translates already, take that off, or put the deny rules of"
                + " access list "
                + acl
                + " above all others of its access list and leave 'nat outbound "
                + acl
                + "' out",
            "display nat outbound"));
  }

  private static List<Item> verify(SiteView site) {
    return List.of(
        new Item("The IKE SA is there, with the flags RD and ST", "display ike sa"),
        new Item("An IPsec SA is there for each pair of networks", "display ipsec sa"),
        new Item("Its counters grow, and nothing is dropped", "display ipsec statistics"),
        new Item(
            "The lifetime by volume of the policy is 0",
            "display ipsec policy name " + site.tunnels().getFirst().name()),
        new Item("When it does not come up", "display ike error-info"));
  }

  private static List<Item> rollBack(SiteView site) {
    String first = site.tunnels().getFirst().name();
    List<String> lines = new ArrayList<>();
    lines.add("system-view\ninterface " + wan(site) + "\n undo ipsec policy");
    if (site.device().sourceNat()) lines.add(" undo nat outbound " + natAcl(site));
    lines.add(" undo tcp adjust-mss\nquit\nundo ipsec policy " + first);
    for (TunnelView t : site.tunnels()) {
      lines.add("undo ipsec proposal " + t.name());
      lines.add("undo ike peer " + t.name());
      lines.add("undo ike proposal " + VrpWords.proposalNumber(t));
      lines.add("undo acl number " + VrpWords.acl(t));
    }
    if (site.device().sourceNat()) lines.add("undo acl number " + natAcl(site));
    for (Ipv4Prefix p : site.remote()) {
      lines.add(
          "undo ip route-static "
              + p.address()
              + " "
              + p.netmask()
              + " "
              + wan(site)
              + " "
              + site.device().nextHop().orElseThrow());
    }
    return List.of(
        new Item("Take everything back", String.join("\n", lines)),
        new Item(
            "If it was off before, switch the compatibility of SHA-2 off",
            "undo ipsec authentication sha2 compatible enable"));
  }
}
