package org.vpnhub.ui.monitor;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.part.FileEditorInput;
import org.vpnhub.base.Secret;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.monitor.core.ChangePreview;
import org.vpnhub.ui.monitor.core.ChangedSincePreviewException;
import org.vpnhub.ui.monitor.core.Deployment;
import org.vpnhub.ui.monitor.core.Snapshot;
import org.vpnhub.ui.monitor.core.Watched;
import org.vpnhub.ui.secrets.Secrets;

/** Brings a model to a running hub: preview, question, deed. */
final class Deploying {
  private static final String TITLE = "Deploy";
  private final IWorkbenchWindow window;
  private final Shell shell;
  private final MonitorUi ui = MonitorUi.get();

  Deploying(IWorkbenchWindow window) {
    this.window = window;
    this.shell = window.getShell();
  }

  /** Asks a server to read the file, which is saved before, or gives a lab the plan. */
  void start(Target target, Watched watched) {
    boolean server = watched.hub().kind() == Snapshot.Kind.SERVER;
    if (server && target.dirty() && !save(target)) return;
    Optional<Function<String, Optional<Secret>>> keys =
        server ? Optional.of(reference -> Optional.empty()) : Secrets.keys(target.file(), shell);
    keys.ifPresent(k -> preview(target, watched, k, ""));
  }

  private boolean save(Target target) {
    boolean agreed =
        MessageDialog.open(
                MessageDialog.QUESTION,
                shell,
                TITLE,
                "The server reads the file, and "
                    + target.file().getFileName()
                    + " has changes that are not saved.",
                0,
                "Save and Go On",
                "Cancel")
            == 0;
    return agreed && saved(target);
  }

  /** Saves by the editor, which tells what goes wrong; without one the document itself. */
  private boolean saved(Target target) {
    Optional<ModelDocument> document =
        Documents.all().stream().filter(d -> d.file().equals(target.file())).findFirst();
    if (document.isEmpty()) return true;
    Optional<IFile> file = Documents.file(document.get());
    IWorkbenchPage page = window.getActivePage();
    IEditorPart editor =
        file.isEmpty() || page == null ? null : page.findEditor(new FileEditorInput(file.get()));
    try {
      if (editor != null) editor.doSave(new NullProgressMonitor());
      else document.get().save();
    } catch (IOException e) {
      MessageDialog.openError(shell, "The model was not saved", String.valueOf(e.getMessage()));
    }
    return !document.get().isDirty();
  }

  private void preview(
      Target target, Watched watched, Function<String, Optional<Secret>> keys, String head) {
    Job job =
        Job.create(
            "Compare with what runs",
            monitor -> {
              Deployment what = Operations.deployment(target, keys);
              try {
                ChangePreview preview = watched.hub().preview(what);
                shell.getDisplay().asyncExec(() -> ask(target, watched, what, preview, head));
              } catch (IOException e) {
                Work.tell(shell, TITLE, "Nothing was deployed: " + e.getMessage());
              }
              return Status.OK_STATUS;
            });
    job.schedule();
  }

  private void ask(
      Target target, Watched watched, Deployment what, ChangePreview preview, String head) {
    if (shell.isDisposed()) return;
    DeployDialog dialog =
        new DeployDialog(shell, watched.hub().title(), preview, what.errors(), head);
    if (dialog.open() != Window.OK) return;
    Job job =
        Job.create(
            "Deploy to " + watched.hub().title(),
            monitor -> {
              deploy(target, watched, what, preview);
              return Status.OK_STATUS;
            });
    job.schedule();
  }

  private void deploy(Target target, Watched watched, Deployment what, ChangePreview preview) {
    try {
      watched.hub().deploy(what, preview);
      shell.getDisplay().asyncExec(() -> ui.runs(watched, target.revision()));
    } catch (ChangedSincePreviewException e) {
      preview(target, watched, what.keys(), "Nothing was deployed: " + e.getMessage() + ".");
    } catch (IOException e) {
      Work.tell(shell, TITLE, "Nothing was deployed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
