package org.vpnhub.ui.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.ui.Widgets;

/** Asks how and where to write a diagram as a picture, and writes it. */
final class ExportDialog extends TitleAreaDialog {
  /** What can be written. */
  private enum Kind {
    SVG("SVG: sharp at any size", ".svg", 1),
    SCREEN("PNG for the screen, 96 dpi", ".png", 1),
    FINE("PNG for the screen, twice as fine", ".png", 2),
    PRINT("PNG for print, 300 dpi", ".png", 300 / 96.0),
    LARGE("PNG for large print, four times as fine", ".png", 4);

    private final String label;
    private final String extension;
    private final double scale;

    Kind(String label, String extension, double scale) {
      this.label = label;
      this.extension = extension;
      this.scale = scale;
    }
  }

  private final DiagramCanvas diagram;
  private final Consumer<Path> written;
  private final Path suggestion;
  private Combo kind;
  private Text file;

  /**
   * @param suggestion the file without extension
   * @param written told the file when it is there
   */
  ExportDialog(Shell shell, DiagramCanvas diagram, Path suggestion, Consumer<Path> written) {
    super(shell);
    this.diagram = diagram;
    this.written = written;
    this.suggestion = suggestion;
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Export Image");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Export the diagram as an image");
    setMessage("The picture shows all figures in light colours.");
    Composite form = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 12).spacing(8, 8).applyTo(form);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
    new Label(form, SWT.NONE).setText("&Kind:");
    kind = Widgets.id(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), "exportImage.kind");
    for (Kind k : Kind.values()) kind.add(k.label);
    kind.select(Kind.PRINT.ordinal());
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(kind);
    new Label(form, SWT.NONE).setText("&File:");
    file = Widgets.id(new Text(form, SWT.BORDER), "exportImage.file");
    file.setText(suggestion + Kind.PRINT.extension);
    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(file);
    Button browse = Widgets.id(new Button(form, SWT.PUSH), "exportImage.browse");
    browse.setText("&Browse…");
    browse.addListener(SWT.Selection, e -> browse());
    kind.addListener(SWT.Selection, e -> kindChosen());
    file.addListener(SWT.Modify, e -> check());
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    Widgets.id(createButton(parent, IDialogConstants.OK_ID, "Export", true), "exportImage.ok");
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    check();
  }

  private Kind kind() {
    return Kind.values()[kind.getSelectionIndex()];
  }

  private void kindChosen() {
    file.setText(file.getText().replaceFirst("\\.(svg|png)$", "") + kind().extension);
    check();
  }

  private void browse() {
    FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*" + kind().extension});
    dialog.setFileName(file.getText());
    String chosen = dialog.open();
    if (chosen != null) file.setText(chosen);
  }

  private void check() {
    String fault = fault();
    setErrorMessage(fault.isEmpty() ? null : fault);
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) ok.setEnabled(fault.isEmpty());
  }

  private String fault() {
    if (file.getText().isBlank()) return "File: give the file to write.";
    try {
      Path path = Path.of(file.getText().strip());
      Path folder = path.toAbsolutePath().getParent();
      if (Files.isDirectory(path)) return "File: this is a folder.";
      if (folder == null || !Files.isDirectory(folder)) return "File: there is no such folder.";
      return "";
    } catch (InvalidPathException e) {
      return "File: " + e.getReason() + ".";
    }
  }

  @Override
  protected void okPressed() {
    Path path = Path.of(file.getText().strip()).toAbsolutePath();
    if (Files.exists(path)
        && !MessageDialog.openQuestion(getShell(), "Export Image", path + " exists. Overwrite it?"))
      return;
    try {
      if (kind() == Kind.SVG) PictureWriter.svg(diagram.session(), path);
      else PictureWriter.png(diagram, PictureWriter.scale(diagram, kind().scale), path);
      super.okPressed();
      written.accept(path);
    } catch (IOException e) {
      setErrorMessage("The image was not written: " + e.getMessage());
    }
  }
}
