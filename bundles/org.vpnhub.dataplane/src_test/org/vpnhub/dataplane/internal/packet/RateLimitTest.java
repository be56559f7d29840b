package org.vpnhub.dataplane.internal.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000;

  private static int allowed(RateLimit limit, long from, int steps, long step) {
    int n = 0;
    for (int i = 0; i < steps; i++) if (limit.allows(from + i * step)) n++;
    return n;
  }

  @Test
  void aBurstThenTheRate() {
    RateLimit limit = new RateLimit(100);
    long origin = Long.MAX_VALUE - SECOND; // the clock's origin is arbitrary and may wrap
    int burst = 0;
    while (limit.allows(origin)) burst++;
    assertEquals(RateLimit.BURST, burst);
    assertEquals(500, allowed(limit, origin + 1, 5000, SECOND / 1000), 1);
  }

  @Test
  void silenceIsNotSavedUpBeyondTheBurst() {
    RateLimit limit = new RateLimit(10);
    assertTrue(limit.allows(0));
    int burst = 0;
    while (limit.allows(3600 * SECOND)) burst++;
    assertEquals(10, burst);
  }

  @Test
  void noneAtAll() {
    assertFalse(new RateLimit(0).allows(5));
  }
}
