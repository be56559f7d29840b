package org.vpnhub.dataplane.internal.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.TimeSource;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpoint;
import org.vpnhub.ike.IkeEvent;

/**
 * The control thread: sole owner of the IKE endpoint. All key exchange and authentication happens
 * here, so that a flood of IKE messages fills a bounded queue and does not keep the packet thread
 * from ESP. A virtual thread: an engine costs one platform thread.
 */
final class ControlThread implements Hints, AutoCloseable {
  private static final Logger LOG = System.getLogger(ControlThread.class.getName());
  private static final int MESSAGES_AT_ONCE = 32;
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
  private static final long JOIN_MILLIS = 2000;

  private final String name;
  private final IkeEndpoint endpoint;
  private final TimeSource time;
  private final Consumer<IkeEvent> listener;
  private final ArrayBlockingQueue<IkeDatagram> messages;
  private final ConcurrentLinkedQueue<Runnable> requests = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private @Nullable PacketThread packets;
  private @Nullable CountDownLatch whenQuiet;
  private volatile boolean running = true;

  /**
   * @param listener hears of IKE's events, on the control thread
   */
  ControlThread(
      String name, IkeEndpoint endpoint, TimeSource time, int queue, Consumer<IkeEvent> listener) {
    this.name = name;
    this.endpoint = endpoint;
    this.time = time;
    this.listener = listener;
    this.messages = new ArrayBlockingQueue<>(queue);
    this.thread = Thread.ofVirtual().name("control " + name).unstarted(this::run);
  }

  void start(PacketThread packetThread) {
    packets = packetThread;
    thread.start();
  }

  // --------------------------------------------------------------- from the packet thread

  @Override
  public boolean hasRoom() {
    return messages.remainingCapacity() > 0;
  }

  @Override
  public boolean ike(IkeDatagram datagram) {
    boolean taken = messages.offer(datagram);
    LockSupport.unpark(thread);
    return taken;
  }

  @Override
  public void peerActive(ConnectionId connection) {
    command(new IkeCommand.PeerActive(connection));
  }

  @Override
  public void confirmed(ConnectionId connection, int inboundSpi) {
    command(new IkeCommand.Confirmed(connection, inboundSpi));
  }

  @Override
  public void nearlyUsedUp(ConnectionId connection, int inboundSpi) {
    command(new IkeCommand.RekeyChild(connection, OptionalInt.of(inboundSpi)));
  }

  @Override
  public void wanted(ConnectionId connection) {
    command(new IkeCommand.Initiate(connection));
  }

  // ---------------------------------------------------------------------- from any thread

  /** Gives IKE a command. */
  void command(IkeCommand command) {
    request(() -> execute(endpoint.command(time.nanos(), command)));
  }

  /** Has something done on the control thread. */
  private void request(Runnable request) {
    requests.add(request);
    LockSupport.unpark(thread);
  }

  /**
   * Asks the endpoint something, and waits.
   *
   * @throws IllegalStateException when no answer comes in time, or the engine is closed
   */
  <T> T ask(Function<IkeEndpoint, T> question) {
    if (!running) throw new IllegalStateException("the engine " + name + " is closed");
    CompletableFuture<T> answer = new CompletableFuture<>();
    request(
        () -> {
          try {
            answer.complete(question.apply(endpoint));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine " + name + " failed", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the engine " + name + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Deletes all SAs and waits until the peers have answered, or the time is up. */
  void closeAll(Duration timeout) {
    CountDownLatch quiet = new CountDownLatch(1);
    request(
        () -> {
          execute(endpoint.command(time.nanos(), new IkeCommand.Close()));
          whenQuiet = quiet;
        });
    try {
      if (!quiet.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.log(Level.INFO, () -> name + ": not every peer answered to the deletes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has actions executed; on the control thread. */
  void execute(List<IkeAction> actions) {
    for (IkeAction action : actions) {
      if (!(action instanceof IkeAction.Event(var e))) continue;
      log(e);
      listener.accept(e);
    }
    PacketThread to = packets;
    if (to != null) to.submit(actions);
  }

  private void log(IkeEvent event) {
    Level level =
        switch (event) {
          case IkeEvent.Failed f -> Level.WARNING;
          case IkeEvent.UnknownPeer u -> Level.WARNING;
          case IkeEvent.Fault f -> Level.ERROR;
          case IkeEvent.IkeUp u -> Level.INFO;
          case IkeEvent.IkeDown d -> Level.INFO;
          case IkeEvent.ChildUp u -> Level.INFO;
          case IkeEvent.ChildDown d -> Level.INFO;
          case IkeEvent.PeerMoved m -> Level.INFO;
        };
    LOG.log(level, () -> name + ": " + EventText.of(event));
  }

  // ------------------------------------------------------------------------------ the loop

  private void run() {
    while (running) {
      boolean busy = false;
      for (Runnable r = requests.poll(); r != null; r = requests.poll()) {
        guarded(r);
        busy = true;
      }
      for (int i = 0; i < MESSAGES_AT_ONCE; i++) {
        IkeDatagram d = messages.poll();
        if (d == null) break;
        guarded(() -> execute(endpoint.receive(time.nanos(), d)));
        busy = true;
      }
      CountDownLatch latch = whenQuiet;
      if (latch != null && endpoint.isQuiet()) latch.countDown();
      long wait = untilDeadline();
      if (wait <= 0) guarded(() -> execute(endpoint.advance(time.nanos())));
      else if (!busy) LockSupport.parkNanos(this, Math.min(wait, LONGEST_WAIT));
    }
    // Whoever still waits for an answer gets one.
    for (Runnable r = requests.poll(); r != null; r = requests.poll()) guarded(r);
  }

  private long untilDeadline() {
    long deadline = endpoint.nextDeadline();
    return deadline == Long.MAX_VALUE ? LONGEST_WAIT : deadline - time.nanos();
  }

  /** A bug of ours must not end the thread. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, name + ": fault in IKE", e);
    }
  }

  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
