package org.vpnhub.ui.problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.vpnhub.base.Problem;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.secrets.KeyRemedies;
import org.vpnhub.validation.QuickFix;
import org.vpnhub.validation.QuickFixes;

/** Finds the ways to mend a problem. */
final class Remedies {
  private Remedies() {}

  /**
   * The remedies of a problem, the recommended one first.
   *
   * @param model the file of the network
   * @param known all problems of the file
   */
  static List<Remedy> of(Network network, Path model, Problem problem, List<Problem> known) {
    List<Remedy> all = new ArrayList<>();
    for (QuickFix fix : QuickFixes.forProblem(network, problem)) {
      String label = fix.label();
      all.add(
          new Remedy(label, "fix", (document, shell) -> apply(document, problem, label, shell)));
    }
    all.addAll(KeyRemedies.of(network, model, problem));
    long same = known.stream().filter(p -> p.code().equals(problem.code())).count();
    if (same > 1 && !all.isEmpty() && KeyRemedies.isNone(problem.code())) {
      all.add(fixAll(problem.code(), same, known));
    }
    return all;
  }

  /** The model may have changed since the fix was offered: it is looked for anew. */
  private static void apply(ModelDocument document, Problem problem, String label, Shell shell) {
    Optional<QuickFix> fix =
        QuickFixes.forProblem(document.network(), problem).stream()
            .filter(f -> f.label().equals(label))
            .findFirst();
    if (fix.isPresent()) {
      document.execute(label, fix.get()::apply);
    } else {
      MessageDialog.openInformation(
          shell, "Quick Fix", "Nothing was changed: the problem is not there any more.");
    }
  }

  /** Mends all problems of a rule. */
  static Remedy fixAll(String code, long count, List<Problem> known) {
    return new Remedy(
        "Fix all %,d problems of rule %s".formatted(count, code),
        "fix-all",
        (document, shell) -> fixAll(document, code, known));
  }

  /**
   * Mends all problems of a rule in one step.
   *
   * @return how many were mended
   */
  static int fixAll(ModelDocument document, String code, List<Problem> known) {
    int[] mended = {0};
    List<Problem> told = known.stream().filter(p -> p.code().equals(code)).toList();
    document.execute(
        "Fix all of rule " + code,
        () -> mended[0] = QuickFixes.fixAll(document.network(), code, told));
    return mended[0];
  }
}
