package org.vpnhub.dataplane;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.packet.Ipv4;

/**
 * A stream of UDP packets from a simulated host to another one, as fast as the network takes them:
 * at most a window of packets is under way, so that nothing is lost only because the source is
 * faster.
 *
 * <p>Packets are made on the packet thread of the source's engine and counted on the sink's; the
 * counters may be read from any thread.
 */
public final class BulkFlow implements AutoCloseable {
  private static final AtomicInteger IDS = new AtomicInteger(1);
  private static final int UDP_HEADER = 8;
  private static final int MARK = 12;

  /** RFC 863: the discard port. */
  private static final int DISCARD = 9;

  /** A window without any progress for so long counts as lost. */
  private static final long LOST_AFTER_NANOS = 50_000_000;

  private static final VarHandle SENT;
  private static final VarHandle RECEIVED;
  private static final VarHandle NEXT;

  static {
    try {
      SENT = MethodHandles.lookup().findVarHandle(BulkFlow.class, "sent", long.class);
      RECEIVED = MethodHandles.lookup().findVarHandle(BulkFlow.class, "received", long.class);
      NEXT = MethodHandles.lookup().findVarHandle(BulkFlow.class, "next", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final SimulatedHosts source;
  private final SimulatedHosts sink;
  private final Ipv4Address to;
  private final int id = IDS.getAndIncrement();
  private final int window;
  private final byte[] template;
  private volatile boolean stopped;
  private volatile long packetsPerSecond = Long.MAX_VALUE;
  private double allowance;
  private long pacedNanos = System.nanoTime();
  private long sent;
  private long received;

  /** The sequence number behind the highest that arrived; what is missing below it is lost. */
  private long next;

  private long told;
  private long seen;
  private long givenUp;
  private long progressNanos = System.nanoTime();

  private BulkFlow(
      SimulatedHosts source,
      Ipv4Address from,
      SimulatedHosts sink,
      Ipv4Address to,
      int packetBytes,
      int window) {
    this.source = source;
    this.sink = sink;
    this.to = to;
    this.window = window;
    template = new byte[packetBytes];
    Ipv4.write(template, 0, 0, packetBytes, 0, true, 64, Ipv4.UDP, from.bits(), to.bits());
    Bytes.putU16(template, Ipv4.HEADER, DISCARD);
    Bytes.putU16(template, Ipv4.HEADER + 2, DISCARD);
    Bytes.putU16(template, Ipv4.HEADER + 4, packetBytes - Ipv4.HEADER);
    Bytes.putI32(template, Ipv4.HEADER + UDP_HEADER, id);
  }

  /**
   * Starts to send.
   *
   * @param packetBytes bytes of each IPv4 packet, at least 40
   * @param window packets under way at most
   */
  public static BulkFlow start(
      SimulatedHosts source,
      Ipv4Address from,
      SimulatedHosts sink,
      Ipv4Address to,
      int packetBytes,
      int window) {
    return start(source, from, sink, to, packetBytes, window, Long.MAX_VALUE);
  }

  /** Starts to send at a pace, as {@link #pace} says. */
  public static BulkFlow start(
      SimulatedHosts source,
      Ipv4Address from,
      SimulatedHosts sink,
      Ipv4Address to,
      int packetBytes,
      int window,
      long packetsPerSecond) {
    if (packetBytes < Ipv4.HEADER + UDP_HEADER + MARK || packetBytes > SimulatedHosts.MTU) {
      throw new IllegalArgumentException("a packet of " + packetBytes + " bytes is not possible");
    }
    BulkFlow flow = new BulkFlow(source, from, sink, to, packetBytes, window);
    flow.pace(packetsPerSecond);
    sink.addSink(flow);
    source.addSource(flow);
    return flow;
  }

  /**
   * Sends no more than this from now on. The engine looks at least ten times a second, and sends
   * what has gathered since.
   */
  public void pace(long packetsPerSecond) {
    this.packetsPerSecond = packetsPerSecond;
  }

  public Ipv4Address to() {
    return to;
  }

  public long packetsSent() {
    return (long) SENT.getOpaque(this);
  }

  public long packetsReceived() {
    return (long) RECEIVED.getOpaque(this);
  }

  /** Bytes of the received IPv4 packets. */
  public long bytesReceived() {
    return packetsReceived() * template.length;
  }

  /** Fills the batch as far as the window goes; on the packet thread of the source's engine. */
  void produce(PacketBatch batch) {
    if (stopped) return;
    long settled = Math.max((long) NEXT.getOpaque(this), givenUp);
    long now = System.nanoTime();
    if (settled != seen) {
      seen = settled;
      progressNanos = now;
    } else if (now - progressNanos > LOST_AFTER_NANOS) {
      givenUp = sent;
      settled = sent;
      progressNanos = now;
    }
    long budget = Math.min(window - (sent - settled), batch.capacity() - batch.size());
    budget = Math.min(budget, allowed(now));
    for (long i = 0; i < budget; i++) {
      int slot = batch.add(template, 0, template.length);
      int mark = batch.offset(slot) + Ipv4.HEADER + UDP_HEADER;
      Bytes.putI64(batch.data(slot), mark + 4, sent + i);
    }
    if (budget > 0) {
      SENT.setOpaque(this, sent + budget);
      allowance -= budget;
    }
  }

  /** How many packets the pace allows now; a silence does not gather more than a window. */
  private long allowed(long now) {
    long pace = packetsPerSecond;
    if (pace == Long.MAX_VALUE) {
      pacedNanos = now;
      allowance = 0;
      return pace;
    }
    allowance = Math.min(window, allowance + pace * ((now - pacedNanos) / 1e9));
    pacedNanos = now;
    return (long) Math.max(0, allowance);
  }

  /** Counts the packet if it belongs to this flow; on the packet thread of the sink's engine. */
  boolean take(byte[] b, int at, int header) {
    int mark = at + header + UDP_HEADER;
    boolean mine =
        Ipv4.destination(b, at) == to.bits()
            && Ipv4.totalLength(b, at) >= header + UDP_HEADER + MARK
            && Bytes.i32(b, mark) == id;
    if (!mine) return false;
    RECEIVED.setOpaque(this, received + 1);
    long behind = Bytes.i64(b, mark + 4) + 1;
    if (behind > next) NEXT.setOpaque(this, behind);
    return true;
  }

  /** After a batch: lets the source go on. */
  void settle() {
    if (next != told) {
      told = next;
      source.wake();
    }
  }

  /** Stops the source; what is under way is no longer counted. */
  @Override
  public void close() {
    stopped = true;
    source.remove(this);
    sink.remove(this);
  }
}
