package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.Builder;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.DeviceRelease;
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
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SitePlan;

/**
 * ASA with a crypto map. "CLI Book 3: Cisco ASA Series VPN CLI Configuration Guide", chapters on
 * IPsec and ISAKMP and on LAN-to-LAN VPNs; lifetimes by volume are unlimited since 9.1(2).
 */
@Component(service = Exporter.class)
public final class AsaExporter extends TemplateExporter {
  static final String FILE = "vpnhub.cfg";

  private static final Pattern NAMEIF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,47}");
  private static final String EXEMPTION =
      "source static VPNHUB-LOCAL VPNHUB-LOCAL destination static VPNHUB-REMOTE VPNHUB-REMOTE"
          + " no-proxy-arp route-lookup";
  private static final int LAST_NUMBER = 65535;

  /** The first release that tries several peers with IKEv2. */
  private static final String SEVERAL_PEERS = "9.14";

  private static final DeviceCapabilities DEVICE = device();

  private static DeviceCapabilities device() {
    Builder device = DeviceCapabilities.of("cisco-asa", "Cisco", "ASA");
    for (DeviceRelease release : AsaWords.releases()) device.release(release);
    return device
        .selectors(new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, true))
        .keys(IosWords.KEYS)
        .nameLength(IosWords.LONGEST_NAME)
        .ikeLifetimes(120, Integer.MAX_VALUE)
        .espLifetimes(120, 214783647)
        .volumeLimit(VolumeLimit.SWITCHED_OFF)
        .needs(SiteFact.WAN_INTERFACE, "outside")
        .needs(SiteFact.LAN_INTERFACE, "inside")
        .needs(SiteFact.RULE_NUMBER, "100")
        .verification(Verification.GRAMMAR)
        .build();
  }

  @Activate
  public AsaExporter() {
    super(DEVICE, IosWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new AsaReader());
  }

  // ---------------------------------------------------------------- what it cannot do

  @Override
  protected List<Problem> objections(SitePlan site) {
    Objections objections =
        new Objections(site, DEVICE.title())
            .interval(10, 3600)
            .ruleNumber(LAST_NUMBER)
            .with(MapEntries.objections(site));
    interfaces(site.device(), objections);
    for (ConnectionPlan c : objections.connections()) {
      identities(c, objections);
      phase2(c, DEVICE.release(site.device().release()), objections);
      initiation(c, objections);
    }
    severalPeers(site, objections);
    return objections.all();
  }

  private static void interfaces(DevicePlan device, Objections objections) {
    Stream.concat(Stream.of(device.wanInterface()), device.lanInterfaces().stream())
        .filter(name -> !name.isBlank() && !NAMEIF.matcher(name).matches())
        .forEach(
            name ->
                objections.site(
                    "D02",
                    Severity.ERROR,
                    "has an interface '"
                        + IosWords.DIALECT.comment(name, 50)
                        + "', and the configuration names interfaces as nameif does",
                    "set wanInterface and lanInterfaces to the names of nameif, such as outside"
                        + " and inside"));
  }

  private static void identities(ConnectionPlan c, Objections objections) {
    if (c.localId() instanceof Identity.Address) {
      objections.ownAddress(c);
    } else {
      objections.about(
          c,
          Severity.ERROR,
          DEVICE.title()
              + " sends the address of its interface as identity, and not "
              + c.localId(),
          "set remoteId of the connection to that address");
    }
    if (c.remoteId().equals(new Identity.Address(c.remoteAddress()))) return;
    objections.about(
        c,
        Severity.WARNING,
        DEVICE.title() + " tells peers by their address and does not compare " + c.remoteId(),
        "set localId of the connection to the hub's address");
  }

  /** IKEv1 has fewer algorithms, in phase 2 as well. */
  private static void phase2(ConnectionPlan c, DeviceRelease release, Objections objections) {
    IkeVersion version = c.ike().version();
    Algorithms can = release.ike().get(version);
    IpsecPlan ipsec = c.ipsec();
    List<String> lacking = new ArrayList<>();
    if (can == null) return;
    if (!can.encryptions().contains(ipsec.encryption())) lacking.add(ipsec.encryption().literal());
    ipsec.hash().filter(h -> !can.hashes().contains(h)).ifPresent(h -> lacking.add(h.literal()));
    ipsec.pfs().filter(g -> !can.groups().contains(g)).ifPresent(g -> lacking.add(g.literal()));
    if (lacking.isEmpty()) return;
    objections.about(
        c,
        Severity.ERROR,
        DEVICE.title()
            + " "
            + release.name()
            + " has no "
            + String.join(", ", lacking)
            + " in phase 2 with "
            + version,
        version == IkeVersion.IKEV1
            ? "use ikev2, or sha1 and a group that ikev1 has"
            : "use another group");
  }

  private static void initiation(ConnectionPlan c, Objections objections) {
    if (!c.initiate()) return;
    objections.about(
        c,
        Severity.INFO,
        DEVICE.title() + " negotiates when the first packet for the hub's networks comes",
        "have a host of the site ping one behind the hub regularly");
  }

  private static void severalPeers(SitePlan site, Objections objections) {
    List<ConnectionPlan> all = site.gateway().connections();
    String release = site.device().release();
    boolean old =
        DeviceCapabilities.compareReleases(
                release.isBlank() ? DEVICE.releases().getFirst().name() : release, SEVERAL_PEERS)
            < 0;
    for (int i = 1; i < all.size(); i++) {
      ConnectionPlan c = all.get(i);
      boolean peer = all.subList(0, i).stream().anyMatch(o -> o.children().equals(c.children()));
      if (!old || !peer || c.ike().version() != IkeVersion.IKEV2) continue;
      objections.about(
          c,
          Severity.ERROR,
          DEVICE.title() + " before " + SEVERAL_PEERS + " tries one peer of a map entry with ikev2",
          "update the device (and set its release), or use ikev1 for both connections");
    }
  }

  // ---------------------------------------------------------------- the configuration

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    return AsaWords.of(tunnel);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of(
        "entries", MapEntries.of(site),
        "wan", site.device().wanInterface(),
        "exemption", EXEMPTION,
        "versions", versions(site));
  }

  private static List<String> versions(SiteView site) {
    return site.tunnels().stream()
        .map(t -> t.plan().ike().version().toString())
        .distinct()
        .toList();
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "asa.ftl", site));
  }

  // ---------------------------------------------------------------- checklist

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    String wan = site.device().wanInterface();
    List<Item> items = new ArrayList<>();
    items.add(
        new Item("Save what is there", "copy /noconfirm running-config disk0:/before-vpnhub.cfg"));
    items.add(
        new Item(
            "See that no crypto map is on "
                + wan
                + " yet: an interface has one. If there is one, write its name in place of VPNHUB",
            "show running-config crypto map | include interface"));
    for (List<Integer> entry : MapEntries.of(site)) {
      TunnelView t = site.tunnels().get(entry.getFirst());
      items.add(
          new Item(
              "See that policy and map entry " + t.rule() + " are free",
              "show running-config crypto | include " + t.rule()));
    }
    items.add(
        new Item(
            "See that the ASA sends its address as identity: auto or address",
            "show running-config all crypto isakmp | include identity"));
    items.add(
        new Item(
            "Where an older export is in place, roll it back first: lines would only be added",
            "see the end of this list"));
    items.add(new Item("Paste " + FILE + " in configuration mode", "configure terminal"));
    items.add(
        new Item(
            "Where an access list is on the inside, let the site's networks out to the hub's",
            "show running-config access-group"));
    items.add(
        new Item(
            "Where a control-plane access list is on " + wan + ", let IKE and ESP in",
            "UDP 500, UDP 4500 and IP protocol 50 from " + IosRouter.hubs(site)));
    items.add(
        new Item(
            "See that the route to each network behind the hub leads out of the interface " + wan,
            "show route " + wan));
    items.add(new Item("Save", "write memory"));
    return items;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (String version : versions(site)) {
      items.add(new Item("The IKE SA is there", "show crypto " + version + " sa detail"));
    }
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "An IPsec SA is there for each pair of networks, and its counters grow",
              "show crypto ipsec sa peer " + t.plan().remoteAddress()));
    }
    items.add(
        new Item(
            "What goes to the hub is not translated: the first rule counts",
            "show nat detail | begin VPNHUB-LOCAL"));
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    String wan = site.device().wanInterface();
    List<String> lines = new ArrayList<>();
    lines.add("no crypto map VPNHUB interface " + wan);
    lines.add("clear configure crypto map VPNHUB");
    for (TunnelView t : site.tunnels()) {
      lines.add("clear configure tunnel-group " + t.plan().remoteAddress());
    }
    for (List<Integer> entry : MapEntries.of(site)) {
      TunnelView t = site.tunnels().get(entry.getFirst());
      String name = IosWords.name(t);
      lines.add("clear configure group-policy " + name);
      lines.add("clear configure access-list " + name);
      lines.add("no crypto " + t.plan().ike().version() + " policy " + t.rule());
      lines.add(
          t.ikev2()
              ? "no crypto ipsec ikev2 ipsec-proposal " + name
              : "no crypto ipsec ikev1 transform-set " + name);
    }
    for (String lan : site.device().lanInterfaces()) {
      lines.add("no nat (" + lan + "," + wan + ") " + EXEMPTION);
    }
    lines.add("no object-group network VPNHUB-LOCAL");
    lines.add("no object-group network VPNHUB-REMOTE");
    String off =
        versions(site).stream()
            .map(v -> "no crypto " + v + " enable " + wan)
            .collect(Collectors.joining("\n"));
    return List.of(
        new Item("Take everything away, in configuration mode", String.join("\n", lines)),
        new Item("Where nothing else on " + wan + " needs IKE, switch it off", off),
        new Item(
            "Set the TCP segments back to what they were; the default is 1380",
            "sysopt connection tcpmss 1380"),
        new Item("Save", "write memory"),
        new Item(
            "Or go back to what was saved, with a restart",
            "copy /noconfirm disk0:/before-vpnhub.cfg startup-config\nreload noconfirm"));
  }
}
