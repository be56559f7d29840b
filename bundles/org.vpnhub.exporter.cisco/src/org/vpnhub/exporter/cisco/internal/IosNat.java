package org.vpnhub.exporter.cisco.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** What {@code ip nat inside source} leaves untranslated. */
final class IosNat {
  private final Reading reading;

  /** What each rule exempts; empty until it is asked for. */
  private final List<List<Entry>> rules = new ArrayList<>();

  IosNat(Reading reading) {
    this.reading = reading;
  }

  /** A pair of networks in a NAT rule's lists. */
  private record Entry(boolean exempt, Ipv4Prefix own, Ipv4Prefix remote, int line) {
    Found pair() {
      return new Found(PlanValues.pair(own, remote), line);
    }

    boolean covers(Entry other) {
      return own.contains(other.own) && remote.contains(other.remote);
    }

    boolean touches(Found selector) {
      String[] sides = selector.value().split(" - ");
      return own.overlaps(Ipv4Prefix.parse(sides[0]))
          && remote.overlaps(Ipv4Prefix.parse(sides[1]));
    }
  }

  /** Adds what all NAT rules exempt of the tunnel's selectors. */
  void exemptions(FoundTunnel tunnel) {
    List<Found> selectors = tunnel.all(Parameter.SELECTOR);
    Set<String> common = null;
    List<Entry> all = new ArrayList<>();
    if (rules.isEmpty()) reading.all(Kind.NAT).forEach(r -> rules.add(exempt(r.use())));
    for (List<Entry> rule : rules) {
      List<Entry> exempt =
          rule.stream().filter(e -> selectors.stream().anyMatch(e::touches)).toList();
      Set<String> pairs = new LinkedHashSet<>();
      exempt.forEach(e -> pairs.add(e.pair().value()));
      if (common == null) common = pairs;
      else common.retainAll(pairs);
      all.addAll(exempt);
    }
    if (common == null) tunnel.elsewhere(Parameter.NAT_EXEMPTION);
    else {
      for (Entry e : all) {
        if (common.remove(e.pair().value())) tunnel.add(Parameter.NAT_EXEMPTION, e.pair());
      }
    }
  }

  /** The denied pairs before which nothing permits them. */
  private List<Entry> exempt(Section rule) {
    List<Entry> permitted = new ArrayList<>();
    List<Entry> exempt = new ArrayList<>();
    for (Entry e : entries(rule)) {
      if (!e.exempt) permitted.add(e);
      else if (permitted.stream().noneMatch(p -> p.covers(e))) exempt.add(e);
    }
    return exempt;
  }

  private List<Entry> entries(Section rule) {
    if (rule.has("list")) return list(rule.one("list").orElseThrow(), true).toList();
    Optional<Section> map = rule.one("map").flatMap(name -> reading.use(Kind.ROUTE_MAP, name));
    return map.stream().flatMap(this::clauses).toList();
  }

  /** A clause that denies leaves untranslated what its lists permit. */
  private Stream<Entry> clauses(Section map) {
    return inOrder(map).flatMap(name -> list(name, map.all("permit").contains(name)));
  }

  private Stream<Entry> list(Found name, boolean translates) {
    Optional<Section> list = reading.use(Kind.LIST, name);
    if (list.isEmpty()) return Stream.empty();
    Section l = list.get();
    return inOrder(l)
        .map(f -> entry(f, l.all("permit").contains(f) != translates))
        .filter(e -> translates || e.exempt);
  }

  private static Stream<Found> inOrder(Section section) {
    return Stream.concat(section.all("permit").stream(), section.all("deny").stream())
        .sorted(Comparator.comparingInt(Found::line));
  }

  private static Entry entry(Found f, boolean exempt) {
    String[] sides = f.value().split(" - ");
    return new Entry(exempt, Ipv4Prefix.parse(sides[0]), Ipv4Prefix.parse(sides[1]), f.line());
  }
}
