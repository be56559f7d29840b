package org.vpnhub.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file, read without a library: enough for trusted test data. Numbers are kept as
 * {@code double}.
 */
public final class Json {
  private final @Nullable Object value;

  private Json(@Nullable Object value) {
    this.value = value;
  }

  public static Json read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /**
   * @throws IllegalArgumentException when the text is not JSON
   */
  public static Json parse(String text) {
    Reader reader = new Reader(text);
    Json result = new Json(reader.value());
    reader.skipSpace();
    if (reader.at != text.length()) throw reader.unexpected();
    return result;
  }

  /** Whether this object has a member of that name that is not null. */
  public boolean has(String name) {
    return value instanceof Map<?, ?> map && map.get(name) != null;
  }

  /** The member of that name. */
  public Json get(String name) {
    if (!has(name)) throw new IllegalArgumentException("no member '" + name + "' in " + value);
    return new Json(((Map<?, ?>) value).get(name));
  }

  /** The elements of this array. */
  public List<Json> list() {
    if (!(value instanceof List<?> list)) throw new IllegalArgumentException("no array: " + value);
    List<Json> result = new ArrayList<>();
    for (Object element : list) result.add(new Json(element));
    return result;
  }

  public String text() {
    if (!(value instanceof String text)) throw new IllegalArgumentException("no text: " + value);
    return text;
  }

  public int number() {
    if (!(value instanceof Double n)) throw new IllegalArgumentException("no number: " + value);
    return n.intValue();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    @Nullable Object value() {
      skipSpace();
      if (at >= text.length()) throw unexpected();
      return switch (text.charAt(at)) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        case 't' -> word("true", true);
        case 'f' -> word("false", false);
        case 'n' -> word("null", null);
        default -> number();
      };
    }

    void skipSpace() {
      while (at < text.length() && text.charAt(at) <= ' ') at++;
    }

    IllegalArgumentException unexpected() {
      return new IllegalArgumentException("not JSON at character " + at);
    }

    private boolean take(char c) {
      skipSpace();
      if (at >= text.length() || text.charAt(at) != c) return false;
      at++;
      return true;
    }

    private void expect(char c) {
      if (!take(c)) throw unexpected();
    }

    private Map<String, @Nullable Object> object() {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      expect('{');
      if (take('}')) return result;
      do {
        skipSpace();
        String name = string();
        expect(':');
        result.put(name, value());
      } while (take(','));
      expect('}');
      return result;
    }

    private List<@Nullable Object> array() {
      List<@Nullable Object> result = new ArrayList<>();
      expect('[');
      if (take(']')) return result;
      do result.add(value());
      while (take(','));
      expect(']');
      return result;
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
      if (!text.startsWith(word, at)) throw unexpected();
      at += word.length();
      return meaning;
    }

    private Double number() {
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
      if (start == at) throw unexpected();
      return Double.valueOf(text.substring(start, at));
    }

    private String string() {
      expect('"');
      StringBuilder result = new StringBuilder();
      while (true) {
        if (at >= text.length()) throw unexpected();
        char c = text.charAt(at++);
        if (c == '"') return result.toString();
        result.append(c == '\\' ? escaped() : c);
      }
    }

    private char escaped() {
      char c = text.charAt(at++);
      return switch (c) {
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
        default -> c;
      };
    }
  }
}
