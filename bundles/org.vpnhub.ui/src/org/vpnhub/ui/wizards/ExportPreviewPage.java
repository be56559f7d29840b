package org.vpnhub.ui.wizards;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportWriter;
import org.vpnhub.exporter.ExportWriter.Placed;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.DeviceExport;

/** Every file that will be written, and the problems of its site. */
final class ExportPreviewPage extends WizardPage {
  private Tree files;
  private Text content;
  private Text problems;
  private Button secrets;

  ExportPreviewPage() {
    super("preview", "Preview", null);
    setDescription("What will be written. Keys are placeholders unless you include them.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    new Label(page, SWT.NONE).setText("Fi&les:");
    SashForm sash = new SashForm(page, SWT.HORIZONTAL);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 280;
    data.widthHint = 700;
    sash.setLayoutData(data);
    files = Widgets.id(new Tree(sash, SWT.BORDER | SWT.SINGLE), "export.files");
    files.addListener(SWT.Selection, e -> showSelected());
    int style = SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL;
    content = Widgets.id(new Text(sash, style), "export.content");
    content.setFont(JFaceResources.getTextFont());
    sash.setWeights(30, 70);
    new Label(page, SWT.NONE).setText("&Problems of the site:");
    problems =
        Widgets.id(
            new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL),
            "export.problems");
    GridData below = new GridData(SWT.FILL, SWT.FILL, true, false);
    below.heightHint = 60;
    problems.setLayoutData(below);
    secrets = Widgets.check(page, "export.includeSecrets");
    secrets.setText("&Include the pre-shared keys (files then are readable for you alone)");
    secrets.addListener(SWT.Selection, e -> included());
    setControl(page);
  }

  boolean includeSecrets() {
    return secrets != null && secrets.getSelection();
  }

  /** Who does not give the passphrase gets placeholders. */
  private void included() {
    if (!load() && secrets.getSelection()) {
      secrets.setSelection(false);
      load();
    }
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (!visible) return;
    load();
    files.setFocus();
  }

  private boolean load() {
    var exports = ((ExportWizard) getWizard()).exports();
    exports.ifPresent(this::show);
    return exports.isPresent();
  }

  private void show(List<Export> exports) {
    files.removeAll();
    List<List<Placed>> layout = ExportWriter.layout(exports);
    for (int i = 0; i < exports.size(); i++) {
      Export export = exports.get(i);
      TreeItem site = new TreeItem(files, SWT.NONE);
      site.setText(export.siteName() + (export.refused() ? " (refused)" : ""));
      site.setData(export);
      worst(site, export.problems());
      for (Placed p : layout.get(i)) {
        TreeItem file = new TreeItem(site, SWT.NONE);
        file.setText(p.file().name());
        file.setData(p);
      }
      site.setExpanded(i < 20);
    }
    boolean refused = exports.stream().anyMatch(Export::refused);
    setMessage(
        refused ? "Some devices cannot do what the model asks; nothing is written for them" : null,
        refused ? WARNING : NONE);
    if (files.getItemCount() == 0) return;
    TreeItem first = files.getItem(0);
    files.getDisplay().asyncExec(() -> showTop(first)); // once the tree has its rows
    files.setSelection(first.getItemCount() > 0 ? first.getItem(0) : first);
    showSelected();
  }

  private static void showTop(TreeItem item) {
    if (!item.isDisposed()) item.getParent().setTopItem(item);
  }

  private static void worst(TreeItem item, List<Problem> problems) {
    problems.stream()
        .map(Problem::severity)
        .filter(s -> s != Severity.INFO)
        .min(Enum::compareTo)
        .ifPresent(s -> item.setImage(FieldGrid.image(s)));
  }

  private void showSelected() {
    if (files.getSelectionCount() == 0) return;
    TreeItem item = files.getSelection()[0];
    TreeItem site = item.getParentItem() == null ? item : item.getParentItem();
    Export export = (Export) site.getData();
    content.setText(item.getData() instanceof Placed p ? p.file().text() : "");
    problems.setText(
        export.problems().isEmpty()
            ? "none"
            : export.problems().stream()
                .map(DeviceExport::sentence)
                .collect(Collectors.joining("\n")));
  }
}
