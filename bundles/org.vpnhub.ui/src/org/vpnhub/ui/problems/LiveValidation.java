package org.vpnhub.ui.problems;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;

/**
 * Validates documents a moment after they were opened or changed, or saved where that matters:
 * copies the network on the thread of the documents, validates the copy in the background, and
 * tells what it found on the thread of the documents again. Of many changes in a row only the last
 * is validated.
 */
final class LiveValidation {
  static final Duration PAUSE = Duration.ofMillis(300);

  /** The clock and the threads. */
  interface Scheduler {
    /**
     * Runs a task on the thread of the documents after a while.
     *
     * @return cancels it
     */
    Runnable after(Duration delay, Runnable task);

    /** Runs a task on another thread. */
    void background(ModelDocument document, Runnable task);

    /** Runs a task on the thread of the documents as soon as it is free. */
    void foreground(Runnable task);
  }

  private static final class Entry {
    final ModelDocument.Listener listener;
    Validation last = Validation.NOTHING;
    @Nullable Runnable cancelTimer;
    boolean running;

    Entry(ModelDocument.Listener listener) {
      this.listener = listener;
    }
  }

  private final Scheduler scheduler;
  private final BiFunction<Network, Optional<Path>, Validation> validator;
  private final Map<ModelDocument, Entry> entries = new HashMap<>();
  private final List<Consumer<ModelDocument>> listeners = new CopyOnWriteArrayList<>();

  LiveValidation(Scheduler scheduler, BiFunction<Network, Optional<Path>, Validation> validator) {
    this.scheduler = scheduler;
    this.validator = validator;
  }

  /** Watches a document until {@link #closed}. */
  void opened(ModelDocument document) {
    if (entries.containsKey(document)) return;
    Entry entry =
        new Entry(
            (d, event) -> {
              boolean saved = event == ModelDocument.Event.SAVED;
              if (event.changesModel() || saved && Validation.asksForSaved(d.network())) {
                schedule(d, PAUSE);
              }
            });
    entries.put(document, entry);
    document.addListener(entry.listener);
    schedule(document, Duration.ZERO);
  }

  void closed(ModelDocument document) {
    Entry entry = entries.remove(document);
    if (entry == null) return;
    document.removeListener(entry.listener);
    if (entry.cancelTimer != null) entry.cancelTimer.run();
  }

  /** What the last validation of a document found; nothing before the first. */
  Validation last(ModelDocument document) {
    Entry entry = entries.get(document);
    return entry == null ? Validation.NOTHING : entry.last;
  }

  /** The listener is told of each document that has been validated. */
  void addListener(Consumer<ModelDocument> listener) {
    listeners.add(listener);
  }

  void removeListener(Consumer<ModelDocument> listener) {
    listeners.remove(listener);
  }

  private void schedule(ModelDocument document, Duration pause) {
    Entry entry = entries.get(document);
    if (entry == null) return;
    if (entry.cancelTimer != null) entry.cancelTimer.run();
    entry.cancelTimer = scheduler.after(pause, () -> start(document, entry));
  }

  private void start(ModelDocument document, Entry entry) {
    entry.cancelTimer = null;
    if (entry.running) {
      schedule(document, PAUSE);
      return;
    }
    entry.running = true;
    Network copy = EcoreUtil.copy(document.network());
    Optional<Path> saved = document.isDirty() ? Optional.of(document.file()) : Optional.empty();
    scheduler.background(
        document,
        () -> {
          @Nullable Validation found = null;
          try {
            found = validator.apply(copy, saved);
          } finally {
            Validation result = found;
            scheduler.foreground(() -> finish(document, entry, result));
          }
        });
  }

  private void finish(ModelDocument document, Entry entry, @Nullable Validation found) {
    entry.running = false;
    if (found == null || entries.get(document) != entry) return;
    entry.last = found;
    for (Consumer<ModelDocument> l : listeners) l.accept(document);
  }
}
