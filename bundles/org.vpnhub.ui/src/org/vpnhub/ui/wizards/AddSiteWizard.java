package org.vpnhub.ui.wizards;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.secrets.Secrets;
import org.vpnhub.ui.wizards.logic.AddSite;

/** Add Site: one more office, which changes nothing of the others. */
final class AddSiteWizard extends Wizard {
  private final ActiveDocument active;
  private final IWorkbenchWindow window;
  private final AddSitePage page;
  private final ExporterRegistry exporters = InstalledExporters.registry();

  AddSiteWizard(ActiveDocument active, IWorkbenchWindow window, ISelection selection) {
    this.active = active;
    this.window = window;
    setWindowTitle("Add Site");
    ModelDocument document = active.document();
    List<VpnGateway> gateways = Planner.gateways(document.network());
    Object selected = selection instanceof IStructuredSelection s ? s.getFirstElement() : null;
    VpnGateway first =
        selected instanceof VpnGateway g && gateways.contains(g)
            ? g
            : gateways.stream().findFirst().orElse(null);
    page = new AddSitePage(document.network(), gateways, first, exporters);
  }

  @Override
  public void addPages() {
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    ModelDocument document = active.document();
    try {
      Site site = AddSite.apply(document, page.gateway(), page.cells(), exporters, page.security());
      Secrets.createKeys(document, List.of(site), getShell());
    } catch (RuntimeException e) {
      MessageDialog.openError(getShell(), "The site cannot be added", String.valueOf(e));
      return false;
    }
    active.show(window);
    return true;
  }
}
