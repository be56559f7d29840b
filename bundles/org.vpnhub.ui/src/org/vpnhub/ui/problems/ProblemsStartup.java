package org.vpnhub.ui.problems;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Starts validation with the workbench. */
public final class ProblemsStartup implements IStartup {
  @Override
  public void earlyStartup() {
    Display display = PlatformUI.getWorkbench().getDisplay();
    if (!display.isDisposed()) display.asyncExec(Problems::start);
  }
}
