package org.vpnhub.exporter.strongswan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SitePlan;

/** The text of {@code swanctl.conf} for one site. */
final class SwanctlConf {
  static final int LONGEST_NAME = 60;

  private final ExportRequest request;
  private final SitePlan site;
  private final SafeNames names = new SafeNames(LONGEST_NAME);
  private final Lines connections = new Lines();
  private final Lines secrets = new Lines();

  SwanctlConf(ExportRequest request) {
    this.request = request;
    this.site = request.site();
  }

  String text() {
    Lines all = new Lines();
    heading(all);
    connections.open("connections");
    for (ConnectionPlan c : site.gateway().connections()) connection(c);
    bypass();
    connections.close();
    return all.line("").append(connections).line("").append(secrets()).toString();
  }

  private void heading(Lines out) {
    out.line("# strongSwan (swanctl) for site " + SwanctlText.printable(site.name()));
    out.line("# to the VPN hub at " + hubs() + ". Written by vpnhub; change the model, not this.");
    out.line("# Install as /etc/swanctl/conf.d/vpnhub.conf, then: swanctl --load-all");
    out.line("# Inner packets of up to " + site.tunnelMtu() + " bytes fit the tunnel; vpnhub.nft");
    out.line("# clamps the TCP segment size to " + site.tcpMss() + ".");
    if (!request.includeSecrets()) {
      out.line("# The keys are left out. Put the pre-shared key of each connection in place of");
      out.line("# its \"<secret: ...>\" below, or export again with the secrets included.");
    }
  }

  private String hubs() {
    return site.gateway().connections().stream()
        .map(c -> c.remoteAddress().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void connection(ConnectionPlan c) {
    String name = names.unique(c.name(), "hub");
    Lines out = connections;
    out.line("# IPsec connection " + SwanctlText.printable(c.name()));
    out.open(name);
    out.set("version", c.ike().version() == IkeVersion.IKEV1 ? "1" : "2");
    if (c.ike().version() == IkeVersion.IKEV1 && c.ike().mode() == ExchangeMode.AGGRESSIVE) {
      out.set("aggressive", "yes");
    }
    // Behind a NAT the device does not have the public address.
    out.set("local_addrs", c.localBehindNat() ? "%any" : c.localAddress().toString());
    out.set("remote_addrs", c.remoteAddress().toString());
    out.set("proposals", proposal(c.ike()));
    if (c.natTraversal() && c.localBehindNat()) out.set("encap", "yes");
    out.set("mobike", "no");
    // "no" still obeys INITIAL_CONTACT of a hub that was restarted, and lets both ends initiate.
    out.set("unique", "no");
    out.set("keyingtries", c.initiate() ? "0" : "1");
    dpd(c);
    long margin = margin(c.ike().lifetimeSeconds());
    out.set("rekey_time", seconds(c.ike().lifetimeSeconds() - margin));
    out.set("over_time", seconds(margin));
    out.set("rand_time", seconds(margin));
    authentication(c);
    out.open("children");
    SafeNames childNames = new SafeNames(LONGEST_NAME);
    for (ChildPlan child : c.children()) {
      child(c, child, childNames.unique(child.name(), "net"));
    }
    out.close();
    out.close();
    secret(c, name);
  }

  private void dpd(ConnectionPlan c) {
    int interval = c.dpd().enabled() ? Math.max(1, c.dpd().intervalSeconds()) : 0;
    connections.set("dpd_delay", seconds(interval));
    if (interval > 0 && c.ike().version() == IkeVersion.IKEV1) {
      connections.set("dpd_timeout", seconds(interval * 5L));
    }
  }

  private void authentication(ConnectionPlan c) {
    connections.open("local");
    connections.set("auth", "psk");
    connections.set("id", SwanctlText.identity(c.localId()));
    connections.close();
    connections.open("remote");
    connections.set("auth", "psk");
    connections.set("id", SwanctlText.identity(c.remoteId()));
    connections.close();
  }

  private void child(ConnectionPlan c, ChildPlan child, String name) {
    Lines out = connections;
    out.open(name);
    out.set("mode", "tunnel");
    out.set("local_ts", prefixes(child.local()));
    out.set("remote_ts", prefixes(child.remote()));
    out.set("esp_proposals", proposal(c.ipsec()));
    int life = c.ipsec().lifetimeSeconds();
    long margin = margin(life);
    out.set("rekey_time", seconds(life - margin));
    out.set("life_time", seconds(life));
    out.set("rand_time", seconds(margin));
    String start = StrongswanCapabilities.trapsAndStarts(release()) ? "trap|start" : "start";
    out.set("start_action", c.initiate() ? start : "trap");
    // A hub that can initiate may close a duplicate; to start again at once would fight with it.
    out.set("close_action", c.initiate() && c.localBehindNat() ? "start" : "trap");
    if (c.dpd().enabled()) out.set("dpd_action", c.initiate() ? "restart" : "trap");
    out.close();
  }

  private String release() {
    return site.device().release();
  }

  /**
   * Pass policies for the site's own network, where the remote side covers it. In a connection of
   * its own, whose peer nobody is, so that no packet of a peer ever matches it.
   */
  private void bypass() {
    List<Ipv4Prefix> remote =
        site.gateway().connections().stream()
            .flatMap(c -> c.children().stream())
            .flatMap(k -> k.remote().stream())
            .toList();
    List<Ipv4Prefix> own =
        site.prefixes().stream().filter(p -> remote.stream().anyMatch(p::overlaps)).toList();
    if (own.isEmpty()) return;
    connections.line(
        "# The remote side covers the site's own network: that stays out of the tunnel");
    connections.open(names.unique("own-network", "own-network"));
    connections.set("remote_addrs", "127.0.0.1");
    connections.open("children");
    connections.open("bypass");
    connections.set("local_ts", prefixes(own));
    connections.set("remote_ts", prefixes(own));
    connections.set("mode", "pass");
    connections.set("start_action", "trap");
    connections.close();
    connections.close();
    connections.close();
  }

  private void secret(ConnectionPlan c, String name) {
    secrets.open("ike-" + name);
    secrets.set("id-local", SwanctlText.identity(c.localId()));
    secrets.set("id-remote", SwanctlText.identity(c.remoteId()));
    secrets.set("secret", key(c));
    secrets.close();
  }

  private String key(ConnectionPlan c) {
    Optional<Secret> key =
        request.includeSecrets() ? request.keys().apply(c.pskReference()) : Optional.empty();
    return key.map(k -> SwanctlText.secret(k.text()))
        .orElseGet(
            () ->
                SwanctlText.quoted(
                    SwanctlText.printable(ExportRequest.placeholder(c.pskReference()))));
  }

  private Lines secrets() {
    return new Lines().open("secrets").append(secrets).close();
  }

  /** With AEAD the hash is the PRF alone; otherwise strongSwan derives the PRF from it. */
  private static String proposal(IkePlan ike) {
    String hash = StrongswanCapabilities.word(ike.hash());
    return StrongswanCapabilities.word(ike.encryption())
        + (ike.encryption().isAead() ? "-prf" : "-")
        + hash
        + "-"
        + StrongswanCapabilities.word(ike.group());
  }

  private static String proposal(IpsecPlan ipsec) {
    String hash =
        ipsec.encryption().isAead()
            ? ""
            : ipsec.hash().map(h -> "-" + StrongswanCapabilities.word(h)).orElse("");
    return StrongswanCapabilities.word(ipsec.encryption())
        + hash
        + ipsec.pfs().map(g -> "-" + StrongswanCapabilities.word(g)).orElse("");
  }

  /** A tenth of the lifetime: this end rekeys before the hub's lifetime ends, and never later. */
  private static long margin(int lifetimeSeconds) {
    return Math.min(Math.max(1, lifetimeSeconds / 10), Math.max(0, lifetimeSeconds - 1));
  }

  private static String seconds(long n) {
    return n + "s";
  }

  private static String prefixes(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(","));
  }
}
