package org.vpnhub.exporter.cisco.internal.asa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * What the NAT rules with a source leave untranslated. The first rule that fits counts, and all but
 * those behind {@code after-auto} come before the rules in objects.
 */
final class AsaNat {
  private final Reading reading;
  private final AsaNetworks networks;

  AsaNat(Reading reading, AsaNetworks networks) {
    this.reading = reading;
    this.networks = networks;
  }

  /** A pair of networks in a rule. */
  private record Entry(Ipv4Prefix own, Ipv4Prefix remote, int line) {
    boolean covers(Entry other) {
      return own.contains(other.own) && remote.contains(other.remote);
    }

    boolean touches(Found selector) {
      String[] sides = selector.value().split(" - ");
      return own.overlaps(Ipv4Prefix.parse(sides[0]))
          && remote.overlaps(Ipv4Prefix.parse(sides[1]));
    }
  }

  /** Adds what the rules towards an interface exempt of the tunnel's selectors. */
  void exemptions(FoundTunnel tunnel, String outside) {
    List<Found> selectors = tunnel.all(Parameter.SELECTOR);
    List<Entry> translated = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Section rule : inOrder(outside)) {
      if (!rule.has("identity")) {
        translated.addAll(entries(rule));
        continue;
      }
      for (Entry e : entries(rule)) {
        if (selectors.stream().noneMatch(e::touches)) continue;
        rule.use();
        String pair = PlanValues.pair(e.own, e.remote);
        if (translated.stream().anyMatch(t -> t.covers(e)) || !said.add(pair)) continue;
        tunnel.add(Parameter.NAT_EXEMPTION, pair, e.line);
      }
    }
  }

  /** Those towards the interface; a rule with a position goes there when it is entered. */
  private List<Section> inOrder(String outside) {
    List<Section> rules = new ArrayList<>();
    for (Section rule : reading.all(AsaKind.NAT)) {
      String mapped = rule.or("mapped", "").value();
      String position = rule.or("position", "").value();
      boolean here = mapped.equals(outside) || mapped.equals("any");
      if (!here || rule.has("inactive") || position.equals("after-auto")) continue;
      Optional<String> number = AsaValues.number(position);
      int at = number.map(n -> (int) Math.min(Long.parseLong(n) - 1, rules.size())).orElse(-1);
      rules.add(at < 0 ? rules.size() : at, rule);
    }
    return rules;
  }

  /** Of a rule that depends on the destination and is none of ours, nothing is sure. */
  private List<Entry> entries(Section rule) {
    List<Entry> entries = new ArrayList<>();
    if (rule.has("destination")) return entries;
    Found own = rule.one("own").orElseThrow();
    List<Ipv4Prefix> remotes =
        rule.one("remote").map(networks::named).orElse(List.of(Ipv4Prefix.ANY));
    for (Ipv4Prefix o : networks.named(own)) {
      for (Ipv4Prefix r : remotes) entries.add(new Entry(o, r, own.line()));
    }
    return entries;
  }
}
