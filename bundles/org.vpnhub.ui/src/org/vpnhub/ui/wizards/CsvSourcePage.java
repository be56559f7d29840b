package org.vpnhub.ui.wizards;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.SiteFacts;
import org.vpnhub.model.SiteTable;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.SiteCells;
import org.vpnhub.ui.wizards.logic.SitePaste;

/** Where the table comes from: a file, or text that was copied. */
final class CsvSourcePage extends FaultPage {
  private static final String FILE = "file";
  private static final String TEXT = "text";

  private Button fromFile;
  private FieldGrid fields;
  private Text file;
  private Text text;

  CsvSourcePage() {
    super(
        "source",
        "Import sites",
        "A table with the columns name, public_ip, cidrs and device: from a CSV file, or copied"
            + " from a spreadsheet.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    fields = new FieldGrid(page, "import", this::chosen);
    fromFile = fields.radio("fromFile", "From a &CSV file", true);
    file = fields.textAndButton(FILE, "Fil&e:", "", "B&rowse…", this::browse);
    Button pasted = fields.radio("fromText", "From &text (paste it here)", false);
    text =
        Widgets.id(
            new Text(page, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL), "import.text");
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.horizontalIndent = 20;
    data.heightHint = 160;
    text.setLayoutData(data);
    hint(page, "Cells with tabs, commas or semicolons between them; a header line may be there.");
    hint(page, "For what a device needs: " + String.join(", ", SiteFacts.COLUMNS) + ".");
    text.addListener(SWT.Modify, e -> changed());
    offerClipboard(pasted);
    setControl(page);
    enable();
    check();
    (fromFile.getSelection() ? file : text).setFocus();
  }

  private static void hint(Composite page, String text) {
    Label hint = new Label(page, SWT.NONE);
    hint.setText(text);
    GridData indented = new GridData();
    indented.horizontalIndent = 20;
    hint.setLayoutData(indented);
  }

  private void chosen() {
    enable();
    changed();
  }

  /** A table in the clipboard is most likely what is to be imported. */
  private void offerClipboard(Button pasted) {
    Clipboard clipboard = new Clipboard(pasted.getDisplay());
    try {
      if (!(clipboard.getContents(TextTransfer.getInstance()) instanceof String s)) return;
      boolean table =
          s.lines().anyMatch(l -> l.chars().filter(c -> ",;\t".indexOf(c) >= 0).count() > 1);
      if (!table) return;
      text.setText(s);
      pasted.setSelection(true);
      fromFile.setSelection(false);
    } finally {
      clipboard.dispose();
    }
  }

  private void enable() {
    file.setEnabled(fromFile.getSelection());
    text.setEnabled(!fromFile.getSelection());
  }

  private void browse() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setText("Table of sites");
    dialog.setFilterExtensions(new String[] {"*.csv", "*"});
    dialog.setFilterNames(new String[] {"Comma-separated values (*.csv)", "All files"});
    String chosen = dialog.open();
    if (chosen != null) file.setText(chosen);
  }

  /** The rows of the table; none when it cannot be read. */
  List<SiteCells> sites() {
    try {
      return read();
    } catch (ModelFormatException | InvalidPathException e) {
      return List.of();
    }
  }

  private List<SiteCells> read() throws ModelFormatException {
    if (!fromFile.getSelection()) return SitePaste.parse(text.getText());
    return SiteTable.read(Path.of(file.getText().strip())).stream()
        .map(SiteCells::of)
        .collect(Collectors.toList());
  }

  @Override
  List<Fault> faults() {
    if (text == null) return List.of();
    boolean byFile = fromFile.getSelection();
    String field = byFile ? FILE : TEXT;
    String typed = (byFile ? file : text).getText();
    if (typed.isBlank()) {
      return List.of(Fault.error(field, byFile ? "Name the CSV file" : "Paste the table"));
    }
    try {
      if (!read().isEmpty()) return List.of();
      return List.of(Fault.error(field, "The table has no sites"));
    } catch (ModelFormatException e) {
      return List.of(Fault.error(field, e.getMessage()));
    } catch (InvalidPathException e) {
      return List.of(Fault.error(field, "This cannot be the name of a file"));
    }
  }

  @Override
  void decorate(List<Fault> faults) {
    fields.decorate(faults);
  }

  @Override
  void focus(String field, int row) {
    if (!fields.focus(field)) text.setFocus();
  }
}
