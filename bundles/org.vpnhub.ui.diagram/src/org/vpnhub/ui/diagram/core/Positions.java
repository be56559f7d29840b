package org.vpnhub.ui.diagram.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the nodes of a diagram are, by their keys. Belongs to one thread. */
public final class Positions {
  private final Map<String, Bounds> bounds = new LinkedHashMap<>();

  public Positions() {}

  public Positions(Map<String, Bounds> bounds) {
    this.bounds.putAll(bounds);
  }

  public Optional<Bounds> get(String key) {
    return Optional.ofNullable(bounds.get(key));
  }

  public void set(String key, Bounds place) {
    bounds.put(key, place);
  }

  public void remove(String key) {
    bounds.remove(key);
  }

  public boolean isEmpty() {
    return bounds.isEmpty();
  }

  /** A copy, in the order in which the nodes were placed. */
  public Map<String, Bounds> all() {
    return new LinkedHashMap<>(bounds);
  }
}
