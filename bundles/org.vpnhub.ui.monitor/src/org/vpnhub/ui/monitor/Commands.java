package org.vpnhub.ui.monitor;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Runs this bundle's commands for a part. */
final class Commands {
  static final String PREFIX = "org.vpnhub.ui.monitor.";
  private final IWorkbenchPartSite site;

  Commands(IWorkbenchPartSite site) {
    this.site = site;
  }

  /** Runs the command with this short name, such as {@code runInLab}. */
  void run(String name) {
    IHandlerService handlers = site.getService(IHandlerService.class);
    try {
      handlers.executeCommand(PREFIX + name, null);
    } catch (CommandException e) {
      StatusManager.getManager().handle(Status.error("The command " + name + " failed", e));
    }
  }
}
