package org.vpnhub.ui.problems;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;

/** Ctrl+1 on an element of the model: a menu of its problems and the ways to mend them. */
public final class QuickFixHandler extends AbstractHandler {
  private static final int MOST = 8;
  private static final int LINE = 84;

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    ISelection selection = HandlerUtil.getCurrentSelection(event);
    List<NamedElement> elements = Targets.elements(selection);
    Shell shell = HandlerUtil.getActiveShell(event);
    if (elements.isEmpty() || shell == null) return null;
    ModelDocument document = ModelDocument.of(elements.getFirst()).orElse(null);
    if (document == null) return null;
    Menu menu = new Menu(shell, SWT.POP_UP);
    List<Problem> problems =
        elements.stream().flatMap(e -> Targets.problems(e).stream()).distinct().toList();
    BusyIndicator.showWhile(shell.getDisplay(), () -> fill(menu, problems, document, shell));
    menu.addListener(SWT.Hide, e -> shell.getDisplay().asyncExec(menu::dispose));
    menu.setLocation(place(shell.getDisplay()));
    menu.setVisible(true);
    return null;
  }

  private static void fill(Menu menu, List<Problem> problems, ModelDocument document, Shell shell) {
    if (problems.isEmpty()) {
      MenuItem none = new MenuItem(menu, SWT.PUSH);
      none.setText("No problems here");
      none.setEnabled(false);
    }
    for (Problem p : problems.subList(0, Math.min(MOST, problems.size()))) {
      if (menu.getItemCount() > 0) new MenuItem(menu, SWT.SEPARATOR);
      MenuItem head = new MenuItem(menu, SWT.PUSH);
      head.setText(escaped(p.element() + ": " + p.message()));
      head.setImage(ProblemDecorations.icon(p.severity()));
      head.setEnabled(false);
      List<Remedy> remedies =
          Remedies.of(document.network(), document.file(), p, Problems.of(document));
      for (Remedy r : remedies) {
        item(menu, r.label(), r.icon(), () -> r.action().apply(document, shell));
      }
      item(menu, "Why? (rule " + p.code() + ")", "guide", () -> RuleView.show(p.code()));
    }
    if (problems.size() > MOST) {
      MenuItem more = new MenuItem(menu, SWT.PUSH);
      more.setText("%,d more in the Problems view".formatted(problems.size() - MOST));
      more.setEnabled(false);
    }
  }

  private static void item(Menu menu, String label, String icon, Runnable action) {
    MenuItem item = Widgets.id(new MenuItem(menu, SWT.PUSH), "quickfix." + menu.getItemCount());
    item.setText(escaped(label));
    item.setImage(Images.get(icon));
    Display display = menu.getDisplay();
    item.addListener(SWT.Selection, e -> BusyIndicator.showWhile(display, action));
  }

  private static String escaped(String text) {
    String line = text.length() <= LINE ? text : text.substring(0, LINE) + "…";
    return line.replace("&", "&&");
  }

  /** At the pointer when it is over the control that has the focus, else in its middle. */
  private static Point place(Display display) {
    Point pointer = display.getCursorLocation();
    Control focus = display.getFocusControl();
    if (focus == null || focus.getParent() == null) return pointer;
    Rectangle area = display.map(focus.getParent(), null, focus.getBounds());
    if (area.contains(pointer)) return pointer;
    return new Point(area.x + area.width / 3, area.y + area.height / 3);
  }
}
