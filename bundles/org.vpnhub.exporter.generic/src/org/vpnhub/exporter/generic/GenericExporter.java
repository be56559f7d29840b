package org.vpnhub.exporter.generic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
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

/**
 * A checklist with every parameter of both phases, for a device that has no exporter. What such a
 * device can do is not known: its owner sees whether its pages offer what stands here.
 *
 * <p>Sources of the words: RFC 2409, RFC 7296, RFC 4303, and the IANA registries of IKE.
 */
@Component(service = Exporter.class)
public final class GenericExporter extends ChecklistExporter {
  private static final Algorithms ALL =
      new Algorithms(
          EnumSet.allOf(Encryption.class), EnumSet.allOf(Hash.class), EnumSet.allOf(DhGroup.class));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("generic", "Generic", "IPsec gateway (checklist)")
          .release("any", ALL, ALL, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, true, true))
          .keys(KeyRules.anyPrintable(128))
          .verification(Verification.SAMPLE)
          .build();

  @Activate
  public GenericExporter() {
    super(DEVICE);
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    List<ChecklistSection> parts = new ArrayList<>();
    parts.add(about(site));
    parts.add(
        new Page("Install")
            .add("Save the device's configuration", "")
            .add("See that the device's clock is right and its software is up to date", "")
            .section());
    for (TunnelView t : site.tunnels()) {
      parts.add(peer(site, t));
      parts.add(phase1(t));
      parts.add(phase2(t));
      parts.add(networks(t));
    }
    parts.add(surroundings(site));
    parts.add(verify(site, "state 'established' or 'installed' on the page with the tunnels"));
    parts.add(
        new Page(ChecklistSection.ROLL_BACK)
            .add("Delete the rules, routes and tunnels that were made", names(site))
            .add("Or load the configuration that was saved", "")
            .section());
    return parts;
  }

  private static List<String> names(SiteView site) {
    return site.tunnels().stream().map(TunnelView::name).toList();
  }

  private static ChecklistSection peer(SiteView site, TunnelView t) {
    return new Page("IPsec connection " + t.title() + ": peer")
        .add("Name", t.name())
        .add("Own outer address", PlainWords.outer(site, t))
        .addIf(
            t.plan().localBehindNat(), "Address of the NAT in front of it", t.plan().localAddress())
        .add("Address of the peer", t.plan().remoteAddress())
        .add("Authentication", "Pre-shared key at both ends")
        .add("Pre-shared key", PlainWords.keyOf(t))
        .add(
            "Own identity",
            PlainWords.kind(t.plan().localId()) + "\n" + t.plan().localId().toString())
        .add(
            "Identity of the peer",
            PlainWords.kind(t.plan().remoteId()) + "\n" + t.plan().remoteId().toString())
        .section();
  }

  private static ChecklistSection phase1(TunnelView t) {
    IkePlan ike = t.plan().ike();
    return new Page("IPsec connection " + t.title() + ": phase 1 (IKE SA), one proposal only")
        .add("IKE version", t.ikev2() ? "IKEv2 only" : "IKEv1 only")
        .addIf(!t.ikev2(), "Exchange mode", t.aggressive() ? "aggressive" : "main")
        .add("Encryption", PlainWords.encryption(ike.encryption()))
        .addIf(
            !ike.encryption().isAead(),
            t.ikev2() ? "Integrity" : "Hash",
            PlainWords.hash(ike.hash()))
        .addIf(t.ikev2(), "PRF", "HMAC-" + PlainWords.hash(ike.hash()))
        .addIf(!t.ikev2() && ike.encryption().isAead(), "Hash (PRF)", PlainWords.hash(ike.hash()))
        .add("Diffie-Hellman group", PlainWords.group(ike.group()))
        .add("Lifetime", ike.lifetimeSeconds() + " s")
        .add(
            "Dead peer detection",
            t.plan().dpd().enabled()
                ? "periodic, every " + t.plan().dpd().intervalSeconds() + " s; then negotiate again"
                : "off")
        .add("NAT traversal (UDP port 4500)", t.plan().natTraversal() ? "on (automatic)" : "off")
        .addIf(!t.ikev2(), "Extended authentication (XAUTH), mode configuration", "off")
        .add("Who begins", "This device, at once, and again after a loss")
        .section();
  }

  private static ChecklistSection phase2(TunnelView t) {
    IpsecPlan ipsec = t.plan().ipsec();
    return new Page("IPsec connection " + t.title() + ": phase 2 (IPsec SA), one proposal only")
        .add("Protocol", "ESP")
        .add("Encapsulation", "tunnel mode")
        .add("Encryption", PlainWords.encryption(ipsec.encryption()))
        .add("Integrity", ipsec.hash().map(PlainWords::hash).orElse("none: the cipher has its own"))
        .add("Perfect forward secrecy (PFS)", ipsec.pfs().map(PlainWords::group).orElse("off"))
        .add("Lifetime", ipsec.lifetimeSeconds() + " s")
        .add("Lifetime by volume", "off, or the largest value")
        .add("Compression (IPComp)", "off")
        .add("Extended sequence numbers (ESN)", "off, or both")
        .section();
  }

  private static ChecklistSection networks(TunnelView t) {
    Page page = new Page("IPsec connection " + t.title() + ": networks");
    if (t.ikev2()) {
      page.add("Own networks (local traffic selectors)", t.local());
      page.add("Networks of the peer (remote traffic selectors)", t.remote());
      page.addIf(
          t.pairs().size() > 1,
          "Where the device takes no lists: a phase 2 for each pair",
          String.join("\n", PlainWords.pairs(t)));
    } else {
      page.add("A phase 2 for each pair, exactly these", PlainWords.pairs(t));
    }
    return page.add("Routes into this tunnel (with a tunnel interface)", t.routes())
        .add("The same with a worse metric: this tunnel is the standby", t.standbyRoutes())
        .section();
  }

  private static ChecklistSection surroundings(SiteView site) {
    return new Page("Routes, NAT, firewall")
        .add(
            "No way around the tunnel while it is down: routes to the black hole, of the worst"
                + " metric",
            site.remote())
        .add("Not into the tunnel: this site's own networks among themselves", site.bypass())
        .add("No source NAT, above all other rules, from", site.own())
        .add("and to", site.remote())
        .add("Firewall: allow both ways, with replies, between", site.own())
        .add("and", site.remote())
        .add(
            "Firewall, from the Internet to the device itself: allow UDP 500, UDP 4500 and IP"
                + " protocol 50 (ESP) from",
            PlainWords.hubs(site))
        .add("MTU of the tunnel", site.mtu() + " bytes")
        .add("Clamp the MSS of TCP in the tunnel to", site.mss() + " bytes")
        .section();
  }
}
