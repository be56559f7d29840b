package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;

/**
 * An object of a configuration, such as an access list: its values by the reader's own words, and
 * the lines in it that the reader does not know. Made by {@link Reading#section}.
 */
public final class Section {
  private final String kind;
  private final String name;
  private final int line;
  private final Map<String, List<Found>> values = new LinkedHashMap<>();
  private final List<Integer> unknown = new ArrayList<>();
  private @Nullable Secret key;
  private boolean used;

  Section(String kind, String name, int line) {
    this.kind = kind;
    this.name = name;
    this.line = line;
  }

  public String kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** Where it begins, from 1. */
  public int line() {
    return line;
  }

  /** Adds a value. Never a key: for those there is {@link #key(Secret)}. */
  public Section add(String what, String value, int at) {
    values.computeIfAbsent(what, w -> new ArrayList<>()).add(new Found(value, at));
    return this;
  }

  /** Forgets the values of a word: the line that comes replaces those before. */
  public Section replace(String what) {
    values.remove(what);
    return this;
  }

  /** All values of a word, in the order of the configuration. */
  public List<Found> all(String what) {
    return Collections.unmodifiableList(values.getOrDefault(what, List.of()));
  }

  /** The value of a word; of several the last, as devices do. */
  public Optional<Found> one(String what) {
    List<Found> all = all(what);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** The value of a word, or the device's default, which stands in no line. */
  public Found or(String what, String otherwise) {
    return one(what).orElse(new Found(otherwise, 0));
  }

  public boolean has(String what) {
    return values.containsKey(what);
  }

  /** A line in it that the reader does not know. */
  public void unknown(int at) {
    unknown.add(at);
  }

  List<Integer> unknown() {
    return unknown;
  }

  public void key(Secret found) {
    key = found;
  }

  public Optional<Secret> key() {
    return Optional.ofNullable(key);
  }

  /** It concerns the VPN: something that does uses it. */
  public Section use() {
    used = true;
    return this;
  }

  boolean used() {
    return used;
  }

  /** Without values. */
  @Override
  public String toString() {
    return kind + " " + name + " (line " + line + ")";
  }
}
