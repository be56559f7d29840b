package org.vpnhub.exporter.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IpsecPlan;

/** Writes the commands, each with its values in single quotes. */
final class GaiaScript {
  private static final String LOGIN = "mgmt_cli -r true ";

  private final SiteView site;
  private final List<String> lines = new ArrayList<>();

  private GaiaScript(SiteView site) {
    this.site = site;
  }

  static String of(SiteView site) {
    return new GaiaScript(site).script();
  }

  static String own(TunnelView t) {
    return t.name() + "-own";
  }

  static String hub(TunnelView t) {
    return t.name() + "-hub";
  }

  private static String network(Ipv4Prefix p) {
    return "vpnhub-" + p.address() + "-" + p.length();
  }

  private static Set<Ipv4Prefix> networks(SiteView site) {
    Set<Ipv4Prefix> all = new LinkedHashSet<>();
    for (TunnelView t : site.tunnels()) {
      all.addAll(t.local());
      all.addAll(t.remote());
    }
    return all;
  }

  private String script() {
    lines.add("#!/bin/bash");
    for (String line : site.heading()) lines.add("# " + line);
    lines.add("# Usage: bash vpnhub.sh GATEWAY LAYER PACKAGE");
    lines.add("set -eu");
    lines.add("gateway=$1 layer=$2 package=$3");
    lines.add("session=$(mktemp)");
    lines.add("trap 'rm -f \"$session\"' EXIT");
    lines.add("mgmt_cli -r true login > \"$session\"");
    lines.add("run() { mgmt_cli -s \"$session\" \"$@\"; }");
    lines.add("trap 'run discard; run logout' ERR");
    for (Ipv4Prefix p : networks(site)) {
      network(network(p), p);
    }
    for (TunnelView t : site.tunnels()) tunnel(t);
    lines.add("run publish");
    lines.add("run logout");
    return String.join("\n", lines) + "\n";
  }

  /** That the owner's own object has the same addresses is a warning, which would end it all. */
  private void network(String name, Ipv4Prefix p) {
    command(
        "add network",
        "name",
        name,
        "subnet",
        p.address(),
        "mask-length",
        p.length(),
        "ignore-warnings",
        true);
  }

  private void tunnel(TunnelView t) {
    group(own(t), t.local());
    group(hub(t), t.remote());
    command(
        "add interoperable-device",
        "name",
        t.name(),
        "ipv4-address",
        t.plan().remoteAddress(),
        "vpn-settings.vpn-domain-type",
        "manual",
        "vpn-settings.vpn-domain",
        hub(t));
    lines.add("run set simple-gateway name \"$gateway\" vpn true \\");
    lines.add("  vpn-settings.vpn-domain-type manual vpn-settings.vpn-domain '" + own(t) + "'");
    community(t);
    rules(t);
  }

  private void group(String name, List<Ipv4Prefix> members) {
    List<Object> words = new ArrayList<>(List.of("name", name));
    for (int i = 0; i < members.size(); i++) {
      words.add("members." + (i + 1));
      words.add(network(members.get(i)));
    }
    command("add group", words.toArray());
  }

  private void community(TunnelView t) {
    IkePlan ike = t.plan().ike();
    IpsecPlan ipsec = t.plan().ipsec();
    List<Object> words = new ArrayList<>();
    add(words, "name", community(t.name()));
    add(words, "center-gateways", t.name());
    add(
        words,
        "encryption-method",
        t.ikev2() ? "ikev2 only" : "ikev1 for ipv4 and ikev2 for ipv6 only");
    add(words, "encryption-suite", "custom");
    add(words, "ike-phase-1.encryption-algorithm", cipher(ike.encryption()));
    add(words, "ike-phase-1.data-integrity", ike.hash().literal());
    add(words, "ike-phase-1.diffie-hellman-group", "group-" + ike.group().number());
    add(words, "ike-phase-1.ike-p1-rekey-time", ike.lifetimeSeconds() / 60);
    add(words, "ike-phase-2.encryption-algorithm", cipher(ipsec.encryption()));
    add(words, "ike-phase-2.data-integrity", ipsec.hash().orElse(ike.hash()).literal());
    add(words, "ike-phase-2.ike-p2-use-pfs", ipsec.pfs().isPresent());
    ipsec.pfs().ifPresent(g -> add(words, "ike-phase-2.ike-p2-pfs-dh-grp", "group-" + g.number()));
    add(words, "ike-phase-2.ike-p2-rekey-time", ipsec.lifetimeSeconds());
    add(words, "use-shared-secret", true);
    add(words, "shared-secrets.1.external-gateway", t.name());
    command("add vpn-community-star", words.toArray());
    continued("  shared-secrets.1.shared-secret " + t.key());
    continued("  satellite-gateways.1 \"$gateway\"");
  }

  private static String community(String tunnel) {
    return tunnel + "-vpn";
  }

  /** Allows both directions, and exempts both from NAT above all other rules. */
  private void rules(TunnelView t) {
    for (boolean out : new boolean[] {true, false}) {
      String from = out ? own(t) : hub(t);
      String to = out ? hub(t) : own(t);
      String name = t.name() + (out ? "-out" : "-in");
      lines.add("run add access-rule layer \"$layer\" position top name '" + name + "' \\");
      lines.add("  source '" + from + "' destination '" + to + "' service Any action Accept \\");
      lines.add("  vpn '" + community(t.name()) + "' track.type Log");
      lines.add("run add nat-rule package \"$package\" position top name '" + name + "' \\");
      lines.add("  original-source '" + from + "' original-destination '" + to + "'");
    }
  }

  static List<String> deletions(SiteView site) {
    List<String> all = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      for (String way : List.of("-out", "-in")) {
        all.add(LOGIN + "delete access-rule layer LAYER name " + t.name() + way);
        all.add(LOGIN + "delete nat-rule package PACKAGE name " + t.name() + way);
      }
      all.add(LOGIN + "delete vpn-community-star name " + community(t.name()));
      all.add(LOGIN + "delete interoperable-device name " + t.name());
      all.add(LOGIN + "delete group name " + own(t));
      all.add(LOGIN + "delete group name " + hub(t));
    }
    for (Ipv4Prefix p : networks(site)) all.add(LOGIN + "delete network name " + network(p));
    return all;
  }

  private static String cipher(Encryption e) {
    return switch (e) {
      case DES -> "des";
      case TRIPLE_DES -> "3des";
      case AES128 -> "aes-128";
      case AES256 -> "aes-256";
      case AES128GCM16 -> "aes-gcm-128";
      case AES256GCM16 -> "aes-gcm-256";
      default -> throw new IllegalArgumentException(e.literal());
    };
  }

  private static void add(List<Object> words, String name, Object value) {
    words.add(name);
    words.add(value);
  }

  private void command(String command, Object... words) {
    StringBuilder line = new StringBuilder("run " + command);
    for (int i = 0; i < words.length; i += 2) {
      line.append(" \\\n  ").append(words[i]).append(' ');
      line.append(ShellText.quoted(words[i + 1].toString()));
    }
    lines.add(line.toString());
  }

  /** One more parameter of the last command. */
  private void continued(String text) {
    lines.add(lines.removeLast() + " \\\n" + text);
  }
}
