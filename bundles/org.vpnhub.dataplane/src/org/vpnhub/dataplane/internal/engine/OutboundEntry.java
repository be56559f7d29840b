package org.vpnhub.dataplane.internal.engine;

import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.dataplane.internal.route.SelectorSet;
import org.vpnhub.esp.OutboundSa;
import org.vpnhub.ike.ChildSa;

/** An outbound security association and where its packets go. Owned by the packet thread. */
public final class OutboundEntry {
  /** With so few sequence numbers left a rekey is due; with 32 bits that is a sixteenth. */
  private static final long NEARLY_USED_UP = 1L << 28;

  final Tunnel tunnel;
  final int spi;
  final OutboundSa sa;
  final SelectorSet local;
  final SelectorSet remote;

  /** What was negotiated; its keys are closed. */
  public final ChildSa negotiated;

  public final TrafficCounter counter = new TrafficCounter();

  /** Slots of the batch at hand that go into this association. */
  final int[] slots;

  int count;
  int mtu;
  boolean rekeyAsked;
  private int localAddress;
  private int localPort;
  private int remoteAddress;
  private int remotePort;

  OutboundEntry(Tunnel tunnel, ChildSa negotiated, OutboundSa sa, int batchSlots, int mtu) {
    this.tunnel = tunnel;
    this.spi = negotiated.outboundSpi();
    this.sa = sa;
    this.negotiated = negotiated;
    this.local = new SelectorSet(negotiated.local());
    this.remote = new SelectorSet(negotiated.remote());
    this.slots = new int[batchSlots];
    this.mtu = mtu;
    endpoints(
        negotiated.udpEncapsulated(),
        negotiated.localAddress().bits(),
        negotiated.localPort(),
        negotiated.remoteAddress().bits(),
        negotiated.remotePort());
  }

  void endpoints(boolean udp, int local, int localUdpPort, int remote, int remoteUdpPort) {
    localAddress = local;
    localPort = udp ? localUdpPort : Underlay.NATIVE_ESP;
    remoteAddress = remote;
    remotePort = udp ? remoteUdpPort : Underlay.NATIVE_ESP;
  }

  void follow(int address, int port) {
    remoteAddress = address;
    remotePort = port;
  }

  void address(PacketBatch batch, int slot) {
    batch.outer(slot, localAddress, localPort, remoteAddress, remotePort);
  }

  boolean isNative() {
    return localPort == Underlay.NATIVE_ESP;
  }

  boolean covers(byte[] b, int at) {
    return local.containsSource(b, at) && remote.containsDestination(b, at);
  }

  /** Whether the sequence numbers run out so soon that a rekey is due (RFC 4303 §3.3.3). */
  boolean isNearlyUsedUp() {
    return sa.remaining() < NEARLY_USED_UP;
  }

  public int spi() {
    return spi;
  }
}
