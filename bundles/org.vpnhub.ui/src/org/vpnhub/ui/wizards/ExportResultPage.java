package org.vpnhub.ui.wizards;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.Export;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.DeviceExport;

/** What was written, and the steps that bring it onto the devices. */
final class ExportResultPage extends WizardPage {
  private Text report;
  private boolean shown;

  ExportResultPage() {
    super("result", "Done", null);
    setDescription("The files are written. These are the steps at each device.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    new Label(page, SWT.NONE).setText("Files and &steps:");
    report =
        Widgets.id(
            new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL),
            "export.report");
    report.setFont(JFaceResources.getTextFont());
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 300;
    data.widthHint = 700;
    report.setLayoutData(data);
    setControl(page);
  }

  boolean isShown() {
    return shown;
  }

  void show(List<Export> exports, DeviceExport.Written written) {
    shown = true;
    report.setText(DeviceExport.report(exports, written));
    long refused = exports.stream().filter(Export::refused).count();
    if (refused > 0) {
      setMessage("Nothing was written for " + refused + " of the sites; see why below", WARNING);
    }
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (visible) report.setFocus();
  }

  /** What is written cannot be taken back. */
  @Override
  public @Nullable IWizardPage getPreviousPage() {
    return null;
  }
}
