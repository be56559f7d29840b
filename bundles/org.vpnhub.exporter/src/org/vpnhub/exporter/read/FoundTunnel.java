package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;

/** One tunnel of a device's configuration, as its reader puts it together. */
public final class FoundTunnel {
  private final String name;
  private final int line;
  private final Map<Parameter, List<Found>> values = new EnumMap<>(Parameter.class);
  private final List<List<Proposal>> proposals = new ArrayList<>();
  private final Set<Parameter> elsewhere = EnumSet.noneOf(Parameter.class);
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

  /** Adds a value, in the words of the parameter. */
  public FoundTunnel add(Parameter parameter, Found found) {
    return add(parameter, found.value(), found.line());
  }

  /** Adds proposals, of which the peers agree on one; empty when there is none. */
  public FoundTunnel oneOf(List<Proposal> alternatives) {
    if (alternatives.size() == 1) alternatives.getFirst().values().forEach(this::add);
    if (alternatives.size() > 1) proposals.add(List.copyOf(alternatives));
    return this;
  }

  /** The device has a value which the text cannot tell, such as an interface's address. */
  public FoundTunnel elsewhere(Parameter parameter) {
    elsewhere.add(parameter);
    return this;
  }

  public boolean isElsewhere(Parameter parameter) {
    return elsewhere.contains(parameter);
  }

  /** The same tunnel with, of its proposals, those that come nearest to what is wanted. */
  public FoundTunnel agreed(Map<Parameter, List<String>> wanted) {
    FoundTunnel agreed = new FoundTunnel(name, line);
    values.forEach((p, all) -> all.forEach(f -> agreed.add(p, f)));
    for (List<Proposal> alternatives : proposals) {
      alternatives.stream()
          .min(Comparator.comparingLong(a -> a.distance(wanted)))
          .ifPresent(nearest -> nearest.values().forEach(agreed::add));
    }
    agreed.elsewhere.addAll(elsewhere);
    agreed.key = key;
    return agreed;
  }

  public FoundTunnel key(Secret found) {
    key = found;
    return this;
  }

  public Optional<Secret> key() {
    return Optional.ofNullable(key);
  }

  /** All values of a parameter in the order of the configuration, without those of proposals. */
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
    return name + " (line " + line + ") " + values + " " + proposals;
  }
}
