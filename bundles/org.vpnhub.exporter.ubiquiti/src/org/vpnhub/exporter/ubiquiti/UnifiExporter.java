package org.vpnhub.exporter.ubiquiti;

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
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SitePlan;

/**
 * A checklist for UniFi gateways: a policy-based site-to-site VPN of the kind "Manual IPsec". The
 * route-based kind offers 0.0.0.0/0 on both sides, which is not what the hub has.
 *
 * <p>Source: Ubiquiti Help Center, "UniFi Gateway - Site-to-Site IPsec VPN".
 */
@Component(service = Exporter.class)
public final class UnifiExporter extends ChecklistExporter {
  private static final Algorithms BOTH_PHASES =
      new Algorithms(
          EnumSet.of(Encryption.TRIPLE_DES, Encryption.AES128, Encryption.AES256),
          EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(
              DhGroup.GROUP2,
              DhGroup.GROUP5,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("ubiquiti-unifi", "Ubiquiti", "UniFi (checklist)")
          .release("8.0", BOTH_PHASES, BOTH_PHASES, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, true, false))
          .keys(EdgeOsExporter.KEYS)
          .nameLength(32)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "WAN1")
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public UnifiExporter() {
    super(DEVICE);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(withoutStandby(site));
    problems.addAll(withoutAggressiveMode(site));
    return problems;
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    List<ChecklistSection> parts = new ArrayList<>();
    parts.add(about(site));
    parts.add(
        new Page("Install")
            .add("Save the configuration", "Settings > System > Backups > Download")
            .section());
    for (TunnelView t : site.tunnels()) {
      parts.add(tunnel(site, t));
      parts.add(advanced(t));
    }
    parts.add(surroundings(site));
    parts.add(verify(site, "Settings > VPN > Site-to-Site VPN: the state is 'Connected'"));
    parts.add(
        new Page(ChecklistSection.ROLL_BACK)
            .add(
                "Settings > VPN > Site-to-Site VPN: remove",
                site.tunnels().stream().map(TunnelView::name).toList())
            .add("Remove the rules that were made", "")
            .add("Or restore the backup", "Settings > System > Backups > Restore")
            .section());
    return parts;
  }

  private static ChecklistSection tunnel(SiteView site, TunnelView t) {
    return new Page("Settings > VPN > Site-to-Site VPN > Create New")
        .add("VPN type", "IPsec (Manual IPsec)")
        .add("Name", t.name())
        .add("Pre-shared key", PlainWords.keyOf(t))
        .add("Local IP", site.device().wanInterface() + "\n" + PlainWords.outer(site, t))
        .add("Remote IP / host", t.plan().remoteAddress())
        .add("VPN method", "Policy based")
        .add("Local networks", t.local())
        .add("Remote networks", t.remote())
        .section();
  }

  private static ChecklistSection advanced(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    return new Page("The same page: Advanced > Manual")
        .add("Key exchange version", t.ikev2() ? "IKEv2" : "IKEv1")
        .add("IKE: encryption", PlainWords.encryption(ike.encryption()))
        .add("IKE: hash", PlainWords.hash(ike.hash()))
        .add("IKE: DH group", PlainWords.group(ike.group()))
        .add("IKE: lifetime", ike.lifetimeSeconds() + " s")
        .add("ESP: encryption", PlainWords.encryption(ipsec.encryption()))
        .add("ESP: hash", ipsec.hash().map(PlainWords::hash).orElseThrow())
        .add("Perfect forward secrecy", ipsec.pfs().isPresent() ? "on" : "off")
        .add("ESP: DH group", ipsec.pfs().map(PlainWords::group).stream().toList())
        .add("ESP: lifetime", ipsec.lifetimeSeconds() + " s")
        .add("Local authentication ID", t.plan().localId())
        .add("Remote authentication ID", t.plan().remoteId())
        .add(
            "Dead peer detection, where the page has it",
            t.plan().dpd().enabled() ? "every " + t.plan().dpd().intervalSeconds() + " s" : "off")
        .section();
  }

  private static ChecklistSection surroundings(SiteView site) {
    return new Page("Settings > Policy Engine, Settings > Internet")
        .add(
            "Firewall: where a rule denies traffic between the zones VPN and Internal, allow it"
                + " both ways, between",
            site.own())
        .add("and", site.remote())
        .add(
            "Firewall: nothing of this to the zone External, so that nothing leaves unencrypted"
                + " while the tunnel is down",
            site.remote())
        .add("Where custom NAT rules exist: none for", site.remote())
        .add(
            "Where another router is in front: let UDP 500, UDP 4500 and ESP through, from",
            PlainWords.hubs(site))
        .add("MSS clamping (Settings > Internet > WAN, Custom)", site.mss() + " bytes")
        .section();
  }
}
