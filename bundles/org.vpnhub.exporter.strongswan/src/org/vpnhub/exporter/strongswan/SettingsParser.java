package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

/**
 * Parses strongSwan's settings: sections in braces, {@code key = value}, {@code include}, and
 * sections that refer to others after a colon.
 *
 * <p>Source: strongswan.conf(5), "SYNTAX", "REFERENCING OTHER SECTIONS", "INCLUDING FILES" and
 * "READING VALUES". A hash sign begins a comment outside of quotes; in quotes a backslash escapes.
 */
final class SettingsParser {
  private static final String ENDS_NAME = " \t\r\n{}=#:,\"";

  final Section root = new Section("", 1);

  /** What is no setting, and files that are included and not read. */
  final List<Line> unknown = new ArrayList<>();

  /** Sections that are referred to and are not there. */
  final List<Line> undefined = new ArrayList<>();

  private final String text;
  private final Map<Section, List<Section.Value>> references = new LinkedHashMap<>();
  private int at;
  private int line = 1;

  SettingsParser(String text) {
    this.text = text;
    List<Section> open = new ArrayList<>(List.of(root));
    while (skipBlanks()) {
      if (peek() == '}') {
        next();
        if (open.size() > 1) open.removeLast();
        else unknown.add(new Line(line, "} without a section"));
      } else {
        statement(open);
      }
    }
    if (open.size() > 1) unknown.add(new Line(line, "section " + open.getLast().name + " is open"));
    references.forEach(this::refer);
  }

  private void statement(List<Section> open) {
    int start = line;
    String name = name();
    if (name.equals("include") && (peek() == ' ' || peek() == '\t')) {
      unknown.add(new Line(start, "include " + value() + " (the file is not read)"));
      return;
    }
    skipSpaces();
    List<Section.Value> named = peek() == ':' ? references() : List.of();
    if (!name.isEmpty() && peek() == '=') {
      next();
      open.getLast().values.put(name, new Section.Value(value(), start));
    } else if (!name.isEmpty() && skipBlanks() && peek() == '{') {
      next();
      Section inner = open.getLast().inner(name, start);
      if (!named.isEmpty()) references.put(inner, named);
      open.add(inner);
    } else {
      // It may be a key that lost its beginning, so it is not shown.
      restOfLine();
      unknown.add(new Line(start, "what is no section or setting"));
    }
  }

  private List<Section.Value> references() {
    List<Section.Value> names = new ArrayList<>();
    do {
      next();
      skipSpaces();
      names.add(new Section.Value(name(), line));
      skipSpaces();
    } while (peek() == ',');
    return names;
  }

  private void refer(Section section, List<Section.Value> names) {
    for (Section.Value v : names) {
      Optional<Section> other = find(v.text());
      if (other.isEmpty()) {
        undefined.add(new Line(v.line(), "section " + v.text() + " is used and defined nowhere"));
      } else if (other.get().holds(section) || section.holds(other.get())) {
        unknown.add(new Line(v.line(), "section " + section.name + " refers to itself"));
      } else {
        section.inherit(other.get());
      }
    }
  }

  /** A section by its path from the root. */
  private Optional<Section> find(String path) {
    Section s = root;
    for (String part : path.split("\\.")) {
      Section inner = s.sections.get(part);
      if (inner == null) return Optional.empty();
      s = inner;
    }
    return Optional.of(s);
  }

  private String name() {
    int start = at;
    while (at < text.length() && ENDS_NAME.indexOf(peek()) < 0) next();
    return text.substring(start, at);
  }

  private String value() {
    skipSpaces();
    if (peek() == '"') return quoted();
    int start = at;
    while (at < text.length() && "\n#{}".indexOf(peek()) < 0) next();
    return text.substring(start, at).strip();
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    next();
    while (at < text.length() && peek() != '"') {
      char c = next();
      if (c != '\\' || at == text.length()) value.append(c);
      else escaped(next(), value);
    }
    if (at < text.length()) next();
    else unknown.add(new Line(line, "a quote has no end"));
    return value.toString();
  }

  private static void escaped(char c, StringBuilder value) {
    switch (c) {
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case '\n' -> {}
      default -> value.append(c);
    }
  }

  private String restOfLine() {
    int start = at;
    while (at < text.length() && peek() != '\n') next();
    return text.substring(start, at).strip();
  }

  /** Skips blanks, line ends and comments; whether anything follows. */
  private boolean skipBlanks() {
    while (at < text.length()) {
      if (peek() == '#') restOfLine();
      else if (Character.isWhitespace(peek())) next();
      else return true;
    }
    return false;
  }

  private void skipSpaces() {
    while (peek() == ' ' || peek() == '\t') next();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  private char next() {
    char c = peek();
    at++;
    if (c == '\n') line++;
    return c;
  }
}
