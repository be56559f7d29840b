package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.SitePlan;

/**
 * IOS and IOS-XE with a crypto map on the interface to the Internet, for routers without multi-SA
 * tunnel interfaces. "Security for VPNs with IPsec Configuration Guide, Cisco IOS Release
 * 15M&amp;T" and "Cisco IOS IP Addressing: NAT Configuration Guide".
 *
 * <p>The name of the list by which the router translates sources is not known, and one exemption in
 * a rule of ours would not keep the router's own rule from translating. So ours translates
 * everything of the site's networks but what goes to the hub, and the checklist has the present
 * rule taken away.
 */
@Component(service = Exporter.class)
public final class IosMapExporter extends IosRouter {
  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("cisco-ios", "Cisco", "IOS (crypto map)")
          .release(IosWords.release("15.7"))
          .release(IosWords.strictRelease("17.11"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(IosWords.KEYS)
          .nameLength(IosWords.LONGEST_NAME)
          .ikeLifetimes(120, 86400)
          .espLifetimes(120, 86400)
          .volumeLimit(VolumeLimit.SWITCHED_OFF)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet0/0")
          .needs(SiteFact.LAN_INTERFACE, "GigabitEthernet0/1")
          .needs(SiteFact.RULE_NUMBER, "100")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public IosMapExporter() {
    super(DEVICE);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(IosReader.MAP);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    Objections objections = objections(site, true).with(MapEntries.objections(site));
    if (site.device().sourceNat()) {
      objections.site(
          "T04",
          Severity.WARNING,
          "translates source addresses by a rule whose name is not known; the export brings a rule"
              + " that leaves out what goes to the hub",
          "take the present rule away as the checklist says, or what goes to the hub is translated"
              + " and stays out of the tunnel");
    }
    return objections.all();
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of("entries", MapEntries.of(site));
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "ios-map.ftl", site));
  }

  @Override
  List<String> lists(SiteView site) {
    List<String> lists = new ArrayList<>();
    for (List<Integer> entry : MapEntries.of(site)) {
      lists.add(IosWords.name(site.tunnels().get(entry.getFirst())));
    }
    if (site.device().sourceNat()) lists.add("VPNHUB-NAT");
    return lists;
  }

  @Override
  void takenAway(SiteView site, List<String> lines) {
    String wan = site.device().wanInterface();
    IosRemoval remove = new IosRemoval(lines);
    List<TunnelView> entries =
        MapEntries.of(site).stream().map(e -> site.tunnels().get(e.getFirst())).toList();
    lines.add("interface " + wan);
    lines.add(" no crypto map VPNHUB");
    for (String lan : site.device().lanInterfaces()) {
      lines.add("interface " + lan);
      lines.add(" no ip tcp adjust-mss");
    }
    lines.add("exit");
    for (TunnelView t : entries) {
      if (probed(t)) lines.add("no ip sla " + t.rule());
      lines.add("no crypto map VPNHUB " + t.rule());
    }
    if (site.device().sourceNat()) {
      lines.add("no ip nat inside source list VPNHUB-NAT interface " + wan + " overload");
    }
    remove.lists(lists(site));
    entries.forEach(remove::phases);
    remove.policies(site);
  }

  private static boolean probed(TunnelView t) {
    return t.plan().initiate() && !IosWords.probe(t).isEmpty();
  }

  @Override
  void backAgain(SiteView site, List<Item> items) {
    if (!site.device().sourceNat()) return;
    items.add(
        new Item(
            "Set the rule again that translated before; later, answer yes when the router asks"
                + " whether to delete the entries of ours",
            "ip nat inside source list OLD-LIST interface "
                + site.device().wanInterface()
                + " overload"));
  }

  @Override
  void before(SiteView site, List<Item> items) {
    String wan = site.device().wanInterface();
    items.add(
        new Item(
            "See that no crypto map is on "
                + wan
                + " yet: an interface has one. If there is one, write its name in place of VPNHUB",
            "show crypto map interface " + wan));
    for (List<Integer> entry : MapEntries.of(site)) {
      int rule = site.tunnels().get(entry.getFirst()).rule();
      items.add(
          new Item(
              "See that entry " + rule + " of the map and IP SLA operation " + rule + " are free",
              "show running-config | include ^crypto map|^ip sla " + rule));
    }
    if (!site.device().sourceNat()) return;
    items.add(
        new Item(
            "Note the rules that translate what goes out of " + wan,
            "show running-config | include ^ip nat inside source"));
  }

  @Override
  void after(SiteView site, List<Item> items) {
    if (site.device().sourceNat()) {
      items.add(
          new Item(
              "Take away the rule that translated so far, if its list permits the site's networks;"
                  + " VPNHUB-NAT does the same but for the VPN. Answer yes when the router asks"
                  + " whether to delete its entries",
              "no ip nat inside source list OLD-LIST interface "
                  + site.device().wanInterface()
                  + " overload"));
      items.add(new Item("End what is translated now", "clear ip nat translation *"));
    }
    items.add(
        new Item(
            "Where a zone-based firewall is on, let the site's networks and the hub's reach each"
                + " other, in both directions",
            "show zone-pair security"));
    items.add(
        new Item(
            "See that the route to each network behind the hub leads out of "
                + site.device().wanInterface(),
            String.join(
                "; ", site.remote().stream().map(p -> "show ip route " + p.address()).toList())));
  }

  @Override
  void verified(SiteView site, List<Item> items) {
    if (!site.device().sourceNat()) return;
    items.add(
        new Item(
            "What goes to the hub is not translated: the denied entries count",
            "show ip access-lists VPNHUB-NAT"));
  }
}
