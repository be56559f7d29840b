package org.vpnhub.ike.internal.v2;

import java.security.SecureRandom;
import java.time.Duration;

/** When to rekey: early enough for retransmissions, and not at both ends at once. */
final class Lifetimes {
  /** Longest margin before the end of a lifetime, for lifetimes of hours. */
  private static final long MAX_MARGIN = Duration.ofMinutes(9).toNanos();

  private Lifetimes() {}

  /** Nanoseconds from the beginning of an SA. */
  record Plan(long rekeyAfter, long expireAfter) {}

  /**
   * RFC 7296 §2.8: rekeying is jittered, so that the ends do not collide; the initiator of the SA
   * is earlier. With a lifetime of 60 s the rekeying begins 10 to 20 s before the end.
   *
   * @param first whether this end made the SA and is to rekey it first
   */
  static Plan plan(Duration lifetime, boolean first, SecureRandom random) {
    long expire = lifetime.toNanos();
    long margin = Math.min(expire / 6, MAX_MARGIN);
    long jitter = (long) (random.nextDouble() * margin / 2);
    return new Plan(expire - margin - jitter - (first ? margin / 2 : 0), expire);
  }
}
