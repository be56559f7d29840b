package org.vpnhub.exporter.yamaha;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * Writes the configuration of a Yamaha RTX router: tunnel interfaces, with 0.0.0.0/0 as selectors.
 *
 * <p>Source: Yamaha RTX Command Reference, chapters "IPsec Configuration", "Tunneling", "IP
 * Configuration" (static routes, filters). PFS takes the group of phase 1. IKEv1 names an identity
 * in aggressive mode alone.
 */
@Component(service = Exporter.class)
public final class RtxExporter extends TemplateExporter {
  static final String FILE = "rtx.txt";

  /** Filters of one tunnel in each direction. */
  private static final int FILTERS = 3;

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("yamaha-rtx", "Yamaha", "RTX")
          .release(
              "15.02", RtxWords.ALGORITHMS, RtxWords.ALGORITHMS, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(new SelectorAbility(Style.ROUTE_BASED, true, true, false, false))
          .keys(RtxWords.KEYS)
          .nameLength(60)
          .ikeLifetimes(300, 86400)
          .espLifetimes(300, 86400)
          .needs(SiteFact.WAN_INTERFACE, "lan2")
          .needs(SiteFact.TUNNEL_NUMBER, "1")
          .needs(SiteFact.RULE_NUMBER, "5000")
          .build();

  @Activate
  public RtxExporter() {
    super(DEVICE, RtxWords.DIALECT);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      if (c.localBehindNat() && site.device().wanAddress().isEmpty()) {
        problems.add(
            problem(
                "D01",
                c,
                "the router is behind a NAT, and its configuration needs its own address",
                "set wanAddress of the site, for example to 192.168.1.2"));
      }
      if (c.ipsec().pfs().filter(g -> g != c.ike().group()).isPresent()) {
        problems.add(
            problem(
                "C27",
                c,
                "the router uses the group of phase 1, " + c.ike().group() + ", for PFS as well",
                "set PFS of the connection to " + c.ike().group()));
      }
      identities(problems, c);
    }
    return problems;
  }

  /** In main mode the router shows its address; in aggressive mode a name. */
  private static void identities(List<Problem> problems, ConnectionPlan c) {
    if (c.ike().version() == IkeVersion.IKEV2) return;
    boolean address = c.localId() instanceof Identity.Address;
    boolean aggressive = c.ike().mode() == ExchangeMode.AGGRESSIVE;
    if (address == aggressive) {
      problems.add(
          problem(
              "C27",
              c,
              aggressive
                  ? "in aggressive mode of IKEv1 the router names itself by a name, not an address"
                  : "in main mode of IKEv1 the router names itself by its address, not a name",
              "use ikev2, or set remoteId of the connection to "
                  + (aggressive ? "a name" : "the router's own address")));
    }
    if (!c.remoteId().equals(new Identity.Address(c.remoteAddress()))) {
      problems.add(
          problem(
              "C27",
              c,
              "with IKEv1 the router expects the hub to name itself by its address",
              "use ikev2, or set localId of the connection to " + c.remoteAddress()));
    }
  }

  private static Problem problem(String code, ConnectionPlan c, String what, String cure) {
    return new Problem(
        code, Severity.ERROR, c.id().value(), "IPsec connection " + c.name(), what, cure);
  }

  @Override
  protected Map<String, String> words(TunnelView t, SiteView site) {
    return RtxWords.of(t, site);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    List<String> routes = new ArrayList<>();
    for (Ipv4Prefix p : site.remote()) {
      String line = route(p, site);
      if (!line.isEmpty()) routes.add(line);
    }
    return Map.of("routes", routes);
  }

  /** A tunnel that is hidden while it is down makes way for the standby one, which never hides. */
  private static String route(Ipv4Prefix prefix, SiteView site) {
    List<TunnelView> active =
        site.tunnels().stream().filter(t -> t.routes().contains(prefix)).toList();
    List<TunnelView> standby =
        site.tunnels().stream().filter(t -> t.standbyRoutes().contains(prefix)).toList();
    StringBuilder line = new StringBuilder();
    for (TunnelView t : active) {
      line.append(" gateway tunnel ").append(t.number());
      if (!standby.isEmpty()) line.append(" hide");
    }
    for (TunnelView t : standby) {
      line.append(" gateway tunnel ").append(t.number());
      if (!active.isEmpty()) line.append(" weight 0");
    }
    return line.isEmpty() ? "" : prefix.toString() + line;
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "rtx.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", network(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "copy config 0 0.1, or keep: show config"));
    if (!site.secretsIncluded()) {
      for (TunnelView t : site.tunnels()) {
        items.add(
            new Item(
                "Put the key in place of its placeholder",
                "vpnhub secret show MODEL_FILE " + ShellText.quoted(t.plan().pskReference())));
      }
    }
    items.add(new Item("As administrator, give the commands of rtx.txt", "administrator"));
    items.add(new Item("Save, when it works", "save"));
    return items;
  }

  private static List<Item> network(SiteView site) {
    String wan = site.device().wanInterface();
    String own =
        site.device().wanAddress().map(Object::toString).orElse("<address of " + wan + ">");
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Add these numbers to the filters of " + wan + ", before any that reject",
            "ip "
                + wan
                + " secure filter in "
                + numbers(site, 0)
                + " ...\nip "
                + wan
                + " secure filter out "
                + numbers(site, FILTERS)
                + " ..."));
    items.add(
        new Item(
            "Where " + wan + " has a NAT descriptor N: leave IKE and ESP to the router itself",
            "nat descriptor masquerade static N 1 %1$s udp 500\nnat descriptor masquerade static N 2 %1$s udp 4500\nnat descriptor masquerade static N 3 %1$s esp"
                .formatted(own)));
    items.add(
        new Item(
            "The tunnel interfaces have no NAT descriptor and no filter",
            site.tunnels().stream()
                .map(t -> "tunnel " + t.number())
                .collect(Collectors.joining(", "))));
    return items;
  }

  private static String numbers(SiteView site, int first) {
    return site.tunnels().stream()
        .flatMapToInt(t -> IntStream.range(t.rule() + first, t.rule() + first + FILTERS))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Security associations", "show ipsec sa"));
    for (TunnelView t : site.tunnels()) {
      items.add(new Item("Tunnel " + t.name(), "show status tunnel " + t.number()));
    }
    items.add(new Item("Routes", "show ip route"));
    if (!site.own().isEmpty() && !site.remote().isEmpty()) {
      items.add(
          new Item(
              "Ping a host of " + site.remote().getFirst() + " from an address of the LAN",
              "ping -sa <address in " + site.own().getFirst() + "> <host>"));
    }
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    List<Item> items = new ArrayList<>();
    String routes =
        site.remote().stream().map(p -> "no ip route " + p).collect(Collectors.joining("\n"));
    if (!routes.isEmpty()) items.add(new Item("Routes", routes));
    items.add(
        new Item(
            "Filters, here and in the lists of " + site.device().wanInterface(),
            site.tunnels().stream()
                .flatMapToInt(t -> IntStream.range(t.rule(), t.rule() + 2 * FILTERS))
                .mapToObj(n -> "no ip filter " + n)
                .collect(Collectors.joining("\n"))));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Tunnel " + t.name(),
              "tunnel disable %1$d\nno tunnel select %1$d\nno ipsec sa policy %1$d"
                  .formatted(t.number())));
    }
    items.add(new Item("Or, before it was saved, start again", "restart"));
    return items;
  }
}
