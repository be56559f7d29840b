package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteFacts;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.SiteTable.Row;

/**
 * Sites as text for the clipboard: tab-separated lines with a header, which a spreadsheet takes and
 * gives. Read is also what is separated by commas or semicolons, and a table without a header,
 * whose columns are then name, public address, prefixes, device, release.
 */
public final class SiteText {
  /** The columns of a table without a header. */
  public static final List<String> COLUMNS =
      Stream.concat(SiteTable.COLUMNS.stream(), Stream.of(SiteTable.RELEASE)).toList();

  private static final Map<String, String> TITLES =
      Map.of("public_ip", "public address", "cidrs", "prefixes");

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

  /**
   * Sites as tab-separated lines below a header, with columns for the facts that are known of some.
   */
  public static String of(List<Site> sites) {
    List<Map<String, String>> facts = sites.stream().map(SiteFacts::of).toList();
    List<String> known =
        SiteFacts.COLUMNS.stream()
            .filter(c -> facts.stream().anyMatch(f -> f.containsKey(c)))
            .toList();
    StringBuilder text = new StringBuilder(String.join("\t", SiteTable.COLUMNS));
    known.forEach(c -> text.append('\t').append(c));
    for (int i = 0; i < sites.size(); i++) {
      text.append('\n').append(line(sites.get(i)));
      for (String c : known) text.append('\t').append(cell(facts.get(i).get(c)));
    }
    return text.append('\n').toString();
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
    List<String> columns = header(table.get(first));
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
   * For each cell of a header the column of {@link SiteTable} that it names, empty for another;
   * none when it is no header.
   */
  public static List<String> header(List<String> cells) {
    List<String> columns = cells.stream().map(c -> SiteTable.column(c).orElse("")).toList();
    boolean others = columns.stream().anyMatch(c -> !c.isEmpty() && !c.equals("name"));
    return columns.contains("name") && others ? columns : List.of();
  }

  /** The cells of a row by their columns; those of other columns are left out. */
  public static Map<String, String> cells(List<String> cells, List<String> columns) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      if (!columns.get(i).isEmpty()) values.put(columns.get(i), cells.get(i).strip());
    }
    return values;
  }

  private void row(int number, List<String> cells, List<String> columns) {
    for (int i = columns.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add("row " + number + ": column " + (i + 1) + " is one too many");
      }
    }
    Map<String, String> values = cells(cells, columns);
    Row row = Row.of(values);
    check(number, row);
    for (String column : SiteFacts.COLUMNS) {
      String value = values.getOrDefault(column, "");
      if (SiteFacts.fits(column, value)) continue;
      fault(number, column, quote(value) + " is no number, and left out");
      values.remove(column);
    }
    if (!row.name().isEmpty()) rows.add(Row.of(values));
  }

  private void check(int number, Row row) {
    String name = row.name();
    if (name.isEmpty()) fault(number, "name", "is empty; the row is left out");
    else if (!names.add(name)) fault(number, "name", "is there twice: " + quote(name));
    String address = row.publicIp();
    if (address.isEmpty()) fault(number, "public_ip", "is empty");
    else if (!isAddress(address)) {
      fault(number, "public_ip", quote(address) + " is no IPv4 address");
    }
    if (row.cidrs().isEmpty()) fault(number, "cidrs", "is empty");
    for (String p : row.cidrs()) {
      if (!isPrefix(p)) fault(number, "cidrs", quote(p) + " is no prefix such as 10.10.20.0/24");
    }
  }

  private void fault(int row, String column, String what) {
    String title = TITLES.getOrDefault(column, column.replace('_', ' '));
    problems.add("row " + row + ", " + title + ": " + what);
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
