package org.vpnhub.dataplane.internal.linux;

import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.PacketBatch;

/**
 * A thread that reads packets from a descriptor, which no selector can watch, into batches for the
 * packet thread. The queue is bounded: while it is full the pump does not read, and the kernel
 * drops and counts at the interface or socket.
 */
final class Pump implements AutoCloseable {
  /** What a pump reads. */
  interface Source {
    /** Waits until something is there to read; false when the time is up. */
    boolean await(int millis);

    /** Appends what is there until nothing is left or the batch is full. */
    int read(PacketBatch batch, DropCounters drops);
  }

  private static final int BATCHES = 4;
  private static final int SLOTS = 64;
  private static final int POLL_MILLIS = 100;
  private static final long JOIN_MILLIS = 2000;

  private final Source source;
  private final Runnable wakeup;
  private final ArrayBlockingQueue<PacketBatch> free = new ArrayBlockingQueue<>(BATCHES);
  private final ArrayBlockingQueue<PacketBatch> full = new ArrayBlockingQueue<>(BATCHES);
  private final DropCounters drops = new DropCounters();
  private final Thread thread;
  private volatile boolean running = true;
  private @Nullable PacketBatch current;
  private int taken;
  private long reported;

  Pump(String name, Source source, int maxPacket, Runnable wakeup) {
    this.source = source;
    this.wakeup = wakeup;
    for (int i = 0; i < BATCHES; i++) free.add(new PacketBatch(SLOTS, maxPacket));
    thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (running) {
        PacketBatch batch = free.take();
        batch.clear();
        while (running && batch.size() == 0) {
          if (source.await(POLL_MILLIS)) source.read(batch, drops);
        }
        full.put(batch);
        wakeup.run();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Appends what has been read, as much as fits; on the packet thread. */
  int receive(PacketBatch batch, DropCounters counters) {
    return receive(batch, batch.capacity(), counters);
  }

  /** The same with at most {@code limit} packets. */
  int receive(PacketBatch batch, int limit, DropCounters counters) {
    int n = 0;
    while (n < limit && !batch.isFull()) {
      PacketBatch from = current;
      if (from == null || taken == from.size()) {
        if (from != null) free.add(from);
        from = full.poll();
        current = from;
        taken = 0;
        if (from == null) break;
      }
      if (taken == from.size()) continue;
      if (from.length(taken) > batch.maxPacket()) counters.count(DropReason.MALFORMED_DATAGRAM);
      else batch.add(from, taken);
      taken++;
      n++;
    }
    for (; reported < drops.get(DropReason.MALFORMED_DATAGRAM); reported++) {
      counters.count(DropReason.MALFORMED_DATAGRAM);
    }
    return n;
  }

  /** Ends the thread, so that the descriptor may be closed. */
  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
