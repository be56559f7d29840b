package org.vpnhub.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.vpnhub.model.internal.BoundedFile;

/**
 * A table of sites: comma-separated values (RFC 4180) in UTF-8 with the header {@code
 * name,public_ip,cidrs,device}, its columns in any order. Several CIDR blocks are separated by
 * spaces (commas within quotes, and semicolons, do too); the device is the id of an exporter's
 * device, behind a space or a colon, or in the column {@code release}, its release: {@code
 * strongswan 5.9}. What a device's configuration may need stands in further columns, see {@link
 * SiteFacts#COLUMNS}.
 *
 * <p>Only a table that cannot be read is refused; wrong values are kept as written, for the
 * validator to judge.
 */
@NullMarked
public final class SiteTable {
  /** The columns of the header. */
  public static final List<String> COLUMNS = List.of("name", "public_ip", "cidrs", "device");

  /** A further column, for the release of the device's software. */
  public static final String RELEASE = "release";

  /** What people write above a column, without spaces and underlines, where it is not its name. */
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("site", "name"),
          Map.entry("office", "name"),
          Map.entry("publicaddress", "public_ip"),
          Map.entry("address", "public_ip"),
          Map.entry("ip", "public_ip"),
          Map.entry("cidr", "cidrs"),
          Map.entry("prefixes", "cidrs"),
          Map.entry("prefix", "cidrs"),
          Map.entry("networks", "cidrs"),
          Map.entry("network", "cidrs"),
          Map.entry("vendor", "device"),
          Map.entry("version", RELEASE),
          Map.entry("laninterface", "lan_interfaces"));

  private static final List<String> ALL =
      Stream.of(COLUMNS, List.of(RELEASE), SiteFacts.COLUMNS).flatMap(List::stream).toList();
  private static final int MAX_BYTES = 16 << 20;
  private static final String HEADER =
      "the header must be "
          + String.join(",", COLUMNS)
          + ", and may have "
          + RELEASE
          + ","
          + String.join(",", SiteFacts.COLUMNS);

  /**
   * One site.
   *
   * @param name name of the site, as written
   * @param publicIp public address of the device, as written
   * @param cidrs prefixes of the site, as written
   * @param device id of the exporter's device; empty when not given
   * @param release release of the device's software; empty when not given
   * @param facts values of {@link SiteFacts#COLUMNS} by column, those that are not empty
   */
  public record Row(
      String name,
      String publicIp,
      List<String> cidrs,
      String device,
      String release,
      Map<String, String> facts) {
    public Row {
      cidrs = List.copyOf(cidrs);
      facts = Map.copyOf(facts);
    }

    /** A row without facts of the device. */
    public Row(String name, String publicIp, List<String> cidrs, String device, String release) {
      this(name, publicIp, cidrs, device, release, Map.of());
    }

    /** A row from the cells of a table. */
    public static Row of(String name, String publicIp, String cidrs, String device) {
      List<String> prefixes =
          Arrays.stream(cidrs.split("[\\s,;]+")).filter(c -> !c.isEmpty()).toList();
      String[] parts = device.strip().split("[\\s:]+", 2);
      String release = parts.length > 1 ? parts[1].strip() : "";
      return new Row(name.strip(), publicIp.strip(), prefixes, parts[0], release);
    }

    /** A row from cells by the names of their columns; others than those of a table are ignored. */
    public static Row of(Map<String, String> cells) {
      Row row =
          of(
              cells.getOrDefault("name", ""),
              cells.getOrDefault("public_ip", ""),
              cells.getOrDefault("cidrs", ""),
              cells.getOrDefault("device", ""));
      String release = cells.getOrDefault(RELEASE, "").strip();
      Map<String, String> facts = new HashMap<>();
      for (String column : SiteFacts.COLUMNS) {
        String value = cells.getOrDefault(column, "").strip();
        if (!value.isEmpty()) facts.put(column, value);
      }
      return new Row(
          row.name(),
          row.publicIp(),
          row.cidrs(),
          row.device(),
          release.isEmpty() ? row.release() : release,
          facts);
    }
  }

  private SiteTable() {}

  /** The name of the column that a heading stands for, however it is written. */
  public static Optional<String> column(String heading) {
    String word = word(heading);
    for (String column : ALL) if (word(column).equals(word)) return Optional.of(column);
    return Optional.ofNullable(HEADINGS.get(word));
  }

  private static String word(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }

  /**
   * Reads a table from a file.
   *
   * @throws ModelFormatException when it cannot be read as a table of sites; names line and column
   */
  public static List<Row> read(Path file) throws ModelFormatException {
    return read(BoundedFile.readAny(file, MAX_BYTES), file.toString());
  }

  /**
   * Reads a table from a stream to its end, such as standard input.
   *
   * @param name what errors name as the file
   * @throws ModelFormatException when it cannot be read as a table of sites; names line and column
   */
  public static List<Row> read(InputStream in, String name) throws ModelFormatException {
    return read(BoundedFile.read(in, Path.of(name), MAX_BYTES), name);
  }

  private static List<Row> read(byte[] content, String name) throws ModelFormatException {
    try {
      return parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString(), name);
    } catch (CharacterCodingException e) {
      throw new ModelFormatException(name, 0, "the table is not UTF-8 text", "save it as UTF-8");
    }
  }

  /**
   * Reads a table from text.
   *
   * @param name what errors name as the file
   * @throws ModelFormatException when the text cannot be read as a table of sites
   */
  public static List<Row> parse(String text, String name) throws ModelFormatException {
    String csv = text.startsWith("\ufeff") ? text.substring(1) : text;
    requireClosedQuotes(csv, name);
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(csv)) {
      Map<String, Integer> columns = null;
      for (CsvRecord record : reader) {
        if (columns == null) columns = header(record, name);
        else rows.add(row(record, columns, name));
      }
      if (columns == null) throw fault(name, 0, "the table is empty", HEADER);
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String what = "the table is not comma-separated values: " + cause.getMessage();
      throw fault(name, 0, what, "correct the quotes (RFC 4180)");
    } catch (ModelFormatException e) {
      throw e;
    } catch (IOException e) {
      throw fault(name, 0, "the table cannot be read", "check the file");
    }
    return rows;
  }

  /**
   * The cells of a table as a spreadsheet puts it on the clipboard, or of a file that it saves:
   * separated by tabs, or where its first line has none, by commas or semicolons. An empty line is
   * a row of one empty cell.
   *
   * @param name what errors name as the table
   * @throws ModelFormatException when the text cannot be split into cells
   */
  public static List<List<String>> cells(String text, String name) throws ModelFormatException {
    String table = text.startsWith("\ufeff") ? text.substring(1) : text;
    requireClosedQuotes(table, name);
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(table))
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(table)) {
      for (CsvRecord record : reader) rows.add(record.getFields());
    } catch (CsvParseException | IOException e) {
      throw fault(name, 0, "the table cannot be split into cells", "correct the quotes (RFC 4180)");
    }
    return rows;
  }

  private static char separator(String table) {
    String first = table.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    if (first.indexOf('\t') >= 0) return '\t';
    long commas = first.chars().filter(c -> c == ',').count();
    return first.chars().filter(c -> c == ';').count() > commas ? ';' : ',';
  }

  /** RFC 4180 §2: quotes come in pairs. An open one would swallow the rest of the table. */
  private static void requireClosedQuotes(String csv, String file) throws ModelFormatException {
    if (csv.chars().filter(c -> c == '"').count() % 2 == 0) return;
    int line = (int) csv.substring(0, csv.lastIndexOf('"')).lines().count();
    String what = "a quote is not closed; the table's last one is in this line";
    throw fault(
        file, Math.max(1, line), what, "close it, or double a quote that is part of a value");
  }

  private static Map<String, Integer> header(CsvRecord record, String file)
      throws ModelFormatException {
    int line = (int) record.getStartingLineNumber();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      String heading = record.getField(i).strip();
      String column = column(heading).orElse(null);
      if (column == null) {
        throw fault(
            file, line, "column " + (i + 1) + ": '" + brief(heading) + "' is unknown", HEADER);
      }
      if (columns.put(column, i) != null) {
        throw fault(file, line, "column " + (i + 1) + ": '" + column + "' is there twice", HEADER);
      }
    }
    Set<String> missing = new HashSet<>(COLUMNS);
    missing.removeAll(columns.keySet());
    for (String column : COLUMNS) {
      if (missing.contains(column)) {
        throw fault(file, line, "the column '" + column + "' is missing", HEADER);
      }
    }
    return columns;
  }

  private static Row row(CsvRecord record, Map<String, Integer> columns, String file)
      throws ModelFormatException {
    int line = (int) record.getStartingLineNumber();
    int fields = record.getFieldCount();
    if (fields != columns.size()) {
      String what = "this row has " + fields + " fields, the header " + columns.size();
      throw fault(
          file,
          line,
          what,
          "put quotes around values with commas; CIDR blocks are separated by spaces");
    }
    Map<String, String> cells = new HashMap<>();
    for (Map.Entry<String, Integer> column : columns.entrySet()) {
      String cell = record.getField(column.getValue());
      String where = "column " + (column.getValue() + 1) + " (" + column.getKey() + ")";
      if (cell.codePoints().anyMatch(SiteTable::isUnprintable)) {
        throw fault(file, line, where + " holds a control character", "remove it");
      }
      if (!SiteFacts.fits(column.getKey(), cell)) {
        throw fault(file, line, where + " is '" + brief(cell) + "'", "give a number, or nothing");
      }
      cells.put(column.getKey(), cell);
    }
    return Row.of(cells);
  }

  /** Line breaks and tabs separate words; other control characters have no place in a model. */
  private static boolean isUnprintable(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    return Character.isISOControl(c) && !space
        || c >= 0xd800 && c <= 0xdfff
        || (c & 0xfffe) == 0xfffe;
  }

  private static String brief(String text) {
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private static ModelFormatException fault(String file, int line, String what, String remedy) {
    return new ModelFormatException(file, line, what, remedy);
  }
}
