package org.vpnhub.dataplane.internal.engine;

import org.vpnhub.dataplane.internal.route.SelectorSet;
import org.vpnhub.esp.InboundSa;
import org.vpnhub.ike.ChildSa;

/** An inbound security association and what belongs to its packets. Owned by the packet thread. */
public final class InboundEntry {
  final Tunnel tunnel;
  final int spi;
  final InboundSa sa;
  final SelectorSet local;
  final SelectorSet remote;

  /** What was negotiated; its keys are closed. */
  public final ChildSa negotiated;

  public final TrafficCounter counter = new TrafficCounter();

  /** Slots of the batch at hand that belong to this association. */
  final int[] slots;

  int count;
  boolean confirmed;

  /** Largest inner packet of the other direction in bytes, for MSS clamping. */
  volatile int mtu;

  InboundEntry(Tunnel tunnel, ChildSa negotiated, InboundSa sa, int batchSlots, int mtu) {
    this.tunnel = tunnel;
    this.spi = negotiated.inboundSpi();
    this.sa = sa;
    this.negotiated = negotiated;
    this.local = new SelectorSet(negotiated.local());
    this.remote = new SelectorSet(negotiated.remote());
    this.slots = new int[batchSlots];
    this.mtu = mtu;
  }

  public int spi() {
    return spi;
  }

  public int mtu() {
    return mtu;
  }
}
