package org.vpnhub.ui.wizards;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.vpnhub.base.Problem;
import org.vpnhub.ui.Widgets;

/** A list of problems, each in a line with what to do; Enter or a double click leads to one. */
final class ProblemTable {
  private final TableViewer viewer;

  ProblemTable(Composite parent, String id, Consumer<Problem> open) {
    viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    Widgets.id(viewer.getTable(), id);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    ColumnViewerToolTipSupport.enableFor(viewer);
    column("Where", 200, Problem::element, true);
    column("What, and what to do", 560, ProblemTable::text, false);
    viewer.getTable().setHeaderVisible(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 120;
    data.widthHint = 700;
    viewer.getTable().setLayoutData(data);
    viewer.addOpenListener(e -> selected().ifPresent(open));
    viewer.getTable().addListener(SWT.Traverse, ProblemTable::keepEnter);
  }

  /** Enter opens a problem instead of pressing the wizard's Finish. */
  private static void keepEnter(Event e) {
    if (e.detail == SWT.TRAVERSE_RETURN) e.doit = false;
  }

  /** What is wrong, and what to do about it. */
  static String text(Problem p) {
    return p.message() + (p.remedy().isEmpty() ? "" : "; " + p.remedy());
  }

  private void column(
      String title, int width, java.util.function.Function<Problem, String> text, boolean icon) {
    TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
    column.getColumn().setText(title);
    column.getColumn().setWidth(width);
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return text.apply((Problem) element);
          }

          @Override
          public Image getImage(Object element) {
            return icon ? FieldGrid.image(((Problem) element).severity()) : null;
          }

          @Override
          public String getToolTipText(Object element) {
            Problem p = (Problem) element;
            return p.code() + ": " + p.message() + "\n" + p.remedy();
          }
        });
  }

  /** Hears which problem is selected. */
  void onSelection(Runnable selected) {
    viewer.addSelectionChangedListener(e -> selected.run());
  }

  void show(List<Problem> problems) {
    viewer.setInput(problems);
    if (!problems.isEmpty()) viewer.setSelection(new StructuredSelection(problems.getFirst()));
  }

  Optional<Problem> selected() {
    return Optional.ofNullable((Problem) viewer.getStructuredSelection().getFirstElement());
  }
}
