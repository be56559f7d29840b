package org.vpnhub.exporter.vyos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * VyOS 1.4 with a virtual tunnel interface for each connection, and with the hub's selectors: a
 * peer that has both {@code vti bind} and {@code tunnel} offers the prefixes of the tunnel over the
 * interface, where the interface alone would offer any to any ("IPsec", site-to-site; the device's
 * template of swanctl.conf for peers makes a child of each tunnel then, with the mark of the
 * interface).
 */
@Component(service = Exporter.class)
public final class VyosExporter extends TemplateExporter {
  static final String FILE = "vpnhub.commands";

  /** Two firewall rules each, of the hundred numbers that a tunnel has. */
  private static final int MOST_PAIRS = 50;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("vyos", "VyOS", "1.4")
          .release(VyosWords.release("1.4"))
          .selectors(new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, true, true, true, true))
          .keys(VyosWords.KEYS)
          .ikeLifetimes(30, 86400)
          .espLifetimes(30, 86400)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "eth0")
          .needs(SiteFact.TUNNEL_NUMBER, "10")
          .needs(SiteFact.RULE_NUMBER, "1000")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public VyosExporter() {
    super(DEVICE, VyosWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(VyosReader.READER);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      long routes =
          site.gateway().destinationRoutes().stream()
              .filter(r -> r.nextHop().equals(c.id()))
              .count();
      if (routes * site.prefixes().size() > MOST_PAIRS) {
        problems.add(
            Objection.to(
                c,
                "C27",
                Severity.ERROR,
                "needs more firewall and NAT rules for its pairs of networks than the hundred"
                    + " numbers that a connection has",
                "summarise the networks, so that there are at most " + MOST_PAIRS + " pairs"));
      }
    }
    return problems;
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return VyosWords.of(tunnel);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "vyos.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(
            ChecklistSection.VERIFY,
            List.of(
                new Item("The IKE SA is there", "show vpn ike sa"),
                new Item("An IPsec SA is up, and its counters grow", "show vpn ipsec sa"),
                new Item("The interface is up", "show interfaces vti vti" + first(site).number()),
                new Item("The routes lead into the tunnel", "show ip route static"))),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Go back to what was saved",
                    "configure\nload /config/before-vpnhub.boot\ncommit\nsave"))));
  }

  private static TunnelView first(SiteView site) {
    return site.tunnels().getFirst();
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "configure\nsave /config/before-vpnhub.boot"));
    items.add(
        new Item(
            "See that the interfaces and the rules are free",
            "show interfaces vti\nshow nat source rule "
                + first(site).rule()
                + "\nshow firewall ipv4"));
    items.add(
        new Item(
            "See that no rule of the firewall before number "
                + first(site).rule()
                + " drops what goes into the tunnel, nor a NAT rule translates it",
            "show firewall ipv4 forward filter\nshow nat source"));
    items.add(new Item("Paste " + FILE + " in configuration mode", ""));
    items.add(
        new Item(
            "Commit for ten minutes, verify, and confirm; otherwise the router starts again with"
                + " what was saved",
            "commit-confirm 10\nconfirm"));
    items.add(new Item("Save", "save"));
    return items;
  }
}
