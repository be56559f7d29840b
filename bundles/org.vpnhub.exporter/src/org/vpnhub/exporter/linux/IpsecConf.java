package org.vpnhub.exporter.linux;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

/**
 * An {@code ipsec.conf}, and an {@code ipsec.secrets} that may follow it in the same text, as
 * sections and settings, without any meaning yet.
 *
 * <p>Source: ipsec.conf(5), section DESCRIPTION, and ipsec.secrets(5). A line that begins with a
 * blank belongs to the section before it; {@code also} and the section {@code %default} hand
 * settings on, and the section's own ones win.
 */
public final class IpsecConf {
  private static final Pattern HEADER = Pattern.compile("(config|conn|ca)\\s+(\\S+)");
  private static final Pattern SETTING = Pattern.compile("\\s+([A-Za-z0-9_-]+)\\s*=\\s*(.*)");
  private static final Pattern SECRET = Pattern.compile("(.*?)\\s*:\\s+([A-Z0-9]+)\\s+(.*)");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");

  /**
   * A value and where it stands.
   *
   * @param text without quotes
   * @param line from 1
   */
  public record Value(String text, int line) {}

  /**
   * A section.
   *
   * @param type {@code config}, {@code conn} or {@code ca}
   * @param name as it is given
   * @param line of its head, from 1
   * @param own settings that stand in it; of one with several values the last
   * @param also sections from which it inherits
   */
  public record Section(
      String type, String name, int line, Map<String, Value> own, List<Value> also) {}

  /**
   * What is set in a section, by itself and by those that it inherits from.
   *
   * @param values by their names
   * @param head line of the section's head
   */
  public record Settings(Map<String, Value> values, int head) {
    /** A setting, or what it is when nothing is set. */
    public String text(String key, String fallback) {
      Value v = values.get(key);
      return v == null || v.text().isEmpty() ? fallback : v.text();
    }

    /** Where a setting stands; the head of the section when it does not. */
    public int line(String key) {
      Value v = values.get(key);
      return v == null ? head : v.line();
    }

    /** A time in seconds, or the text itself when it is none. */
    public String seconds(String key, String fallback) {
      String text = text(key, fallback);
      return IpsecConf.seconds(text).map(String::valueOf).orElse(text);
    }
  }

  /** A pre-shared key, and for whom it is. */
  private record Key(Set<String> ids, Secret secret) {}

  private final List<Section> sections = new ArrayList<>();
  private final List<Line> unknown = new ArrayList<>();
  private final List<Line> undefined = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();

  private IpsecConf() {}

  /** Reads a text; never throws. */
  public static IpsecConf of(String text) {
    IpsecConf conf = new IpsecConf();
    int number = 0;
    for (String line : text.split("\n", -1)) conf.line(++number, line.stripTrailing());
    for (Section s : conf.sections) {
      for (Value v : s.also()) {
        if (conf.named(s.type(), v.text()).isEmpty()) {
          conf.undefined.add(
              new Line(v.line(), s.type() + " " + v.text() + " is used and defined nowhere"));
        }
      }
    }
    return conf;
  }

  /** All sections, in order; those of one name are one. */
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /** Lines that are neither head, setting nor key, and files that are included and not read. */
  public List<Line> unknown() {
    return List.copyOf(unknown);
  }

  /** Sections that are named by {@code also} and are not there. */
  public List<Line> undefined() {
    return List.copyOf(undefined);
  }

  /** Whether another section inherits from this one. */
  public boolean isInherited(Section section) {
    return sections.stream()
        .filter(s -> s.type().equals(section.type()))
        .anyMatch(s -> s.also().stream().anyMatch(v -> v.text().equals(section.name())));
  }

  /** What is set in a section, by itself, by {@code also}, or by {@code %default}. */
  public Settings settings(Section section) {
    Map<String, Value> all = new LinkedHashMap<>();
    named(section.type(), "%default").ifPresent(d -> all.putAll(d.own()));
    inherit(section, all, new HashSet<>());
    return new Settings(all, section.line());
  }

  /** Settings of a section itself that are not among some, as unknown lines. */
  public static List<Line> unknown(Section section, Set<String> known) {
    return section.own().entrySet().stream()
        .filter(e -> !known.contains(e.getKey()))
        .map(
            e ->
                new Line(e.getValue().line(), withoutKey(e.getKey() + " = " + e.getValue().text())))
        .toList();
  }

  private void inherit(Section section, Map<String, Value> all, Set<String> seen) {
    if (!seen.add(section.name())) return;
    for (Value v : section.also()) {
      named(section.type(), v.text()).ifPresent(s -> inherit(s, all, seen));
    }
    all.putAll(section.own());
  }

  private Optional<Section> named(String type, String name) {
    return sections.stream().filter(s -> s.type().equals(type) && s.name().equals(name)).findAny();
  }

  /** The key for two identities: the one that names both, or the far one, or nobody. */
  public Optional<Secret> key(String localId, String remoteId) {
    Set<String> both = new HashSet<>(List.of(localId, remoteId));
    for (Set<String> wanted : List.of(both, Set.of(remoteId))) {
      for (Key k : keys) if (k.ids().equals(wanted)) return Optional.of(k.secret());
    }
    return keys.stream().filter(k -> k.ids().isEmpty()).map(Key::secret).findFirst();
  }

  /** An identity without the sign that says what kind it is. */
  public static String identity(String text) {
    for (String type : List.of("fqdn:", "email:", "userfqdn:", "ipv4:")) {
      if (text.startsWith(type)) return text.substring(type.length());
    }
    boolean plain = text.startsWith("@") && !text.startsWith("@#") && !text.startsWith("@[");
    return plain ? text.substring(1) : text;
  }

  /** A line that a person may see: without what is quoted, encoded, or follows a word for keys. */
  public static String withoutKey(String line) {
    return line.replaceFirst("(?is)(psk|secret)\\b.*", "$1 ...")
        .replaceFirst("(?s)\".*", "...")
        .replaceAll("0[sx]\\S+", "...");
  }

  /** Seconds of a time such as {@code 3600}, {@code 60m} or {@code 1h}; empty when it is none. */
  public static Optional<Long> seconds(String text) {
    Matcher m = Pattern.compile("(\\d{1,9})([smhd]?)").matcher(text);
    if (!m.matches()) return Optional.empty();
    long unit =
        switch (m.group(2)) {
          case "m" -> 60;
          case "h" -> 3600;
          case "d" -> 86400;
          default -> 1;
        };
    return Optional.of(Long.parseLong(m.group(1)) * unit);
  }

  private void line(int number, String raw) {
    if (SECRET.matcher(raw).matches() && !Character.isWhitespace(raw.charAt(0))) {
      secret(number, raw);
      return;
    }
    String line = raw.contains("\"") ? raw : COMMENT.matcher(raw).replaceFirst("");
    if (line.isBlank() || line.startsWith("#")) return;
    Matcher header = HEADER.matcher(line);
    Matcher setting = SETTING.matcher(line);
    if (header.matches()) {
      section(number, header.group(1), header.group(2));
    } else if (setting.matches() && !sections.isEmpty()) {
      setting(number, setting.group(1), unquoted(setting.group(2).strip()));
    } else if (line.startsWith("include ")) {
      unknown.add(new Line(number, line + " (the file is not read)"));
    } else if (!line.startsWith("version ")) {
      // It may be a key that lost its beginning, so it is not shown.
      unknown.add(new Line(number, "what is no section, setting or key"));
    }
  }

  private void section(int number, String type, String name) {
    Optional<Section> before = named(type, name);
    before.ifPresent(sections::remove);
    sections.add(
        before.orElseGet(
            () -> new Section(type, name, number, new LinkedHashMap<>(), new ArrayList<>())));
  }

  private void setting(int number, String key, String value) {
    Section section = sections.getLast();
    if (key.equals("also")) section.also().add(new Value(value, number));
    else section.own().put(key, new Value(value, number));
  }

  private static String unquoted(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
    return text.substring(1, text.length() - 1).replace("\\\"", "\"");
  }

  private void secret(int number, String raw) {
    Matcher m = SECRET.matcher(raw);
    if (!m.matches() || !m.group(2).equals("PSK")) return;
    Set<String> ids = new HashSet<>();
    for (String id : m.group(1).split("\\s+")) if (!id.isEmpty()) ids.add(identity(id));
    try {
      keys.add(new Key(ids, decoded(m.group(3).strip())));
    } catch (IllegalArgumentException e) {
      unknown.add(new Line(number, "a pre-shared key that is not encoded as it says"));
    }
  }

  private static Secret decoded(String value) {
    if (value.startsWith("\"")) {
      int end = value.indexOf('"', 1);
      if (end < 0) throw new IllegalArgumentException("no quote at the end");
      return Secret.ofText(value.substring(1, end));
    }
    String text = value.split("\\s", 2)[0];
    byte[] bytes =
        text.startsWith("0s")
            ? Base64.getDecoder().decode(text.substring(2))
            : text.startsWith("0x")
                ? HexFormat.of().parseHex(text.substring(2))
                : text.getBytes(StandardCharsets.UTF_8);
    return Secret.ofText(new String(bytes, StandardCharsets.UTF_8));
  }
}
