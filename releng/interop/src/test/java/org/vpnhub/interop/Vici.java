package org.vpnhub.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads what {@code swanctl --raw} prints: {@code name {key=value section {...} list=[a b]}}. A
 * value ends at the next blank or brace.
 */
final class Vici {

  /** One section. */
  record Section(Map<String, String> values, Map<String, Section> sections) {

    String value(String key) {
      return Objects.requireNonNullElse(values.get(key), "");
    }

    Section section(String key) {
      return Objects.requireNonNullElse(sections.get(key), new Section(Map.of(), Map.of()));
    }
  }

  private final String text;
  private int at;

  private Vici(String text) {
    this.text = text;
  }

  /** The sections of every line that starts with the label, in order. */
  static List<Section> events(String output, String label) {
    List<Section> found = new ArrayList<>();
    for (String line : output.split("\n")) {
      if (line.startsWith(label) && line.contains("{")) {
        Vici reader = new Vici(line.substring(line.indexOf('{') + 1));
        found.add(reader.section());
      }
    }
    return found;
  }

  private Section section() {
    Section section = new Section(new LinkedHashMap<>(), new LinkedHashMap<>());
    while (true) {
      skipBlanks();
      if (at >= text.length() || text.charAt(at) == '}') {
        at++;
        return section;
      }
      String name = until("=}{ ");
      char separator = at < text.length() ? text.charAt(at) : '}';
      if (separator == '=') {
        at++;
        section.values().put(name, valueText());
      } else {
        skipBlanks();
        // Otherwise it is the second word of a value, as in "class=pre-shared key".
        if (at >= text.length() || text.charAt(at) != '{') continue;
        at++;
        section.sections().put(name, section());
      }
    }
  }

  private String valueText() {
    if (at < text.length() && text.charAt(at) == '[') {
      int end = text.indexOf(']', at);
      String list = text.substring(at + 1, end);
      at = end + 1;
      return list;
    }
    return until("} ");
  }

  private String until(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) at++;
    return text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') at++;
  }
}
