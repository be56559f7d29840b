package org.vpnhub.exporter.fortinet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;

/** An entry of a table, as it was read: its settings, and the lines that nobody knows. */
final class Entry {
  private final String name;
  private final int line;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final List<Line> unknown = new ArrayList<>();

  /**
   * A setting; of several with one name the last holds.
   *
   * @param values its words, without quotes
   */
  record Setting(List<String> values, int line) {}

  Entry(String name, int line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  List<Line> unknown() {
    return unknown;
  }

  void set(String attribute, List<String> values, int at) {
    settings.put(attribute, new Setting(List.copyOf(values), at));
  }

  void unset(String attribute) {
    settings.remove(attribute);
  }

  void unknown(int at, String text) {
    unknown.add(new Line(at, text));
  }

  Optional<Setting> setting(String attribute) {
    return Optional.ofNullable(settings.get(attribute));
  }

  List<String> values(String attribute) {
    return setting(attribute).map(Setting::values).orElse(List.of());
  }

  /** The first word of a setting, or what the device does without it. */
  String value(String attribute, String otherwise) {
    return setting(attribute).map(s -> s.values().getFirst()).orElse(otherwise);
  }

  /** All words of a setting and its line, or what the device does without it. */
  Found found(String attribute, String otherwise) {
    return setting(attribute)
        .map(s -> new Found(String.join(" ", s.values()), s.line()))
        .orElse(new Found(otherwise, 0));
  }
}
