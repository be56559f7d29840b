package org.vpnhub.exporter.strongswan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A section of strongSwan's settings, with the settings and sections in it. Mutable while it is
 * read.
 */
final class Section {
  /**
   * A value and where it stands.
   *
   * @param text without quotes
   * @param line from 1
   */
  record Value(String text, int line) {}

  final String name;
  final int line;
  final Map<String, Value> values = new LinkedHashMap<>();
  final Map<String, Section> sections = new LinkedHashMap<>();

  Section(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /** A section in this one; a new one where there is none. */
  Section inner(String inner, int atLine) {
    return sections.computeIfAbsent(inner, n -> new Section(n, atLine));
  }

  /** A section in this one; an empty one, which stays outside, where there is none. */
  Section part(String inner) {
    Section s = sections.get(inner);
    return s == null ? new Section(inner, line) : s;
  }

  /** Whether a section is this one or lies in it. */
  boolean holds(Section other) {
    return other == this || sections.values().stream().anyMatch(s -> s.holds(other));
  }

  /** A setting, or what it is when nothing is set. */
  String text(String key, String fallback) {
    Value v = values.get(key);
    return v == null || v.text().isEmpty() ? fallback : v.text();
  }

  /** Where a setting stands, or this section begins. */
  int line(String key) {
    Value v = values.get(key);
    return v == null ? line : v.line();
  }

  /** Takes over what another section has and this one has not. */
  void inherit(Section other) {
    other.values.forEach(values::putIfAbsent);
    for (Section s : other.sections.values()) inner(s.name, s.line).inherit(s);
  }
}
