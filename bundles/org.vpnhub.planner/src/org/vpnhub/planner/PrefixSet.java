package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;

/** A set of addresses as disjoint prefixes in ascending order; immutable. */
final class PrefixSet {
  private final Ipv4Prefix[] prefixes;

  /** The networks of the prefixes, the sign turned round so that they ascend. */
  private final int[] networks;

  private PrefixSet(Ipv4Prefix[] prefixes) {
    this.prefixes = prefixes;
    networks = Arrays.stream(prefixes).mapToInt(PrefixSet::key).toArray();
  }

  private static int key(Ipv4Prefix p) {
    return p.network() ^ Integer.MIN_VALUE;
  }

  static PrefixSet of(Collection<Ipv4Prefix> all) {
    List<Ipv4Prefix> kept = new ArrayList<>();
    // In ascending order a containing prefix comes before what it contains.
    Ipv4Prefix[] sorted = all.toArray(Ipv4Prefix[]::new);
    Arrays.sort(sorted);
    for (Ipv4Prefix p : sorted) {
      if (kept.isEmpty() || !kept.getLast().contains(p)) kept.add(p);
    }
    return new PrefixSet(kept.toArray(Ipv4Prefix[]::new));
  }

  /** The addresses in both lists. */
  static PrefixSet intersection(Collection<Ipv4Prefix> a, Collection<Ipv4Prefix> b) {
    PrefixSet left = of(a);
    PrefixSet right = of(b);
    List<Ipv4Prefix> both = new ArrayList<>();
    for (Ipv4Prefix p : left.prefixes) {
      if (right.contains(p)) both.add(p);
    }
    for (Ipv4Prefix p : right.prefixes) {
      if (left.contains(p)) both.add(p);
    }
    return of(both);
  }

  boolean isEmpty() {
    return prefixes.length == 0;
  }

  /** Whether one prefix of the set contains {@code p}. */
  boolean contains(Ipv4Prefix p) {
    int at = Arrays.binarySearch(networks, key(p));
    int last = at >= 0 ? at : -at - 2; // the last one that does not begin after p
    return last >= 0 && prefixes[last].contains(p);
  }

  List<Ipv4Prefix> list() {
    return List.of(prefixes);
  }
}
