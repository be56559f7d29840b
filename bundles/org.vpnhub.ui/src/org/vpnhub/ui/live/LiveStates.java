package org.vpnhub.ui.live;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The running hubs by the model file that they run. User interface thread only. */
public final class LiveStates {
  private static final Map<Path, LiveSnapshot> SNAPSHOTS = new HashMap<>();
  private static final List<Consumer<Path>> LISTENERS = new CopyOnWriteArrayList<>();

  private LiveStates() {}

  /** Says how the hub of a model file stands now. */
  public static void publish(Path model, LiveSnapshot snapshot) {
    SNAPSHOTS.put(model, snapshot);
    LISTENERS.forEach(l -> l.accept(model));
  }

  /** Says that the hub of a model file runs no more, or is watched no more. */
  public static void clear(Path model) {
    if (SNAPSHOTS.remove(model) != null) LISTENERS.forEach(l -> l.accept(model));
  }

  public static Optional<LiveSnapshot> of(Path model) {
    return Optional.ofNullable(SNAPSHOTS.get(model));
  }

  /** The listener is told the model file whose state has changed. */
  public static void addListener(Consumer<Path> listener) {
    LISTENERS.add(listener);
  }

  public static void removeListener(Consumer<Path> listener) {
    LISTENERS.remove(listener);
  }
}
