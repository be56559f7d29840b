package org.vpnhub.ui.secrets;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.base.Secret;
import org.vpnhub.ui.Widgets;

/** Shows one key for half a minute; what was copied leaves the clipboard after as long. */
final class RevealDialog extends Dialog {
  private static final int SECONDS = 30;
  private static final int COPY_ID = IDialogConstants.CLIENT_ID + 1;

  private final String title;
  private final Secret key;
  private int left = SECONDS;
  private boolean copied;
  private Text text;
  private Label rest;

  /**
   * @param key stays the caller's, who closes it
   */
  RevealDialog(Shell shell, String title, Secret key) {
    super(shell);
    this.title = title;
    this.key = key;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(title);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    text = Widgets.id(new Text(area, SWT.BORDER | SWT.READ_ONLY), "reveal.key");
    text.setFont(JFaceResources.getTextFont());
    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(text);
    text.setText(key.text());
    rest = Widgets.id(new Label(area, SWT.NONE), "reveal.rest");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(rest);
    tick();
    return area;
  }

  private void tick() {
    if (rest.isDisposed()) return;
    if (left == 0) {
      close();
      return;
    }
    tell();
    left--;
    rest.getDisplay().timerExec(1000, this::tick);
  }

  private void tell() {
    String what =
        copied
            ? "Copied. The clipboard forgets the key, and this window closes, in "
            : "This window closes in ";
    rest.setText(what + left + " seconds.");
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    Widgets.id(createButton(parent, COPY_ID, "Copy", false), "reveal.copy");
    Widgets.id(
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true),
        "reveal.close");
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == COPY_ID) copy();
    else super.buttonPressed(id);
  }

  private void copy() {
    Display display = getShell().getDisplay();
    String shown = text.getText();
    Clipboard clipboard = new Clipboard(display);
    clipboard.setContents(new Object[] {shown}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
    display.timerExec(SECONDS * 1000, () -> forget(display, shown));
    left = SECONDS;
    copied = true;
    tell();
  }

  /** Empties the clipboard if the key is still there. */
  private static void forget(Display display, String copied) {
    Clipboard clipboard = new Clipboard(display);
    if (copied.equals(clipboard.getContents(TextTransfer.getInstance()))) clipboard.clearContents();
    clipboard.dispose();
  }

  @Override
  public boolean close() {
    if (text != null && !text.isDisposed()) text.setText("");
    return super.close();
  }
}
