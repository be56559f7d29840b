package org.vpnhub.app.internal;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.jspecify.annotations.Nullable;

/** The product's own commands. */
public final class Handlers {
  private Handlers() {}

  /** Runs a command as its menu item would. */
  static void run(IServiceLocator site, String command) {
    try {
      site.getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      Platform.getLog(Handlers.class).log(Status.error(command + " cannot be run", e));
    }
  }

  /** What a command of ours does in the page of its window. */
  private abstract static class InPage extends AbstractHandler {
    @Override
    public final @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
      run(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
      return null;
    }

    abstract void run(IWorkbenchPage page);
  }

  public static final class Open extends InPage {
    @Override
    void run(IWorkbenchPage page) {
      FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.OPEN);
      dialog.setText("Open File");
      dialog.setFilterNames(new String[] {"VPN hubs (*.vpnhub)", "All files"});
      dialog.setFilterExtensions(new String[] {"*.vpnhub", "*"});
      String chosen = dialog.open();
      if (chosen != null) OpenFile.fromDisk(page, Path.of(chosen));
    }
  }

  public static final class Example extends InPage {
    @Override
    void run(IWorkbenchPage page) {
      OpenFile.example(page);
    }
  }

  public static final class About extends InPage {
    @Override
    void run(IWorkbenchPage page) {
      new AboutDialog(page.getWorkbenchWindow().getShell()).open();
    }
  }

  public static final class ShowWelcome extends InPage {
    @Override
    void run(IWorkbenchPage page) {
      Welcome.open(page);
    }
  }

  public static final class ShowGuide extends InPage {
    @Override
    void run(IWorkbenchPage page) {
      Guide.open(page, "User Guide", "user-guide.md");
    }
  }

  public static final class ShowRules extends InPage {
    @Override
    void run(IWorkbenchPage page) {
      Guide.open(page, "Rules", "rules.md");
    }
  }
}
