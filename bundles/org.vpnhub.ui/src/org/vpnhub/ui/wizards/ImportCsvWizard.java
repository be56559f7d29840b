package org.vpnhub.ui.wizards;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.Site;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.secrets.Secrets;
import org.vpnhub.ui.wizards.logic.CsvMerge;

/** Import Sites: from a CSV file or the clipboard into a network that is there. */
final class ImportCsvWizard extends Wizard {
  private final ActiveDocument active;
  private final IWorkbenchWindow window;
  private final ExporterRegistry exporters = InstalledExporters.registry();
  private final CsvSourcePage source = new CsvSourcePage();
  private final CsvMergePage merge;

  ImportCsvWizard(ActiveDocument active, IWorkbenchWindow window) {
    this.active = active;
    this.window = window;
    setWindowTitle("Import Sites");
    merge = new CsvMergePage(active.document().network(), source::sites, exporters);
  }

  @Override
  public void addPages() {
    addPage(source);
    addPage(merge);
  }

  /** Not before the rows have been seen. */
  @Override
  public boolean canFinish() {
    return getContainer().getCurrentPage() == merge && super.canFinish();
  }

  @Override
  public boolean performFinish() {
    ModelDocument document = active.document();
    try {
      List<Site> added =
          CsvMerge.apply(
              document,
              merge.gateway(),
              merge.items(),
              merge.actions(),
              exporters,
              merge.security());
      Secrets.createKeys(document, added, getShell());
    } catch (RuntimeException e) {
      MessageDialog.openError(getShell(), "The sites cannot be imported", String.valueOf(e));
      return false;
    }
    active.show(window);
    return true;
  }
}
