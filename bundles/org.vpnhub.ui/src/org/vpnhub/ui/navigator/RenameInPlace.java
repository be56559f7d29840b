package org.vpnhub.ui.navigator;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ICellModifier;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerEditor;
import org.eclipse.swt.widgets.Item;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Widgets;

/** Types the new name of an element in the tree; only when told to, never by a mere click. */
final class RenameInPlace implements ICellModifier {
  private static final String NAME = "name";
  private final TreeViewer viewer;

  RenameInPlace(TreeViewer viewer) {
    this.viewer = viewer;
    TreeViewerEditor.create(
        viewer,
        new ColumnViewerEditorActivationStrategy(viewer) {
          @Override
          protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
            return event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
          }
        },
        ColumnViewerEditor.DEFAULT);
    TextCellEditor editor = new TextCellEditor(viewer.getTree());
    Widgets.id(editor.getControl(), "navigator.rename");
    viewer.setColumnProperties(new String[] {NAME});
    viewer.setCellEditors(new CellEditor[] {editor});
    viewer.setCellModifier(this);
  }

  /** Routes are called by their prefixes, which are no names. */
  boolean isPossible(@Nullable Object element) {
    return element instanceof NamedElement
        && !(element instanceof RouteEntry
            || element instanceof DestinationRoute
            || element instanceof PolicyRoute);
  }

  void start(Object element) {
    viewer.editElement(element, 0);
  }

  @Override
  public boolean canModify(Object element, String property) {
    return isPossible(element);
  }

  @Override
  public Object getValue(Object element, String property) {
    String name = ((NamedElement) element).getName();
    return name == null ? "" : name;
  }

  @Override
  public void modify(Object item, String property, Object value) {
    Object element = item instanceof Item i ? i.getData() : item;
    String name = ((String) value).strip();
    if (!(element instanceof NamedElement e) || name.isEmpty() || name.equals(e.getName())) return;
    ModelDocument.of(e)
        .ifPresent(
            document -> {
              ModelEditors.ensureOpen(document);
              Edits.rename(document, e, name);
            });
  }
}
