package org.vpnhub.ui.secrets;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;
import org.vpnhub.ui.Widgets;

/** Asks for the passphrase of a secret store until one opens it or the user gives up. */
final class PassphraseDialog extends TitleAreaDialog {
  private final Path model;
  private final OpenStores stores;
  private Text passphrase;
  private ProgressBar progress;

  PassphraseDialog(Shell shell, OpenStores stores, Path model) {
    super(shell);
    this.stores = stores;
    this.model = model;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Unlock keys");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Unlock the keys of " + model.getFileName());
    setMessage("The keys stay open, in memory only, until you lock them or close vpnhub.");
    Composite form = new Composite(area, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(form);
    new Label(form, SWT.NONE).setText("&Passphrase:");
    passphrase = Widgets.id(new Text(form, SWT.BORDER | SWT.PASSWORD), "unlock.passphrase");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(passphrase);
    passphrase.addModifyListener(e -> typed());
    progress = new ProgressBar(form, SWT.INDETERMINATE);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(progress);
    progress.setVisible(false);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    Widgets.id(createButton(parent, IDialogConstants.OK_ID, "Unlock", true), "unlock.ok");
    Widgets.id(
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false),
        "unlock.cancel");
    getButton(IDialogConstants.OK_ID).setEnabled(false);
  }

  private void typed() {
    getButton(IDialogConstants.OK_ID).setEnabled(passphrase.getCharCount() > 0);
  }

  /** Argon2id takes a moment: it runs in a job, and the dialog stays alive. */
  @Override
  protected void okPressed() {
    char[] answer = passphrase.getTextChars();
    busy(true);
    Display display = getShell().getDisplay();
    Job job =
        Job.create(
            "Unlocking the keys of " + model.getFileName(),
            (ICoreRunnable) monitor -> unlock(answer, display));
    job.setSystem(true);
    job.schedule();
  }

  private void unlock(char[] answer, Display display) {
    try {
      SecretStore store = SecretFiles.beside(model).open(() -> answer);
      display.asyncExec(() -> opened(store));
    } catch (SecretStoreException e) {
      display.asyncExec(() -> failed(String.valueOf(e.getMessage())));
    } finally {
      Arrays.fill(answer, '\0');
    }
  }

  private void opened(SecretStore store) {
    if (passphrase.isDisposed()) {
      store.close(); // the user gave up meanwhile
      return;
    }
    stores.hold(model, store);
    super.okPressed();
  }

  private void failed(String fault) {
    if (passphrase.isDisposed()) return;
    busy(false);
    setMessage(fault, IMessageProvider.ERROR);
    passphrase.selectAll();
    passphrase.setFocus();
  }

  private void busy(boolean busy) {
    if (busy) setMessage("Unlocking…");
    passphrase.setEnabled(!busy);
    getButton(IDialogConstants.OK_ID).setEnabled(!busy);
    progress.setVisible(busy);
  }

  @Override
  public boolean close() {
    if (passphrase != null && !passphrase.isDisposed()) passphrase.setTextChars(new char[0]);
    return super.close();
  }
}
