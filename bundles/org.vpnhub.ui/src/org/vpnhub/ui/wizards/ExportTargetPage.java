package org.vpnhub.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.ui.wizards.logic.DeviceExport;
import org.vpnhub.ui.wizards.logic.Fault;

/** Where the files go: a folder, or one zip file. */
final class ExportTargetPage extends FaultPage {
  private static final String FOLDER = "folder";
  private static final String ZIP = "zip";
  private static String lastFolder = "";
  private static String lastZip = "";

  private final Path model;
  private Button toFolder;
  private FieldGrid fields;
  private Text folder;
  private Text zip;

  ExportTargetPage(Path model) {
    super(
        "target",
        "Where to",
        "Each site gets a folder of its own, with the device's files and a checklist.");
    this.model = model;
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    String stem = String.valueOf(model.getFileName()).replaceFirst("\\.vpnhub$", "");
    String proposed = model.resolveSibling(stem + "-configurations").toString();
    fields = new FieldGrid(page, "export", this::chosen);
    toFolder = fields.radio("toFolder", "Into &a folder", true);
    folder =
        fields.textAndButton(
            FOLDER,
            "F&older:",
            lastFolder.isEmpty() ? proposed : lastFolder,
            "B&rowse…",
            this::browseFolder);
    fields.radio("toZip", "Into one &zip file", false);
    zip =
        fields.textAndButton(
            ZIP,
            "Zip fil&e:",
            lastZip.isEmpty() ? proposed + ".zip" : lastZip,
            "Bro&wse…",
            this::browseZip);
    setControl(page);
    enable();
    check();
  }

  private void chosen() {
    enable();
    changed();
  }

  private void enable() {
    folder.setEnabled(!isZip());
    zip.setEnabled(isZip());
  }

  private void browseFolder() {
    DirectoryDialog dialog = new DirectoryDialog(getShell());
    dialog.setText("Folder for the configurations");
    dialog.setFilterPath(folder.getText());
    String chosen = dialog.open();
    if (chosen != null) folder.setText(chosen);
  }

  private void browseZip() {
    FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
    dialog.setText("Zip file for the configurations");
    dialog.setFilterExtensions(new String[] {"*.zip"});
    String chosen = dialog.open();
    if (chosen != null) zip.setText(chosen);
  }

  boolean isZip() {
    return !toFolder.getSelection();
  }

  Path target() {
    return Path.of((isZip() ? zip : folder).getText().strip());
  }

  /** The next export proposes the same place. */
  void remember() {
    if (isZip()) lastZip = zip.getText();
    else lastFolder = folder.getText();
  }

  @Override
  List<Fault> faults() {
    if (zip == null) return List.of();
    String typed = (isZip() ? zip : folder).getText();
    return DeviceExport.targetObjection(typed, isZip()).stream()
        .map(o -> Fault.error(isZip() ? ZIP : FOLDER, o))
        .toList();
  }

  @Override
  void decorate(List<Fault> faults) {
    fields.decorate(faults);
  }

  @Override
  void focus(String field, int row) {
    fields.focus(field);
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (visible) (isZip() ? zip : folder).setFocus();
  }

  /** What comes next is the result, and only after Finish. */
  @Override
  public boolean canFlipToNextPage() {
    return false;
  }
}
