package org.vpnhub.dataplane.internal.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;

/** A set of IPv4 addresses as sorted, disjoint ranges. Immutable. */
public final class AddressSet {
  private static final int LINEAR = 4;

  /** Ends of ranges, both included, with the sign bit flipped so that signed order is theirs. */
  private final int[] first;

  private final int[] last;

  /** A range of addresses, both ends included. */
  public record Range(int first, int last) {}

  private AddressSet(List<Range> sorted) {
    first = new int[sorted.size()];
    last = new int[sorted.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = sorted.get(i).first() ^ Integer.MIN_VALUE;
      last[i] = sorted.get(i).last() ^ Integer.MIN_VALUE;
    }
  }

  public static AddressSet ofPrefixes(List<Ipv4Prefix> prefixes) {
    return ofRanges(prefixes.stream().map(p -> new Range(p.network(), p.last().bits())).toList());
  }

  /** The union of the ranges. */
  public static AddressSet ofRanges(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(Range::first, Integer::compareUnsigned));
    List<Range> merged = new ArrayList<>();
    for (Range r : sorted) {
      Range before = merged.isEmpty() ? null : merged.getLast();
      boolean joins =
          before != null
              && (before.last() == -1
                  || Integer.compareUnsigned(r.first(), before.last() + 1) <= 0);
      if (before == null || !joins) merged.add(r);
      else if (Integer.compareUnsigned(r.last(), before.last()) > 0) {
        merged.set(merged.size() - 1, new Range(before.first(), r.last()));
      }
    }
    return new AddressSet(merged);
  }

  public boolean isEmpty() {
    return first.length == 0;
  }

  public boolean contains(int address) {
    int a = address ^ Integer.MIN_VALUE;
    if (first.length <= LINEAR) {
      for (int i = 0; i < first.length; i++) if (a >= first[i] && a <= last[i]) return true;
      return false;
    }
    int low = 0;
    int high = first.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      if (a < first[middle]) high = middle - 1;
      else if (a > last[middle]) low = middle + 1;
      else return true;
    }
    return false;
  }
}
