package org.vpnhub.dataplane.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.base.TimeSource;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.Inside;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.dataplane.internal.packet.Ecn;
import org.vpnhub.dataplane.internal.packet.Fragmenter;
import org.vpnhub.dataplane.internal.packet.IcmpError;
import org.vpnhub.dataplane.internal.packet.Ipv4;
import org.vpnhub.dataplane.internal.packet.MssClamp;
import org.vpnhub.dataplane.internal.packet.RateLimit;
import org.vpnhub.dataplane.internal.route.RouteTable;
import org.vpnhub.ike.IkeDatagram;

/**
 * The road of a packet through the engine, top to bottom: {@link #poll}, demultiplex, open, check,
 * forward, dispatch. Owned by the packet thread; allocates nothing for an ESP or inner packet.
 */
final class PacketPath {
  private static final int NON_ESP_MARKER = 4;
  private static final int SPI_AND_SEQUENCE = 8;
  private static final int IKE_HEADER = 28;
  private static final byte KEEPALIVE = (byte) 0xff;
  private static final long SECOND = 1_000_000_000L;
  private static final long WANTED_EVERY = 2 * SECOND;
  private static final long UNKNOWN_EVERY = SECOND / 20;
  private static final int ADMINISTRATIVELY_PROHIBITED = 13;

  private final Underlay underlay;
  private final Inside inside;
  private final TimeSource time;
  private final DropCounters drops;
  private final Hints hints;
  private final boolean insideRouted;
  private final SpiMap spis;
  private final RateLimit insideIcmp;
  private final RouteTable.Liveness liveness = this::isUp;

  private final PacketBatch batch;
  private final @Nullable InboundEntry[] inbound;
  private final InboundEntry[] opened;

  /** Fragments and ICMP errors that came into being on the way. */
  private final PacketBatch extra;

  private final @Nullable OutboundEntry[] batchOut;
  private final @Nullable OutboundEntry[] extraOut;
  private final boolean[] batchInward;
  private final boolean[] extraInward;
  private final int[] innerLength;
  private final int[] inwardSlots;
  private final OutboundEntry[] touched;

  private RouteTable routes;
  private Tunnel[] tunnels;
  private int ownAddress;
  private int insideMtu;
  private int identification;
  private long toldUnknown = Long.MIN_VALUE;
  private long now;

  PacketPath(
      Underlay underlay,
      Inside inside,
      EngineOptions options,
      DropCounters drops,
      SpiMap spis,
      Hints hints,
      Forwarding forwarding) {
    this.underlay = underlay;
    this.inside = inside;
    this.time = options.time();
    this.drops = drops;
    this.hints = hints;
    this.spis = spis;
    insideRouted = inside.isRouted();
    insideIcmp = new RateLimit(options.icmpPerSecond());
    int slots = options.batchSlots();
    batch = new PacketBatch(slots, options.maxPacket());
    extra = new PacketBatch(slots, options.maxPacket());
    inbound = new InboundEntry[slots];
    opened = new InboundEntry[slots];
    batchOut = new OutboundEntry[slots];
    extraOut = new OutboundEntry[slots];
    batchInward = new boolean[slots];
    extraInward = new boolean[slots];
    innerLength = new int[slots];
    inwardSlots = new int[slots];
    touched = new OutboundEntry[slots];
    routes = forwarding.routes();
    tunnels = forwarding.tunnels();
    ownAddress = forwarding.ownAddress();
  }

  /** Takes another set of routes and tunnels, whole. */
  void forwarding(Forwarding next) {
    routes = next.routes();
    tunnels = next.tunnels();
    ownAddress = next.ownAddress();
  }

  /** One round: a batch from each side. Returns whether there was anything to do. */
  boolean poll() {
    now = time.nanos();
    insideMtu = inside.mtu();
    batch.clear();
    int fromUnderlay = underlay.receive(batch, drops);
    if (batch.size() > 0) fromUnderlay();
    batch.clear();
    int fromInside = inside.receive(batch, drops);
    if (batch.size() > 0) fromInside();
    return fromUnderlay + fromInside > 0;
  }

  /** After a fault: nothing of the batch at hand goes further. */
  void reset() {
    batch.clear();
    extra.clear();
    Arrays.fill(inbound, null);
    Arrays.fill(batchOut, null);
    Arrays.fill(extraOut, null);
    Arrays.fill(batchInward, false);
    Arrays.fill(extraInward, false);
    for (Tunnel tunnel : tunnels) {
      for (InboundEntry e : tunnel.inbound()) e.count = 0;
      for (OutboundEntry e : tunnel.outbound()) e.count = 0;
    }
  }

  // ------------------------------------------------------------------ from the outside

  private void fromUnderlay() {
    int groups = 0;
    for (int slot = 0; slot < batch.size(); slot++) {
      InboundEntry entry = demultiplex(slot);
      inbound[slot] = entry;
      if (entry == null) continue;
      if (entry.count == 0) opened[groups++] = entry;
      entry.slots[entry.count++] = slot;
    }
    for (int i = 0; i < groups; i++) open(opened[i]);
    for (int slot = 0; slot < batch.size(); slot++) {
      InboundEntry entry = inbound[slot];
      inbound[slot] = null;
      if (entry != null && !batch.isDropped(slot)) check(slot, entry);
    }
    flush();
  }

  /** RFC 3948 §2: on port 4500 IKE follows four zero octets, a lone 0xFF is a keepalive. */
  private @Nullable InboundEntry demultiplex(int slot) {
    byte[] b = batch.data(slot);
    int at = batch.offset(slot);
    int length = batch.length(slot);
    int port = batch.localPort(slot);
    if (port == Underlay.IKE_PORT) return toControl(slot, at, length);
    if (port == Underlay.NAT_PORT && length == 1 && b[at] == KEEPALIVE) {
      batch.drop(slot);
      return null;
    }
    if (length < SPI_AND_SEQUENCE) return malformed(slot);
    int spi = Bytes.i32(b, at);
    if (spi == 0 && port == Underlay.NAT_PORT) {
      return toControl(slot, at + NON_ESP_MARKER, length - NON_ESP_MARKER);
    }
    InboundEntry entry = spis.get(spi);
    if (entry == null) unknownSpi(slot);
    return entry;
  }

  /**
   * A peer that still sends on associations which a restart of this end has lost is called up anew,
   * without waiting for its dead peer detection. Anyone can forge such a datagram, so it does no
   * more, and that seldom.
   */
  private void unknownSpi(int slot) {
    drops.count(DropReason.UNKNOWN_SPI);
    int from = batch.remoteAddress(slot);
    batch.drop(slot);
    if (toldUnknown != Long.MIN_VALUE && now - toldUnknown < UNKNOWN_EVERY) return;
    toldUnknown = now;
    for (Tunnel t : tunnels) if (t.remoteAddress == from && !t.isUp()) want(t);
  }

  private @Nullable InboundEntry malformed(int slot) {
    drops.count(DropReason.MALFORMED_DATAGRAM);
    batch.drop(slot);
    return null;
  }

  private @Nullable InboundEntry toControl(int slot, int at, int length) {
    if (length < IKE_HEADER) return malformed(slot);
    if (!hints.hasRoom() || !hints.ike(copy(slot, at, length))) drops.count(DropReason.QUEUE_FULL);
    batch.drop(slot);
    return null;
  }

  private IkeDatagram copy(int slot, int at, int length) {
    byte[] message = new byte[length];
    System.arraycopy(batch.data(slot), at, message, 0, length);
    return new IkeDatagram(
        new Ipv4Address(batch.localAddress(slot)),
        batch.localPort(slot),
        new Ipv4Address(batch.remoteAddress(slot)),
        batch.remotePort(slot),
        message);
  }

  private void open(InboundEntry entry) {
    Tunnel tunnel = entry.tunnel;
    int count = entry.count;
    entry.count = 0;
    long highest = entry.sa.highestSequence();
    int survivors = entry.sa.open(batch, entry.slots, count, tunnel.drops);
    if (survivors == 0) return;
    long bytes = 0;
    for (int i = 0; i < count; i++) bytes += batch.length(entry.slots[i]);
    entry.counter.add(survivors, bytes);
    tunnel.in.add(survivors, bytes);
    if (tunnel.behindNat && entry.sa.highestSequence() > highest) follow(entry, count);
    if (!entry.confirmed) {
      entry.confirmed = true;
      hints.confirmed(tunnel.id(), entry.spi);
    }
    if (now - tunnel.toldActive > SECOND || tunnel.toldActive == Long.MIN_VALUE) {
      tunnel.toldActive = now;
      hints.peerActive(tunnel.id());
    }
  }

  /**
   * RFC 7296 §2.23: to a peer behind a NAT packets go where its last authentic one came from, as
   * its mapping may change at any time. Neither a replay nor a packet that was overtaken moves
   * anything.
   */
  private void follow(InboundEntry entry, int count) {
    int last = count - 1;
    while (last >= 0 && batch.isDropped(entry.slots[last])) last--;
    int slot = entry.slots[Math.max(0, last)];
    if (last >= 0 && batch.localPort(slot) == Underlay.NAT_PORT) {
      entry.tunnel.follow(batch.remoteAddress(slot), batch.remotePort(slot));
    }
  }

  /** Behaviours B9: nobody sends from addresses that are not theirs. */
  private void check(int slot, InboundEntry entry) {
    byte[] b = batch.data(slot);
    int at = batch.offset(slot);
    Tunnel tunnel = entry.tunnel;
    int length = Ipv4.soundLength(b, at, batch.length(slot));
    if (length < 0) {
      drop(slot, DropReason.MALFORMED_IP, tunnel);
      return;
    }
    batch.place(slot, at, length);
    if (!tunnel.peer.contains(Ipv4.source(b, at)) || !entry.remote.containsSource(b, at)) {
      drop(slot, DropReason.SOURCE_NOT_ALLOWED, tunnel);
    } else if (!entry.local.containsDestination(b, at)) {
      drop(slot, DropReason.DESTINATION_NOT_ALLOWED, tunnel);
    } else if (joinTrafficClass(slot, b, at, tunnel)) {
      forward(slot, tunnel, entry.mtu);
    }
  }

  /** RFC 6040 §4.2, where the port shows the outer header. */
  private boolean joinTrafficClass(int slot, byte[] b, int at, Tunnel tunnel) {
    int outer = batch.tos(slot);
    if (outer == PacketBatch.TOS_UNKNOWN) return true;
    int inner = Ipv4.tos(b, at);
    int joined = Ecn.innerTos(inner, outer);
    if (joined == Ecn.DROP) {
      drop(slot, DropReason.ECN_INVALID, tunnel);
      return false;
    }
    if (joined != inner) Ipv4.setTos(b, at, joined);
    return true;
  }

  // ------------------------------------------------------------------- from the inside

  private void fromInside() {
    for (int slot = 0; slot < batch.size(); slot++) {
      byte[] b = batch.data(slot);
      int at = batch.offset(slot);
      int length = Ipv4.soundLength(b, at, batch.length(slot));
      if (length < 0) {
        drop(slot, DropReason.MALFORMED_IP, null);
        continue;
      }
      batch.place(slot, at, length);
      if (!routes.isInside(Ipv4.source(b, at))) {
        drop(slot, DropReason.INSIDE_SOURCE_NOT_ALLOWED, null);
      } else {
        forward(slot, null, insideMtu);
      }
    }
    flush();
  }

  // ------------------------------------------------------------------------- forwarding

  private boolean isUp(int connection) {
    return tunnels[connection].isUp();
  }

  /**
   * The route decides first, the selector is checked second (behaviours B10).
   *
   * @param from the connection that the packet came by; null from the inside
   * @param fromMtu largest packet that the way back takes
   */
  private void forward(int slot, @Nullable Tunnel from, int fromMtu) {
    byte[] b = batch.data(slot);
    int at = batch.offset(slot);
    int way = routes.lookup(Ipv4.source(b, at), Ipv4.destination(b, at), liveness);
    if (way == RouteTable.NO_ROUTE) {
      refuse(slot, DropReason.NO_ROUTE, from, IcmpError.NET_UNREACHABLE);
    } else if (way == RouteTable.INSIDE) {
      if (from == null) drop(slot, DropReason.ROUTE_LOOP, null);
      else toInside(slot, b, at, from, fromMtu);
    } else {
      Tunnel to = tunnels[way];
      if (to == from) drop(slot, DropReason.ROUTE_LOOP, from);
      else toTunnel(slot, b, at, from, fromMtu, to);
    }
  }

  private void toInside(int slot, byte[] b, int at, Tunnel from, int fromMtu) {
    int mtu = insideMtu;
    if (!admit(slot, b, at, mtu, from, !insideRouted)) return;
    MssClamp.clamp(b, at, batch.length(slot), Math.min(mtu, fromMtu) - MssClamp.HEADERS);
    if (batch.length(slot) <= mtu) batchInward[slot] = true;
    else split(slot, mtu, null);
  }

  private void toTunnel(int slot, byte[] b, int at, @Nullable Tunnel from, int fromMtu, Tunnel to) {
    OutboundEntry out = to.select(b, at);
    if (out == null) {
      noAssociation(slot, from, to);
      return;
    }
    int mtu = out.mtu;
    if (!admit(slot, b, at, mtu, from, from != null || !insideRouted)) return;
    MssClamp.clamp(b, at, batch.length(slot), Math.min(mtu, fromMtu) - MssClamp.HEADERS);
    if (batch.length(slot) <= mtu) batchOut[slot] = out;
    else split(slot, mtu, out);
  }

  private void noAssociation(int slot, @Nullable Tunnel from, Tunnel to) {
    boolean up = to.isUp();
    // RFC 4301 §6.1.1: the sender of a packet that policy discards may be told so.
    int code = up ? ADMINISTRATIVELY_PROHIBITED : IcmpError.HOST_UNREACHABLE;
    answer(slot, IcmpError.UNREACHABLE, code, 0, from);
    drop(slot, up ? DropReason.SELECTOR_MISMATCH : DropReason.TUNNEL_DOWN, to);
    if (!up) want(to);
  }

  /** Asks IKE to set a connection up, now and then. */
  private void want(Tunnel tunnel) {
    boolean told = tunnel.toldWanted != Long.MIN_VALUE && now - tunnel.toldWanted < WANTED_EVERY;
    if (!tunnel.onDemand || told) return;
    tunnel.toldWanted = now;
    hints.wanted(tunnel.id());
  }

  /**
   * What ends a packet's way although there is one; otherwise its time to live is counted down.
   * ICMP errors quote the packet as it came, so nothing is changed before.
   */
  private boolean admit(
      int slot, byte[] b, int at, int mtu, @Nullable Tunnel from, boolean countDown) {
    // RFC 1812 §5.3.1: a packet whose time to live would become zero is not forwarded.
    if (countDown && Ipv4.ttl(b, at) <= 1) {
      answer(slot, IcmpError.TIME_EXCEEDED, IcmpError.TTL_EXCEEDED, 0, from);
      drop(slot, DropReason.TTL_EXPIRED, from);
      return false;
    }
    // RFC 1191 §4, RFC 4301 §8: DF is answered with the MTU; other packets are split before
    // sealing.
    if (batch.length(slot) > mtu
        && (Ipv4.dontFragment(b, at) || Fragmenter.fragments(b, at, mtu) > extra.capacity())) {
      answer(slot, IcmpError.UNREACHABLE, IcmpError.FRAGMENTATION_NEEDED, mtu, from);
      drop(slot, DropReason.TOO_BIG, from);
      return false;
    }
    if (countDown) Ipv4.decrementTtl(b, at);
    return true;
  }

  private void split(int slot, int mtu, @Nullable OutboundEntry out) {
    int pieces = Fragmenter.fragments(batch.data(slot), batch.offset(slot), mtu);
    if (extra.size() + pieces > extra.capacity()) flushExtra();
    int first = extra.size();
    Fragmenter.split(batch, slot, mtu, extra);
    for (int i = first; i < extra.size(); i++) {
      extraOut[i] = out;
      extraInward[i] = out == null;
    }
    batch.drop(slot);
  }

  private void refuse(int slot, DropReason reason, @Nullable Tunnel from, int code) {
    answer(slot, IcmpError.UNREACHABLE, code, 0, from);
    drop(slot, reason, from);
  }

  /** Tells the sender, back the way the packet came (RFC 4301 §8.2), as often as is allowed. */
  private void answer(int slot, int type, int code, int rest, @Nullable Tunnel from) {
    byte[] b = batch.data(slot);
    int at = batch.offset(slot);
    int length = batch.length(slot);
    RateLimit limit = from == null ? insideIcmp : from.icmp;
    if (!IcmpError.isAllowedAbout(b, at, length)
        || routes.isInsideBroadcast(Ipv4.destination(b, at))
        || !limit.allows(now)) {
      return;
    }
    if (extra.isFull()) flushExtra();
    int error =
        IcmpError.append(extra, b, at, length, type, code, rest, ownAddress, identification++);
    if (from == null) {
      extraInward[error] = true;
      return;
    }
    OutboundEntry back = from.select(extra.data(error), extra.offset(error));
    extraOut[error] = back;
    if (back == null) {
      extra.drop(error);
      from.drops.count(DropReason.SELECTOR_MISMATCH);
    }
  }

  private void drop(int slot, DropReason reason, @Nullable Tunnel whose) {
    (whose == null ? drops : whose.drops).count(reason);
    batch.drop(slot);
  }

  // --------------------------------------------------------------------------- dispatch

  private void flush() {
    dispatch(batch, batchOut, batchInward);
    flushExtra();
  }

  private void flushExtra() {
    if (extra.size() > 0) dispatch(extra, extraOut, extraInward);
    extra.clear();
  }

  private void dispatch(PacketBatch from, @Nullable OutboundEntry[] outs, boolean[] inward) {
    int groups = 0;
    int inwards = 0;
    for (int slot = 0; slot < from.size(); slot++) {
      OutboundEntry out = outs[slot];
      boolean in = inward[slot];
      outs[slot] = null;
      inward[slot] = false;
      if (from.isDropped(slot)) continue;
      if (in) {
        inwardSlots[inwards++] = slot;
      } else if (out != null) {
        if (out.count == 0) touched[groups++] = out;
        out.slots[out.count++] = slot;
      }
    }
    if (inwards > 0) inside.send(from, inwardSlots, inwards, drops);
    for (int i = 0; i < groups; i++) seal(from, touched[i]);
  }

  private void seal(PacketBatch from, OutboundEntry out) {
    int count = out.count;
    out.count = 0;
    // RFC 6040 §4.1: where our own egress cannot see outer marks, we do not expect the peer's to.
    Ecn.Mode ecn =
        underlay.seesTrafficClass(!out.isNative()) ? Ecn.Mode.NORMAL : Ecn.Mode.COMPATIBILITY;
    for (int i = 0; i < count; i++) {
      int slot = out.slots[i];
      innerLength[slot] = from.length(slot);
      from.tos(slot, Ecn.outerTos(Ipv4.tos(from.data(slot), from.offset(slot)), ecn));
    }
    Tunnel tunnel = out.tunnel;
    if (out.sa.seal(from, out.slots, count, tunnel.drops) == 0) return;
    int sealed = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      int slot = out.slots[i];
      if (from.isDropped(slot)) continue;
      out.slots[sealed++] = slot;
      bytes += innerLength[slot];
      out.address(from, slot);
    }
    out.counter.add(sealed, bytes);
    tunnel.out.add(sealed, bytes);
    underlay.send(from, out.slots, sealed, tunnel.drops);
    if (!out.rekeyAsked && out.isNearlyUsedUp()) {
      out.rekeyAsked = true;
      hints.nearlyUsedUp(tunnel.id(), out.negotiated.inboundSpi());
    }
  }
}
