package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Cuts prefixes into pieces that no route and no selector cuts any further, so that all addresses
 * of a piece share one fate. Most prefixes are one piece.
 */
final class Atoms {
  /** More pieces than this are thinned out; only a model full of overlaps has so many. */
  static final int MOST = 32;

  private final NavigableSet<Ipv4Prefix> cuts;
  private final Map<Ipv4Prefix, List<Ipv4Prefix>> known = new HashMap<>();

  /**
   * @param cuts every prefix that treats its addresses differently from others
   */
  Atoms(Collection<Ipv4Prefix> cuts) {
    this.cuts = new TreeSet<>(cuts);
  }

  /** The pieces of a prefix in ascending order, at least one. */
  List<Ipv4Prefix> of(Ipv4Prefix prefix) {
    return known.computeIfAbsent(prefix, this::cut);
  }

  private List<Ipv4Prefix> cut(Ipv4Prefix prefix) {
    List<Ipv4Prefix> pieces = new ArrayList<>();
    cut(prefix, pieces);
    if (pieces.size() <= MOST) return List.copyOf(pieces);
    List<Ipv4Prefix> some = new ArrayList<>();
    for (int i = 0; i < MOST; i++) some.add(pieces.get(i * pieces.size() / MOST));
    return some;
  }

  private void cut(Ipv4Prefix prefix, List<Ipv4Prefix> pieces) {
    if (!isCut(prefix)) {
      pieces.add(prefix);
      return;
    }
    int length = prefix.length() + 1;
    cut(new Ipv4Prefix(prefix.network(), length), pieces);
    cut(new Ipv4Prefix(prefix.network() | 1 << (32 - length), length), pieces);
  }

  /** Whether a strictly smaller prefix lies inside. */
  private boolean isCut(Ipv4Prefix prefix) {
    Ipv4Prefix next = cuts.higher(prefix);
    return next != null && prefix.contains(next);
  }
}
