package org.vpnhub.exporter.strongswan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.linux.IpsecConf;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/**
 * Reads {@code swanctl.conf}.
 *
 * <p>Source: swanctl.conf(5) of strongSwan 5.9, "SETTINGS", with its defaults. A setting that the
 * manual does not list is reported, as is one in a part of a tunnel that differs from the others.
 */
final class SwanctlReader implements ConfigurationReader {
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "aggressive",
          "childless",
          "dpd_delay",
          "dpd_timeout",
          "dscp",
          "encap",
          "fragmentation",
          "if_id_in",
          "if_id_out",
          "keyingtries",
          "local_addrs",
          "local_port",
          "mobike",
          "over_time",
          "pools",
          "proposals",
          "pull",
          "rand_time",
          "reauth_time",
          "rekey_time",
          "remote_addrs",
          "remote_port",
          "send_cert",
          "send_certreq",
          "unique",
          "version",
          "vips");
  private static final Set<String> OF_CHILD =
      Set.of(
          "close_action",
          "copy_df",
          "copy_dscp",
          "copy_ecn",
          "dpd_action",
          "esp_proposals",
          "hostaccess",
          "hw_offload",
          "if_id_in",
          "if_id_out",
          "inactivity",
          "ipcomp",
          "life_bytes",
          "life_packets",
          "life_time",
          "local_ts",
          "mode",
          "policies",
          "priority",
          "rand_bytes",
          "rand_packets",
          "rand_time",
          "rekey_bytes",
          "rekey_packets",
          "rekey_time",
          "remote_ts",
          "replay_window",
          "reqid",
          "start_action",
          "updown");
  private static final Set<String> OF_PEER = Set.of("auth", "id");

  @Override
  public Set<Parameter> covers() {
    return StrokeReader.COVERS;
  }

  @Override
  public DeviceConfiguration read(String text) {
    return new Reading(new SettingsParser(text)).result();
  }

  /** One text being read. */
  private static final class Reading {
    private final SettingsParser file;
    private final List<FoundTunnel> tunnels = new ArrayList<>();
    private final List<Line> skipped = new ArrayList<>();
    private final List<Line> unknown;

    Reading(SettingsParser file) {
      this.file = file;
      this.unknown = new ArrayList<>(file.unknown);
    }

    DeviceConfiguration result() {
      known(file.root, Set.of());
      for (Section s : file.root.sections.values()) {
        switch (s.name) {
          case "connections" -> connections(s);
          case "secrets" -> secrets(s);
          default -> skipped.add(new Line(s.line, s.name));
        }
      }
      return new DeviceConfiguration(tunnels, skipped, unknown, file.undefined);
    }

    private void connections(Section all) {
      known(all, Set.of());
      for (Section s : all.sections.values()) {
        List<Section> children =
            s.part("children").sections.values().stream()
                .filter(c -> !Set.of("pass", "drop").contains(c.text("mode", "tunnel")))
                .toList();
        if (children.isEmpty()) skipped.add(new Line(s.line, "connections." + s.name));
        else connection(s, children);
      }
    }

    private void connection(Section s, List<Section> children) {
      known(s, OF_CONNECTION);
      for (Section inner : s.sections.values()) {
        if (inner.name.startsWith("local") || inner.name.startsWith("remote")) {
          known(inner, OF_PEER);
        } else if (!inner.name.equals("children")) {
          unknown.add(new Line(inner.line, "section " + inner.name));
        }
      }
      FoundTunnel t = new FoundTunnel(s.name, s.line);
      phase1(t, s);
      for (Section c : children) phase2(t, c);
      peers(t, s);
      Conflicts.report(t, unknown);
      tunnels.add(t);
    }

    private void peers(FoundTunnel t, Section s) {
      Section local = s.part("local");
      Section remote = s.part("remote");
      String peer = s.text("remote_addrs", "%any");
      String localId = IpsecConf.identity(local.text("id", s.text("local_addrs", "%any")));
      String remoteId = IpsecConf.identity(remote.text("id", "%any"));
      t.add(Parameter.PEER, peer, s.line("remote_addrs"));
      t.add(Parameter.LOCAL_ID, localId, local.line("id"));
      t.add(Parameter.REMOTE_ID, remoteId, remote.line("id"));
      for (Section p : List.of(local, remote)) if (!p.text("auth", "pubkey").equals("psk")) return;
      key(localId, remoteId).ifPresent(t::key);
    }

    private static void phase1(FoundTunnel t, Section s) {
      String version = s.text("version", "0");
      t.add(
          Parameter.IKE_VERSION,
          version.equals("0") ? "ikev1 or ikev2" : "ikev" + version,
          s.line("version"));
      if (!version.equals("2")) {
        boolean aggressive = s.text("aggressive", "no").equals("yes");
        t.add(Parameter.IKE_MODE, aggressive ? "aggressive" : "main", s.line("aggressive"));
      }
      ProposalReader.ike(t, s.text("proposals", "default"), s.line("proposals"));
      Optional<Long> rekey = IpsecConf.seconds(s.text("rekey_time", "4h"));
      Optional<Long> over =
          s.values.containsKey("over_time")
              ? IpsecConf.seconds(s.text("over_time", "0"))
              : rekey.map(r -> r / 10);
      String life =
          rekey.flatMap(r -> over.map(o -> String.valueOf(r + o))).orElse("no number of seconds");
      t.add(Parameter.IKE_LIFETIME, life, s.line("rekey_time"));
      String dpd = seconds(s.text("dpd_delay", "0s"));
      t.add(Parameter.DPD, dpd.equals("0") ? "none" : dpd, s.line("dpd_delay"));
    }

    private void phase2(FoundTunnel t, Section c) {
      known(c, OF_CHILD);
      ProposalReader.esp(t, c.text("esp_proposals", "default"), c.line("esp_proposals"));
      Optional<Long> rekey = IpsecConf.seconds(c.text("rekey_time", "1h"));
      String fallback = rekey.map(r -> String.valueOf(r + r / 10)).orElse("no number of seconds");
      t.add(Parameter.ESP_LIFETIME, seconds(c.text("life_time", fallback)), c.line("life_time"));
      String bytes = c.text("life_bytes", c.text("rekey_bytes", "0"));
      t.add(
          Parameter.VOLUME_LIFETIME,
          bytes.equals("0") ? "none" : bytes + " bytes",
          c.line("life_bytes"));
      for (String l : c.text("local_ts", "dynamic").split(",")) {
        for (String r : c.text("remote_ts", "dynamic").split(",")) {
          t.add(Parameter.SELECTOR, l.strip() + " - " + r.strip(), c.line("remote_ts"));
        }
      }
    }

    private void secrets(Section all) {
      known(all, Set.of());
      for (Section s : all.sections.values()) {
        if (!s.name.startsWith("ike")) skipped.add(new Line(s.line, "secrets." + s.name));
        for (var e : s.values.entrySet()) {
          if (!s.name.startsWith("ike") || e.getKey().equals("secret")) continue;
          if (!e.getKey().startsWith("id")) unknown.add(new Line(e.getValue().line(), e.getKey()));
        }
      }
    }

    /** The key that names both identities, or the far one, or nobody. */
    private Optional<Secret> key(String localId, String remoteId) {
      Set<String> both = new HashSet<>(List.of(localId, remoteId));
      for (Set<String> wanted : List.of(both, Set.of(remoteId), Set.<String>of())) {
        for (Section s : file.root.part("secrets").sections.values()) {
          Set<String> ids = new HashSet<>();
          s.values.forEach(
              (k, v) -> {
                if (k.startsWith("id")) ids.add(IpsecConf.identity(v.text()));
              });
          boolean fits = s.name.startsWith("ike") && ids.equals(wanted);
          if (fits && s.values.containsKey("secret")) return decoded(s.text("secret", ""));
        }
      }
      return Optional.empty();
    }

    private static Optional<Secret> decoded(String value) {
      try {
        byte[] bytes =
            value.startsWith("0s")
                ? Base64.getDecoder().decode(value.substring(2))
                : value.startsWith("0x")
                    ? HexFormat.of().parseHex(value.substring(2))
                    : value.getBytes(StandardCharsets.UTF_8);
        return Optional.of(Secret.ofText(new String(bytes, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static String seconds(String text) {
      return IpsecConf.seconds(text).map(String::valueOf).orElse(text);
    }

    private void known(Section s, Set<String> known) {
      s.values.forEach(
          (key, v) -> {
            if (known.contains(key)) return;
            unknown.add(new Line(v.line(), IpsecConf.withoutKey(key + " = " + v.text())));
          });
    }
  }
}
