package org.vpnhub.dataplane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.packet.Checksum;
import org.vpnhub.dataplane.internal.packet.Ipv4;
import org.vpnhub.dataplane.internal.packet.Reassembly;

/**
 * A network in this process behind one engine, with a host in each prefix: hosts answer ICMP echo,
 * ping, and send or take bulk traffic. The packets are real ones; only wires and hosts are
 * simulated.
 *
 * <p>{@link #ping} and the bulk flows may be used from any thread; packets are made and taken on
 * the engine's packet thread. The network's own route table decides what its hosts send to the
 * gateway.
 */
public final class SimulatedHosts implements Inside {
  /** MTU of the simulated LAN in bytes. */
  public static final int MTU = 1500;

  private static final int WAITING_REPLIES = 256;
  private static final int ECHO_REPLY = 0;
  private static final int UNREACHABLE = 3;
  private static final int ECHO_REQUEST = 8;
  private static final int TIME_EXCEEDED = 11;
  private static final int FRAGMENTATION_NEEDED = 4;
  private static final int ICMP_HEADER = 8;

  private final AtomicInteger identifiers = new AtomicInteger();
  private final ConcurrentLinkedQueue<Ping> requested = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Ping> waiting = new HashMap<>();
  private final ArrayDeque<byte[]> replies = new ArrayDeque<>();
  private final Reassembly reassembly = new Reassembly();
  private final CopyOnWriteArrayList<BulkFlow> sources = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<BulkFlow> sinks = new CopyOnWriteArrayList<>();
  private final AtomicLong noRoute = new AtomicLong();
  private volatile Runnable wakeup = () -> {};
  private volatile Addresses addresses;

  private record Addresses(
      List<Ipv4Prefix> prefixes, List<Ipv4Prefix> routesToGateway, List<Ipv4Address> hosts) {

    static Addresses of(List<Ipv4Prefix> prefixes, List<Ipv4Prefix> routesToGateway) {
      return new Addresses(
          List.copyOf(prefixes),
          List.copyOf(routesToGateway),
          prefixes.stream().map(SimulatedHosts::hostIn).toList());
    }
  }

  /**
   * @param prefixes the network's own prefixes, with one host in each
   * @param routesToGateway destinations that its route table sends to the gateway
   */
  public SimulatedHosts(List<Ipv4Prefix> prefixes, List<Ipv4Prefix> routesToGateway) {
    addresses = Addresses.of(prefixes, routesToGateway);
  }

  /** Takes other prefixes and another route table from the next packet on. */
  public void readdress(List<Ipv4Prefix> prefixes, List<Ipv4Prefix> routesToGateway) {
    addresses = Addresses.of(prefixes, routesToGateway);
  }

  /** A LAN whose hosts send everything that is not their own to the gateway. */
  public static SimulatedHosts lan(List<Ipv4Prefix> prefixes) {
    return new SimulatedHosts(prefixes, List.of(Ipv4Prefix.ANY));
  }

  /** The address of the simulated host in a prefix: the tenth, or the last one that is usable. */
  public static Ipv4Address hostIn(Ipv4Prefix prefix) {
    int size =
        prefix.length() == 0
            ? Integer.MAX_VALUE
            : (int) Math.min(1L << (32 - prefix.length()), 1 << 30);
    int step = size > 11 ? 10 : Math.max(0, size - 2);
    return new Ipv4Address(prefix.network() + step);
  }

  /** The hosts, one for each prefix in its order. */
  public List<Ipv4Address> hosts() {
    return addresses.hosts();
  }

  /** Packets that hosts could not send because the route table has no way to the gateway. */
  public long withoutRoute() {
    return noRoute.get();
  }

  /** Pings with 56 bytes of data. */
  public CompletableFuture<PingResult> ping(Ipv4Address from, Ipv4Address to, Duration timeout) {
    return ping(new PingRequest(from, to, timeout));
  }

  /** Sends one echo request; the result never fails. */
  public CompletableFuture<PingResult> ping(PingRequest request) {
    CompletableFuture<PingResult> result = new CompletableFuture<>();
    if (!reachesGateway(request.to().bits())) {
      noRoute.incrementAndGet();
      result.complete(
          new PingResult(PingResult.Outcome.NO_ROUTE, Duration.ZERO, Optional.empty(), 0));
      return result;
    }
    requested.add(new Ping(request, identifiers.incrementAndGet() & 0x7fffffff, result));
    result.completeOnTimeout(
        new PingResult(PingResult.Outcome.NO_ANSWER, Duration.ZERO, Optional.empty(), 0),
        request.timeout().toNanos(),
        TimeUnit.NANOSECONDS);
    wakeup.run();
    return result;
  }

  /**
   * One echo request.
   *
   * @param from one of this network's hosts
   * @param dataBytes bytes behind the ICMP header, 0 to 1472
   * @param ttl time to live
   * @param dontFragment whether DF is set
   * @param timeout when to give up
   */
  public record PingRequest(
      Ipv4Address from,
      Ipv4Address to,
      int dataBytes,
      int ttl,
      boolean dontFragment,
      Duration timeout) {

    public PingRequest {
      if (dataBytes < 0 || dataBytes > MTU - Ipv4.HEADER - ICMP_HEADER) {
        throw new IllegalArgumentException(dataBytes + " bytes do not fit one packet of " + MTU);
      }
    }

    public PingRequest(Ipv4Address from, Ipv4Address to, Duration timeout) {
      this(from, to, 56, 64, false, timeout);
    }
  }

  @Override
  public void open(Runnable wakeup) {
    this.wakeup = wakeup;
  }

  @Override
  public int mtu() {
    return MTU;
  }

  @Override
  public boolean isRouted() {
    return false;
  }

  @Override
  public int receive(PacketBatch batch, DropCounters drops) {
    int before = batch.size();
    while (!batch.isFull() && !replies.isEmpty()) {
      byte[] packet = replies.remove();
      batch.add(packet, 0, packet.length);
    }
    while (!batch.isFull()) {
      Ping ping = requested.poll();
      if (ping == null) break;
      request(ping, batch);
    }
    for (BulkFlow flow : sources) flow.produce(batch);
    return batch.size() - before;
  }

  private void request(Ping ping, PacketBatch batch) {
    if (ping.result.isDone()) return;
    waiting.values().removeIf(p -> p.result.isDone());
    waiting.put(ping.identifier, ping);
    ping.sentNanos = System.nanoTime();
    byte[] packet = ping.packet();
    batch.add(packet, 0, packet.length);
  }

  @Override
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    for (int i = 0; i < count; i++) {
      deliver(batch.data(slots[i]), batch.offset(slots[i]), drops);
    }
    for (BulkFlow flow : sinks) flow.settle();
  }

  private void deliver(byte[] b, int at, DropCounters drops) {
    if (Ipv4.isFragment(b, at)) {
      byte[] whole = reassembly.add(b, at);
      if (whole != null) deliverWhole(whole, 0, drops);
    } else {
      deliverWhole(b, at, drops);
    }
  }

  private void deliverWhole(byte[] b, int at, DropCounters drops) {
    int destination = Ipv4.destination(b, at);
    int header = Ipv4.headerLength(b, at);
    int payload = Ipv4.totalLength(b, at) - header;
    if (Ipv4.protocol(b, at) == Ipv4.UDP) {
      for (BulkFlow flow : sinks) if (flow.take(b, at, header)) return;
    }
    if (!isHost(destination)) return;
    if (Ipv4.protocol(b, at) == Ipv4.ICMP && payload >= ICMP_HEADER) {
      icmp(b, at, header, payload, drops);
    }
  }

  private void icmp(byte[] b, int at, int header, int payload, DropCounters drops) {
    int icmp = at + header;
    if (!Checksum.isGood(b, icmp, payload)) {
      drops.count(DropReason.MALFORMED_IP);
      return;
    }
    switch (Bytes.u8(b, icmp)) {
      case ECHO_REQUEST -> answer(b, at, header, payload, drops);
      case ECHO_REPLY -> finish(Bytes.i32(b, icmp + 4), PingResult.Outcome.REPLY, b, at, 0);
      case TIME_EXCEEDED -> error(b, at, header, payload, PingResult.Outcome.TIME_EXCEEDED, 0);
      case UNREACHABLE -> {
        boolean tooBig = Bytes.u8(b, icmp + 1) == FRAGMENTATION_NEEDED;
        error(
            b,
            at,
            header,
            payload,
            tooBig ? PingResult.Outcome.FRAGMENTATION_NEEDED : PingResult.Outcome.UNREACHABLE,
            tooBig ? Bytes.u16(b, icmp + 6) : 0);
      }
      default -> {}
    }
  }

  private void answer(byte[] b, int at, int header, int payload, DropCounters drops) {
    int to = Ipv4.source(b, at);
    if (!reachesGateway(to)) {
      noRoute.incrementAndGet();
      return;
    }
    if (replies.size() >= WAITING_REPLIES) {
      drops.count(DropReason.QUEUE_FULL);
      return;
    }
    byte[] reply = new byte[Ipv4.HEADER + payload];
    System.arraycopy(b, at + header, reply, Ipv4.HEADER, payload);
    Ipv4.write(
        reply,
        0,
        Ipv4.tos(b, at),
        reply.length,
        Ipv4.identification(b, at),
        Ipv4.dontFragment(b, at),
        64,
        Ipv4.ICMP,
        Ipv4.destination(b, at),
        to);
    reply[Ipv4.HEADER] = ECHO_REPLY;
    Bytes.putU16(reply, Ipv4.HEADER + 2, 0);
    Bytes.putU16(reply, Ipv4.HEADER + 2, Checksum.of(reply, Ipv4.HEADER, payload));
    replies.add(reply);
  }

  /** An ICMP error quotes the header and the first eight bytes of the packet it is about. */
  private void error(
      byte[] b, int at, int header, int payload, PingResult.Outcome outcome, int mtu) {
    int quoted = at + header + ICMP_HEADER;
    if (payload < ICMP_HEADER + Ipv4.HEADER + ICMP_HEADER) return;
    int quotedHeader = Ipv4.headerLength(b, quoted);
    if (payload < ICMP_HEADER + quotedHeader + ICMP_HEADER) return;
    finish(Bytes.i32(b, quoted + quotedHeader + 4), outcome, b, at, mtu);
  }

  private void finish(int identifier, PingResult.Outcome outcome, byte[] b, int at, int mtu) {
    Ping ping = waiting.remove(identifier);
    if (ping == null) return;
    Duration rtt = Duration.ofNanos(System.nanoTime() - ping.sentNanos);
    Optional<Ipv4Address> answerer = Optional.of(new Ipv4Address(Ipv4.source(b, at)));
    ping.result.complete(new PingResult(outcome, rtt, answerer, mtu));
  }

  private boolean isHost(int address) {
    for (Ipv4Address host : addresses.hosts()) if (host.bits() == address) return true;
    return false;
  }

  private boolean reachesGateway(int destination) {
    Addresses now = addresses;
    for (Ipv4Prefix own : now.prefixes()) if (own.contains(destination)) return false;
    for (Ipv4Prefix route : now.routesToGateway()) if (route.contains(destination)) return true;
    return false;
  }

  void addSource(BulkFlow flow) {
    if (!reachesGateway(flow.to().bits())) return;
    sources.add(flow);
    wakeup.run();
  }

  void addSink(BulkFlow flow) {
    sinks.add(flow);
  }

  void remove(BulkFlow flow) {
    sources.remove(flow);
    sinks.remove(flow);
  }

  void wake() {
    wakeup.run();
  }

  @Override
  public void close() {
    List<Ping> open = new ArrayList<>(requested);
    requested.clear();
    for (Ping ping : open) {
      ping.result.complete(
          new PingResult(PingResult.Outcome.NO_ANSWER, Duration.ZERO, Optional.empty(), 0));
    }
  }

  private static final class Ping {
    final PingRequest request;
    final int identifier;
    final CompletableFuture<PingResult> result;
    long sentNanos;

    Ping(PingRequest request, int identifier, CompletableFuture<PingResult> result) {
      this.request = request;
      this.identifier = identifier;
      this.result = result;
    }

    byte[] packet() {
      byte[] packet = new byte[Ipv4.HEADER + ICMP_HEADER + request.dataBytes()];
      Ipv4.write(
          packet,
          0,
          0,
          packet.length,
          identifier & 0xffff,
          request.dontFragment(),
          request.ttl(),
          Ipv4.ICMP,
          request.from().bits(),
          request.to().bits());
      packet[Ipv4.HEADER] = ECHO_REQUEST;
      Bytes.putI32(packet, Ipv4.HEADER + 4, identifier);
      for (int i = Ipv4.HEADER + ICMP_HEADER; i < packet.length; i++) packet[i] = (byte) i;
      int checksum = Checksum.of(packet, Ipv4.HEADER, packet.length - Ipv4.HEADER);
      Bytes.putU16(packet, Ipv4.HEADER + 2, checksum);
      return packet;
    }
  }
}
