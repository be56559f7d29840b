package org.vpnhub.exporter.hillstone;

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
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * StoneOS with a tunnel interface for each connection, in a zone of their own; phase-2 identities
 * ({@code id local ... remote ...}) offer the selectors that the hub has.
 *
 * <p>After "StoneOS CLI User Guide" 5.5 (all series; the edition for 5.5R12F2 was held against each
 * line), chapter VPN, "IPSec protocol", IKEv1 VPN and IKEv2 VPN: algorithms, groups, the lifetime
 * of phase 1 (300 to 86400 s), {@code lifesize} 0 for no limit by volume, the interval of dead peer
 * detection (1 to 10 s, 1 to 20 times), {@code id} (256 pairs) with {@code check-id}, and the
 * redundant tunnels of the example; chapter Firewall, "Interfaces", "Zones", "Global network
 * parameters" ({@code tcp-mss}; the MTU of a tunnel is that of its interface less what the tunnel
 * adds), "NAT" (a rule without translation names no service); chapter Policy; chapter Advanced
 * routing (a distance of 1 to 254). The ciphers with GCM that this edition has for phase 2 of IKEv1
 * alone are left out: earlier ones have none.
 */
@Component(service = Exporter.class)
public final class StoneExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  /** The release from which NAT rules say whether an address or an address book follows. */
  static final String TYPED = "5.5R6";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("hillstone-stoneos", "Hillstone", "StoneOS")
          .release("5.5", StoneWords.ALL, StoneWords.ALL, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .release(TYPED, StoneWords.ALL, StoneWords.ALL, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, false, true, true, true))
          .keys(StoneWords.KEYS)
          .nameLength(StoneWords.LONGEST_NAME)
          .ikeLifetimes(300, 86400)
          .espLifetimes(180, 86400)
          .volumeLimit(VolumeLimit.SWITCHED_OFF)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "ethernet0/1")
          .needs(SiteFact.LAN_ZONE, "trust")
          .needs(SiteFact.TUNNEL_NUMBER, "10")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public StoneExporter() {
    super(DEVICE, StoneWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new StoneReader());
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return StoneWords.of(tunnel);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    if (site.device().lanZone().contains(" ")) {
      problems.add(
          Objection.to(
              site,
              "D02",
              Severity.ERROR,
              "has a security zone with a space in its name, which is not written",
              "set lanZone to the name of a zone without spaces"));
    }
    if (site.device().release().isBlank()) {
      problems.add(
          Objection.to(
              site,
              "D01",
              Severity.WARNING,
              "has a firewall whose release the model does not know; the NAT rules are written as"
                  + " before "
                  + TYPED,
              "set deviceRelease to what \"show version\" says, such as 5.5R8"));
    }
    if (!site.device().virtualRouter().matches("[A-Za-z0-9_.-]*")) {
      problems.add(
          Objection.to(
              site,
              "D02",
              Severity.ERROR,
              "has a virtual router whose name is not written without quotes",
              "set virtualRouter to a name of letters, digits, dots and dashes"));
    }
    for (ConnectionPlan c : site.gateway().connections()) connection(c, problems);
    return problems;
  }

  private static void connection(ConnectionPlan c, List<Problem> problems) {
    boolean ikev2 = c.ike().version() == IkeVersion.IKEV2;
    if (ikev2 && c.remoteId() instanceof Identity.Email) {
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.ERROR,
              "the firewall knows no mailbox as identity of an IKEv2 peer",
              "set localId of the connection to an address or a host name"));
    }
    if (c.dpd().enabled() && c.dpd().intervalSeconds() > StoneWords.LONGEST_INTERVAL) {
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.INFO,
              "the firewall asks a silent peer at least every 10 s; it is told to ask that often",
              "leave it, or set the interval of the connection to 10 s or less"));
    }
  }

  /** Every firewall has this one, and no other before several are switched on. */
  private static String router(SiteView site) {
    String known = site.device().virtualRouter();
    return known.isBlank() ? "trust-vr" : known;
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    boolean typed = DEVICE.release(site.device().release()).name().equals(TYPED);
    return Map.of("ip", typed ? "ip " : "", "router", router(site));
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "stoneos.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    TunnelView first = site.tunnels().getFirst();
    return List.of(
        new ChecklistSection("Install", install(site, first)),
        new ChecklistSection(
            ChecklistSection.VERIFY,
            List.of(
                new Item("The IKE SA is there", "show isakmp sa"),
                new Item(
                    "An IPsec SA is there for each pair of networks, and is active",
                    "show ipsec sa"),
                new Item("The routes lead into the tunnel", "show ip route"))),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Find the numbers of the rules " + first.name() + "-out and -in",
                    "show policy"),
                new Item("Find the numbers of the rules without translation", "show snat"),
                new Item("Take everything back", String.join("\n", rollBack(site))),
                new Item(
                    "Set the TCP MSS of tunnels to what it was before", "no tcp-mss tunnel"))));
  }

  private static List<Item> install(SiteView site, TunnelView first) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item("Save what is there", "save\nexport configuration startup to ftp server ..."));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item("See that the tunnel interface is free", "show interface tunnel" + t.number()));
    }
    items.add(
        new Item(
            "See that interfaces and routes are in the virtual router "
                + router(site)
                + "; set virtualRouter of the site where they are in another",
            "show ip vrouter"));
    items.add(
        new Item(
            "Paste " + FILE + "; what is said of lines with an exclamation mark does no harm",
            "configure"));
    items.add(
        new Item(
            "See that the rules " + first.name() + "-out and -in are the first", "show policy"));
    items.add(new Item("Save", "end\nsave"));
    return items;
  }

  private static List<String> rollBack(SiteView site) {
    List<String> lines = new ArrayList<>();
    lines.add("configure");
    lines.add("no rule id ... (each of the two)");
    lines.add("ip vrouter " + router(site));
    lines.add("  no snatrule id ... (each that names a tunnel interface of the file)");
    for (TunnelView t : site.tunnels()) {
      List<Ipv4Prefix> routes = new ArrayList<>(t.routes());
      routes.addAll(t.standbyRoutes());
      for (Ipv4Prefix p : routes) lines.add("  no ip route " + p + " tunnel" + t.number());
    }
    for (Ipv4Prefix p : site.remote()) lines.add("  no ip route " + p + " null0");
    lines.add("exit");
    for (TunnelView t : site.tunnels()) {
      lines.add("interface tunnel" + t.number());
      lines.add("  no tunnel ipsec " + t.name());
      lines.add("  no zone");
      lines.add("exit");
      lines.add("no interface tunnel" + t.number());
      lines.add("no tunnel ipsec " + t.name() + " auto");
      lines.add("no ipsec proposal " + t.name());
      lines.add("no isakmp peer " + t.name());
      lines.add("no isakmp proposal " + t.name());
    }
    lines.add("no zone " + site.tunnels().getFirst().name());
    lines.add("end\nsave");
    return lines;
  }
}
