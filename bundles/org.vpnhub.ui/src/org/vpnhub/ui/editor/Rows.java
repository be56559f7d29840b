package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a table: which elements are shown, in which order. */
final class Rows<T> {
  private final List<Column<T>> columns;
  private String filter = "";
  private @Nullable Column<T> sorted;
  private boolean descending;

  Rows(List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  List<Column<T>> columns() {
    return columns;
  }

  /** Shows only rows in which each of these words occurs, in whatever column. */
  void filter(String words) {
    filter = words.strip().toLowerCase(Locale.ROOT);
  }

  String filter() {
    return filter;
  }

  /** Sorts by a column; the same once more turns the order; a third time ends it. */
  void toggle(Column<T> column) {
    if (column != sorted) sort(column, false);
    else if (!descending) sort(column, true);
    else sort(null, false);
  }

  /**
   * @param column null: in the order of the model
   */
  void sort(@Nullable Column<T> column, boolean descending) {
    this.sorted = column;
    this.descending = descending;
  }

  @Nullable Column<T> sorted() {
    return sorted;
  }

  boolean descending() {
    return descending;
  }

  /** The rows to show. */
  List<T> of(List<? extends T> elements) {
    List<T> rows = new ArrayList<>(elements.size());
    String[] words = filter.split("\\s+");
    for (T e : elements) if (matches(e, words)) rows.add(e);
    Column<T> by = sorted;
    return by == null ? rows : sort(rows, by);
  }

  private boolean matches(T element, String[] words) {
    if (filter.isEmpty()) return true;
    String row = line(element, " ").toLowerCase(Locale.ROOT);
    for (String w : words) if (!row.contains(w)) return false;
    return true;
  }

  private List<T> sort(List<T> rows, Column<T> by) {
    record Keyed<E>(E row, String key) {}
    Comparator<Keyed<T>> order = Comparator.comparing(Keyed::key, NaturalOrder.INSTANCE);
    if (descending) order = order.reversed();
    return rows.stream()
        .map(r -> new Keyed<>(r, by.text().apply(r)))
        .sorted(order)
        .map(Keyed::row)
        .toList();
  }

  /** All cells of a row. */
  String line(T element, String separator) {
    StringBuilder line = new StringBuilder();
    for (Column<T> c : columns) {
      if (c != columns.getFirst()) line.append(separator);
      line.append(c.text().apply(element));
    }
    return line.toString();
  }

  /** Rows for a spreadsheet: a header, cells separated by tabs. */
  String tabSeparated(List<? extends T> elements) {
    StringBuilder text = new StringBuilder();
    text.append(String.join("\t", columns.stream().map(Column::title).toList())).append('\n');
    for (T e : elements) text.append(line(e, "\t")).append('\n');
    return text.toString();
  }
}
