package org.vpnhub.ui.monitor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.live.LiveSnapshot;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.monitor.core.Monitor;
import org.vpnhub.ui.monitor.core.Watched;

/**
 * The running hubs of this console and the one that the views show. Publishes their states to the
 * views of the model, and ends all labs when the workbench closes.
 */
final class MonitorUi {
  private static @Nullable MonitorUi instance;

  private final Monitor monitor = new Monitor();
  private final Display display = Display.getDefault();
  private final AtomicBoolean due = new AtomicBoolean();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<Path, LiveSnapshot> published = new HashMap<>();
  private final Map<Watched, Long> revisions = new HashMap<>();
  private @Nullable Watched selected;

  private MonitorUi() {
    monitor.addListener(w -> wake());
    PlatformUI.getWorkbench()
        .addWorkbenchListener(
            new IWorkbenchListener() {
              @Override
              public boolean preShutdown(IWorkbench workbench, boolean forced) {
                return true;
              }

              @Override
              public void postShutdown(IWorkbench workbench) {
                monitor.close();
              }
            });
  }

  static MonitorUi get() {
    MonitorUi known = instance;
    if (known != null) return known;
    MonitorUi made = new MonitorUi();
    instance = made;
    return made;
  }

  /** Any thread may ask it to watch and to stop. */
  Monitor monitor() {
    return monitor;
  }

  /** The hub that the views show: the chosen one, else the last one that came. */
  Optional<Watched> selected() {
    List<Watched> all = monitor.all();
    if (selected != null && all.contains(selected)) return Optional.of(selected);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  void select(Watched watched) {
    selected = watched;
    tell();
  }

  /** Remembers which revision of the document runs. */
  void runs(Watched watched, long revision) {
    revisions.put(watched, revision);
    tell();
  }

  /** Whether the model has changed since it was given to the hub. */
  boolean isStale(Watched watched) {
    Long revision = revisions.get(watched);
    return revision != null && document(watched).map(d -> d.revision() != revision).orElse(false);
  }

  /** The open document that a hub runs. */
  Optional<ModelDocument> document(Watched watched) {
    Optional<Path> model = watched.snapshot().model();
    return Documents.all().stream().filter(d -> Optional.of(d.file()).equals(model)).findFirst();
  }

  /** The listener is run after each look at a hub, at most as often as the display can follow. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private void wake() {
    if (display.isDisposed() || !due.compareAndSet(false, true)) return;
    display.asyncExec(
        () -> {
          due.set(false);
          tell();
        });
  }

  private void tell() {
    publish();
    RunningSource.set(!monitor.all().isEmpty());
    listeners.forEach(Runnable::run);
  }

  private void publish() {
    revisions.keySet().retainAll(monitor.all());
    Set<Path> running = new HashSet<>();
    for (Watched w : monitor.all()) {
      Optional<Path> model = w.snapshot().model();
      if (model.isEmpty() || !running.add(model.get())) continue;
      LiveSnapshot live = monitor.of(model.get()).orElse(w).snapshot().live();
      if (!live.equals(published.put(model.get(), live))) LiveStates.publish(model.get(), live);
    }
    Set<Path> ended = new HashSet<>(published.keySet());
    ended.removeAll(running);
    for (Path model : ended) {
      published.remove(model);
      LiveStates.clear(model);
    }
  }
}
