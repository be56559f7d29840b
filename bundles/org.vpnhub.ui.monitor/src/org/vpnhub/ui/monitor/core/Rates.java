package org.vpnhub.ui.monitor.core;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vpnhub.base.ConnectionId;

/** Rates from counters that are read again and again. Belongs to one thread. */
final class Rates {
  /** Rates are taken over a little more than a second, so that they do not tremble. */
  private static final long SPAN_NANOS = 1_000_000_000L;

  private final Map<ConnectionId, ArrayDeque<Sample>> samples = new HashMap<>();

  private record Sample(long nanos, long bytesIn, long bytesOut) {}

  /**
   * Takes the counters of a connection.
   *
   * @param nanos when they were read
   * @return the rate over the last second; none after the first reading, or when the counters have
   *     begun anew
   */
  Rate next(ConnectionId id, long nanos, long bytesIn, long bytesOut) {
    ArrayDeque<Sample> seen = samples.computeIfAbsent(id, k -> new ArrayDeque<>());
    if (!seen.isEmpty() && seen.peekLast().bytesIn() > bytesIn) seen.clear();
    if (!seen.isEmpty() && seen.peekLast().bytesOut() > bytesOut) seen.clear();
    Sample now = new Sample(nanos, bytesIn, bytesOut);
    seen.addLast(now);
    while (seen.size() > 2 && isOld(seen, nanos)) seen.removeFirst();
    Sample first = seen.getFirst();
    double seconds = (nanos - first.nanos()) / 1e9;
    if (seconds <= 0) return Rate.NONE;
    return new Rate(
        (bytesIn - first.bytesIn()) * 8 / seconds, (bytesOut - first.bytesOut()) * 8 / seconds);
  }

  /** Whether the second sample is far enough back to count from. */
  private static boolean isOld(ArrayDeque<Sample> seen, long nanos) {
    var each = seen.iterator();
    each.next();
    return nanos - each.next().nanos() >= SPAN_NANOS;
  }

  /** Forgets all connections but these. */
  void keep(Set<ConnectionId> ids) {
    samples.keySet().retainAll(ids);
  }

  /** Forgets all; after a silence a rate over it would say nothing. */
  void clear() {
    samples.clear();
  }
}
