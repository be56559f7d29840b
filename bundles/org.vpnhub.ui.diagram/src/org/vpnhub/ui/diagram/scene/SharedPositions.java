package org.vpnhub.ui.diagram.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vpnhub.ui.diagram.core.Bounds;

/**
 * Where the nodes of a diagram stand, by their keys. Lasts as long as the document is open; what
 * stands here for a node that is gone waits for its return by undo.
 */
public final class SharedPositions {
  private final Map<String, Bounds> bounds = new HashMap<>();
  private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Bounds> saved = new HashMap<>();

  /** Takes what the file has, as saved. */
  public void load(Map<String, Bounds> fromFile) {
    bounds.putAll(fromFile);
    markSaved();
  }

  public Optional<Bounds> get(String key) {
    return Optional.ofNullable(bounds.get(key));
  }

  public boolean isEmpty() {
    return bounds.isEmpty();
  }

  /** All of them. */
  public Map<String, Bounds> all() {
    return Map.copyOf(bounds);
  }

  /** Places nodes; an empty place forgets the node's. */
  public void put(Map<String, Optional<Bounds>> places) {
    places.forEach(
        (key, place) -> place.ifPresentOrElse(b -> bounds.put(key, b), () -> bounds.remove(key)));
    listeners.forEach(l -> l.accept(places.keySet()));
  }

  /** Places nodes as an automatic layout has them: nothing that a user would have to save. */
  public void settle(Map<String, Bounds> places) {
    saved.putAll(places);
    Map<String, Optional<Bounds>> all = new HashMap<>();
    places.forEach((key, place) -> all.put(key, Optional.of(place)));
    put(all);
  }

  /**
   * Whether something differs from what is saved.
   *
   * @param keys of the nodes that count, which are those that there are now
   */
  public boolean isDirty(Set<String> keys) {
    return keys.stream().anyMatch(k -> !Objects.equals(bounds.get(k), saved.get(k)));
  }

  /** Takes what is here now as saved. */
  public void markSaved() {
    saved.clear();
    saved.putAll(bounds);
  }

  /** The listener is told the keys of the nodes that have been placed. */
  public void addListener(Consumer<Set<String>> listener) {
    listeners.add(listener);
  }

  public void removeListener(Consumer<Set<String>> listener) {
    listeners.remove(listener);
  }
}
