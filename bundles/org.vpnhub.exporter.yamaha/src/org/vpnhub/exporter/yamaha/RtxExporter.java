package org.vpnhub.exporter.yamaha;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.Objection;
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
 * Writes the configuration of a Yamaha RTX router: tunnel interfaces, whose selectors are 0.0.0.0/0
 * with IKEv2, and one pair of networks with IKEv1 ({@code ipsec ike local id} and {@code remote
 * id}).
 *
 * <p>Source: Yamaha RTX Command Reference, chapters "IPsec Configuration" (each of its commands
 * here was held against it), "Tunneling", "IP Configuration" (static routes, filters). PFS takes
 * the group of phase 1; with IKEv1 {@code ipsec ike group} can name a second one for it. IKEv1
 * names an identity in aggressive mode alone, and tells two gateways apart by their addresses.
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
          .selectors(new SelectorAbility(Style.ROUTE_BASED, true, false, true, false))
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
    Set<Ipv4Address> hubs = new HashSet<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      if (c.ike().version() == IkeVersion.IKEV2) {
        anyToAny(problems, c);
      } else if (!hubs.add(c.remoteAddress())) {
        problems.add(
            Objection.to(
                c,
                "C27",
                Severity.ERROR,
                "with IKEv1 the router cannot have two gateways with one address, "
                    + c.remoteAddress(),
                "use ikev2, or give the hub a second address"));
      }
      if (c.localBehindNat() && site.device().wanAddress().isEmpty()) {
        problems.add(
            Objection.to(
                c,
                "D01",
                Severity.ERROR,
                "the router is behind a NAT, and its configuration needs its own address",
                "set wanAddress of the site, for example to 192.168.1.2"));
      }
      if (c.ike().version() == IkeVersion.IKEV2
          && c.ipsec().pfs().filter(g -> g != c.ike().group()).isPresent()) {
        problems.add(
            Objection.to(
                c,
                "C27",
                Severity.ERROR,
                "with IKEv2 the router uses the group of phase 1, "
                    + c.ike().group()
                    + ", for PFS as well",
                "set PFS of the connection to " + c.ike().group()));
      }
      identities(problems, c);
    }
    return problems;
  }

  /** With IKEv2 the router offers any to any, whatever is set. */
  private static void anyToAny(List<Problem> problems, ConnectionPlan c) {
    List<Ipv4Prefix> any = List.of(Ipv4Prefix.ANY);
    if (c.children().stream().allMatch(k -> k.local().equals(any) && k.remote().equals(any))) {
      return;
    }
    problems.add(
        Objection.to(
            c,
            "C29",
            Severity.WARNING,
            "with IKEv2 the router offers 0.0.0.0/0 on both sides, the hub has other selectors",
            "set both networks of the connection to 0.0.0.0/0 and add destination routes"));
  }

  /** In main mode the router shows its address; in aggressive mode a name. */
  private static void identities(List<Problem> problems, ConnectionPlan c) {
    if (c.ike().version() == IkeVersion.IKEV2) return;
    boolean address = c.localId() instanceof Identity.Address;
    boolean aggressive = c.ike().mode() == ExchangeMode.AGGRESSIVE;
    if (address == aggressive) {
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.ERROR,
              aggressive
                  ? "in aggressive mode of IKEv1 the router names itself by a name, not an address"
                  : "in main mode of IKEv1 the router names itself by its address, not a name",
              "use ikev2, or set remoteId of the connection to "
                  + (aggressive ? "a name" : "the router's own address")));
    }
    if (!c.remoteId().equals(new Identity.Address(c.remoteAddress()))) {
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.ERROR,
              "with IKEv1 the router expects the hub to name itself by its address",
              "use ikev2, or set localId of the connection to " + c.remoteAddress()));
    }
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
    items.add(new Item("Keep what this shows", "show config"));
    if (!site.secretsIncluded()) {
      for (TunnelView t : site.tunnels()) {
        items.add(
            new Item(
                "Put the key in place of its placeholder",
                "vpnhub secret show MODEL_FILE " + ShellText.quoted(t.plan().pskReference())));
      }
    }
    items.add(new Item("As administrator, give the commands of rtx.txt", "administrator"));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Where the router has a lifetime by volume (RTX830 from 15.02.27, RTX1210 from"
                  + " 14.01.42, RTX1220 from 15.04.05, and newer models): switch it off",
              "ipsec ike duration ipsec-sa %d %d off"
                  .formatted(t.number(), t.plan().ipsec().lifetimeSeconds())));
    }
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
      items.add(new Item("Tunnel " + t.name(), String.join("\n", without(t))));
    }
    items.add(new Item("Where no other tunnel needs it", "no ipsec auto refresh"));
    items.add(
        new Item(
            "Where the NAT descriptor N was given entries for it",
            "no nat descriptor masquerade static N 1\n"
                + "no nat descriptor masquerade static N 2\n"
                + "no nat descriptor masquerade static N 3"));
    items.add(new Item("Or, before it was saved, start again", "restart"));
    return items;
  }

  /** One command for each that was given: a tunnel as a whole cannot be taken away. */
  private static List<String> without(TunnelView t) {
    List<String> lines = new ArrayList<>();
    lines.add("tunnel disable " + t.number());
    lines.add("tunnel select " + t.number());
    lines.add("no description tunnel");
    lines.add("no ip tunnel mtu");
    lines.add("no ip tunnel tcp mss limit");
    lines.add("no ipsec tunnel " + t.number());
    lines.add("tunnel select none");
    lines.add("no tunnel enable " + t.number());
    lines.add("no ipsec sa policy " + t.number());
    for (String command : RtxWords.ikeCommands(t)) {
      lines.add("no ipsec " + command + " " + t.number());
    }
    return lines;
  }
}
