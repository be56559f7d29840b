package org.vpnhub.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of plain text whose columns are as wide as their contents. */
public final class TextTable {
  private static final String GAP = "  ";
  private final List<String> header;
  private final Set<Integer> right = new HashSet<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param header titles of the columns; one that starts with {@code >} is set to the right
   */
  public TextTable(String... header) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < header.length; i++) {
      boolean toRight = header[i].startsWith(">");
      if (toRight) right.add(i);
      titles.add(toRight ? header[i].substring(1) : header[i]);
    }
    this.header = List.copyOf(titles);
  }

  public TextTable row(Object... cells) {
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, each ending with a line feed, none with blanks before it. */
  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    measure(header, widths);
    for (List<String> row : rows) measure(row, widths);
    StringBuilder text = new StringBuilder();
    append(header, widths, text);
    for (List<String> row : rows) append(row, widths, text);
    return text.toString();
  }

  private static void measure(List<String> cells, int[] widths) {
    for (int i = 0; i < cells.size(); i++) widths[i] = Math.max(widths[i], width(cells.get(i)));
  }

  private void append(List<String> cells, int[] widths, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(widths[i] - width(cells.get(i)));
      if (i > 0) line.append(GAP);
      line.append(right.contains(i) ? pad + cells.get(i) : cells.get(i) + pad);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** Columns of a terminal: ideographs, emoji and the like take two, combining marks none. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
    boolean wide =
        c >= 0x1100 && c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0x1f300 && c <= 0x1f64f
            || c >= 0x1f680 && c <= 0x1f6ff
            || c >= 0x1f900 && c <= 0x1f9ff
            || c >= 0x20000 && c <= 0x3fffd;
    return wide ? 2 : 1;
  }
}
