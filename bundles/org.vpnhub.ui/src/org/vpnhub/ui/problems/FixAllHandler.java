package org.vpnhub.ui.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.validation.Rule;
import org.vpnhub.validation.RuleCatalog;

/** Mends all problems of one rule: that of the selected problem, or one that the user chooses. */
public final class FixAllHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    if (shell == null) return null;
    ISelection selection = HandlerUtil.getCurrentSelection(event);
    List<ProblemMarker> markers = Targets.markers(selection);
    if (!markers.isEmpty()) {
      fixAll(markers.getFirst(), shell);
      return null;
    }
    Targets.document(selection, HandlerUtil.getActiveEditor(event))
        .ifPresent(document -> choose(document, shell));
    return null;
  }

  private static void fixAll(ProblemMarker marker, Shell shell) {
    IFile file = marker.file().orElse(null);
    String code = marker.problem().code();
    if (file == null || code.isEmpty()) {
      tellNothing(shell);
      return;
    }
    List<Problem> known = ProblemMarker.in(file).stream().map(ProblemMarker::problem).toList();
    long count = known.stream().filter(p -> p.code().equals(code)).count();
    FileEdit.apply(file, shell, Remedies.fixAll(code, count, known));
  }

  private static void tellNothing(Shell shell) {
    MessageDialog.openInformation(
        shell, "Fix All", "There is no problem here that can be mended by a quick fix.");
  }

  private static void choose(ModelDocument document, Shell shell) {
    Map<String, Integer> fixable = fixable(document);
    if (fixable.isEmpty()) {
      tellNothing(shell);
      return;
    }
    Menu menu = new Menu(shell, SWT.POP_UP);
    fixable.forEach(
        (code, count) -> {
          MenuItem item = Widgets.id(new MenuItem(menu, SWT.PUSH), "fixall." + code);
          item.setText(count + " × " + code + ": " + title(code));
          item.setImage(Images.get("fix-all"));
          item.addListener(SWT.Selection, e -> fixAll(document, code, shell));
        });
    menu.addListener(SWT.Hide, e -> shell.getDisplay().asyncExec(menu::dispose));
    menu.setVisible(true);
  }

  private static void fixAll(ModelDocument document, String code, Shell shell) {
    BusyIndicator.showWhile(
        shell.getDisplay(), () -> Remedies.fixAll(document, code, Problems.of(document)));
  }

  private static String title(String code) {
    return RuleCatalog.rule(code).map(Rule::title).orElse("");
  }

  private static Map<String, Integer> fixable(ModelDocument document) {
    Validation last = Problems.validation(document);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Problem p : last.problems())
      if (last.isFixable(p)) counts.merge(p.code(), 1, Integer::sum);
    return counts;
  }
}
