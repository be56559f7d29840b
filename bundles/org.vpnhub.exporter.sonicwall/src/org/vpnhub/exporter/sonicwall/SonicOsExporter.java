package org.vpnhub.exporter.sonicwall;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.view.ChecklistExporter;
import org.vpnhub.exporter.view.Page;
import org.vpnhub.exporter.view.PlainWords;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SitePlan;

/**
 * A checklist for SonicOS: a policy of the kind "Site to Site" with groups of address objects. The
 * kind "Tunnel Interface" offers 0.0.0.0/0 on both sides, which is not what the hub has.
 *
 * <p>Source: SonicOS 7 IPSec VPN Administration Guide, chapters "Site to Site VPNs" and "VPN VPN
 * Advanced Settings". Each pair of networks is an SA of its own, with IKEv2 too. The limit of TCP
 * segments in "Flood Protection" is for connections that the device proxies, not for tunnels.
 */
@Component(service = Exporter.class)
public final class SonicOsExporter extends ChecklistExporter {
  private static final Algorithms BOTH_PHASES =
      new Algorithms(
          EnumSet.of(
              Encryption.DES,
              Encryption.TRIPLE_DES,
              Encryption.AES128,
              Encryption.AES192,
              Encryption.AES256),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(
              DhGroup.GROUP1,
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("sonicwall-sonicos", "SonicWall", "SonicOS (checklist)")
          .release(
              new DeviceRelease(
                  "7.0",
                  Map.of(IkeVersion.IKEV1, BOTH_PHASES, IkeVersion.IKEV2, BOTH_PHASES),
                  BOTH_PHASES))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, false, true, true, false))
          .keys(
              new KeyRules(
                  4,
                  128,
                  c -> c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '\\',
                  "printable ASCII without space, quotes and backslash"))
          .nameLength(28)
          .ikeLifetimes(120, 9999999)
          .espLifetimes(120, 9999999)
          .needs(SiteFact.WAN_INTERFACE, "X1")
          .needs(SiteFact.LAN_ZONE, "LAN")
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public SonicOsExporter() {
    super(DEVICE);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    return withoutStandby(site);
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    List<ChecklistSection> parts = new ArrayList<>();
    parts.add(about(site));
    parts.add(
        new Page("Install")
            .add(
                "Save the configuration",
                "Device > Settings > Firmware & Settings > Create Backup (local), and Export"
                    + " Configuration")
            .section());
    for (TunnelView t : site.tunnels()) {
      parts.add(objects(site, t));
      parts.add(general(t));
      parts.add(network(t));
      parts.add(proposals(t));
      parts.add(advanced(site, t));
    }
    parts.add(settings(site));
    parts.add(surroundings(site));
    parts.add(
        verify(site, "Network > IPSec VPN > Rules and Settings > Active Tunnels lists each pair"));
    parts.add(rollBack(site));
    return parts;
  }

  private static ChecklistSection objects(SiteView site, TunnelView t) {
    boolean local = !isAny(t.local());
    boolean remote = !isAny(t.remote());
    return new Page("Object > Match Objects > Addresses")
        .add(
            "Address objects: type Network, zone " + site.device().lanZone(),
            local ? t.local() : List.of())
        .addIf(local, "Address group with all of them", t.name() + "-own")
        .add("Address objects: type Network, zone VPN", remote ? t.remote() : List.of())
        .addIf(remote, "Address group with all of them", t.name() + "-hub")
        .addIf(!local && !remote, "None: any address is no object", "")
        .section();
  }

  /** Any address is no object: the page has words of its own for it. */
  private static boolean isAny(List<Ipv4Prefix> prefixes) {
    return prefixes.equals(List.of(Ipv4Prefix.ANY));
  }

  private static ChecklistSection general(TunnelView t) {
    return new Page("Network > IPSec VPN > Rules and Settings > Policies > Add: General")
        .add("Policy type", "Site to Site")
        .add("Authentication method", "IKE using Preshared Secret")
        .add("Name", t.name())
        .add("IPsec primary gateway name or address", t.plan().remoteAddress())
        .add("IPsec secondary gateway", "0.0.0.0")
        .add("Shared secret, and once more", PlainWords.keyOf(t))
        .add("Local IKE ID", id(t.plan().localId()))
        .add("Peer IKE ID", id(t.plan().remoteId()))
        .section();
  }

  private static List<String> id(Identity identity) {
    return List.of(PlainWords.kind(identity), identity.toString());
  }

  private static ChecklistSection network(TunnelView t) {
    return new Page("The same policy: Network")
        .addIf(isAny(t.local()), "Local networks", "Any address")
        .addIf(!isAny(t.local()), "Local networks: choose from list", t.name() + "-own")
        .addIf(
            isAny(t.remote()),
            "Remote networks",
            "Use this VPN tunnel as default route for all Internet traffic")
        .addIf(!isAny(t.remote()), "Remote networks: choose from list", t.name() + "-hub")
        .add("The SAs that come of it", PlainWords.pairs(t))
        .section();
  }

  private static ChecklistSection proposals(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    String exchange = t.ikev2() ? "IKEv2 Mode" : t.aggressive() ? "Aggressive Mode" : "Main Mode";
    return new Page("The same policy: Proposals")
        .add("IKE (phase 1): exchange", exchange)
        .add("IKE (phase 1): DH group", PlainWords.group(ike.group()))
        .add("IKE (phase 1): encryption", PlainWords.encryption(ike.encryption()))
        .add("IKE (phase 1): authentication", PlainWords.hash(ike.hash()))
        .add("IKE (phase 1): life time (seconds)", ike.lifetimeSeconds())
        .add("IPsec (phase 2): protocol", "ESP")
        .add("IPsec (phase 2): encryption", PlainWords.encryption(ipsec.encryption()))
        .add("IPsec (phase 2): authentication", ipsec.hash().map(PlainWords::hash).orElseThrow())
        .add(
            "IPsec (phase 2): enable Perfect Forward Secrecy",
            ipsec.pfs().isPresent() ? "on" : "off")
        .add("IPsec (phase 2): DH group", ipsec.pfs().map(PlainWords::group).stream().toList())
        .add("IPsec (phase 2): life time (seconds)", ipsec.lifetimeSeconds())
        .section();
  }

  private static ChecklistSection advanced(SiteView site, TunnelView t) {
    return new Page("The same policy: Advanced")
        .add("Enable Keep Alive (the device negotiates at once)", "on")
        .add("Suppress automatic access rules creation for VPN policy", "off")
        .add("Apply NAT policies", "off")
        .add("Enable Windows networking (NetBIOS) broadcast, Enable multicast", "off")
        .addIf(t.ikev2(), "Do not send trigger packet during IKE SA negotiation", "on")
        .add("VPN policy bound to", "Interface " + site.device().wanInterface())
        .section();
  }

  private static ChecklistSection settings(SiteView site) {
    TunnelView first = site.tunnels().getFirst();
    boolean dpd = first.plan().dpd().enabled();
    return new Page("Network > IPSec VPN > Advanced (for all policies)")
        .add("Enable IKE Dead Peer Detection", dpd ? "on" : "off")
        .addIf(dpd, "Dead peer detection interval (seconds)", first.plan().dpd().intervalSeconds())
        .addIf(dpd, "Failure trigger level (missed heartbeats)", "3")
        .add("Enable NAT traversal", first.plan().natTraversal() ? "on" : "off")
        .add("Enable fragmented packet handling, Ignore DF bit", "on")
        .section();
  }

  private static ChecklistSection surroundings(SiteView site) {
    return new Page("Policy, routes")
        .add(
            "Policy > Rules and Policies > Access Rules: see that the policy has made rules between"
                + " the zones VPN and "
                + site.device().lanZone()
                + ", both ways",
            "Allow")
        .add(
            "Policy > NAT: no policy translates what goes to these (they need no exemption with"
                + " Apply NAT policies off)",
            site.remote())
        .add(
            "Policy > Routing: routes to a Drop Tunnel Interface, of metric 254, so that nothing"
                + " leaves unencrypted while the tunnel is down",
            site.remote())
        .add(
            "Where another router is in front: let UDP 500, UDP 4500 and ESP through, from",
            PlainWords.hubs(site))
        .add(
            "The device has no limit of TCP segments for tunnels: give hosts that hang an MTU of",
            site.mtu())
        .section();
  }

  private static ChecklistSection rollBack(SiteView site) {
    List<String> groups = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      if (!isAny(t.local())) groups.add(t.name() + "-own");
      if (!isAny(t.remote())) groups.add(t.name() + "-hub");
    }
    return new Page(ChecklistSection.ROLL_BACK)
        .add(
            "Network > IPSec VPN > Rules and Settings: delete; its access rules go with it",
            site.tunnels().stream().map(TunnelView::name).toList())
        .add("Policy > Routing: delete the routes to the Drop Tunnel Interface", "")
        .add("Object > Match Objects > Addresses: delete with their members", groups)
        .add("Or boot the backup", "Device > Settings > Firmware & Settings")
        .section();
  }
}
