package org.vpnhub.exporter.sophos;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.view.PlainWords;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IpsecPlan;

/** Writes the XML: hosts, VPN profiles, IPsec connections, firewall rules. */
final class SophosXml {
  private final SiteView site;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  private SophosXml(SiteView site) throws XMLStreamException {
    this.site = site;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  static String of(SiteView site) {
    try {
      return new SophosXml(site).document();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail", e);
    }
  }

  /** The name of a tunnel's objects: the device takes letters, digits and underscores. */
  static String name(TunnelView t) {
    return "vpnhub_" + (t.index() + 1) + "_" + t.name().replace('-', '_');
  }

  static String host(Ipv4Prefix p) {
    return p.length() == 0 ? "Any" : "vpnhub_" + p.address() + "_" + p.length();
  }

  static List<Ipv4Prefix> hosts(SiteView site) {
    Set<Ipv4Prefix> all = new LinkedHashSet<>(site.own());
    all.addAll(site.remote());
    for (TunnelView t : site.tunnels()) {
      all.addAll(t.local());
      all.addAll(t.remote());
    }
    all.remove(Ipv4Prefix.ANY);
    return new ArrayList<>(all);
  }

  private String document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    for (String line : site.heading()) {
      xml.writeCharacters("\n");
      xml.writeComment(" " + line.replace("--", "- -").replaceAll("-$", "- ") + " ");
    }
    open("Configuration");
    xml.writeAttribute("APIVersion", "1900.1");
    for (Ipv4Prefix p : hosts(site)) host(p.address().toString(), p);
    for (TunnelView t : site.tunnels()) profile(t);
    for (TunnelView t : site.tunnels()) connection(t);
    rule("vpnhub_to_hub", site.device().lanZone(), "VPN", site.own(), site.remote());
    rule("vpnhub_from_hub", "VPN", site.device().lanZone(), site.remote(), site.own());
    close();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void host(String address, Ipv4Prefix p) throws XMLStreamException {
    open("IPHost");
    value("Name", host(p));
    value("IPFamily", "IPv4");
    value("HostType", "Network");
    value("IPAddress", address);
    value("Subnet", p.netmask());
    close();
  }

  private void profile(TunnelView t) throws XMLStreamException {
    open("VPNProfile");
    value("Name", name(t));
    value("KeyingMethod", "Automatic");
    value("AllowReKeying", "Enable");
    value("KeyNegotiationTries", 0);
    value("AuthenticationMode", t.aggressive() ? "AggressiveMode" : "MainMode");
    value("PassDataInCompressedFormat", "Disable");
    phase1(t);
    phase2(t.plan().ipsec());
    value("sha2_96_truncate", "no");
    value("keyexchange", t.ikev2() ? "ikev2" : "ikev1");
    close();
  }

  private void phase1(TunnelView t) throws XMLStreamException {
    IkePlan ike = t.plan().ike();
    open("Phase1");
    value("EncryptionAlgorithm1", cipher(ike.encryption()));
    value("AuthenticationAlgorithm1", hash(ike.hash()));
    open("SupportedDHGroups");
    value("DHGroup", group(ike.group()));
    close();
    value("KeyLife", ike.lifetimeSeconds());
    value("ReKeyMargin", 120);
    value("RandomizeRe-KeyingMarginBy", 50);
    value("DeadPeerDetection", t.plan().dpd().enabled() ? "Enable" : "Disable");
    if (t.plan().dpd().enabled()) {
      value("CheckPeerAfterEvery", t.plan().dpd().intervalSeconds());
      value("WaitForResponseUpto", 4 * t.plan().dpd().intervalSeconds());
      value("ActionWhenPeerUnreachable", "ReInitiate");
    }
    close();
  }

  private void phase2(IpsecPlan ipsec) throws XMLStreamException {
    open("Phase2");
    value("EncryptionAlgorithm1", cipher(ipsec.encryption()));
    value("AuthenticationAlgorithm1", hash(ipsec.hash().orElseThrow()));
    value("PFSGroup", ipsec.pfs().map(SophosXml::group).orElse("None"));
    value("KeyLife", ipsec.lifetimeSeconds());
    close();
  }

  private void connection(TunnelView t) throws XMLStreamException {
    open("VPNIPSecConnection");
    open("Configuration");
    value("Name", name(t));
    value("Description", t.title());
    value("ConnectionType", "SiteToSite");
    value("Policy", name(t));
    value("ActionOnVPNRestart", "Initiate");
    value("AuthenticationType", "PresharedKey");
    value("PresharedKey", t.key());
    value("SubnetFamily", "IPv4");
    value("EndpointFamily", "IPv4");
    value("LocalWANPort", site.device().wanInterface());
    value("AliasLocalWANPort", site.device().wanInterface());
    value("RemoteHost", t.plan().remoteAddress());
    for (Ipv4Prefix p : t.local()) value("LocalSubnet", host(p));
    value("LocalIDType", kind(t.plan().localId()));
    value("LocalID", t.plan().localId());
    open("RemoteNetwork");
    for (Ipv4Prefix p : t.remote()) value("Network", host(p));
    close();
    value("RemoteIDType", kind(t.plan().remoteId()));
    value("RemoteID", t.plan().remoteId());
    value("UserAuthenticationMode", "Disable");
    value("Protocol", "ALL");
    value("Status", "Active");
    close();
    close();
  }

  private void rule(
      String name, String from, String to, List<Ipv4Prefix> sources, List<Ipv4Prefix> targets)
      throws XMLStreamException {
    open("FirewallRule");
    value("Name", name);
    value("IPFamily", "IPv4");
    value("Status", "Enable");
    value("Position", "Top");
    value("PolicyType", "Network");
    open("NetworkPolicy");
    value("Action", "Accept");
    list("SourceZones", "Zone", List.of(from));
    list("DestinationZones", "Zone", List.of(to));
    value("Schedule", "All The Time");
    list("SourceNetworks", "Network", sources.stream().map(SophosXml::host).toList());
    list("DestinationNetworks", "Network", targets.stream().map(SophosXml::host).toList());
    close();
    close();
  }

  private void list(String name, String each, List<String> values) throws XMLStreamException {
    open(name);
    for (String v : values) value(each, v);
    close();
  }

  private static String cipher(Encryption e) {
    return e == Encryption.TRIPLE_DES ? "3DES" : e.name();
  }

  private static String hash(Hash h) {
    return switch (h) {
      case MD5 -> "MD5";
      case SHA1 -> "SHA1";
      case SHA256 -> "SHA2_256";
      case SHA384 -> "SHA2_384";
      case SHA512 -> "SHA2_512";
      case SM3 -> throw new IllegalArgumentException(PlainWords.hash(h));
    };
  }

  private static String group(DhGroup g) {
    return switch (g) {
      case GROUP1 -> "1(DH768)";
      case GROUP2 -> "2(DH1024)";
      case GROUP5 -> "5(DH1536)";
      case GROUP14 -> "14(DH2048)";
      case GROUP15 -> "15(DH3072)";
      case GROUP16 -> "16(DH4096)";
      default -> throw new IllegalArgumentException(g.literal());
    };
  }

  private static String kind(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "IP Address";
      case Identity.Fqdn f -> "DNS";
      case Identity.Email e -> "Email";
    };
  }

  private void open(String name) throws XMLStreamException {
    indent();
    xml.writeStartElement(name);
    depth++;
  }

  private void value(String name, Object value) throws XMLStreamException {
    indent();
    xml.writeStartElement(name);
    xml.writeCharacters(value.toString());
    xml.writeEndElement();
  }

  private void close() throws XMLStreamException {
    depth--;
    indent();
    xml.writeEndElement();
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
