package org.vpnhub.exporter.huawei;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.SitePlan;

/**
 * AR routers with an IPsec policy on the WAN interface. NAT is that of the interface, with an
 * access list that leaves out what goes to the hub.
 */
@Component(service = Exporter.class)
public final class ArExporter extends ArRouter {
  private static final DeviceCapabilities DEVICE =
      capabilities("huawei-ar", "AR router (VRP)")
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet0/0/8")
          .needs(SiteFact.NEXT_HOP, "203.0.113.1")
          .needs(SiteFact.RULE_NUMBER, "3901")
          .build();

  @Activate
  public ArExporter() {
    super(DEVICE);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(VrpReader.AR);
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

  @Override
  void before(SiteView site, List<Item> items) {
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
    if (!site.device().sourceNat()) return;
    int acl = natAcl(site);
    items.add(new Item("See that the number of the list of NAT is free", "display acl " + acl));
    items.add(
        new Item(
            "Where the interface translates already, take that off, or put the deny rules of"
                + " access list "
                + acl
                + " above all others of its access list and leave 'nat outbound "
                + acl
                + "' out",
            "display nat outbound"));
  }

  @Override
  String showLifetime(TunnelView tunnel) {
    return "display ipsec policy name " + tunnel.name();
  }

  @Override
  void takenAway(SiteView site, List<String> lines) {
    lines.add("interface " + wan(site) + "\n undo ipsec policy");
    if (site.device().sourceNat()) lines.add(" undo nat outbound " + natAcl(site));
    lines.add(" undo tcp adjust-mss\nquit");
    lines.add("undo ipsec policy " + site.tunnels().getFirst().name());
  }

  @Override
  void takenAwayAtLast(SiteView site, List<String> lines) {
    for (TunnelView t : site.tunnels()) lines.add("undo acl number " + VrpWords.acl(t));
    if (site.device().sourceNat()) lines.add("undo acl number " + natAcl(site));
    String hop = site.device().nextHop().orElseThrow().toString();
    for (Ipv4Prefix p : site.remote()) lines.add(route(p, wan(site) + " " + hop));
  }
}
