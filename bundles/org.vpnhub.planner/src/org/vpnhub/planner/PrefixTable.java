package org.vpnhub.planner;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;

/** Values by prefix, found by the prefixes that contain a given one, longest first. */
final class PrefixTable<T> {
  private final Map<Ipv4Prefix, T> values;
  private final int[] lengths;

  /**
   * @param values belong to the table from now on
   */
  PrefixTable(Map<Ipv4Prefix, T> values) {
    this.values = values;
    lengths =
        values.keySet().stream()
            .mapToInt(p -> -p.length())
            .distinct()
            .sorted()
            .map(negative -> -negative)
            .toArray();
  }

  /** Number of different prefix lengths. */
  int lengths() {
    return lengths.length;
  }

  /** The {@code i}-th longest prefix length. */
  int length(int i) {
    return lengths[i];
  }

  /** The value of the prefix of the {@code i}-th longest length that contains {@code p}. */
  @Nullable T get(int i, Ipv4Prefix p) {
    int length = lengths[i];
    if (length > p.length()) return null;
    if (length == p.length()) return values.get(p);
    return values.get(new Ipv4Prefix(p.network() & Ipv4Prefix.mask(length), length));
  }
}
