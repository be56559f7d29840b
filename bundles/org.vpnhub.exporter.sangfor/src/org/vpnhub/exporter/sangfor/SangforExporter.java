package org.vpnhub.exporter.sangfor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.view.ChecklistExporter;
import org.vpnhub.exporter.view.Page;
import org.vpnhub.exporter.view.Pair;
import org.vpnhub.exporter.view.PlainWords;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SitePlan;

/**
 * A checklist for Sangfor gateways, in the order of their pages for third-party peers: security
 * option, phase 1, inbound and outbound policies. Policy-based, IKEv1 alone; a policy for each
 * network.
 *
 * <p>Source: Sangfor NGAF user manual, chapter "IPSec VPN", "Third Party Connection". Only the
 * algorithms of its oldest releases are promised.
 */
@Component(service = Exporter.class)
public final class SangforExporter extends ChecklistExporter {
  private static final Algorithms BOTH_PHASES =
      new Algorithms(
          EnumSet.of(
              Encryption.DES,
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(DhGroup.GROUP1, DhGroup.GROUP2, DhGroup.GROUP5, DhGroup.GROUP14));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("sangfor", "Sangfor", "NGAF (checklist)")
          .release("8.0", BOTH_PHASES, BOTH_PHASES, IkeVersion.IKEV1)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, false))
          .keys(
              new KeyRules(
                  1,
                  64,
                  c -> c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '\\',
                  "printable ASCII without space, quotes and backslash"))
          .nameLength(30)
          .needs(SiteFact.WAN_INTERFACE, "Line1")
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public SangforExporter() {
    super(DEVICE);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(withoutStandby(site));
    for (ConnectionPlan c : site.gateway().connections()) {
      if (c.ipsec().pfs().filter(g -> g != c.ike().group()).isPresent()) {
        problems.add(
            cannot(
                c,
                "has no group of its own for PFS, it takes that of phase 1",
                "give both phases the same group"));
      }
    }
    return problems;
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    List<ChecklistSection> parts = new ArrayList<>();
    parts.add(about(site));
    parts.add(
        new Page("Install")
            .add("Save the configuration", "System > Backup/Restore > Download")
            .section());
    for (TunnelView t : site.tunnels()) {
      parts.add(option(t));
      parts.add(phase1(site, t));
      parts.add(inbound(t));
      parts.add(outbound(t));
    }
    parts.add(surroundings(site));
    parts.add(verify(site, "VPN > Status shows the connection"));
    parts.add(
        new Page(ChecklistSection.ROLL_BACK)
            .add(
                "Delete the policies of phase 2, then phase 1, then the security option",
                names(site))
            .add("Delete the rules of firewall and NAT that were made", "")
            .add("Or load what was saved", "System > Backup/Restore")
            .section());
    return parts;
  }

  private static List<String> names(SiteView site) {
    return site.tunnels().stream().map(TunnelView::name).toList();
  }

  private static ChecklistSection option(TunnelView t) {
    IpsecPlan ipsec = t.plan().ipsec();
    return new Page("VPN > Third Party Connection > Security Options > Add")
        .add("Name", t.name())
        .add("Protocol", "ESP")
        .add("Authentication algorithm", ipsec.hash().map(PlainWords::hash).orElseThrow())
        .add("Encryption algorithm", PlainWords.encryption(ipsec.encryption()))
        .section();
  }

  private static ChecklistSection phase1(SiteView site, TunnelView t) {
    IkePlan ike = t.plan().ike();
    return new Page("VPN > Third Party Connection > Phase 1 > Add")
        .add("Device name", t.name())
        .add("Description", t.title())
        .add("Line (outlet)", site.device().wanInterface())
        .add("Peer type", "Fixed IP address")
        .add("Peer IP", t.plan().remoteAddress())
        .add("Authentication", "Pre-shared key")
        .add("Pre-shared key, and once more", PlainWords.keyOf(t))
        .add("Enable device, enable auto connect", "both on")
        .add("Advanced: ISAKMP lifetime", ike.lifetimeSeconds() + " s")
        .add("Advanced: retries", "10")
        .add("Advanced: mode", t.aggressive() ? "Aggressive mode" : "Main mode")
        .add("Advanced: D-H group", PlainWords.group(ike.group()))
        .add("Advanced: own ID type", PlainWords.kind(t.plan().localId()))
        .add("Advanced: own ID", t.plan().localId())
        .add("Advanced: peer ID type", PlainWords.kind(t.plan().remoteId()))
        .add("Advanced: peer ID", t.plan().remoteId())
        .add("Advanced: NAT traversal", t.plan().natTraversal() ? "on" : "off")
        .add(
            "Advanced: DPD",
            t.plan().dpd().enabled()
                ? "on, every " + t.plan().dpd().intervalSeconds() + " s"
                : "off")
        .add("Advanced: authentication algorithm", PlainWords.hash(ike.hash()))
        .add("Advanced: encryption algorithm", PlainWords.encryption(ike.encryption()))
        .section();
  }

  /** What the peer sends, by its source. */
  private static ChecklistSection inbound(TunnelView t) {
    return new Page("VPN > Third Party Connection > Phase 2 > Inbound Policy")
        .add("Peer device", t.name())
        .add(
            "A policy for each network (source: subnet and mask)",
            t.remote().stream().map(p -> p.address() + " " + p.netmask()).toList())
        .add("Service, schedule, action", "All services, all day, allow")
        .section();
  }

  /** What this site sends, by its source, with the parameters of the SA. */
  private static ChecklistSection outbound(TunnelView t) {
    IpsecPlan ipsec = t.plan().ipsec();
    return new Page("VPN > Third Party Connection > Phase 2 > Outbound Policy")
        .add("Peer device", t.name())
        .add(
            "A policy for each network (source: subnet and mask)",
            t.pairs().stream()
                .map(Pair::local)
                .distinct()
                .map(p -> p.address() + " " + p.netmask())
                .toList())
        .add("SA lifetime", ipsec.lifetimeSeconds() + " s")
        .add("Security option", t.name())
        .add(
            "Perfect forward secrecy",
            ipsec.pfs().map(g -> "on, the group of phase 1 (" + g.number() + ")").orElse("off"))
        .add("Service, schedule, action", "All services, all day, allow")
        .add("The SAs that come of it", PlainWords.pairs(t))
        .section();
  }

  private static ChecklistSection surroundings(SiteView site) {
    return new Page("Firewall, NAT, routes")
        .add("Firewall > NAT: no source NAT, above all others, from", site.own())
        .add("and to", site.remote())
        .add("Access Control: allow both ways, between", site.own())
        .add("and", site.remote())
        .add(
            "Local ACL of " + site.device().wanInterface() + ": UDP 500, UDP 4500 and ESP from",
            PlainWords.hubs(site))
        .add(
            "Access Control: deny to the Internet, so that nothing leaves unencrypted",
            site.remote())
        .add("Where the device can clamp the MSS of TCP", site.mss() + " bytes")
        .section();
  }
}
