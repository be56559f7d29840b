package org.vpnhub.exporter.read;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values that go together: what a device offers in one phase, perhaps beside other proposals. */
public final class Proposal {
  private final Map<Parameter, Found> values = new EnumMap<>(Parameter.class);

  /** Adds a value, in the words of the parameter. */
  public Proposal add(Parameter parameter, String value, int line) {
    return add(parameter, new Found(value, line));
  }

  /** Adds a value, in the words of the parameter. */
  public Proposal add(Parameter parameter, Found found) {
    values.put(parameter, found);
    return this;
  }

  /** Another proposal with the values of both. */
  public Proposal and(Proposal other) {
    Proposal both = new Proposal();
    both.values.putAll(values);
    both.values.putAll(other.values);
    return both;
  }

  public Map<Parameter, Found> values() {
    return Collections.unmodifiableMap(values);
  }

  /** In how many values it differs from what is wanted. */
  long distance(Map<Parameter, List<String>> wanted) {
    return values.entrySet().stream()
        .filter(e -> wanted.containsKey(e.getKey()))
        .filter(e -> !wanted.getOrDefault(e.getKey(), List.of()).contains(e.getValue().value()))
        .count();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
