package org.vpnhub.ui.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.hub.ChannelClient;
import org.vpnhub.hub.ChannelException;
import org.vpnhub.hub.RunDirectory;
import org.vpnhub.hub.ServerStatus;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.monitor.core.Units;

/** Asks for the run directory of a server, and tells what runs there. */
final class ConnectDialog extends TitleAreaDialog {
  private static final String ASK = "Choose the run directory of a server on this machine.";
  private Path directory = RunDirectory.standard(System.getenv());
  private @Nullable Text field;

  ConnectDialog(Shell shell) {
    super(shell);
  }

  Path directory() {
    return directory;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Connect to Server");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Connect to a running server");
    setMessage(ASK);
    Composite body = new Composite(area, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 10).applyTo(body);
    new Label(body, SWT.NONE).setText("Run directory:");
    Text text = Widgets.id(new Text(body, SWT.BORDER), "connect.directory");
    field = text;
    text.setText(directory.toString());
    text.addListener(SWT.Modify, e -> changed());
    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(text);
    Button browse = Widgets.id(new Button(body, SWT.PUSH), "connect.browse");
    browse.setText("Browse\u2026");
    browse.addListener(SWT.Selection, e -> browse(text));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    Widgets.id(createButton(parent, IDialogConstants.OK_ID, "Connect", true), "connect.ok");
    Widgets.id(
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false),
        "connect.cancel");
    changed();
  }

  private void browse(Text text) {
    DirectoryDialog dialog = new DirectoryDialog(getShell());
    dialog.setFilterPath(text.getText());
    String chosen = dialog.open();
    if (chosen != null) text.setText(chosen);
  }

  private void changed() {
    if (field == null) return;
    try {
      directory = Path.of(field.getText().trim()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      tell("This is no path: " + e.getReason(), IMessageProvider.ERROR, false);
      return;
    }
    if (!Files.exists(RunDirectory.socket(directory))) {
      tell(
          "No server runs with this directory. Start one with 'vpnhub server --model FILE'.",
          IMessageProvider.WARNING,
          true);
      return;
    }
    tell("Asking the server\u2026", IMessageProvider.NONE, true);
    ask(directory);
  }

  private void ask(Path asked) {
    Shell shell = getShell();
    Job job =
        Job.create(
            "Ask the server",
            monitor -> {
              String text;
              int kind = IMessageProvider.INFORMATION;
              try {
                ServerStatus s = ServerStatus.of(new ChannelClient(asked).status());
                text =
                    "Network %s from %s, %d connections, running for %s."
                        .formatted(
                            s.network(),
                            s.model(),
                            s.gateway().connections().size(),
                            Units.age(s.uptime()));
              } catch (IOException | ChannelException | IllegalArgumentException e) {
                text = String.valueOf(e.getMessage());
                kind = IMessageProvider.ERROR;
              }
              String found = text;
              int severity = kind;
              shell
                  .getDisplay()
                  .asyncExec(
                      () -> {
                        if (!shell.isDisposed() && asked.equals(directory)) {
                          tell(found, severity, true);
                        }
                      });
              return Status.OK_STATUS;
            });
    job.setSystem(true);
    job.schedule();
  }

  private void tell(String message, int kind, boolean possible) {
    setMessage(message, kind);
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) ok.setEnabled(possible);
  }
}
