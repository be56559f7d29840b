package org.vpnhub.dataplane.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.Inside;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeEvent;

/**
 * The packet thread: waits for packets on both sides and for commands, and is the only one to touch
 * security associations, routes and sockets. Commands come from the control thread through a
 * bounded queue and are executed in order, so that an association is there before the message that
 * announces it leaves.
 */
public final class PacketThread implements AutoCloseable {
  private static final Logger LOG = System.getLogger(PacketThread.class.getName());
  private static final int COMMANDS = 1024;
  private static final long IDLE_MILLIS = 100;
  private static final long JOIN_MILLIS = 2000;
  private static final int LARGEST_IKE_MESSAGE = 16_384;
  private static final int NON_ESP_MARKER = 4;

  private final Underlay underlay;
  private final Inside inside;
  private final Selector selector;
  private final DropCounters drops;
  private final BlockingQueue<Runnable> commands = new ArrayBlockingQueue<>(COMMANDS);
  private final AtomicBoolean sleeping = new AtomicBoolean();

  /** Something came that no selector sees; set before the packet thread is woken. */
  private volatile boolean pending;

  private final Associations associations;
  private final PacketPath path;
  private final PacketBatch control = new PacketBatch(1, LARGEST_IKE_MESSAGE);
  private final int[] controlSlot = {0};
  private final Thread thread;
  private volatile boolean running = true;
  private long faults;

  PacketThread(
      String name,
      Underlay underlay,
      Inside inside,
      EngineOptions options,
      DropCounters drops,
      Hints hints,
      Forwarding forwarding)
      throws IOException {
    this.underlay = underlay;
    this.inside = inside;
    this.drops = drops;
    if (inside.mtu() > options.maxPacket()) {
      throw new IllegalArgumentException(
          "an inside with an MTU of %d needs larger packets than %d bytes; set maxPacket"
              .formatted(inside.mtu(), options.maxPacket()));
    }
    SpiMap spis = new SpiMap();
    associations = new Associations(options, spis);
    associations.forwarding(forwarding);
    path = new PacketPath(underlay, inside, options, drops, spis, hints, forwarding);
    selector = Selector.open();
    thread = Thread.ofPlatform().daemon().name("packets " + name).unstarted(this::run);
  }

  /** Opens both sides and starts. */
  void start() throws IOException {
    try {
      underlay.open(selector, this::wake);
      inside.open(this::wake);
    } catch (IOException | RuntimeException e) {
      running = false;
      release();
      throw e;
    }
    thread.start();
  }

  /** CPU time and allocations are asked for by thread id, in benches and tests. */
  long threadId() {
    return thread.threadId();
  }

  /** Ends the wait of the packet thread, if it waits. */
  private void wake() {
    pending = true;
    if (sleeping.get() && sleeping.compareAndSet(true, false)) selector.wakeup();
  }

  /** Has a command executed after all that were submitted before; waits while the queue is full. */
  void submit(Runnable command) {
    try {
      while (running && !commands.offer(command, IDLE_MILLIS, TimeUnit.MILLISECONDS)) wake();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wake();
  }

  /** Has IKE's actions executed in their order. */
  void submit(List<IkeAction> actions) {
    if (!actions.isEmpty()) submit(() -> actions.forEach(this::guarded));
  }

  /** A fault in one action must not swallow those behind it. */
  private void guarded(IkeAction action) {
    try {
      execute(action);
    } catch (RuntimeException e) {
      fault(e);
    }
  }

  void submit(Forwarding next, Runnable adopt) {
    submit(
        () -> {
          adopt.run();
          associations.forwarding(next);
          path.forwarding(next);
        });
  }

  private void run() {
    try {
      while (running) {
        try {
          if (!round()) await();
        } catch (RuntimeException e) {
          fault(e);
        }
      }
    } finally {
      for (Runnable c = commands.poll(); c != null; c = commands.poll()) c.run();
      associations.clear();
      release();
    }
  }

  /** A bug of ours costs the batch at hand, not the engine. */
  private void fault(RuntimeException e) {
    path.reset();
    faults++;
    if (Long.bitCount(faults) == 1) {
      LOG.log(Level.ERROR, thread.getName() + ": fault number " + faults, e);
    }
  }

  private boolean round() {
    pending = false;
    boolean busy = false;
    for (Runnable c = commands.poll(); c != null; c = commands.poll()) {
      c.run();
      busy = true;
    }
    return path.poll() || busy;
  }

  private void await() {
    sleeping.set(true);
    // Whoever comes after this look finds us sleeping and wakes the selector; datagrams that came
    // meanwhile end its wait themselves.
    if (!pending) {
      try {
        selector.select(IDLE_MILLIS);
        selector.selectedKeys().clear();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    sleeping.set(false);
  }

  private void execute(IkeAction action) {
    switch (action) {
      case IkeAction.Send(var d) ->
          send(
              d.message(),
              d.localPort() == Underlay.NAT_PORT,
              d.local(),
              d.localPort(),
              d.remote(),
              d.remotePort());
      case IkeAction.SendKeepalive k ->
          send(
              new byte[] {(byte) 0xff},
              false,
              k.localAddress(),
              k.localPort(),
              k.remoteAddress(),
              k.remotePort());
      case IkeAction.InstallInbound(var sa) -> associations.installInbound(sa);
      case IkeAction.InstallOutbound(var sa) -> associations.installOutbound(sa);
      case IkeAction.RemoveInbound r -> associations.removeInbound(r.spi());
      case IkeAction.RemoveOutbound r -> associations.removeOutbound(r.connection(), r.spi());
      case IkeAction.UpdateEndpoints u -> associations.updateEndpoints(u);
      case IkeAction.Event(var e) -> {
        // IKE tells of strangers once a second at most, so this is a lower bound.
        if (e instanceof IkeEvent.UnknownPeer) drops.count(DropReason.UNKNOWN_PEER);
      }
    }
  }

  /** RFC 3948 §2.2: on port 4500 four zero octets come before an IKE message. */
  private void send(
      byte[] message,
      boolean marked,
      Ipv4Address local,
      int localPort,
      Ipv4Address remote,
      int remotePort) {
    int marker = marked ? NON_ESP_MARKER : 0;
    control.clear();
    if (message.length + marker > control.maxPacket()) {
      drops.count(DropReason.SEND_FAILED);
      return;
    }
    int slot = control.add();
    byte[] b = control.data(slot);
    int at = control.offset(slot);
    if (marked) Bytes.putI32(b, at, 0);
    System.arraycopy(message, 0, b, at + marker, message.length);
    control.place(slot, at, marker + message.length);
    control.outer(slot, local.bits(), localPort, remote.bits(), remotePort);
    control.tos(slot, 0);
    underlay.send(control, controlSlot, 1, drops);
  }

  private void release() {
    underlay.close();
    inside.close();
    try {
      selector.close();
    } catch (IOException nothingLeft) {
      LOG.log(Level.DEBUG, "closing the selector", nothingLeft);
    }
  }

  /** Ends the thread, wipes the keys and closes both sides; bounded in time. */
  @Override
  public void close() {
    running = false;
    selector.wakeup();
    if (!thread.isAlive()) return;
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
