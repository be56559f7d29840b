package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;

/** One tunnel of a device's configuration, as its reader puts it together. */
public final class FoundTunnel {
  private final String name;
  private final int line;
  private final Map<Parameter, List<Found>> values = new EnumMap<>(Parameter.class);
  private @Nullable Secret key;

  /**
   * @param name what the configuration calls it
   * @param line where it begins, from 1
   */
  public FoundTunnel(String name, int line) {
    this.name = name;
    this.line = line;
  }

  public String name() {
    return name;
  }

  public int line() {
    return line;
  }

  /** Adds a value, in the words of the parameter. */
  public FoundTunnel add(Parameter parameter, String value, int line) {
    values.computeIfAbsent(parameter, p -> new ArrayList<>()).add(new Found(value, line));
    return this;
  }

  public FoundTunnel key(Secret found) {
    key = found;
    return this;
  }

  public Optional<Secret> key() {
    return Optional.ofNullable(key);
  }

  /** All values of a parameter, in the order of the configuration; empty when it says nothing. */
  public List<Found> all(Parameter parameter) {
    return Collections.unmodifiableList(values.getOrDefault(parameter, List.of()));
  }

  /** The value of a parameter; of several the last, as devices do. */
  public Optional<Found> one(Parameter parameter) {
    List<Found> all = all(parameter);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  @Override
  public String toString() {
    return name + " (line " + line + ") " + values;
  }
}
