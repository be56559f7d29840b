package org.vpnhub.ui.problems;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.model.NamedElement;

/** Opens the page of the rule of the selected problem or element; else the list of rules. */
public final class RuleHelpHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    String code = event.getParameter("org.vpnhub.ui.ruleHelp.code");
    RuleView.show(code == null ? selected(HandlerUtil.getCurrentSelection(event)) : code);
    return null;
  }

  /** The rule of the worst problem that is selected; empty for none. */
  private static String selected(@Nullable ISelection selection) {
    Set<Problem> problems = new LinkedHashSet<>();
    Targets.markers(selection).forEach(m -> problems.add(m.problem()));
    for (NamedElement e : Targets.elements(selection)) problems.addAll(Targets.problems(e));
    return problems.stream()
        .min((a, b) -> a.severity().compareTo(b.severity()))
        .map(Problem::code)
        .orElse("");
  }
}
