package org.vpnhub.exporter.juniper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.SetTree;
import org.vpnhub.exporter.read.ZonedTunnels;

/**
 * Reads the tunnels of an SRX configuration, as {@code show configuration} shows it with braces or
 * with {@code | display set}: each VPN with a tunnel interface, and the routes, policies and rules
 * that lead through it.
 */
final class SrxReader implements ConfigurationReader {

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  @Override
  public DeviceConfiguration read(String text) {
    return new Reading(SrxCommands.of(text)).configuration();
  }

  /** One reading. */
  private static final class Reading {
    private final SrxCommands commands;
    private final SetTree security;
    private final List<Line> unknown = new ArrayList<>();
    private final List<Line> undefined = new ArrayList<>();

    Reading(SrxCommands commands) {
      this.commands = commands;
      this.security = commands.tree.at("security").orElse(SetTree.root());
    }

    DeviceConfiguration configuration() {
      ZonedTunnels tunnels = new ZonedTunnels();
      unknown.addAll(commands.unknown);
      for (String part : List.of("ike", "ipsec", "flow")) {
        security.at(part).ifPresent(t -> unknown.addAll(t.unknown()));
      }
      List<SetTree> vpns =
          security.at("ipsec", "vpn").stream().flatMap(t -> t.children().stream()).toList();
      for (SetTree vpn : vpns) {
        FoundTunnel tunnel = new FoundTunnel(vpn.word(), vpn.line());
        gateway(tunnel, vpn);
        ipsec(tunnel, vpn);
        selectors(tunnel, vpn);
        String unit = vpn.one("bind-interface").map(Found::value).orElse("");
        if (commands.tree.at("interfaces", "st0", "unit", unit.replace("st0.", "")).isEmpty()) {
          undefined(vpn.line(), "VPN " + vpn.word() + " has no tunnel interface " + unit);
        }
        tunnels.add(tunnel, unit, SrxSurroundings.zone(commands.tree, unit));
      }
      new SrxSurroundings(commands.tree, tunnels, unknown, undefined).read();
      return new DeviceConfiguration(
          tunnels.all(),
          commands.skipped,
          sorted(unknown),
          sorted(undefined.stream().distinct().toList()));
    }

    private static List<Line> sorted(List<Line> lines) {
      return lines.stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toList();
    }

    private void undefined(int line, String text) {
      undefined.add(new Line(line, text));
    }

    /** What a name leads to; where it leads nowhere that is told. */
    private Optional<SetTree> named(Optional<Found> name, String... path) {
      if (name.isEmpty()) return Optional.empty();
      Optional<SetTree> tree = security.at(path).flatMap(t -> t.at(name.get().value()));
      if (tree.isEmpty()) {
        String what = String.join(" ", path) + " " + name.get().value();
        undefined(name.get().line(), "security " + what + " is used and not defined");
      }
      return tree;
    }

    private void gateway(FoundTunnel tunnel, SetTree vpn) {
      Optional<SetTree> gateway = named(vpn.one("ike", "gateway"), "ike", "gateway");
      if (gateway.isEmpty()) return;
      SetTree g = gateway.get();
      g.one("address").ifPresent(f -> add(tunnel, Parameter.PEER, f));
      Found version = g.one(List.of("version"), "v1-only");
      boolean ikev2 = version.value().equals("v2-only");
      String word = ikev2 ? "ikev2" : "ikev1";
      tunnel.add(Parameter.IKE_VERSION, word, g.at("version").isPresent() ? version.line() : 0);
      identity(tunnel, Parameter.LOCAL_ID, g.at("local-identity"));
      identity(tunnel, Parameter.REMOTE_ID, g.at("remote-identity"));
      Optional<SetTree> dpd = g.at("dead-peer-detection");
      if (dpd.isEmpty()) tunnel.add(Parameter.DPD, "none", 0);
      dpd.ifPresent(d -> add(tunnel, Parameter.DPD, d.one(List.of("interval"), "10")));
      named(g.one("ike-policy"), "ike", "policy").ifPresent(p -> policy(tunnel, p, ikev2));
      g.one("external-interface")
          .ifPresentOrElse(
              this::letsIkeIn, () -> undefined(g.line(), g + " has no external-interface"));
    }

    /** A trailing "wildcard" or the like would be an identity of another kind. */
    private static void identity(FoundTunnel tunnel, Parameter parameter, Optional<SetTree> id) {
      id.flatMap(t -> t.children().stream().reduce((a, b) -> b))
          .flatMap(kind -> kind.one())
          .ifPresent(f -> add(tunnel, parameter, f));
    }

    private void policy(FoundTunnel tunnel, SetTree policy, boolean ikev2) {
      if (!ikev2) {
        boolean set = policy.at("mode").isPresent();
        Found mode = policy.one(List.of("mode"), "main");
        tunnel.add(Parameter.IKE_MODE, mode.value(), set ? mode.line() : 0);
      }
      policy
          .one("pre-shared-key", "ascii-text")
          .or(() -> policy.one("pre-shared-key", "hexadecimal"))
          .ifPresent(f -> tunnel.key(Secret.ofText(f.value())));
      proposalSet(tunnel, policy, Parameter.IKE_ENCRYPTION);
      List<SetTree> proposals = proposals(policy, "ike");
      if (proposals.isEmpty()) return;
      each(tunnel, Parameter.IKE_ENCRYPTION, proposals, "encryption-algorithm", "3des-cbc");
      each(tunnel, Parameter.IKE_HASH, proposals, "authentication-algorithm", "sha1");
      each(tunnel, Parameter.IKE_GROUP, proposals, "dh-group", "group2");
      each(tunnel, Parameter.IKE_LIFETIME, proposals, "lifetime-seconds", "28800");
    }

    private static void proposalSet(FoundTunnel tunnel, SetTree policy, Parameter parameter) {
      policy
          .one("proposal-set")
          .ifPresent(f -> tunnel.add(parameter, "proposal-set " + f.value(), f.line()));
    }

    private List<SetTree> proposals(SetTree policy, String protocol) {
      return policy.all("proposals").stream()
          .flatMap(f -> named(Optional.of(f), protocol, "proposal").stream())
          .toList();
    }

    private void ipsec(FoundTunnel tunnel, SetTree vpn) {
      Optional<SetTree> policy = named(vpn.one("ike", "ipsec-policy"), "ipsec", "policy");
      if (policy.isEmpty()) return;
      Optional<Found> pfs = policy.get().one("perfect-forward-secrecy", "keys");
      pfs.ifPresent(f -> add(tunnel, Parameter.PFS, f));
      if (pfs.isEmpty()) tunnel.add(Parameter.PFS, "none", 0);
      proposalSet(tunnel, policy.get(), Parameter.ESP_ENCRYPTION);
      List<SetTree> proposals = proposals(policy.get(), "ipsec");
      if (proposals.isEmpty()) return;
      each(tunnel, Parameter.ESP_ENCRYPTION, proposals, "encryption-algorithm", "none");
      each(tunnel, Parameter.ESP_HASH, proposals, "authentication-algorithm", "none");
      each(tunnel, Parameter.ESP_LIFETIME, proposals, "lifetime-seconds", "3600");
      each(tunnel, Parameter.VOLUME_LIFETIME, proposals, "lifetime-kilobytes", "none");
      for (SetTree p : proposals) {
        if (p.at("protocol", "esp").isEmpty()) undefined(p.line(), p + " is not for ESP");
      }
    }

    /** The values of all proposals; the hub has one. */
    private static void each(
        FoundTunnel tunnel,
        Parameter parameter,
        List<SetTree> proposals,
        String attribute,
        String otherwise) {
      List<Found> all = new ArrayList<>();
      for (SetTree p : proposals) {
        all.add(p.one(attribute).orElse(new Found(otherwise, 0)));
      }
      String values =
          all.stream().map(f -> plain(f.value())).distinct().collect(Collectors.joining(", "));
      tunnel.add(parameter, values, all.getLast().line());
    }

    /** {@code aes-256-cbc}, {@code hmac-sha-256-128} and their like in the words of the plan. */
    private static String plain(String word) {
      if (word.endsWith("-gcm")) return word.replace("-gcm", "gcm16").replace("aes-", "aes");
      if (word.equals("chacha20-poly1305")) return "chacha20poly1305";
      return word.replaceFirst("^hmac-", "")
          .replaceFirst("-(96|128)$", "")
          .replaceFirst("-cbc$", "")
          .replaceFirst("^(aes|sha)-", "$1");
    }

    private void selectors(FoundTunnel tunnel, SetTree vpn) {
      List<SetTree> several =
          vpn.at("traffic-selector").stream().flatMap(t -> t.children().stream()).toList();
      for (SetTree s : several) {
        String own = s.one(List.of("local-ip"), "0.0.0.0/0").value();
        tunnel.add(
            Parameter.SELECTOR,
            own + " - " + s.one(List.of("remote-ip"), "0.0.0.0/0").value(),
            s.line());
      }
      if (!several.isEmpty()) return;
      SetTree one = vpn.at("ike", "proxy-identity").orElse(SetTree.root());
      tunnel.add(
          Parameter.SELECTOR,
          one.one(List.of("local"), "0.0.0.0/0").value()
              + " - "
              + one.one(List.of("remote"), "0.0.0.0/0").value(),
          one.line());
    }

    private void letsIkeIn(Found port) {
      for (SetTree zone : SrxSurroundings.zones(commands.tree)) {
        if (zone.at("interfaces", port.value()).isEmpty()) continue;
        List<Found> own =
            zone.all("interfaces", port.value(), "host-inbound-traffic", "system-services");
        List<Found> all = own.isEmpty() ? zone.all("host-inbound-traffic", "system-services") : own;
        if (all.stream().anyMatch(f -> List.of("ike", "all", "any-service").contains(f.value())))
          return;
        undefined(port.line(), "zone " + zone.word() + " lets no IKE in on " + port.value());
        return;
      }
      undefined(port.line(), "interface " + port.value() + " is in no zone");
    }

    private static void add(FoundTunnel tunnel, Parameter parameter, Found found) {
      tunnel.add(parameter, found.value(), found.line());
    }
  }
}
