package org.vpnhub.dataplane.internal.packet;

/** So many events a second, with a burst of at most {@link #BURST}. Owned by the packet thread. */
public final class RateLimit {
  static final int BURST = 20;
  private static final long SECOND = 1_000_000_000;

  private final long interval;
  private final long tolerance;
  private long next;
  private boolean started;

  /**
   * @param perSecond 0 allows nothing
   */
  public RateLimit(int perSecond) {
    interval = perSecond <= 0 ? 0 : SECOND / perSecond;
    tolerance = interval * (Math.min(BURST, perSecond) - 1);
  }

  /** Whether one more is allowed at this time (the generic cell rate algorithm). */
  public boolean allows(long nowNanos) {
    if (interval == 0) return false;
    if (!started || next - nowNanos < 0) {
      next = nowNanos;
      started = true;
    }
    if (next - nowNanos > tolerance) return false;
    next += interval;
    return true;
  }
}
