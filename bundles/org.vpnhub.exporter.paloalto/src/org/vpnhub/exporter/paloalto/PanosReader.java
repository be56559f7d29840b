package org.vpnhub.exporter.paloalto;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Hash;

/**
 * Reads the tunnels of a PAN-OS configuration in set format: each IPsec tunnel with an IKE gateway,
 * and the routes and rules that lead through it. What the firewall does by itself counts: the PRF
 * beside AES-GCM, and the clamp of TCP segments to the tunnel's MTU less 40.
 */
final class PanosReader implements ConfigurationReader {
  private static final Map<String, Integer> SECONDS =
      Map.of("seconds", 1, "minutes", 60, "hours", 3600, "days", 86400);

  /** Of the built-in profiles, and of an interface. */
  private static final String DEFAULT = "default";

  private static final int DEFAULT_MTU = 1500;
  private static final int IP_AND_TCP = 40;

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  @Override
  public DeviceConfiguration read(String text) {
    return new Reading(PanosCommands.of(text)).configuration();
  }

  /** One reading. */
  private static final class Reading {
    private final PanosCommands commands;
    private final SetTree network;
    private final ZonedTunnels tunnels = new ZonedTunnels();
    private final List<Line> unknown = new ArrayList<>();
    private final List<Line> undefined = new ArrayList<>();

    Reading(PanosCommands commands) {
      this.commands = commands;
      this.network = commands.tree.at("network").orElse(SetTree.root());
    }

    DeviceConfiguration configuration() {
      unknown.addAll(commands.unknown);
      for (String part : List.of("ike", "tunnel")) {
        network.at(part).ifPresent(t -> unknown.addAll(t.unknown()));
      }
      List<SetTree> all =
          network.at("tunnel", "ipsec").stream().flatMap(t -> t.children().stream()).toList();
      for (SetTree t : all) {
        FoundTunnel tunnel = new FoundTunnel(t.word(), t.line());
        named(t.one("auto-key", "ike-gateway"), "ike", "gateway")
            .ifPresent(g -> gateway(tunnel, g));
        named(
                Optional.of(t.one(List.of("auto-key", "ipsec-crypto-profile"), DEFAULT)),
                "ike",
                "crypto-profiles",
                "ipsec-crypto-profiles")
            .ifPresent(p -> ipsecProfile(tunnel, p));
        selectors(tunnel, t);
        String port = t.one("tunnel-interface").map(Found::value).orElse("");
        clamp(tunnel, port, t.line());
        tunnels.add(tunnel, port, PanosSurroundings.zone(commands.tree, port));
      }
      new PanosSurroundings(commands.tree, tunnels, unknown, undefined).read();
      return new DeviceConfiguration(
          tunnels.all(),
          commands.skipped,
          sorted(unknown),
          sorted(undefined.stream().distinct().toList()));
    }

    private static List<Line> sorted(List<Line> lines) {
      return lines.stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toList();
    }

    /** What a name leads to; where it leads nowhere that is told. */
    private Optional<SetTree> named(Optional<Found> name, String... path) {
      if (name.isEmpty()) return Optional.empty();
      Optional<SetTree> tree = network.at(path).flatMap(t -> t.at(name.get().value()));
      if (tree.isEmpty()) {
        String what = path[path.length - 1] + " " + name.get().value();
        undefined.add(new Line(name.get().line(), what + " is used and not defined"));
      }
      return tree;
    }

    private void gateway(FoundTunnel tunnel, SetTree g) {
      g.one("peer-address", "ip").ifPresent(f -> add(tunnel, Parameter.PEER, f));
      boolean set = g.at("protocol", "version").isPresent();
      Found version = set ? g.one("protocol", "version").get() : new Found("ikev1", 0);
      add(tunnel, Parameter.IKE_VERSION, version);
      String protocol = version.value().equals("ikev1") ? "ikev1" : "ikev2";
      if (protocol.equals("ikev1")) {
        add(
            tunnel,
            Parameter.IKE_MODE,
            g.one("protocol", "ikev1", "exchange-mode").orElse(new Found("auto", 0)));
      }
      g.one("local-id", "id").ifPresent(f -> add(tunnel, Parameter.LOCAL_ID, f));
      g.one("peer-id", "id").ifPresent(f -> add(tunnel, Parameter.REMOTE_ID, f));
      Found on = g.one("protocol", protocol, "dpd", "enable").orElse(new Found("yes", 0));
      boolean off = on.value().equals("no");
      Found interval = g.one("protocol", protocol, "dpd", "interval").orElse(new Found("5", 0));
      add(tunnel, Parameter.DPD, off ? new Found("none", on.line()) : interval);
      g.one("authentication", "pre-shared-key", "key")
          .ifPresent(f -> tunnel.key(Secret.ofText(f.value())));
      Optional<Found> profile =
          g.one("protocol", protocol, "ike-crypto-profile")
              .or(() -> Optional.of(new Found(DEFAULT, g.line())));
      named(profile, "ike", "crypto-profiles", "ike-crypto-profiles")
          .ifPresent(p -> ikeProfile(tunnel, p));
      if (g.at("local-address", "interface").isEmpty()) {
        undefined.add(new Line(g.line(), "gateway " + g.word() + " has no local interface"));
      }
    }

    private static void ikeProfile(FoundTunnel tunnel, SetTree p) {
      Found groups = joined(p.all("dh-group"), "group2");
      Found hash = joined(p.all("hash"), "sha1");
      add(tunnel, Parameter.IKE_ENCRYPTION, joined(p.all("encryption"), "3des"));
      add(tunnel, Parameter.IKE_GROUP, groups);
      add(tunnel, Parameter.IKE_HASH, hash.value().equals("non-auth") ? prf(groups, hash) : hash);
      add(tunnel, Parameter.IKE_LIFETIME, lifetime(p, "28800"));
    }

    private static Found prf(Found group, Found hash) {
      String prf =
          DhGroup.ofLiteral(group.value())
              .flatMap(PanosWords::prfBeside)
              .map(Hash::literal)
              .orElse("by the group");
      return new Found(prf, hash.line());
    }

    private static void ipsecProfile(FoundTunnel tunnel, SetTree p) {
      add(tunnel, Parameter.ESP_ENCRYPTION, joined(p.all("esp", "encryption"), "none"));
      add(tunnel, Parameter.ESP_HASH, joined(p.all("esp", "authentication"), "sha1"));
      Found pfs = p.one("dh-group").orElse(new Found("group2", 0));
      boolean none = pfs.value().equals("no-pfs");
      add(tunnel, Parameter.PFS, none ? new Found("none", pfs.line()) : pfs);
      add(tunnel, Parameter.ESP_LIFETIME, lifetime(p, "3600"));
      String size =
          p.all("lifesize").isEmpty() ? "none" : p.one("lifesize").get().value() + " counted";
      add(tunnel, Parameter.VOLUME_LIFETIME, new Found(size, p.line()));
    }

    private static Found lifetime(SetTree p, String otherwise) {
      Optional<Found> unit = p.one("lifetime");
      if (unit.isEmpty()) return new Found(otherwise, 0);
      Found number = p.one(List.of("lifetime", unit.get().value()), "0");
      try {
        int seconds =
            Integer.parseInt(number.value()) * SECONDS.getOrDefault(unit.get().value(), 1);
        return new Found(String.valueOf(seconds), number.line());
      } catch (NumberFormatException e) {
        return number;
      }
    }

    private static Found joined(List<Found> all, String otherwise) {
      if (all.isEmpty()) return new Found(otherwise, 0);
      return new Found(
          all.stream().map(f -> plain(f.value())).collect(Collectors.joining(", ")),
          all.getLast().line());
    }

    /** {@code aes-256-cbc} and its like in the words of the plan. */
    private static String plain(String word) {
      if (!word.startsWith("aes-")) return word;
      return word.replace("aes-", "aes").replace("-cbc", "").replace("-gcm", "gcm16");
    }

    private static void selectors(FoundTunnel tunnel, SetTree t) {
      List<SetTree> all =
          t.at("auto-key", "proxy-id").stream().flatMap(p -> p.children().stream()).toList();
      for (SetTree p : all) {
        String local = p.one(List.of("local"), "0.0.0.0/0").value();
        String remote = p.one(List.of("remote"), "0.0.0.0/0").value();
        tunnel.add(Parameter.SELECTOR, local + " - " + remote, p.line());
      }
      if (all.isEmpty()) tunnel.add(Parameter.SELECTOR, "0.0.0.0/0 - 0.0.0.0/0", 0);
    }

    private void clamp(FoundTunnel tunnel, String port, int line) {
      Optional<SetTree> unit = network.at("interface", "tunnel", "units", port);
      if (unit.isEmpty()) {
        String what = "tunnel interface '" + port + "' is used and not defined";
        undefined.add(new Line(line, what));
        return;
      }
      unknown.addAll(unit.get().unknown());
      Found mtu = unit.get().one("mtu").orElse(new Found(String.valueOf(DEFAULT_MTU), 0));
      try {
        int mss = Integer.parseInt(mtu.value()) - IP_AND_TCP;
        tunnel.add(Parameter.TCP_MSS, String.valueOf(mss), mtu.line());
      } catch (NumberFormatException e) {
        tunnel.add(Parameter.TCP_MSS, mtu.value(), mtu.line());
      }
    }

    private static void add(FoundTunnel tunnel, Parameter parameter, Found found) {
      tunnel.add(parameter, found.value(), found.line());
    }
  }
}
