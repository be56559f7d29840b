package org.vpnhub.ui.wizards;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationListener;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerEditorDeactivationEvent;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.DeviceAdvice;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.SiteCells;
import org.vpnhub.ui.wizards.logic.SiteColumn;
import org.vpnhub.ui.wizards.logic.SitePaste;

/**
 * A table of sites that is filled like a spreadsheet: type into a cell, Tab to the next, Enter to
 * the next row, paste several rows with Ctrl+V. The last row is always blank; what is typed there
 * is a new site.
 */
final class SitesTable {
  /** A row that keeps its identity while its cells change. */
  private static final class Row {
    SiteCells cells;

    Row(SiteCells cells) {
      this.cells = cells;
    }
  }

  private static final int[] WIDTHS = {120, 120, 180, 130, 80};
  private static final int FACT_WIDTH = 130;

  private final TableViewer viewer;
  private final ExporterRegistry exporters;
  private final Map<SiteColumn, TableColumn> columns = new EnumMap<>(SiteColumn.class);
  private final Runnable changed;
  private Consumer<String> advised = text -> {};
  private final List<Row> rows = new ArrayList<>(List.of(new Row(SiteCells.BLANK)));
  private Map<Row, Map<String, Fault>> faults = new HashMap<>();

  /** Where Enter leads to in the next row: the column from which Tab came here. */
  private int firstColumn;

  SitesTable(Composite parent, String id, ExporterRegistry exporters, Runnable changed) {
    this.exporters = exporters;
    this.changed = changed;
    viewer =
        new TableViewer(
            parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL | SWT.V_SCROLL);
    Table table = Widgets.id(viewer.getTable(), id);
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 200;
    data.widthHint = 860;
    table.setLayoutData(data);
    ColumnViewerToolTipSupport.enableFor(viewer);
    editInPlace();
    for (SiteColumn c : SiteColumn.values()) column(c);
    show(columns, SiteColumn.of(List.of(), exporters));
    viewer.setContentProvider(
        (ILazyContentProvider) i -> viewer.replace(i < rows.size() ? rows.get(i) : "", i));
    viewer.setUseHashlookup(true);
    viewer.setInput(rows);
    viewer.setItemCount(rows.size());
    table.addListener(SWT.KeyDown, this::key);
  }

  private void column(SiteColumn column) {
    TableViewerColumn c = new TableViewerColumn(viewer, SWT.NONE);
    c.getColumn().setText(column.title());
    columns.put(column, c.getColumn());
    c.setLabelProvider(new Cells(column));
    c.setEditingSupport(new Editing(column));
  }

  /** Shows these columns and hides the others; the width of one that stays shown is kept. */
  static void show(Map<SiteColumn, TableColumn> columns, Set<SiteColumn> shown) {
    columns.forEach(
        (column, widget) -> {
          boolean isShown = shown.contains(column);
          int width = column.isFact() ? FACT_WIDTH : WIDTHS[column.ordinal()];
          widget.setResizable(isShown);
          if (isShown != widget.getWidth() > 0) widget.setWidth(isShown ? width : 0);
        });
  }

  /** What the device of a site means, for a line below the table. */
  static String advice(ExporterRegistry exporters, SiteCells cells) {
    String advice = DeviceAdvice.of(exporters, cells);
    return advice.isEmpty() ? "" : cells.name() + ": " + advice;
  }

  /** Hears what the device of the selected site means. */
  void onAdvice(Consumer<String> heard) {
    viewer.addSelectionChangedListener(e -> heard.accept(advice()));
    advised = heard;
  }

  private String advice() {
    Object selected = viewer.getStructuredSelection().getFirstElement();
    return selected instanceof Row r ? advice(exporters, r.cells) : "";
  }

  private List<String> ids() {
    return exporters.devices().stream().map(DeviceCapabilities::id).toList();
  }

  private void editInPlace() {
    var focus = new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer));
    var strategy =
        new ColumnViewerEditorActivationStrategy(viewer) {
          @Override
          protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
            return switch (event.eventType) {
              case ColumnViewerEditorActivationEvent.TRAVERSAL,
                  ColumnViewerEditorActivationEvent.PROGRAMMATIC,
                  ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION ->
                  true;
              case ColumnViewerEditorActivationEvent.KEY_PRESSED ->
                  event.keyCode == SWT.F2
                      || event.keyCode == SWT.CR
                      || event.keyCode == SWT.KEYPAD_CR
                      || isTyping(event);
              default -> false;
            };
          }
        };
    TableViewerEditor.create(
        viewer,
        focus,
        strategy,
        ColumnViewerEditor.TABBING_HORIZONTAL
            | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR
            | ColumnViewerEditor.TABBING_VERTICAL
            | ColumnViewerEditor.KEYBOARD_ACTIVATION);
    viewer.getColumnViewerEditor().addEditorActivationListener(new Start());
  }

  private final class Start extends ColumnViewerEditorActivationListener {
    @Override
    public void beforeEditorActivated(ColumnViewerEditorActivationEvent event) {
      boolean byTab = event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL;
      if (!byTab && event.getSource() instanceof ViewerCell c) firstColumn = c.getColumnIndex();
    }

    @Override
    public void afterEditorActivated(ColumnViewerEditorActivationEvent event) {}

    @Override
    public void beforeEditorDeactivated(ColumnViewerEditorDeactivationEvent event) {}

    @Override
    public void afterEditorDeactivated(ColumnViewerEditorDeactivationEvent event) {}
  }

  /** Goes to the next row, whose cell is then typed into; the last row is always a blank one. */
  private void down(Row from) {
    int below = Math.min(rows.indexOf(from) + 1, rows.size() - 1);
    viewer.editElement(rows.get(below), firstColumn); // nothing else moves the cell with the focus
    viewer.cancelEditing();
  }

  private static boolean isTyping(ColumnViewerEditorActivationEvent event) {
    return event.character > ' '
        && event.character != SWT.DEL
        && (event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) == 0;
  }

  private void key(Event e) {
    if (e.keyCode == 'v' && e.stateMask == SWT.MOD1) {
      paste();
    } else if (e.keyCode == SWT.DEL && e.stateMask == 0) {
      remove();
    }
  }

  /** What is typed, blank rows left out. */
  List<SiteCells> sites() {
    return rows.stream().map(r -> r.cells).filter(c -> !c.isBlank()).toList();
  }

  /** Adds sites behind those that are there. */
  void add(List<SiteCells> sites) {
    rows.removeIf(r -> r.cells.isBlank());
    sites.forEach(s -> rows.add(new Row(s)));
    refresh();
  }

  /** Adds the sites in the clipboard; whether there were any. */
  boolean paste() {
    Clipboard clipboard = new Clipboard(viewer.getTable().getDisplay());
    try {
      Object text = clipboard.getContents(TextTransfer.getInstance());
      List<SiteCells> sites = text instanceof String s ? SitePaste.parse(s) : List.of();
      if (!sites.isEmpty()) add(sites);
      return !sites.isEmpty();
    } finally {
      clipboard.dispose();
    }
  }

  /** Removes the selected rows. */
  void remove() {
    IStructuredSelection selection = viewer.getStructuredSelection();
    if (selection.isEmpty()) return;
    rows.removeAll(selection.toList());
    refresh();
  }

  private void refresh() {
    if (rows.isEmpty() || !rows.getLast().cells.isBlank()) rows.add(new Row(SiteCells.BLANK));
    show(columns, SiteColumn.of(sites(), exporters));
    viewer.setItemCount(rows.size());
    viewer.refresh();
    changed.run();
  }

  /** Shows faults, whose rows count only the rows that are not blank. */
  void decorate(List<Fault> all) {
    List<Row> filled = rows.stream().filter(r -> !r.cells.isBlank()).toList();
    faults =
        all.stream()
            .filter(f -> f.row() >= 0 && f.row() < filled.size())
            .collect(
                Collectors.groupingBy(
                    f -> filled.get(f.row()),
                    Collectors.toMap(
                        Fault::field,
                        f -> f,
                        (a, b) -> a.severity().compareTo(b.severity()) <= 0 ? a : b)));
    viewer.refresh();
  }

  /** Opens the editor of a cell; a row without a number means the first. */
  void focus(String field, int row) {
    List<Row> filled = rows.stream().filter(r -> !r.cells.isBlank()).toList();
    Row wanted = row >= 0 && row < filled.size() ? filled.get(row) : rows.getFirst();
    int column = 0;
    for (SiteColumn c : SiteColumn.values()) if (c.field().equals(field)) column = c.ordinal();
    viewer.getTable().setFocus();
    viewer.setSelection(new StructuredSelection(wanted), true);
    viewer.editElement(wanted, column);
  }

  /** Puts the focus into the table. */
  void focus() {
    viewer.getTable().setFocus();
    if (viewer.getTable().getSelectionIndex() < 0) viewer.getTable().setSelection(0);
  }

  private final class Cells extends ColumnLabelProvider {
    private final SiteColumn column;

    Cells(SiteColumn column) {
      this.column = column;
    }

    @Override
    public String getText(Object element) {
      if (!(element instanceof Row r)) return "";
      String hint = hint(r);
      return hint.isEmpty() ? r.cells.get(column) : hint;
    }

    /** What is shown in a cell that nothing is typed into yet. */
    private String hint(Row r) {
      boolean isNew = column == SiteColumn.NAME && r == rows.getLast() && r.cells.isBlank();
      if (isNew) return "(new site)";
      String example = DeviceAdvice.missing(exporters, r.cells).get(column);
      return example == null ? "" : "such as " + example;
    }

    @Override
    public @Nullable Color getForeground(Object element) {
      return element instanceof Row r && !hint(r).isEmpty()
          ? viewer.getTable().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
          : null;
    }

    private @Nullable Fault fault(Object element) {
      return faults.getOrDefault(element, Map.of()).get(column.field());
    }

    @Override
    public @Nullable Image getImage(Object element) {
      Fault fault = element instanceof Row ? fault(element) : null;
      return fault == null ? null : FieldGrid.image(fault.severity());
    }

    @Override
    public @Nullable String getToolTipText(Object element) {
      Fault fault = element instanceof Row ? fault(element) : null;
      return fault == null ? null : fault.message();
    }
  }

  private final class Editing extends EditingSupport {
    private final SiteColumn column;

    Editing(SiteColumn column) {
      super(viewer);
      this.column = column;
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
      CellEditor editor =
          column == SiteColumn.DEVICE
              ? new ChoiceCellEditor(viewer.getTable(), ids())
              : new TypingCellEditor(viewer.getTable());
      // After the editor's own listener, which takes the text over and closes it.
      editor.getControl().addListener(SWT.DefaultSelection, e -> down((Row) element));
      return editor;
    }

    @Override
    protected boolean canEdit(Object element) {
      return element instanceof Row && columns.get(column).getWidth() > 0;
    }

    @Override
    protected Object getValue(Object element) {
      return ((Row) element).cells.get(column);
    }

    @Override
    protected void setValue(Object element, Object value) {
      Row row = (Row) element;
      SiteCells next = row.cells.with(column, ((String) value).strip());
      if (next.equals(row.cells)) return;
      row.cells = next;
      refresh();
      advised.accept(advice());
    }
  }

  /** The key that opened the editor is its first character. */
  private static final class TypingCellEditor extends TextCellEditor {
    private boolean typed;

    TypingCellEditor(Table table) {
      super(table);
    }

    @Override
    public void activate(ColumnViewerEditorActivationEvent event) {
      typed = event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED && isTyping(event);
      if (typed) setValue(String.valueOf(event.character));
      super.activate(event);
    }

    @Override
    protected void doSetFocus() {
      super.doSetFocus();
      if (typed && getControl() instanceof Text text) text.setSelection(text.getCharCount());
    }
  }
}
