package org.vpnhub.exporter.hillstone.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** The networks that a rule names, itself or by the address book. */
final class StoneAddresses {
  private final Reading reading;

  StoneAddresses(Reading reading) {
    this.reading = reading;
  }

  /** A pair of networks of a rule, and the line that tells of it. */
  record Pair(Ipv4Prefix from, Ipv4Prefix to, int line) {
    boolean covers(Pair other) {
      return from.contains(other.from) && to.contains(other.to);
    }

    /** Whether both sides are named. */
    boolean narrow() {
      return from.length() > 0 && to.length() > 0;
    }

    String text() {
      return PlanValues.pair(from, to);
    }
  }

  /** The pairs of a rule; none when it names what is no network. */
  List<Pair> pairs(Section rule) {
    List<Pair> pairs = new ArrayList<>();
    for (Found from : side(rule, "from")) {
      for (Found to : side(rule, "to")) {
        int line = Math.max(rule.line(), Math.max(from.line(), to.line()));
        pairs.add(new Pair(Ipv4Prefix.parse(from.value()), Ipv4Prefix.parse(to.value()), line));
      }
    }
    return pairs;
  }

  private List<Found> side(Section rule, String side) {
    List<Found> all = new ArrayList<>(rule.all(side));
    for (Found name : rule.all(side + " book")) {
      Optional<List<String>> networks = book(name, new HashSet<>());
      if (networks.isEmpty()) return List.of();
      networks.get().forEach(n -> all.add(new Found(n, name.line())));
    }
    return all;
  }

  private Optional<List<String>> book(Found name, Set<String> seen) {
    if (name.value().equalsIgnoreCase("any")) return Optional.of(List.of("0.0.0.0/0"));
    Optional<Section> entry = reading.find(Kind.ADDRESS, name.value());
    if (entry.isEmpty() || entry.get().has("odd") || !seen.add(name.value())) {
      return Optional.empty();
    }
    List<String> networks = new ArrayList<>();
    entry.get().all("network").forEach(f -> networks.add(f.value()));
    for (Found member : entry.get().all("member")) {
      Optional<List<String>> more = book(member, seen);
      if (more.isEmpty()) return Optional.empty();
      networks.addAll(more.get());
    }
    return Optional.of(networks);
  }
}
