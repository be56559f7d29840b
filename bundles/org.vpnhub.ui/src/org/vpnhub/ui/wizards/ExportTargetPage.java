package org.vpnhub.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.ui.Widgets;
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
  private FieldGrid zipFields;
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
    toFolder = radio(page, "export.toFolder", "Into a &folder");
    fields = indented(page);
    folder =
        fields.textAndButton(
            FOLDER,
            "F&older:",
            lastFolder.isEmpty() ? proposed : lastFolder,
            "B&rowse…",
            this::browseFolder);
    Button toZip = radio(page, "export.toZip", "Into one &zip file");
    zipFields = indented(page);
    zip =
        zipFields.textAndButton(
            ZIP,
            "Zip fil&e:",
            lastZip.isEmpty() ? proposed + ".zip" : lastZip,
            "Bro&wse…",
            this::browseZip);
    toFolder.setSelection(true);
    toZip.setSelection(false);
    setControl(page);
    enable();
    check();
  }

  private FieldGrid indented(Composite page) {
    FieldGrid grid = new FieldGrid(page, "export", this::changed);
    ((GridData) grid.composite().getLayoutData()).horizontalIndent = 20;
    return grid;
  }

  private Button radio(Composite page, String id, String text) {
    Button b = Widgets.id(new Button(page, SWT.RADIO), id);
    b.setText(text);
    b.addListener(
        SWT.Selection,
        e -> {
          enable();
          changed();
        });
    return b;
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
    if (zipFields != null) zipFields.decorate(faults);
  }

  @Override
  void focus(String field, int row) {
    if (!fields.focus(field)) zipFields.focus(field);
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
