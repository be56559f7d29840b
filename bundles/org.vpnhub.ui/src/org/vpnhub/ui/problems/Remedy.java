package org.vpnhub.ui.problems;

import org.eclipse.swt.widgets.Shell;
import org.vpnhub.model.edit.ModelDocument;

/**
 * A way to mend problems, as menus offer it.
 *
 * @param label what it does
 * @param icon name of its icon
 */
public record Remedy(String label, String icon, Action action) {

  /** Does it; whatever it changes in the document is one step to undo. */
  @FunctionalInterface
  public interface Action {
    void apply(ModelDocument document, Shell shell);
  }
}
