package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

/**
 * What a reader gathers on its way through a configuration: sections by kind and name, tunnels, and
 * the lines that are skipped, unknown or point nowhere. For one text and one thread.
 */
public final class Reading {
  /** The words after which a line may hold a key. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(?<![a-z])(key|keys|pre-share|psk|psksecret|psk-?key|secret|password|passwd|passphrase"
              + "|community|credential|ascii-text|hexadecimal|md5)(?=[\\s=:\"'>])");

  private final String text;
  private final List<String> lines;
  private final Set<String> onlyWhenUsed;
  private final Map<String, Map<String, Section>> sections = new LinkedHashMap<>();
  private final List<FoundTunnel> tunnels = new ArrayList<>();
  private final Map<Integer, String> skipped = new TreeMap<>();
  private final Map<Integer, String> unknown = new TreeMap<>();
  private final Map<Integer, String> undefined = new TreeMap<>();

  /**
   * @param configuration the whole text, with whatever line ends
   * @param onlyWhenUsed kinds of sections that concern the VPN only when something of it uses them;
   *     all others are of the VPN
   */
  public Reading(String configuration, Set<String> onlyWhenUsed) {
    this.text = configuration.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    this.lines = List.of(text.split("\n", -1));
    this.onlyWhenUsed = Set.copyOf(onlyWhenUsed);
  }

  /** The text with a line feed at each line's end and no byte order mark. */
  public String text() {
    return text;
  }

  /** The section of that kind and name; a new one unless there was one before. */
  public Section section(String kind, String name, int line) {
    return sections
        .computeIfAbsent(kind, k -> new LinkedHashMap<>())
        .computeIfAbsent(name, n -> new Section(kind, n, line));
  }

  public Optional<Section> find(String kind, String name) {
    return Optional.ofNullable(sections.getOrDefault(kind, Map.of()).get(name));
  }

  /** All sections of a kind, in the order of the configuration. */
  public Collection<Section> all(String kind) {
    return sections.getOrDefault(kind, Map.of()).values();
  }

  /** The section that a line names; where there is none, the line is reported. */
  public Optional<Section> use(String kind, Found name) {
    Optional<Section> found = find(kind, name.value());
    found.ifPresentOrElse(
        Section::use,
        () -> undefined(name.line(), kind + " " + name.value() + " is used and defined nowhere"));
    return found;
  }

  public void add(FoundTunnel tunnel) {
    tunnels.add(tunnel);
  }

  /** A section that does not concern the VPN, by its first line. */
  public void skipped(int line) {
    skipped.put(line, line(line));
  }

  /** A line that concerns the VPN and that the reader does not know. */
  public void unknown(int line) {
    unknown.put(line, line(line));
  }

  /** A name that is used and defined nowhere, or a definition that has no effect. */
  public void undefined(int line, String sentence) {
    undefined.merge(line, sentence, (a, b) -> a.equals(b) ? a : a + "; " + b);
  }

  /** The text of a line, from 1, without what may be a key. */
  private String line(int number) {
    String line = number < 1 || number > lines.size() ? "" : lines.get(number - 1).strip();
    var key = KEY.matcher(line);
    return key.find() ? line.substring(0, key.end()) + " ..." : line;
  }

  /** What was read. To be called once, at the end. */
  public DeviceConfiguration result() {
    for (Map<String, Section> byName : sections.values()) byName.values().forEach(this::close);
    return new DeviceConfiguration(tunnels, list(skipped), list(unknown), list(undefined));
  }

  private void close(Section section) {
    if (section.used() || !onlyWhenUsed.contains(section.kind())) {
      section.unknown().forEach(this::unknown);
    } else {
      skipped(section.line());
    }
  }

  private static List<Line> list(Map<Integer, String> byLine) {
    return byLine.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue())).toList();
  }
}
