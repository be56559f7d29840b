package org.vpnhub.ui.wizards;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the wizard of a command. */
public final class WizardHandler extends AbstractHandler {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
    ISelection selection = HandlerUtil.getCurrentSelection(event);
    if (window == null) return null;
    if (event.getCommand().getId().equals("org.vpnhub.ui.newHub")) {
      NewHubWizard wizard = new NewHubWizard();
      wizard.init(
          window.getWorkbench(),
          selection instanceof IStructuredSelection s ? s : StructuredSelection.EMPTY);
      open(window, wizard);
      return null;
    }
    ActiveDocument.find(window, selection)
        .ifPresent(
            document -> {
              try (document) {
                open(window, wizard(event.getCommand().getId(), document, window, selection));
              }
            });
    return null;
  }

  private static IWizard wizard(
      String command, ActiveDocument document, IWorkbenchWindow window, ISelection selection) {
    return switch (command) {
      case "org.vpnhub.ui.addSite" -> new AddSiteWizard(document, window, selection);
      case "org.vpnhub.ui.exportDevices" -> new ExportWizard(document.document(), selection);
      case "org.vpnhub.ui.importCsv" -> new ImportCsvWizard(document, window);
      default -> throw new IllegalArgumentException("no wizard for " + command);
    };
  }

  private static void open(IWorkbenchWindow window, IWizard wizard) {
    WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
    dialog.setMinimumPageSize(WIDTH, HEIGHT);
    dialog.open();
  }
}
