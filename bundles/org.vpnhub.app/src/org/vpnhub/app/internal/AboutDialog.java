package org.vpnhub.app.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.vpnhub.app.internal.osgi.Installed;
import org.vpnhub.ui.Widgets;

/** What this is, its version and licence, and the bundles that it is made of. */
final class AboutDialog extends Dialog {
  private static final int COPY = IDialogConstants.CLIENT_ID;
  private static final String LICENCE = "https://www.eclipse.org/legal/epl-2.0/";
  private final List<Installed> bundles = Installed.all();

  AboutDialog(Shell parent) {
    super(parent);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("About " + Console.NAME);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    var area = (Composite) super.createDialogArea(parent);
    GridLayout layout = (GridLayout) area.getLayout();
    layout.numColumns = 2;
    layout.horizontalSpacing = 20;
    layout.marginWidth = 20;
    layout.marginHeight = 20;
    var resources = new LocalResourceManager(JFaceResources.getResources(), area);
    Label picture = new Label(area, SWT.NONE);
    picture.setImage(resources.create(Pictures.descriptor("vpnhub128.png")));
    Composite words = new Composite(area, SWT.NONE);
    words.setLayout(new GridLayout());
    label(words, Console.NAME).setFont(resources.create(Pictures.heading(2)));
    label(words, "Draw, check, deploy and watch a VPN hub.");
    label(words, "Version " + Installed.productVersion());
    label(words, "Java " + Runtime.version() + ", SWT " + SWT.getVersion());
    Link licence = new Link(words, SWT.NONE);
    licence.setText("Licence: <a>Eclipse Public License 2.0</a>");
    licence.addListener(SWT.Selection, e -> Program.launch(LICENCE));
    table(area);
    return area;
  }

  private static Label label(Composite parent, String text) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    return label;
  }

  private void table(Composite area) {
    Table table = Widgets.id(new Table(area, SWT.BORDER | SWT.FULL_SELECTION), "about.bundles");
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(660, 240).applyTo(table);
    table.setHeaderVisible(true);
    column(table, "Bundle", 330);
    column(table, "Version", 170);
    column(table, "Vendor", 150);
    for (Installed bundle : bundles) {
      new TableItem(table, SWT.NONE)
          .setText(new String[] {bundle.name(), bundle.version(), bundle.vendor()});
    }
  }

  private static void column(Table table, String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, COPY, "Copy", false);
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == COPY) copy();
    else super.buttonPressed(id);
  }

  /** For reports of bugs. */
  private void copy() {
    String text =
        bundles.stream()
            .map(b -> b.id() + " " + b.version())
            .collect(
                Collectors.joining(
                    "\n",
                    "vpnhub " + Installed.productVersion() + "\nJava " + Runtime.version() + "\n",
                    "\n"));
    Clipboard clipboard = new Clipboard(getShell().getDisplay());
    clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
