package org.vpnhub.exporter.hillstone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * <p>After "StoneOS CLI User Guide" 5.5, chapter VPN, "IPSec protocol": algorithms, groups, the
 * lifetime of phase 1 (300 to 86400 s), {@code lifesize} 0 for no limit by volume, and the interval
 * of dead peer detection (1 to 10 s).
 */
@Component(service = Exporter.class)
public final class StoneExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("hillstone-stoneos", "Hillstone", "StoneOS")
          .release("5.5", StoneWords.ALL, StoneWords.ALL, IkeVersion.IKEV1, IkeVersion.IKEV2)
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
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public StoneExporter() {
    super(DEVICE, StoneWords.DIALECT);
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
          new Problem(
              "D02",
              Severity.ERROR,
              site.id().value(),
              "site " + site.name(),
              "has a security zone with a space in its name, which is not written",
              "set lanZone to the name of a zone without spaces"));
    }
    for (ConnectionPlan c : site.gateway().connections()) connection(c, problems);
    return problems;
  }

  private static void connection(ConnectionPlan c, List<Problem> problems) {
    boolean ikev2 = c.ike().version() == IkeVersion.IKEV2;
    if (ikev2 && c.remoteId() instanceof Identity.Email) {
      problems.add(
          problem(
              c,
              Severity.ERROR,
              "the firewall knows no mailbox as identity of an IKEv2 peer",
              "set localId of the connection to an address or a host name"));
    }
    if (c.dpd().enabled() && c.dpd().intervalSeconds() > StoneWords.LONGEST_INTERVAL) {
      problems.add(
          problem(
              c,
              Severity.INFO,
              "the firewall asks a silent peer at least every 10 s; it is told to ask that often",
              "leave it, or set the interval of the connection to 10 s or less"));
    }
  }

  private static Problem problem(
      ConnectionPlan c, Severity severity, String message, String remedy) {
    return new Problem(
        "C27", severity, c.id().value(), "IPsec connection " + c.name(), message, remedy);
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
                new Item("Take everything back", String.join("\n", rollBack(site))),
                new Item(
                    "Take the rules back, by the numbers that are shown", "show policy\nshow snat"),
                new Item(
                    "Set the TCP MSS of tunnels to what it was before", "no tcp-mss tunnel"))));
  }

  private static List<Item> install(SiteView site, TunnelView first) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Save what is there", "save\nexport configuration startup to ftp ..."));
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item("See that the tunnel interface is free", "show interface tunnel" + t.number()));
    }
    items.add(
        new Item(
            "See that interfaces and routes are in the virtual router trust-vr; otherwise write its"
                + " name in "
                + FILE,
            "show ip vrouter"));
    items.add(new Item("Paste " + FILE, "configure"));
    items.add(
        new Item(
            "See that no rule above those named " + first.name() + "-... denies the same networks",
            "show policy"));
    items.add(new Item("Save", "save"));
    return items;
  }

  private static List<String> rollBack(SiteView site) {
    List<String> lines = new ArrayList<>();
    lines.add("configure\nip vrouter trust-vr");
    for (TunnelView t : site.tunnels()) {
      List<Ipv4Prefix> routes = new ArrayList<>(t.routes());
      routes.addAll(t.standbyRoutes());
      for (Ipv4Prefix p : routes) lines.add("  no ip route " + p + " tunnel" + t.number());
    }
    for (Ipv4Prefix p : site.remote()) lines.add("  no ip route " + p + " null0");
    lines.add("exit");
    for (TunnelView t : site.tunnels()) {
      lines.add("no interface tunnel" + t.number());
      lines.add("no tunnel ipsec " + t.name() + " auto");
      lines.add("no ipsec proposal " + t.name());
      lines.add("no isakmp peer " + t.name());
      lines.add("no isakmp proposal " + t.name());
    }
    lines.add("no zone " + site.tunnels().getFirst().name());
    return lines;
  }
}
