package org.vpnhub.exporter.juniper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.SetTree;
import org.vpnhub.exporter.read.ZonedTunnels;

/** Routes, policies, source NAT and the clamp of TCP segments around the tunnels. */
final class SrxSurroundings {
  private final SetTree tree;
  private final ZonedTunnels tunnels;
  private final List<Line> unknown;
  private final List<Line> undefined;

  SrxSurroundings(SetTree tree, ZonedTunnels tunnels, List<Line> unknown, List<Line> undefined) {
    this.tree = tree;
    this.tunnels = tunnels;
    this.unknown = unknown;
    this.undefined = undefined;
  }

  static Collection<SetTree> zones(SetTree tree) {
    return below(tree, "security", "zones", "security-zone");
  }

  static Collection<SetTree> below(SetTree tree, String... path) {
    return tree.at(path).map(SetTree::children).orElse(List.of());
  }

  /** The zone of an interface; empty when it is in none. */
  static String zone(SetTree tree, String port) {
    for (SetTree zone : zones(tree)) {
      if (zone.at("interfaces", port).isPresent()) return zone.word();
    }
    return "";
  }

  void read() {
    for (SetTree route : below(tree, "routing-options", "static", "route")) {
      for (String kind : List.of("next-hop", "qualified-next-hop")) {
        Found destination = new Found(route.word(), route.line());
        for (Found to : route.all(kind)) tunnels.route(to.value(), destination);
      }
    }
    for (SetTree unit : below(tree, "interfaces", "st0", "unit")) unit(unit);
    for (SetTree from : below(tree, "security", "policies", "from-zone")) {
      for (SetTree to : from.at("to-zone").map(SetTree::children).orElse(List.of())) {
        policies(from.word(), to);
      }
    }
    for (SetTree rules : below(tree, "security", "nat", "source", "rule-set")) exemptions(rules);
    clamp();
  }

  private void unit(SetTree unit) {
    String name = "st0." + unit.word();
    if (tunnels.at(name).isEmpty()) return;
    unknown.addAll(unit.unknown());
    if (zone(tree, name).isEmpty()) {
      undefined.add(new Line(unit.line(), name + " is in no zone"));
    }
    if (unit.at("family", "inet").isEmpty()) {
      undefined.add(new Line(unit.line(), name + " has no family inet"));
    }
  }

  private void policies(String from, SetTree to) {
    for (SetTree policy : to.at("policy").map(SetTree::children).orElse(List.of())) {
      if (policy.at("then", "permit").isEmpty()) continue;
      boolean out = tunnels.zoneOf(Set.of(to.word())).isPresent();
      boolean in = tunnels.zoneOf(Set.of(from)).isPresent();
      if (!out && !in) continue;
      unknown.addAll(policy.unknown());
      application(policy);
      List<String> sources = addresses(policy, "source-address", from);
      List<String> targets = addresses(policy, "destination-address", to.word());
      if (out) tunnels.rule(Parameter.PERMIT_OUT, to.word(), sources, targets, policy.line());
      if (in) tunnels.rule(Parameter.PERMIT_IN, from, sources, targets, policy.line());
    }
  }

  /** A policy that lets only some of the traffic through is none for the plan. */
  private void application(SetTree policy) {
    List<Found> all = policy.all("match", "application");
    if (all.stream().anyMatch(f -> f.value().equals("any"))) return;
    int line = all.isEmpty() ? policy.line() : all.getLast().line();
    unknown.add(new Line(line, "the policy " + policy.word() + " is limited to applications"));
  }

  private List<String> addresses(SetTree policy, String side, String zone) {
    List<String> prefixes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Found name : policy.all("match", side)) collect(name, zone, seen, prefixes);
    return prefixes;
  }

  private void collect(Found name, String zone, Set<String> seen, List<String> prefixes) {
    if (!seen.add(name.value())) return;
    if (List.of("any", "any-ipv4").contains(name.value())) {
      prefixes.add(Ipv4Prefix.ANY.toString());
      return;
    }
    for (SetTree book : books(zone)) {
      var set = book.at("address-set", name.value());
      if (set.isPresent()) {
        unknown.addAll(set.get().unknown());
        for (String kind : List.of("address", "address-set")) {
          for (Found f : set.get().all(kind)) collect(f, zone, seen, prefixes);
        }
        return;
      }
      var address = book.at("address", name.value());
      if (address.isPresent()) {
        unknown.addAll(address.get().unknown());
        prefixes.add(prefix(address.get(), name.value()));
        return;
      }
    }
    undefined.add(new Line(name.line(), "address " + name.value() + " is used and not defined"));
  }

  private static String prefix(SetTree address, String name) {
    String value = address.one("ip-prefix").or(address::one).map(Found::value).orElse(name);
    return value.matches("[0-9./]+") ? value : name;
  }

  private List<SetTree> books(String zone) {
    List<SetTree> books = new ArrayList<>(below(tree, "security", "address-book"));
    tree.at("security", "zones", "security-zone", zone, "address-book").ifPresent(books::add);
    return books;
  }

  private void exemptions(SetTree rules) {
    for (Found zone : rules.all("to", "zone")) {
      if (tunnels.zoneOf(Set.of(zone.value())).isEmpty() || rules.at("from").isEmpty()) continue;
      unknown.addAll(rules.unknown());
      for (SetTree rule : rules.at("rule").map(SetTree::children).orElse(List.of())) {
        if (rule.at("then", "source-nat", "off").isEmpty()) continue;
        tunnels.rule(
            Parameter.NAT_EXEMPTION,
            zone.value(),
            side(rule, "source-address", zone.value()),
            side(rule, "destination-address", zone.value()),
            rule.line());
      }
    }
  }

  private List<String> side(SetTree rule, String side, String zone) {
    List<String> prefixes = new ArrayList<>();
    for (Found f : rule.all("match", side)) prefixes.add(f.value());
    Set<String> seen = new HashSet<>();
    for (Found f : rule.all("match", side + "-name")) collect(f, zone, seen, prefixes);
    if (prefixes.isEmpty()) prefixes.add(Ipv4Prefix.ANY.toString());
    return prefixes;
  }

  private void clamp() {
    Found mss =
        tree.one("security", "flow", "tcp-mss", "ipsec-vpn", "mss")
            .or(() -> tree.one("security", "flow", "tcp-mss", "all-tcp", "mss"))
            .orElse(new Found("none", 0));
    for (FoundTunnel t : tunnels.all()) t.add(Parameter.TCP_MSS, mss.value(), mss.line());
  }
}
