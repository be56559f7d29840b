package org.vpnhub.base;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.EnumMap;
import java.util.Map;

/** A counter for each {@link DropReason}. One thread counts; any thread may read. */
public final class DropCounters {
  private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);
  private final long[] counts = new long[DropReason.values().length];

  /** Counts one packet. Only by the owning thread. */
  public void count(DropReason reason) {
    int i = reason.ordinal();
    COUNT.setOpaque(counts, i, counts[i] + 1);
  }

  public long get(DropReason reason) {
    return (long) COUNT.getOpaque(counts, reason.ordinal());
  }

  /** The reasons that occurred, with their counts. */
  public Map<DropReason, Long> nonZero() {
    Map<DropReason, Long> result = new EnumMap<>(DropReason.class);
    for (DropReason reason : DropReason.values()) {
      long n = get(reason);
      if (n != 0) result.put(reason, n);
    }
    return result;
  }
}
