package org.vpnhub.dataplane.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropCounters;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.dataplane.internal.packet.RateLimit;
import org.vpnhub.dataplane.internal.route.AddressSet;
import org.vpnhub.plan.ConnectionPlan;

/**
 * One connection as packets see it: who may send through it, its outbound security associations,
 * and counters that outlive every rekey. Written by the packet thread; the published lists and
 * counters may be read by any.
 */
public final class Tunnel {
  private static final OutboundEntry[] NO_OUTBOUND = {};

  private final ConnectionId id;
  public final DropCounters drops = new DropCounters();
  public final TrafficCounter in = new TrafficCounter();
  public final TrafficCounter out = new TrafficCounter();
  final RateLimit icmp;
  AddressSet peer;
  boolean onDemand;
  int remoteAddress;

  /** Whether the peer is behind a NAT: by the plan, or because its port was translated. */
  boolean behindNat;

  private boolean behindNatByPlan;
  long toldActive = Long.MIN_VALUE;
  long toldWanted = Long.MIN_VALUE;
  private OutboundEntry[] outbound = NO_OUTBOUND;
  private volatile List<InboundEntry> publishedIn = List.of();
  private volatile List<OutboundEntry> publishedOut = List.of();

  public Tunnel(ConnectionPlan plan, int icmpPerSecond) {
    id = plan.id();
    icmp = new RateLimit(icmpPerSecond);
    peer = AddressSet.ofPrefixes(plan.peerPrefixes());
    onDemand = isOnDemand(plan);
    remoteAddress = plan.remoteAddress().bits();
    behindNatByPlan = plan.remoteBehindNat();
  }

  /** Takes over what packets see of a changed plan. */
  void adopt(ConnectionPlan plan) {
    peer = AddressSet.ofPrefixes(plan.peerPrefixes());
    onDemand = isOnDemand(plan);
    remoteAddress = plan.remoteAddress().bits();
    behindNatByPlan = plan.remoteBehindNat();
    behindNat = isBehindNat();
  }

  private boolean isBehindNat() {
    boolean translated = false;
    for (OutboundEntry e : outbound) {
      boolean udp = e.negotiated.udpEncapsulated();
      translated |= udp && e.negotiated.remotePort() != Underlay.NAT_PORT;
    }
    return behindNatByPlan || translated;
  }

  /** Sends UDP-encapsulated packets to this place from now on. */
  void follow(int address, int port) {
    for (OutboundEntry e : outbound) if (!e.isNative()) e.follow(address, port);
  }

  /** Behaviours B2: who does not initiate at once may be woken by traffic; behind a NAT in vain. */
  private static boolean isOnDemand(ConnectionPlan plan) {
    return !plan.initiate() && !plan.remoteBehindNat();
  }

  public ConnectionId id() {
    return id;
  }

  boolean isUp() {
    return outbound.length > 0;
  }

  /** The newest outbound association whose selectors cover the packet. */
  @Nullable OutboundEntry select(byte[] b, int at) {
    for (OutboundEntry e : outbound) if (e.covers(b, at)) return e;
    return null;
  }

  void addOutbound(OutboundEntry entry) {
    OutboundEntry[] next = new OutboundEntry[outbound.length + 1];
    next[0] = entry;
    System.arraycopy(outbound, 0, next, 1, outbound.length);
    outbound = next;
    publishedOut = List.of(next);
    behindNat = isBehindNat();
  }

  @Nullable OutboundEntry removeOutbound(int spi) {
    for (OutboundEntry e : outbound) {
      if (e.spi != spi) continue;
      outbound = Arrays.stream(outbound).filter(o -> o != e).toArray(OutboundEntry[]::new);
      publishedOut = List.of(outbound);
      return e;
    }
    return null;
  }

  void addInbound(InboundEntry entry) {
    List<InboundEntry> next = new ArrayList<>(publishedIn);
    next.addFirst(entry);
    publishedIn = List.copyOf(next);
  }

  void removeInbound(InboundEntry entry) {
    publishedIn = publishedIn.stream().filter(e -> e != entry).toList();
  }

  /** Inbound associations, newest first. */
  public List<InboundEntry> inbound() {
    return publishedIn;
  }

  /** Outbound associations, newest first. */
  public List<OutboundEntry> outbound() {
    return publishedOut;
  }
}
