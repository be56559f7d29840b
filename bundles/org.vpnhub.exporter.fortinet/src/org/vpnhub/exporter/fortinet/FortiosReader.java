package org.vpnhub.exporter.fortinet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/**
 * Reads the tunnels of a FortiOS configuration: each phase 1 interface with a fixed peer, its
 * phases 2, and the routes and policies that lead through it. Defaults are those of FortiOS 7.4.
 */
final class FortiosReader implements ConfigurationReader {

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  @Override
  public DeviceConfiguration read(String text) {
    return new Reading(FortiosTables.of(text)).configuration();
  }

  /** One reading. */
  private static final class Reading {
    private final FortiosTables tables;
    private final FortiosNets nets;
    private final List<FoundTunnel> tunnels = new ArrayList<>();
    private final List<Line> skipped;
    private final List<Line> unknown;
    private final List<Line> undefined = new ArrayList<>();
    private final Set<Entry> used = new LinkedHashSet<>();

    Reading(FortiosTables tables) {
      this.tables = tables;
      this.nets = new FortiosNets(tables, undefined, used);
      this.skipped = new ArrayList<>(tables.skipped);
      this.unknown = new ArrayList<>(tables.unknown);
    }

    DeviceConfiguration configuration() {
      for (Entry phase1 : tables.phase1.values()) {
        if (phase1.value("type", "static").equals("static")) tunnels.add(tunnel(phase1));
        else skip(phase1, "dial-up or dynamic DNS tunnel");
      }
      orphans();
      for (Entry policy : tables.policies) if (!used.contains(policy)) skip(policy, "policy");
      for (Entry route : tables.routes) if (!used.contains(route)) skip(route, "static route");
      for (Entry entry : used) unknown.addAll(entry.unknown());
      return new DeviceConfiguration(
          tunnels,
          sorted(skipped),
          sorted(unknown),
          sorted(undefined.stream().distinct().toList()));
    }

    private static List<Line> sorted(List<Line> lines) {
      return lines.stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toList();
    }

    private void skip(Entry entry, String what) {
      skipped.add(new Line(entry.line(), what + " " + entry.name()));
    }

    private void orphans() {
      for (Entry phase2 : tables.phase2.values()) {
        String name = phase2.value("phase1name", "");
        if (tables.phase1.containsKey(name)) continue;
        undefined.add(
            new Line(phase2.line(), "phase 2 " + phase2.name() + " has no phase 1 '" + name + "'"));
      }
      for (Entry route : tables.routes) {
        String device = route.value("device", "");
        boolean known =
            device.isEmpty()
                || tables.phase1.containsKey(device)
                || tables.interfaces.isEmpty()
                || tables.interfaces.containsKey(device);
        if (known) continue;
        undefined.add(
            new Line(route.line(), "a route leads to '" + device + "', which is nothing"));
      }
    }

    private FoundTunnel tunnel(Entry phase1) {
      used.add(phase1);
      FoundTunnel tunnel = new FoundTunnel(phase1.name(), phase1.line());
      phase1(tunnel, phase1);
      List<Entry> phases2 =
          tables.phase2.values().stream()
              .filter(e -> e.value("phase1name", "").equals(phase1.name()))
              .toList();
      used.addAll(phases2);
      phase2(tunnel, phases2);
      for (Entry e : phases2) selectors(tunnel, e);
      for (Entry route : tables.routes) route(tunnel, route);
      policies(tunnel);
      return tunnel;
    }

    private static void phase1(FoundTunnel tunnel, Entry e) {
      add(tunnel, Parameter.PEER, e.found("remote-gw", "0.0.0.0"));
      boolean ikev2 = e.value("ike-version", "1").equals("2");
      Found version = e.found("ike-version", "1");
      add(tunnel, Parameter.IKE_VERSION, new Found("ikev" + version.value(), version.line()));
      String mode = e.value("mode", "main");
      if (!ikev2) add(tunnel, Parameter.IKE_MODE, e.found("mode", "main"));
      Found proposal = e.found("proposal", "aes128-sha256 aes256-sha256 aes128-sha1 aes256-sha1");
      add(tunnel, Parameter.IKE_ENCRYPTION, each(proposal, FortiosReader::cipher));
      add(tunnel, Parameter.IKE_HASH, each(proposal, FortiosReader::hash));
      add(tunnel, Parameter.IKE_GROUP, each(e.found("dhgrp", "14"), g -> "group" + g));
      add(tunnel, Parameter.IKE_LIFETIME, e.found("keylife", "86400"));
      e.setting("localid").ifPresent(s -> add(tunnel, Parameter.LOCAL_ID, e.found("localid", "")));
      if (e.value("peertype", "any").equals("one")) {
        add(tunnel, Parameter.REMOTE_ID, e.found("peerid", ""));
      } else if (!ikev2 && mode.equals("main")) {
        add(tunnel, Parameter.REMOTE_ID, e.found("remote-gw", "0.0.0.0"));
      } else {
        Found any = e.found("peertype", "any");
        add(tunnel, Parameter.REMOTE_ID, new Found("any", any.line()));
      }
      Found dpd = e.found("dpd", "on-demand");
      boolean off = dpd.value().equals("disable");
      add(
          tunnel,
          Parameter.DPD,
          off ? new Found("none", dpd.line()) : e.found("dpd-retryinterval", "20"));
      List<String> key = e.values("psksecret");
      boolean psk = e.value("authmethod", "psk").equals("psk");
      if (psk && !key.isEmpty()) tunnel.key(Secret.ofText(String.join(" ", key)));
    }

    /** All phases 2 must agree; where they do not, the value names what each has. */
    private static void phase2(FoundTunnel tunnel, List<Entry> phases) {
      if (phases.isEmpty()) return;
      agreed(
          tunnel,
          Parameter.ESP_ENCRYPTION,
          phases,
          e -> each(e.found("proposal", "aes128-sha1"), FortiosReader::cipher));
      agreed(
          tunnel,
          Parameter.ESP_HASH,
          phases,
          e -> each(e.found("proposal", "aes128-sha1"), FortiosReader::hash));
      agreed(tunnel, Parameter.PFS, phases, Reading::pfs);
      agreed(tunnel, Parameter.ESP_LIFETIME, phases, e -> e.found("keylifeseconds", "43200"));
      agreed(tunnel, Parameter.VOLUME_LIFETIME, phases, Reading::volume);
    }

    private static Found pfs(Entry e) {
      Found pfs = e.found("pfs", "enable");
      if (pfs.value().equals("disable")) return new Found("none", pfs.line());
      return each(e.found("dhgrp", "14"), g -> "group" + g);
    }

    private static Found volume(Entry e) {
      Found type = e.found("keylife-type", "seconds");
      if (type.value().equals("seconds")) return new Found("none", type.line());
      return new Found(e.found("keylifekbs", "5120").value(), type.line());
    }

    private void selectors(FoundTunnel tunnel, Entry e) {
      for (String own : side(e, "src")) {
        for (String remote : side(e, "dst")) {
          tunnel.add(Parameter.SELECTOR, own + " - " + remote, e.line());
        }
      }
    }

    private List<String> side(Entry e, String side) {
      String type = e.value(side + "-addr-type", "subnet");
      return switch (type) {
        case "subnet" ->
            List.of(FortiosNets.prefix(e.found(side + "-subnet", "0.0.0.0 0.0.0.0").value()));
        case "name" -> nets.of(e.found(side + "-name", ""));
        default -> List.of("a " + type);
      };
    }

    private void route(FoundTunnel tunnel, Entry route) {
      boolean active = route.value("status", "enable").equals("enable");
      if (!active || !route.value("device", "").equals(tunnel.name())) return;
      used.add(route);
      List<String> to =
          route.setting("dstaddr").isPresent()
              ? nets.of(route.found("dstaddr", ""))
              : List.of(FortiosNets.prefix(route.found("dst", "0.0.0.0 0.0.0.0").value()));
      for (String prefix : to) tunnel.add(Parameter.ROUTE, prefix, route.line());
    }

    private void policies(FoundTunnel tunnel) {
      List<Found> clamps = new ArrayList<>();
      for (Entry policy : tables.policies) {
        boolean out = nets.holds(policy.values("dstintf"), tunnel.name());
        boolean in = nets.holds(policy.values("srcintf"), tunnel.name());
        if (!out && !in || !accepts(policy)) continue;
        used.add(policy);
        restrictions(policy);
        if (out) pairs(tunnel, Parameter.PERMIT_OUT, policy);
        if (in) pairs(tunnel, Parameter.PERMIT_IN, policy);
        if (out && !policy.value("nat", "disable").equals("enable")) {
          pairs(tunnel, Parameter.NAT_EXEMPTION, policy);
        }
        clamps.add(policy.found("tcp-mss-sender", "none"));
        clamps.add(policy.found("tcp-mss-receiver", "none"));
      }
      Entry port = tables.interfaces.getOrDefault(tunnel.name(), new Entry("", 0));
      if (port.setting("tcp-mss").isPresent()) clamps = List.of(port.found("tcp-mss", "none"));
      if (clamps.isEmpty()) return;
      List<Found> all = clamps;
      add(tunnel, Parameter.TCP_MSS, joined(all));
    }

    private static boolean accepts(Entry policy) {
      return policy.value("action", "deny").equals("accept")
          && policy.value("status", "enable").equals("enable");
    }

    /** A policy that lets only some of the traffic through is none for the plan. */
    private void restrictions(Entry policy) {
      only(policy.found("service", "to none"), "service", "ALL");
      only(policy.found("schedule", "to none"), "schedule", "always");
      for (String negation : List.of("srcaddr-negate", "dstaddr-negate", "service-negate")) {
        only(policy.found(negation, "disable"), negation, "disable");
      }
    }

    private void only(Found found, String attribute, String wanted) {
      if (found.value().equals(wanted)) return;
      String limit = attribute + " " + found.value();
      unknown.add(new Line(found.line(), "the policy is limited: " + limit));
    }

    private void pairs(FoundTunnel tunnel, Parameter parameter, Entry policy) {
      for (String from : nets.of(policy.found("srcaddr", ""), policy.values("srcaddr"))) {
        for (String to : nets.of(policy.found("dstaddr", ""), policy.values("dstaddr"))) {
          tunnel.add(parameter, from + " - " + to, policy.line());
        }
      }
    }

    private static void add(FoundTunnel tunnel, Parameter parameter, Found found) {
      tunnel.add(parameter, found.value(), found.line());
    }

    private static void agreed(
        FoundTunnel tunnel,
        Parameter parameter,
        List<Entry> entries,
        Function<Entry, Found> value) {
      add(tunnel, parameter, joined(entries.stream().map(value).toList()));
    }

    private static Found joined(List<Found> all) {
      List<String> values = all.stream().map(Found::value).distinct().toList();
      Found last = all.stream().filter(f -> f.value().equals(values.getLast())).findFirst().get();
      return new Found(String.join(", ", values), last.line());
    }

    private static Found each(Found words, Function<String, String> meaning) {
      String values =
          List.of(words.value().split(" ")).stream()
              .map(meaning)
              .distinct()
              .collect(Collectors.joining(", "));
      return new Found(values, words.line());
    }
  }

  private static final Map<String, String> AEAD =
      Map.of("aes128gcm", "aes128gcm16", "aes256gcm", "aes256gcm16");

  /** The cipher of a proposal such as {@code aes256-sha256} or {@code aes256gcm-prfsha384}. */
  private static String cipher(String proposal) {
    String cipher = proposal.split("-", 2)[0];
    return AEAD.getOrDefault(cipher, cipher);
  }

  private static String hash(String proposal) {
    String[] parts = proposal.split("-", 2);
    return parts.length == 1 ? "none" : parts[1].replaceFirst("^prf", "");
  }
}
