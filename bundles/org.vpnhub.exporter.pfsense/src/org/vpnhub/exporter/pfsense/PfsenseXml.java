package org.vpnhub.exporter.pfsense;

import java.util.Set;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.view.Pair;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.Standby;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.exporter.xml.XmlText;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IpsecPlan;

/** Writes the element {@code ipsec}: phases 1, phases 2, and what stays out of the tunnels. */
final class PfsenseXml {
  private final SiteView site;
  private final Set<ConnectionId> standby;
  private final XmlText xml = new XmlText();

  private PfsenseXml(SiteView site) {
    this.site = site;
    this.standby = Standby.of(site);
  }

  static String of(SiteView site) {
    PfsenseXml writer = new PfsenseXml(site);
    writer.write();
    return writer.xml.toString();
  }

  private void write() {
    xml.comments(site.heading()).open("ipsec");
    for (TunnelView t : site.tunnels()) phase1(t);
    for (TunnelView t : site.tunnels()) {
      for (Pair pair : t.pairs()) phase2(t, pair);
    }
    bypass();
    xml.close();
  }

  /** The number by which phases 2 name their phase 1. */
  private int number(TunnelView t) {
    return Math.max(1, site.device().tunnelNumber()) + t.index();
  }

  private void disabled(TunnelView t) {
    if (standby.contains(t.plan().id())) xml.leaf("disabled", "");
  }

  private void phase1(TunnelView t) {
    xml.open("phase1").leaf("ikeid", number(t));
    disabled(t);
    xml.leaf("iketype", t.plan().ike().version());
    if (!t.ikev2()) xml.leaf("mode", t.plan().ike().mode());
    xml.leaf("interface", site.device().wanInterface())
        .leaf("remote-gateway", t.plan().remoteAddress())
        .leaf("protocol", "inet");
    identity("myid", t.plan().localId());
    identity("peerid", t.plan().remoteId());
    proposal(t.plan().ike());
    xml.leaf("lifetime", t.plan().ike().lifetimeSeconds())
        .leaf("authentication_method", "pre_shared_key")
        .leaf("pre-shared-key", t.key())
        .leaf("descr", "vpnhub " + t.title())
        .leaf("nat_traversal", "on")
        .leaf("mobike", "off")
        .leaf("startaction", t.plan().initiate() ? "trap" : "none");
    if (t.plan().dpd().enabled()) {
      xml.leaf("dpd_delay", t.plan().dpd().intervalSeconds()).leaf("dpd_maxfail", 3);
    }
    xml.close();
  }

  private void identity(String what, Identity identity) {
    xml.leaf(what + "_type", PfsenseWords.identityType(identity)).leaf(what + "_data", identity);
  }

  private void proposal(IkePlan ike) {
    xml.open("encryption").open("item");
    cipher("encryption-algorithm", ike.encryption());
    xml.leaf("hash-algorithm", ike.hash()).leaf("dhgroup", ike.group().number());
    xml.close().close();
  }

  private void cipher(String element, Encryption e) {
    xml.open(element).leaf("name", PfsenseWords.cipher(e));
    String length = PfsenseWords.keyLength(e);
    if (!length.isEmpty()) xml.leaf("keylen", length);
    xml.close();
  }

  /** With IKEv2 pfSense makes one CHILD SA of all phases 2, with IKEv1 one of each. */
  private void phase2(TunnelView t, Pair pair) {
    IpsecPlan ipsec = t.plan().ipsec();
    xml.open("phase2")
        .leaf("ikeid", number(t))
        .leaf("uniqid", "vpnhub" + number(t) + "x" + pair.index())
        .leaf("mode", "tunnel")
        .leaf("reqid", 100 * number(t) + pair.index());
    disabled(t);
    network("localid", pair.local());
    network("remoteid", pair.remote());
    xml.leaf("protocol", "esp");
    cipher("encryption-algorithm-option", ipsec.encryption());
    ipsec.hash().map(Hash::literal).ifPresent(h -> xml.leaf("hash-algorithm-option", "hmac_" + h));
    xml.leaf("pfsgroup", ipsec.pfs().map(g -> g.number()).orElse(0))
        .leaf("lifetime", ipsec.lifetimeSeconds())
        .leaf("keepalive", t.plan().initiate() ? "enabled" : "disabled")
        .leaf("descr", "vpnhub " + pair.name())
        .close();
  }

  private void network(String element, Ipv4Prefix p) {
    xml.open(element)
        .leaf("type", "network")
        .leaf("address", p.address())
        .leaf("netbits", p.length())
        .close();
  }

  private void bypass() {
    if (site.bypass().isEmpty()) return;
    xml.leaf("ipsecbypass", "").open("bypassrules");
    for (Ipv4Prefix from : site.own()) {
      for (Ipv4Prefix to : site.bypass()) {
        xml.open("rule")
            .leaf("source", from.address())
            .leaf("srcmask", from.length())
            .leaf("destination", to.address())
            .leaf("dstmask", to.length())
            .close();
      }
    }
    xml.close();
  }
}
