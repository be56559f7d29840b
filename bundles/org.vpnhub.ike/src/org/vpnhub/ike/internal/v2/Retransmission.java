package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import org.vpnhub.ike.IkeEndpointConfig;

/** How often and how long to wait for an answer (RFC 7296 §2.1, §2.4). */
final class Retransmission {
  /** How long an SA that is over repeats its last answer, and a peer may take for its part. */
  static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  /** Tries for a peer that is suspected to have forgotten us, and for a farewell. */
  private static final int FEW = 4;

  private Retransmission() {}

  static int tries(IkeEndpointConfig config, boolean setup, Exchange exchange, boolean suspected) {
    if (exchange instanceof DeleteIke || suspected) {
      return Math.min(FEW, config.retransmitTries());
    }
    return setup ? config.setupTries() : config.retransmitTries();
  }

  /** The pause behind the transmission number {@code sent}, counted from 0. */
  static long wait(IkeEndpointConfig config, boolean setup, int sent) {
    long cap = (setup ? config.setupRetransmitCap() : config.retransmitCap()).toNanos();
    long first = config.retransmitFirst().toNanos();
    return Math.min(cap, first << Math.min(sent, 20));
  }
}
