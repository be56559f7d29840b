package org.vpnhub.exporter.mikrotik;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.SitePlan;

/**
 * RouterOS 7 with a policy for each pair of networks ("IPsec", Policies). The policies of a site
 * with two connections name both peers, of which the second serves while the first is down: that a
 * policy takes two peers is said by the change log of 6.47 and not by the chapter, so a third
 * connection is refused.
 *
 * <p>Source NAT comes before the policies ("Packet Flow in RouterOS"): with 0.0.0.0/0 as remote
 * network only what is exempt from NAT enters the tunnel on a router that translates.
 */
@Component(service = Exporter.class)
public final class RouterOsExporter extends TemplateExporter {
  static final String FILE = "vpnhub.rsc";

  private static final int MOST_PEERS = 2;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("mikrotik-routeros7", "MikroTik", "RouterOS 7")
          .release(RouterOsWords.release("7"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
          .keys(RouterOsWords.KEYS)
          .needs(SiteFact.WAN_INTERFACE, "ether1")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public RouterOsExporter() {
    super(DEVICE, RouterOsWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(RouterOsReader.READER);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    List<ConnectionPlan> all = site.gateway().connections();
    Set<Ipv4Address> hubs = new HashSet<>();
    for (ConnectionPlan c : all.subList(Math.min(MOST_PEERS, all.size()), all.size())) {
      problems.add(
          cannot(
              c,
              "has at most " + MOST_PEERS + " peers in a policy, one of them for standby",
              "leave the site " + MOST_PEERS + " connections"));
    }
    for (ConnectionPlan c : all) {
      if (!hubs.add(c.remoteAddress())) {
        problems.add(
            cannot(
                c,
                "cannot have two peers with one address, " + c.remoteAddress(),
                "give the hub a second address, or take one of the connections away"));
      }
      if (!shared(site, all.getFirst()).equals(shared(site, c))) {
        problems.add(
            cannot(
                c,
                "has its networks and phase 2 in policies, which all connections of a site share;"
                    + " those of this connection differ from the first one's",
                "give all connections of the site the same networks, routes and phase 2"));
      }
      if (!c.dpd().enabled()) {
        problems.add(
            warning(
                c,
                "does not rekey phase 1 while dead peer detection is off",
                "switch DPD on for this connection"));
      }
    }
    return problems;
  }

  /** What the policies of a site have in common. */
  private static List<Object> shared(SitePlan site, ConnectionPlan c) {
    Set<Object> routes =
        site.gateway().destinationRoutes().stream()
            .filter(r -> r.nextHop().equals(c.id()))
            .map(DestinationRoute::destination)
            .collect(Collectors.toSet());
    return List.of(c.ipsec(), c.children(), routes);
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return RouterOsWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of(
        "wan",
        RouterOsWords.quoted(site.device().wanInterface()),
        "peers",
        inOrder(site).stream().map(TunnelView::name).collect(Collectors.joining(",")));
  }

  /** Those with routes of their own first, then those that stand by. */
  private static List<TunnelView> inOrder(SiteView site) {
    List<TunnelView> order = new ArrayList<>(site.tunnels());
    order.sort((a, b) -> Boolean.compare(a.routes().isEmpty(), b.routes().isEmpty()));
    return order;
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "routeros.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install()),
        new ChecklistSection(
            ChecklistSection.VERIFY,
            List.of(
                new Item("The peer is established", "/ip ipsec active-peers print detail"),
                new Item(
                    "Each policy of the hub's says ph2-state=established",
                    "/ip ipsec policy print detail"),
                new Item(
                    "There are two SAs for each policy, and their bytes grow",
                    "/ip ipsec installed-sa print"),
                new Item(
                    "No packet of the tunnel is dropped for want of a policy",
                    "/ip firewall filter print stats where comment~\"^vpnhub \""))),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install() {
    return List.of(
        new Item(
            "Save what is there",
            "/system backup save name=before-vpnhub\n"
                + "/export show-sensitive file=before-vpnhub"),
        new Item(
            "See that nothing of an earlier file is there, or take it away first (see Roll back)",
            "/ip ipsec peer print where comment~\"^vpnhub \""),
        new Item("Copy " + FILE + " to the router's files", ""),
        new Item("Load it", "/import file-name=" + FILE),
        new Item(
            "See that the rules of vpnhub stand above fasttrack, drop and masquerade",
            "/ip firewall filter print\n/ip firewall nat print"),
        new Item("Take the file, which may hold the key, away", "/file remove " + FILE));
  }

  private static List<Item> rollBack(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (String menu :
        List.of(
            "/ip firewall filter",
            "/ip firewall nat",
            "/ip firewall mangle",
            "/ip ipsec policy",
            "/ip ipsec identity",
            "/ip ipsec peer")) {
      items.add(
          new Item(
              "Take away what is of vpnhub", menu + " remove [find where comment~\"^vpnhub \"]"));
    }
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Take away what is of " + t.name(),
              "/ip ipsec profile remove [find where name=\""
                  + t.name()
                  + "\"]\n/ip ipsec proposal remove [find where name=\""
                  + t.name()
                  + "\"]"));
    }
    return items;
  }
}
