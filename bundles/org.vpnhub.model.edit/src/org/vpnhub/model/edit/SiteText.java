package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.SiteTable.Row;

/**
 * Sites as text for the clipboard: tab-separated lines with a header, which a spreadsheet takes and
 * gives. Read is also what is separated by commas or semicolons, and a table without a header,
 * whose columns are then name, public address, prefixes, device.
 */
public final class SiteText {
  private static final List<String> TITLES =
      List.of("name", "public address", "prefixes", "device");

  /** The columns of a table without a header. */
  public static final List<Integer> COLUMNS = List.of(0, 1, 2, 3, 4);

  /** What people write above a column, in lower case without spaces and underlines. */
  private static final Map<String, Integer> HEADINGS =
      Map.ofEntries(
          Map.entry("name", 0),
          Map.entry("site", 0),
          Map.entry("office", 0),
          Map.entry("publicip", 1),
          Map.entry("publicaddress", 1),
          Map.entry("address", 1),
          Map.entry("ip", 1),
          Map.entry("cidrs", 2),
          Map.entry("cidr", 2),
          Map.entry("prefixes", 2),
          Map.entry("prefix", 2),
          Map.entry("networks", 2),
          Map.entry("network", 2),
          Map.entry("device", 3),
          Map.entry("vendor", 3),
          Map.entry("release", 4),
          Map.entry("version", 4));

  /**
   * What a text holds.
   *
   * @param rows the sites that can be added; wrong addresses and prefixes are kept as written
   * @param problems what is wrong, one line each with row and column; rows count from 1 as in the
   *     text, its header included
   */
  public record Content(List<Row> rows, List<String> problems) {
    public Content {
      rows = List.copyOf(rows);
      problems = List.copyOf(problems);
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private SiteText() {}

  /** Sites as tab-separated lines below a header. */
  public static String of(List<Site> sites) {
    return sites.stream()
        .map(SiteText::line)
        .collect(Collectors.joining("\n", String.join("\t", SiteTable.COLUMNS) + "\n", "\n"));
  }

  private static String line(Site s) {
    String release = s.getDeviceRelease() == null ? "" : " " + s.getDeviceRelease();
    String device = s.getDevice() == null ? "" : s.getDevice() + release;
    return String.join(
        "\t", cell(s.getName()), cell(s.getPublicIp()), String.join(" ", s.getCidrs()), device);
  }

  private static String cell(@Nullable String text) {
    if (text == null) return "";
    String plain = text.replaceAll("[\\t\\r\\n]+", " ");
    return plain.indexOf('"') < 0 ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }

  /** Reads sites; says of every wrong cell in which row and column it stands. */
  public static Content parse(String text) {
    SiteText reading = new SiteText();
    try {
      reading.read(SiteTable.cells(text, "table"));
    } catch (ModelFormatException e) {
      reading.problems.add(e.getMessage());
    }
    return new Content(reading.rows, reading.problems);
  }

  private void read(List<List<String>> table) {
    int first = 0;
    while (first < table.size() && isBlank(table.get(first))) first++;
    if (first == table.size()) {
      problems.add("the table is empty");
      return;
    }
    List<Integer> columns = header(table.get(first));
    int start = columns.isEmpty() ? first : first + 1;
    if (columns.isEmpty()) columns = COLUMNS;
    for (int i = start; i < table.size(); i++) {
      if (!isBlank(table.get(i))) row(i + 1, table.get(i), columns);
    }
    if (rows.isEmpty() && problems.isEmpty()) problems.add("there is no row below the header");
  }

  private static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }

  /**
   * For each cell of a header which column it names: 0 the name, 1 the public address, 2 the
   * prefixes, 3 the device, 4 its release, -1 another; empty when it is no header.
   */
  public static List<Integer> header(List<String> cells) {
    List<Integer> columns =
        cells.stream()
            .map(c -> c.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", ""))
            .map(c -> HEADINGS.getOrDefault(c, -1))
            .toList();
    return columns.contains(0) && columns.stream().filter(c -> c > 0).count() > 0
        ? columns
        : List.of();
  }

  private void row(int number, List<String> cells, List<Integer> columns) {
    String[] values = {"", "", "", "", ""};
    for (int i = 0; i < cells.size(); i++) {
      int column = i < columns.size() ? columns.get(i) : -1;
      if (column >= 0) values[column] = cells.get(i).strip();
      else if (i >= columns.size() && !cells.get(i).isBlank()) {
        problems.add("row " + number + ": column " + (i + 1) + " is one too many");
      }
    }
    check(number, values);
    if (values[0].isEmpty()) return;
    String device = values[3] + " " + values[4];
    rows.add(Row.of(values[0], values[1], values[2], device));
  }

  private void check(int number, String[] values) {
    if (values[0].isEmpty()) fault(number, 0, "is empty; the row is left out");
    else if (!names.add(values[0])) fault(number, 0, "is there twice: " + quote(values[0]));
    if (values[1].isEmpty()) fault(number, 1, "is empty");
    else if (!isAddress(values[1])) fault(number, 1, quote(values[1]) + " is no IPv4 address");
    List<String> prefixes = Row.of("", "", values[2], "").cidrs();
    if (prefixes.isEmpty()) fault(number, 2, "is empty");
    for (String p : prefixes) {
      if (!isPrefix(p)) fault(number, 2, quote(p) + " is no prefix such as 10.10.20.0/24");
    }
  }

  private void fault(int row, int column, String what) {
    problems.add("row " + row + ", " + TITLES.get(column) + ": " + what);
  }

  private static boolean isAddress(String text) {
    try {
      Ipv4Address.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPrefix(String text) {
    try {
      Ipv4Prefix.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String quote(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }
}
