package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.KeyAdapter;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.problems.Problems;

/**
 * A table of elements, of any length: only what is seen is filled in. Sorts by a click on a header,
 * edits in place ({@link CellEditing}), tells the problems of each cell, and copies rows for a
 * spreadsheet.
 */
final class ElementTable<T extends NamedElement> {
  private final HubEditor editor;
  private final Table table;
  private final Rows<T> rows;
  private final CellEditing<T> editing;
  private final List<Consumer<List<T>>> listeners = new ArrayList<>();
  private final String hint;
  private List<? extends T> elements = List.of();
  private List<T> shown = List.of();
  private final Map<T, Integer> index = new HashMap<>();

  /**
   * @param id id of the widget
   * @param hint what an empty table says
   */
  ElementTable(
      HubEditor editor, Composite parent, String id, List<Column<T>> columns, String hint) {
    this.editor = editor;
    this.hint = hint;
    rows = new Rows<>(columns);
    table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
    Widgets.id(table, id);
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    createColumns();
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Selection, e -> told());
    table.addListener(SWT.Paint, this::paintHint);
    table.addListener(SWT.MouseMove, this::explain);
    table.addKeyListener(new Keys());
    editing = new CellEditing<>(this);
  }

  private void createColumns() {
    GC gc = new GC(table);
    double em = gc.getFontMetrics().getAverageCharacterWidth();
    gc.dispose();
    for (Column<T> c : rows.columns()) {
      TableColumn column = new TableColumn(table, SWT.NONE);
      column.setText(c.title());
      column.setWidth((int) (c.chars() * em) + 16);
      column.setMoveable(true);
      column.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> toggle(c, column)));
    }
  }

  private void toggle(Column<T> by, TableColumn column) {
    rows.toggle(by);
    markSorted(column);
    refresh();
  }

  private void markSorted(@Nullable TableColumn column) {
    table.setSortColumn(rows.sorted() == null ? null : column);
    table.setSortDirection(
        rows.sorted() == null ? SWT.NONE : rows.descending() ? SWT.DOWN : SWT.UP);
  }

  Table table() {
    return table;
  }

  HubEditor editor() {
    return editor;
  }

  List<Column<T>> columns() {
    return rows.columns();
  }

  T row(int at) {
    return shown.get(at);
  }

  /** The row of an element; -1 when it is not shown. */
  int indexOf(T element) {
    return index.getOrDefault(element, -1);
  }

  int size() {
    return shown.size();
  }

  /** Shows elements; what is selected stays so. */
  void setElements(List<? extends T> elements) {
    this.elements = elements;
    refresh();
  }

  void filter(String words) {
    rows.filter(words);
    refresh();
  }

  /** Number of elements before the filter. */
  int total() {
    return elements.size();
  }

  /** Shows the elements as they are now. */
  void refresh() {
    if (table.isDisposed()) return;
    List<String> selected = selection().stream().map(NamedElement::getId).toList();
    int top = table.getTopIndex();
    shown = rows.of(elements);
    index.clear();
    for (int i = 0; i < shown.size(); i++) index.put(shown.get(i), i);
    table.setRedraw(false);
    table.deselectAll();
    table.setItemCount(shown.size());
    table.clearAll();
    if (!selected.isEmpty()) {
      table.select(
          shown.stream().filter(e -> selected.contains(e.getId())).mapToInt(index::get).toArray());
    }
    table.setTopIndex(top);
    editing.moved();
    table.setRedraw(true);
    table.redraw();
  }

  private void fill(Event event) {
    TableItem item = (TableItem) event.item;
    int at = table.indexOf(item);
    if (at < 0 || at >= shown.size()) return;
    T element = shown.get(at);
    List<Problem> problems = Problems.of(element);
    Palette palette = new Palette(table.getBackground());
    for (int c = 0; c < columns().size(); c++) {
      String text = columns().get(c).text().apply(element);
      item.setText(c, text);
      item.setForeground(
          c,
          CellProblems.at(problems, columns().get(c).id(), text)
              .map(p -> palette.of(p.severity()))
              .orElse(null));
    }
    item.setImage(0, icon(element, problems));
  }

  /** The icon of an element, or of its worst problem. */
  private static Image icon(NamedElement element, List<Problem> problems) {
    return problems.stream()
        .map(Problem::severity)
        .min(Severity::compareTo)
        .filter(s -> s != Severity.INFO)
        .map(ElementTable::image)
        .orElseGet(() -> Images.get(ElementLabels.icon(element)));
  }

  static Image image(Severity severity) {
    String id =
        switch (severity) {
          case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
          case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
          case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    return PlatformUI.getWorkbench().getSharedImages().getImage(id);
  }

  private void explain(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    int at = item == null ? -1 : table.indexOf(item);
    String tip = at < 0 || at >= shown.size() ? "" : CellProblems.text(Problems.of(shown.get(at)));
    if (!tip.equals(table.getToolTipText() == null ? "" : table.getToolTipText())) {
      table.setToolTipText(tip.isEmpty() ? null : tip);
    }
  }

  private void paintHint(Event event) {
    if (!shown.isEmpty()) return;
    String text = elements.isEmpty() ? hint : "No row contains all these words.";
    event.gc.setForeground(table.getForeground());
    event.gc.setAlpha(160);
    event.gc.drawText(
        text, 12, table.getHeaderHeight() + 8, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
  }

  List<T> selection() {
    return Arrays.stream(table.getSelectionIndices())
        .filter(i -> i < shown.size())
        .mapToObj(shown::get)
        .toList();
  }

  /** Selects an element and scrolls to it, if it is shown. */
  boolean select(NamedElement element) {
    Integer at = index.get(element);
    if (at == null) return false;
    if (!Arrays.equals(table.getSelectionIndices(), new int[] {at})) table.setSelection(at);
    table.showSelection();
    return true;
  }

  void selectAll(List<T> wanted) {
    table.setSelection(wanted.stream().filter(index::containsKey).mapToInt(index::get).toArray());
    table.showSelection();
    told();
  }

  /** Starts to edit a cell of an element. */
  void edit(T element, String column) {
    Integer at = index.get(element);
    if (at == null) return;
    for (int c = 0; c < columns().size(); c++) {
      if (columns().get(c).id().equals(column)) editing.open(at, c);
    }
  }

  /** The listener is told what the user selects. */
  void onSelection(Consumer<List<T>> listener) {
    listeners.add(listener);
  }

  private void told() {
    List<T> selection = selection();
    listeners.forEach(l -> l.accept(selection));
    editor.select(selection);
  }

  /** Copies the selected rows as text for a spreadsheet. */
  void copy() {
    if (table.getSelectionCount() == 0) return;
    Clipboard clipboard = new Clipboard(table.getDisplay());
    clipboard.setContents(
        new Object[] {rows.tabSeparated(selection())}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  /** The context menu, to which other parts contribute. */
  void menu(Consumer<MenuManager> content) {
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(m -> content.accept(menu));
    table.setMenu(menu.createContextMenu(table));
    editor.registerMenu(menu);
  }

  void saveState(IMemento memento) {
    int last = columns().size() - 1; // takes what is left, so that its width says nothing
    for (int c = 0; c < last; c++) {
      memento.putInteger("width-" + columns().get(c).id(), table.getColumn(c).getWidth());
    }
    memento.putString("filter", rows.filter());
    if (rows.sorted() == null) return;
    memento.putString("sorted", rows.sorted().id());
    memento.putBoolean("descending", rows.descending());
  }

  void restoreState(IMemento memento) {
    String sorted = memento.getString("sorted");
    for (int c = 0; c < columns().size(); c++) {
      Integer width = memento.getInteger("width-" + columns().get(c).id());
      if (width != null && width > 0) table.getColumn(c).setWidth(width);
      if (columns().get(c).id().equals(sorted)) {
        rows.sort(columns().get(c), Boolean.TRUE.equals(memento.getBoolean("descending")));
        markSorted(table.getColumn(c));
      }
    }
    String filter = memento.getString("filter");
    if (filter != null) rows.filter(filter);
  }

  String filterText() {
    return rows.filter();
  }

  private final class Keys extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent e) {
      boolean enter = e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR;
      if ((e.keyCode == SWT.F2 || enter) && e.stateMask == 0 && table.getSelectionIndex() >= 0) {
        editing.openFirst(table.getSelectionIndex());
        e.doit = false;
      }
    }
  }
}
