package org.vpnhub.exporter.paloalto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.SetTree;
import org.vpnhub.exporter.read.ZonedTunnels;

/** Routes, security rules and NAT rules around the tunnels. */
final class PanosSurroundings {
  private final SetTree tree;
  private final ZonedTunnels tunnels;
  private final List<Line> unknown;
  private final List<Line> undefined;

  PanosSurroundings(SetTree tree, ZonedTunnels tunnels, List<Line> unknown, List<Line> undefined) {
    this.tree = tree;
    this.tunnels = tunnels;
    this.unknown = unknown;
    this.undefined = undefined;
  }

  /** The zone of an interface; empty when it is in none. */
  static String zone(SetTree tree, String port) {
    for (SetTree zone : below(tree, "zone")) {
      if (zone.at("network", "layer3", port).isPresent()) return zone.word();
    }
    return "";
  }

  private static Collection<SetTree> below(SetTree tree, String... path) {
    return tree.at(path).map(SetTree::children).orElse(List.of());
  }

  void read() {
    for (SetTree router : below(tree, "network", "virtual-router")) {
      for (SetTree route : below(router, "routing-table", "ip", "static-route")) {
        route(router, route);
      }
    }
    for (SetTree unit : below(tree, "network", "interface", "tunnel", "units")) unit(unit.word());
    for (SetTree rule : below(tree, "rulebase", "security", "rules")) security(rule);
    for (SetTree rule : below(tree, "rulebase", "nat", "rules")) nat(rule);
  }

  /** A virtual router has routes into its own interfaces alone. */
  private void route(SetTree router, SetTree route) {
    Optional<Found> port = route.one("interface");
    if (port.isEmpty() || tunnels.at(port.get().value()).isEmpty()) return;
    unknown.addAll(route.unknown());
    if (router.at("interface", port.get().value()).isEmpty()) {
      String what = port.get().value() + " is not in the virtual router " + router.word();
      undefined.add(new Line(port.get().line(), what));
      return;
    }
    route.one("destination").ifPresent(d -> tunnels.route(port.get().value(), d));
  }

  /** A tunnel works only in a zone, in a virtual router, and in a virtual system. */
  private void unit(String port) {
    List<FoundTunnel> here = tunnels.at(port);
    if (here.isEmpty()) return;
    int line = here.getFirst().line();
    if (zone(tree, port).isEmpty()) undefined.add(new Line(line, port + " is in no zone"));
    boolean routed =
        below(tree, "network", "virtual-router").stream()
            .anyMatch(r -> r.at("interface", port).isPresent());
    if (!routed) undefined.add(new Line(line, port + " is in no virtual router"));
  }

  private static Set<String> words(SetTree rule, String side) {
    return rule.all(side).stream().map(Found::value).collect(Collectors.toSet());
  }

  private static boolean isOn(SetTree rule) {
    return rule.at("disabled", "yes").isEmpty();
  }

  private void security(SetTree rule) {
    Optional<String> out = tunnels.zoneOf(words(rule, "to"));
    Optional<String> in = tunnels.zoneOf(words(rule, "from"));
    boolean allows = rule.at("action", "allow").isPresent() && isOn(rule);
    if (!allows || out.isEmpty() && in.isEmpty()) return;
    unknown.addAll(rule.unknown());
    if (rule.all("from").isEmpty() || rule.all("to").isEmpty()) {
      unknown.add(new Line(rule.line(), "the rule " + rule.word() + " lacks a zone"));
    }
    any(rule, "application");
    any(rule, "service");
    List<String> sources = addresses(rule, "source");
    List<String> targets = addresses(rule, "destination");
    out.ifPresent(z -> tunnels.rule(Parameter.PERMIT_OUT, z, sources, targets, rule.line()));
    in.ifPresent(z -> tunnels.rule(Parameter.PERMIT_IN, z, sources, targets, rule.line()));
  }

  /** A rule that lets only some of the traffic through is none for the plan. */
  private void any(SetTree rule, String attribute) {
    List<Found> all = rule.all(attribute);
    if (all.stream().anyMatch(f -> f.value().equals("any"))) return;
    int line = all.isEmpty() ? rule.line() : all.getLast().line();
    unknown.add(new Line(line, "the rule " + rule.word() + " is limited by " + attribute));
  }

  /** A rule without a translation exempts; what comes before it is not looked at. */
  private void nat(SetTree rule) {
    Optional<String> out = tunnels.zoneOf(words(rule, "to"));
    if (out.isEmpty() || !isOn(rule)) return;
    unknown.addAll(rule.unknown());
    if (rule.at("source-translation").isPresent() || rule.all("from").isEmpty()) return;
    any(rule, "service");
    List<String> sources = addresses(rule, "source");
    List<String> targets = addresses(rule, "destination");
    tunnels.rule(Parameter.NAT_EXEMPTION, out.get(), sources, targets, rule.line());
  }

  private List<String> addresses(SetTree rule, String side) {
    List<String> prefixes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Found name : rule.all(side)) collect(name, seen, prefixes);
    return prefixes;
  }

  private void collect(Found name, Set<String> seen, List<String> prefixes) {
    String word = name.value();
    if (!seen.add(word)) return;
    Optional<SetTree> address = tree.at("address", word);
    Optional<SetTree> group = tree.at("address-group", word);
    if (word.equals("any")) {
      prefixes.add(Ipv4Prefix.ANY.toString());
    } else if (address.isPresent()) {
      unknown.addAll(address.get().unknown());
      prefixes.add(address.get().one("ip-netmask").map(f -> prefix(f.value())).orElse(word));
    } else if (group.isPresent()) {
      unknown.addAll(group.get().unknown());
      for (Found member : group.get().all("static")) collect(member, seen, prefixes);
      if (group.get().at("dynamic").isPresent()) prefixes.add(word);
    } else if (word.matches("[0-9][0-9./]*")) {
      prefixes.add(prefix(word));
    } else {
      undefined.add(new Line(name.line(), "address " + word + " is used and not defined"));
    }
  }

  private static String prefix(String text) {
    return text.contains("/") ? text : text + "/32";
  }
}
