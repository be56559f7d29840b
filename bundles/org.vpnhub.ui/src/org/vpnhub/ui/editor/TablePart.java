package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusAdapter;
import org.eclipse.swt.events.FocusEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;

/**
 * A table with what belongs to it: a filter, a count, buttons, the context menu, and Edit > Copy,
 * Paste, Delete and Select All while it has the focus.
 */
final class TablePart<T extends NamedElement> {
  private final HubEditor editor;
  private final FormToolkit toolkit;
  private final String id;
  private final ElementTable<T> table;
  private final Text filter;
  private final Label count;
  private final Composite buttons;
  private final Action copy;
  private final Action delete;
  private final Action selectAll;
  private @Nullable Action paste;
  private @Nullable Action add;
  private final String word;

  /**
   * @param parent has a grid of one column
   * @param word what an element is called in the count: "site"
   * @param hint what an empty table says
   */
  TablePart(
      HubEditor editor,
      FormToolkit toolkit,
      Composite parent,
      String id,
      List<Column<T>> columns,
      String word,
      String hint) {
    this.editor = editor;
    this.toolkit = toolkit;
    this.id = id;
    this.word = word;
    Composite bar = toolkit.createComposite(parent);
    GridLayout layout = new GridLayout(3, false);
    layout.marginWidth = 0;
    layout.marginHeight = 2;
    bar.setLayout(layout);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    filter = toolkit.createText(bar, "", SWT.SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
    filter.setMessage("Filter");
    filter.setToolTipText("Shows the rows that contain all these words");
    GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    data.widthHint = 220;
    filter.setLayoutData(data);
    Widgets.id(filter, id + ".filter");
    count = toolkit.createLabel(bar, "");
    count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Widgets.id(count, id + ".count");
    buttons = toolkit.createComposite(bar);
    GridLayout row = new GridLayout(0, false);
    row.marginWidth = 0;
    row.marginHeight = 0;
    buttons.setLayout(row);
    table = new ElementTable<>(editor, parent, id + ".table", columns, hint);
    ModelPage.fill(table.table(), 1, 300, 120);
    filter.addListener(SWT.Modify, e -> filtered());
    copy = action("&Copy", IWorkbenchCommandConstants.EDIT_COPY, table::copy);
    delete = action("&Delete", IWorkbenchCommandConstants.EDIT_DELETE, this::delete);
    selectAll = action("Select &All", IWorkbenchCommandConstants.EDIT_SELECT_ALL, this::selectAll);
    table.table().addFocusListener(new Handlers());
    table.menu(this::fillMenu);
  }

  ElementTable<T> table() {
    return table;
  }

  /** Adds the button, and the first entry of the menu, that adds an element. */
  TablePart<T> adding(String label, Runnable run) {
    add = action(label, null, run);
    add.setImageDescriptor(Images.descriptor("add"));
    button(id + ".add", label, "add", run);
    return this;
  }

  /** Lets rows be pasted. */
  TablePart<T> pasting(Runnable run) {
    paste = action("&Paste", IWorkbenchCommandConstants.EDIT_PASTE, run);
    return this;
  }

  /** Adds the button that deletes what is selected. */
  TablePart<T> removing() {
    Button button = button(id + ".remove", "Delete", "remove", this::delete);
    button.setEnabled(false);
    table.onSelection(s -> button.setEnabled(!s.isEmpty()));
    return this;
  }

  private Button button(String widget, String label, String icon, Runnable run) {
    GridLayout layout = (GridLayout) buttons.getLayout();
    layout.numColumns++;
    Button button = toolkit.createButton(buttons, label, SWT.PUSH);
    button.setImage(Images.get(icon));
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> run.run()));
    return Widgets.id(button, widget);
  }

  private static Action action(String label, @Nullable String command, Runnable run) {
    Action action =
        new Action(label) {
          @Override
          public void run() {
            run.run();
          }
        };
    action.setActionDefinitionId(command);
    return action;
  }

  private void filtered() {
    table.filter(filter.getText());
    count();
  }

  private void count() {
    String all = Contents.count(table.total(), word);
    count.setText(table.size() == table.total() ? all : table.size() + " of " + all);
  }

  void setElements(List<? extends T> elements) {
    table.setElements(elements);
    count();
  }

  private void delete() {
    List<T> selected = table.selection();
    if (!selected.isEmpty()) Edits.remove(editor.document(), selected);
  }

  private void selectAll() {
    table.table().selectAll();
    editor.select(table.selection());
  }

  private void fillMenu(MenuManager menu) {
    boolean any = !table.selection().isEmpty();
    copy.setEnabled(any);
    delete.setEnabled(any);
    if (add != null) menu.add(add);
    menu.add(new Separator());
    menu.add(copy);
    if (paste != null) menu.add(paste);
    menu.add(delete);
    menu.add(new Separator("additions"));
  }

  void saveState(IMemento memento) {
    table.saveState(memento.createChild(id));
  }

  void restoreState(IMemento memento) {
    IMemento child = memento.getChild(id);
    if (child == null) return;
    table.restoreState(child);
    filter.setText(table.filterText());
  }

  /** Edit > Copy and so on mean this table while it has the focus. */
  private final class Handlers extends FocusAdapter {
    private List<IHandlerActivation> active = List.of();

    @Override
    public void focusGained(FocusEvent e) {
      IHandlerService service = editor.getSite().getService(IHandlerService.class);
      List<IHandlerActivation> all = new ArrayList<>();
      for (Action a : new Action[] {copy, delete, selectAll, paste}) {
        if (a == null) continue;
        a.setEnabled(true);
        all.add(service.activateHandler(a.getActionDefinitionId(), new ActionHandler(a)));
      }
      active = all;
    }

    @Override
    public void focusLost(FocusEvent e) {
      editor.getSite().getService(IHandlerService.class).deactivateHandlers(active);
      active = List.of();
    }
  }
}
