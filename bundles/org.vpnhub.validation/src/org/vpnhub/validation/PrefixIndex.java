package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Values by prefix, found by overlap: O(log n) a lookup and hit, because two prefixes overlap only
 * when one holds the other.
 */
final class PrefixIndex<T> {
  private final TreeMap<Ipv4Prefix, List<T>> values = new TreeMap<>();

  void add(Ipv4Prefix prefix, T value) {
    values.computeIfAbsent(prefix, p -> new ArrayList<>(1)).add(value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The values of the prefixes that hold all of {@code prefix}, longest first, itself included. */
  Stream<T> holding(Ipv4Prefix prefix) {
    List<List<T>> found = new ArrayList<>(2);
    for (int length = prefix.length(); length >= 0; length--) {
      List<T> at = values.get(new Ipv4Prefix(prefix.network() & Ipv4Prefix.mask(length), length));
      if (at != null) found.add(at);
    }
    return found.stream().flatMap(List::stream);
  }

  /**
   * The values of the prefixes that are a true part of {@code prefix}, in the order of addresses.
   */
  Stream<T> inside(Ipv4Prefix prefix) {
    Ipv4Prefix last = new Ipv4Prefix(prefix.last().bits(), 32);
    if (last.equals(prefix)) return Stream.empty();
    Collection<List<T>> found = values.subMap(prefix, false, last, true).values();
    return found.stream().flatMap(List::stream);
  }

  /**
   * The values of the prefixes that share an address with {@code prefix}, those holding it first.
   */
  Stream<T> overlapping(Ipv4Prefix prefix) {
    return Stream.concat(holding(prefix), inside(prefix));
  }

  /** Whether one of the prefixes holds all of {@code prefix}, or several do together. */
  boolean covers(Ipv4Prefix prefix) {
    if (holding(prefix).findAny().isPresent()) return true;
    if (inside(prefix).findAny().isEmpty()) return false;
    int half = prefix.length() + 1;
    return covers(new Ipv4Prefix(prefix.network(), half))
        && covers(new Ipv4Prefix(prefix.network() | 1 << (32 - half), half));
  }
}
