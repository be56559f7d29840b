package org.vpnhub.ui.editor;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.events.MouseAdapter;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.ui.Widgets;

/**
 * Editing in the cells of a table. A second click on a row, F2 or Enter opens a cell; Tab takes the
 * text over and goes on to the next cell, Shift+Tab to the one before; Enter takes it over and goes
 * one row down, as in a spreadsheet; Escape leaves the cell as it was.
 */
final class CellEditing<T extends NamedElement> {
  private final ElementTable<T> owner;
  private final Table table;
  private final TableEditor place;
  private @Nullable Control control;
  private @Nullable T element;
  private int column;
  private boolean closing;

  CellEditing(ElementTable<T> owner) {
    this.owner = owner;
    table = owner.table();
    place = new TableEditor(table);
    place.grabHorizontal = true;
    place.horizontalAlignment = SWT.LEFT;
    table.addMouseListener(new Clicks());
  }

  /** Opens the first cell of a row that can be changed. */
  void openFirst(int at) {
    next(at, -1, 1);
  }

  /** Opens a cell, if it can be changed. */
  boolean open(int at, int columnAt) {
    close();
    if (at < 0 || at >= owner.size() || !canEdit(at, columnAt)) return false;
    element = owner.row(at);
    column = columnAt;
    table.setSelection(at);
    table.showColumn(table.getColumn(columnAt));
    T element = owner.row(at);
    Column<T> c = owner.columns().get(columnAt);
    List<String> choices = c.edit().choices(element);
    String text = c.text().apply(element);
    Control field = choices.isEmpty() ? text(text) : combo(choices, text, c.edit().open());
    Widgets.id(field, owner.table().getData(Widgets.ID) + ".cell");
    field.addListener(SWT.Traverse, this::traverse);
    field.addListener(SWT.FocusOut, e -> commitLater(field));
    control = field;
    place.minimumWidth = 60;
    place.setEditor(field, table.getItem(at), columnAt);
    field.setFocus();
    return true;
  }

  private boolean canEdit(int at, int columnAt) {
    Column<T> c = owner.columns().get(columnAt);
    return c.edit() != null && c.edit().possible(owner.row(at));
  }

  private Text text(String value) {
    Text field = new Text(table, SWT.SINGLE);
    field.setText(value);
    field.selectAll();
    field.addListener(SWT.Modify, e -> owner.editor().pending(this::commit));
    return field;
  }

  private CCombo combo(List<String> choices, String value, boolean open) {
    CCombo field = new CCombo(table, open ? SWT.NONE : SWT.READ_ONLY);
    field.setItems(choices.toArray(String[]::new));
    field.setText(value);
    field.setVisibleItemCount(Math.min(12, choices.size()));
    field.addListener(SWT.Modify, e -> owner.editor().pending(this::commit));
    field.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (!field.getListVisible()) commit();
            }));
    return field;
  }

  private void traverse(Event event) {
    int step =
        switch (event.detail) {
          case SWT.TRAVERSE_TAB_NEXT -> 1;
          case SWT.TRAVERSE_TAB_PREVIOUS -> -1;
          case SWT.TRAVERSE_RETURN, SWT.TRAVERSE_ESCAPE -> 0;
          default -> {
            event.doit = true;
            yield 2;
          }
        };
    if (step == 2) return;
    event.doit = false;
    int from = column;
    T edited = element;
    if (event.detail == SWT.TRAVERSE_ESCAPE) close();
    else if (!commit()) return;
    int at = edited == null ? -1 : owner.indexOf(edited);
    if (at >= 0 && step != 0) next(at, from, step);
    else if (at >= 0 && event.detail == SWT.TRAVERSE_RETURN) down(at);
    else table.setFocus();
  }

  private void down(int at) {
    table.setSelection(Math.min(at + 1, owner.size() - 1));
    table.notifyListeners(SWT.Selection, new Event());
    table.setFocus();
  }

  /** Opens the next cell that can be changed, in the order of the columns and then the rows. */
  private void next(int at, int from, int step) {
    int columns = owner.columns().size();
    int cell = at * columns + from + step;
    int tries = 2 * columns;
    for (; tries > 0 && cell >= 0 && cell < owner.size() * columns; tries--, cell += step) {
      if (open(cell / columns, cell % columns)) return;
    }
    table.setFocus();
  }

  /** Another window may take the focus for a moment; the combo's own list is one. */
  private void commitLater(Control field) {
    table
        .getDisplay()
        .asyncExec(
            () -> {
              if (field.isDisposed() || field != control) return;
              boolean inside = field instanceof CCombo c && (c.getListVisible() || isFocusIn(c));
              if (!inside) commit();
            });
  }

  private static boolean isFocusIn(CCombo combo) {
    for (Control c = combo.getDisplay().getFocusControl(); c != null; c = c.getParent()) {
      if (c == combo) return true;
    }
    return false;
  }

  /**
   * Takes the text of the open cell over.
   *
   * @return whether it fitted
   */
  boolean commit() {
    T edited = element;
    if (control == null || edited == null || closing) return true;
    String text = control instanceof CCombo c ? c.getText() : ((Text) control).getText();
    Column<T> c = owner.columns().get(column);
    String before = c.text().apply(edited);
    close();
    if (text.equals(before)) return true;
    try {
      c.edit().apply(owner.editor().document(), edited, text);
      return true;
    } catch (IllegalArgumentException e) {
      MessageDialog.openError(table.getShell(), c.title(), e.getMessage() + ".");
      return false;
    }
  }

  /** The rows have moved: the open cell stays with its element. */
  void moved() {
    T edited = element;
    if (edited == null) return;
    int at = owner.indexOf(edited);
    if (at < 0) close();
    else place.setItem(table.getItem(at));
  }

  /** Leaves the open cell as it was. */
  void close() {
    if (control == null || closing) return;
    closing = true;
    boolean focus = control.isFocusControl() || control instanceof CCombo c && isFocusIn(c);
    place.setEditor(null, null, 0);
    control.dispose();
    control = null;
    element = null;
    owner.editor().pending(null);
    if (focus) table.setFocus();
    closing = false;
  }

  private final class Clicks extends MouseAdapter {
    private int selectedBefore = -1;

    @Override
    public void mouseDown(MouseEvent e) {
      commit();
    }

    @Override
    public void mouseUp(MouseEvent e) {
      int selected = table.getSelectionCount() == 1 ? table.getSelectionIndex() : -1;
      boolean plain = e.button == 1 && (e.stateMask & SWT.MODIFIER_MASK) == 0;
      TableItem item = table.getItem(new Point(e.x, e.y));
      boolean again = selected >= 0 && selected == selectedBefore;
      selectedBefore = selected;
      if (!plain || !again || item == null || table.indexOf(item) != selected) return;
      for (int c = 0; c < table.getColumnCount(); c++) {
        if (item.getBounds(c).contains(e.x, e.y)) open(selected, c);
      }
    }
  }
}
