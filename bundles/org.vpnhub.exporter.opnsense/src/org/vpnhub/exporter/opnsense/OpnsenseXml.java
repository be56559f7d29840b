package org.vpnhub.exporter.opnsense;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.view.Pair;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.Standby;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.exporter.xml.XmlText;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.Identity;

/** Writes keys and connections, which name each other by UUIDs made from names. */
final class OpnsenseXml {
  private final SiteView site;
  private final Set<ConnectionId> standby;
  private final XmlText xml = new XmlText();

  private OpnsenseXml(SiteView site) {
    this.site = site;
    this.standby = Standby.of(site);
  }

  static String of(SiteView site) {
    OpnsenseXml writer = new OpnsenseXml(site);
    writer.write();
    return writer.xml.toString();
  }

  /** The same for the same names: a version 4 in form, as the models want it, made of a digest. */
  static String uuid(String role, String name) {
    String text = "vpnhub " + role + " " + name;
    UUID digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    long high = digest.getMostSignificantBits() & ~0xf000L | 0x4000L;
    return new UUID(high, digest.getLeastSignificantBits()).toString();
  }

  private void write() {
    xml.comments(site.heading()).open("opnsense");
    xml.open("ipsec").leaf("enable", 1).close();
    xml.open("OPNsense");
    xml.open("IPsec", "version", "1.0.1").open("preSharedKeys");
    site.tunnels().forEach(this::key);
    xml.close().close();
    xml.open("Swanctl", "version", "1.0.0");
    xml.open("Connections");
    site.tunnels().forEach(this::connection);
    xml.close().open("locals");
    for (TunnelView t : site.tunnels()) end(t, "local", t.plan().localId());
    xml.close().open("remotes");
    for (TunnelView t : site.tunnels()) end(t, "remote", t.plan().remoteId());
    xml.close().open("children");
    site.tunnels().forEach(this::children);
    xml.close().close().close().close();
  }

  private void key(TunnelView t) {
    xml.open("preSharedKey", "uuid", uuid("key", t.name()))
        .leaf("ident", t.plan().localId())
        .leaf("remote_ident", t.plan().remoteId())
        .leaf("keyType", "PSK")
        .leaf("Key", t.key())
        .close();
  }

  private void connection(TunnelView t) {
    ConnectionPlan c = t.plan();
    Object own = site.device().wanAddress().map(Object.class::cast).orElse(c.localAddress());
    xml.open("Connection", "uuid", uuid("connection", t.name()))
        .leaf("enabled", standby.contains(c.id()) ? 0 : 1)
        .leaf("proposals", Proposals.of(c.ike()))
        .leaf("unique", "no")
        .leaf("aggressive", t.aggressive() ? 1 : 0)
        .leaf("version", t.ikev2() ? 2 : 1)
        .leaf("mobike", 0)
        .leaf("local_addrs", own)
        .leaf("remote_addrs", c.remoteAddress())
        .leaf("encap", 0)
        .leaf("rekey_time", c.ike().lifetimeSeconds());
    if (c.dpd().enabled()) {
      xml.leaf("dpd_delay", c.dpd().intervalSeconds());
      xml.leaf("dpd_timeout", 4 * c.dpd().intervalSeconds());
    }
    xml.leaf("keyingtries", 0).leaf("description", "vpnhub " + t.title()).close();
  }

  private void end(TunnelView t, String role, Identity identity) {
    xml.open(role, "uuid", uuid(role, t.name()))
        .leaf("enabled", 1)
        .leaf("connection", uuid("connection", t.name()))
        .leaf("round", 0)
        .leaf("auth", "psk")
        .leaf("id", identity)
        .leaf("description", "vpnhub " + t.name())
        .close();
  }

  private void children(TunnelView t) {
    if (t.ikev2()) {
      int number = 0;
      for (ChildPlan c : t.plan().children()) child(t, t.name() + " " + ++number, c);
    } else {
      for (Pair p : t.pairs()) {
        child(t, p.name(), new ChildPlan("net", List.of(p.local()), List.of(p.remote())));
      }
    }
    if (!site.bypass().isEmpty()) bypass(t);
  }

  /** The trap stays while the tunnel is down, so that nothing leaves unencrypted. */
  private void child(TunnelView t, String name, ChildPlan c) {
    boolean starts = t.plan().initiate();
    begin(t, name);
    xml.leaf("esp_proposals", Proposals.of(t.plan().ipsec()))
        .leaf("sha256_96", 0)
        .leaf("start_action", starts ? "trap|start" : "none")
        .leaf("close_action", starts && t.ikev2() ? "start" : "none")
        .leaf("dpd_action", starts ? "start" : "clear")
        .leaf("mode", "tunnel")
        .leaf("policies", 1);
    networks(name, c.local(), c.remote(), t.plan().ipsec().lifetimeSeconds());
  }

  /** What the selectors cover of the site's own networks stays out of the tunnel. */
  private void bypass(TunnelView t) {
    String name = t.name() + " own";
    begin(t, name);
    xml.leaf("esp_proposals", "default")
        .leaf("sha256_96", 0)
        .leaf("start_action", "trap")
        .leaf("close_action", "none")
        .leaf("dpd_action", "clear")
        .leaf("mode", "pass")
        .leaf("policies", 1);
    networks(name, site.own(), site.bypass(), t.plan().ipsec().lifetimeSeconds());
  }

  private void begin(TunnelView t, String name) {
    xml.open("child", "uuid", uuid("child", name))
        .leaf("enabled", 1)
        .leaf("connection", uuid("connection", t.name()));
  }

  private void networks(
      String name, List<Ipv4Prefix> local, List<Ipv4Prefix> remote, int lifetime) {
    xml.leaf("local_ts", list(local))
        .leaf("remote_ts", list(remote))
        .leaf("rekey_time", lifetime)
        .leaf("description", "vpnhub " + name)
        .close();
  }

  private static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(","));
  }
}
