package org.vpnhub.ui.monitor.core;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Watches running hubs, each on a thread of its own, twice a second. Thread-safe. */
public final class Monitor implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(500);
  private final List<Watched> hubs = new CopyOnWriteArrayList<>();
  private final Map<Watched, Thread> threads = new ConcurrentHashMap<>();
  private final List<Consumer<Watched>> listeners = new CopyOnWriteArrayList<>();

  /** Watches a hub from now on. Call it off the user interface thread: it looks at once. */
  public Watched watch(RunningHub hub) {
    Watched watched = new Watched(hub);
    hubs.add(watched);
    Thread thread = Thread.ofVirtual().name("watch " + hub.title()).unstarted(() -> run(watched));
    threads.put(watched, thread);
    thread.start();
    return watched;
  }

  private void run(Watched watched) {
    while (hubs.contains(watched)) {
      watched.look();
      tell(watched);
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void tell(Watched watched) {
    for (Consumer<Watched> l : listeners) l.accept(watched);
  }

  /** Watches a hub no more, and closes it: a lab ends, a server runs on. */
  public void stop(Watched watched) {
    if (!hubs.remove(watched)) return;
    Thread thread = threads.remove(watched);
    if (thread != null) thread.interrupt();
    watched.hub().close();
    tell(watched);
  }

  /** The hubs that are watched, in the order in which they came. */
  public List<Watched> all() {
    return List.copyOf(hubs);
  }

  /** The hub that runs a model file, a lab before a server. */
  public Optional<Watched> of(Path model) {
    return of(model, Snapshot.Kind.LAB).or(() -> of(model, Snapshot.Kind.SERVER));
  }

  public Optional<Watched> of(Path model, Snapshot.Kind kind) {
    return hubs.stream()
        .filter(w -> w.hub().kind() == kind && w.hub().model().equals(Optional.of(model)))
        .findFirst();
  }

  /**
   * The listener is told of each look at a hub, and when a hub is watched no more; on any thread.
   */
  public void addListener(Consumer<Watched> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<Watched> listener) {
    listeners.remove(listener);
  }

  /** Ends all labs, and lets go of all servers. */
  @Override
  public void close() {
    hubs.forEach(this::stop);
  }
}
