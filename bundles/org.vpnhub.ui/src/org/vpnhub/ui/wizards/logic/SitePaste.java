package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sites from text that was copied from a spreadsheet, a CSV file or a message: cells between
 * tabs, semicolons or commas, quoted where need be. With a header line its columns may come in any
 * order; without one they are name, public address, prefixes, device, release.
 */
public final class SitePaste {
  private static final Map<String, SiteColumn> WORDS =
      Map.ofEntries(
          Map.entry("name", SiteColumn.NAME),
          Map.entry("site", SiteColumn.NAME),
          Map.entry("office", SiteColumn.NAME),
          Map.entry("publicip", SiteColumn.PUBLIC_IP),
          Map.entry("publicaddress", SiteColumn.PUBLIC_IP),
          Map.entry("ip", SiteColumn.PUBLIC_IP),
          Map.entry("address", SiteColumn.PUBLIC_IP),
          Map.entry("cidrs", SiteColumn.CIDRS),
          Map.entry("cidr", SiteColumn.CIDRS),
          Map.entry("prefix", SiteColumn.CIDRS),
          Map.entry("prefixes", SiteColumn.CIDRS),
          Map.entry("device", SiteColumn.DEVICE),
          Map.entry("vendor", SiteColumn.DEVICE),
          Map.entry("release", SiteColumn.RELEASE),
          Map.entry("version", SiteColumn.RELEASE));

  private SitePaste() {}

  /** The sites in a text; none when there is nothing but space. */
  public static List<SiteCells> parse(String text) {
    List<List<String>> lines = split(text.startsWith("\ufeff") ? text.substring(1) : text);
    if (lines.isEmpty()) return List.of();
    Optional<Map<Integer, SiteColumn>> header = header(lines.getFirst());
    Map<Integer, SiteColumn> columns = header.orElseGet(SitePaste::usual);
    List<SiteCells> sites = new ArrayList<>();
    for (List<String> line : lines.subList(header.isPresent() ? 1 : 0, lines.size())) {
      SiteCells site = SiteCells.BLANK;
      for (int i = 0; i < line.size(); i++) {
        SiteColumn column = columns.get(i);
        if (column != null) site = site.with(column, clean(line.get(i)));
      }
      sites.add(SiteCells.of(site.row())); // the release may stand behind the device
    }
    return sites;
  }

  private static Map<Integer, SiteColumn> usual() {
    Map<Integer, SiteColumn> columns = new HashMap<>();
    for (SiteColumn c : SiteColumn.values()) columns.put(c.ordinal(), c);
    return columns;
  }

  /** A header names the sites' column and one more. */
  private static Optional<Map<Integer, SiteColumn>> header(List<String> line) {
    Map<Integer, SiteColumn> columns = new HashMap<>();
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (WORDS.get(word) instanceof SiteColumn c && !columns.containsValue(c)) columns.put(i, c);
    }
    boolean isHeader = columns.size() > 1 && columns.containsValue(SiteColumn.NAME);
    return isHeader ? Optional.of(columns) : Optional.empty();
  }

  private static String clean(String cell) {
    return cell.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static List<List<String>> split(String text) {
    char separator = separator(text);
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) i++;
        if (c == '"' && !doubled) quoted = false;
        else cell.append(c);
      } else if (c == '"' && cell.toString().isBlank()) {
        quoted = true;
      } else if (c == separator || c == '\n') {
        line.add(take(cell));
        if (c == '\n') line = end(line, lines);
      } else {
        cell.append(c);
      }
    }
    line.add(take(cell));
    end(line, lines);
    return lines;
  }

  /** Tabs of a spreadsheet; otherwise what the first line has more of. */
  private static char separator(String text) {
    if (text.indexOf('\t') >= 0) return '\t';
    String first = text.lines().findFirst().orElse("");
    long semicolons = first.chars().filter(c -> c == ';').count();
    long commas = first.chars().filter(c -> c == ',').count();
    return semicolons > commas ? ';' : ',';
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString().strip();
    cell.setLength(0);
    return text;
  }

  private static List<String> end(List<String> line, List<List<String>> lines) {
    if (line.stream().anyMatch(c -> !c.isEmpty())) lines.add(line);
    return new ArrayList<>();
  }
}
