package org.vpnhub.ui.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.lab.Progress;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.monitor.core.Deployment;
import org.vpnhub.ui.monitor.core.LabHub;
import org.vpnhub.ui.monitor.core.ServerHub;
import org.vpnhub.ui.monitor.core.Snapshot;
import org.vpnhub.ui.monitor.core.Watched;
import org.vpnhub.ui.problems.Validation;
import org.vpnhub.ui.secrets.Secrets;

/** What the commands do: run a model in the lab, connect to a server, stop. */
final class Operations {
  private static final int NAMED = 8;
  private final IWorkbenchWindow window;
  private final Shell shell;
  private final Display display;
  private final MonitorUi ui = MonitorUi.get();

  Operations(IWorkbenchWindow window) {
    this.window = window;
    this.shell = window.getShell();
    this.display = shell.getDisplay();
  }

  /** Starts a lab, or offers to apply the model to the one that runs it already. */
  void runInLab(Target target) {
    Optional<Watched> running = ui.monitor().of(target.file(), Snapshot.Kind.LAB);
    if (running.isPresent()) {
      ui.select(running.get());
      if (ui.isStale(running.get())) new Deploying(window).start(target, running.get());
      return;
    }
    Optional<Function<String, Optional<Secret>>> keys = Secrets.keys(target.file(), shell);
    if (keys.isEmpty()) return;
    showTunnels();
    Job job =
        new Job("Run " + target.file().getFileName() + " in the lab") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            return lab(target, keys.get(), monitor);
          }
        };
    job.setUser(false);
    job.schedule();
  }

  private IStatus lab(
      Target target, Function<String, Optional<Secret>> keys, IProgressMonitor monitor) {
    monitor.beginTask("checking the model", IProgressMonitor.UNKNOWN);
    Deployment what = deployment(target, keys);
    if (what.plan().hub().address().bits() == 0) {
      Work.tell(
          shell,
          "Run in Lab",
          "The model has no VPN gateway that could run. Give its VPC a VPN gateway with an address,"
              + " and sites with connections.");
      return Status.CANCEL_STATUS;
    }
    if (!what.errors().isEmpty() && !agreed("Run in Lab", "Run Anyway", what.errors())) {
      return Status.CANCEL_STATUS;
    }
    LabHub lab = new LabHub(what);
    Watched watched = ui.monitor().watch(lab);
    display.asyncExec(
        () -> {
          ui.runs(watched, target.revision());
          ui.select(watched);
        });
    try {
      lab.start(new Told(monitor));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      ui.monitor().stop(watched);
      return Status.CANCEL_STATUS;
    } catch (IOException | IllegalStateException e) {
      boolean wasStopped = !ui.monitor().all().contains(watched);
      ui.monitor().stop(watched);
      if (!wasStopped) Work.tell(shell, "The lab did not start", String.valueOf(e.getMessage()));
      return Status.CANCEL_STATUS;
    } catch (InterruptedException e) {
      ui.monitor().stop(watched);
      Thread.currentThread().interrupt();
      return Status.CANCEL_STATUS;
    }
  }

  static Deployment deployment(Target target, Function<String, Optional<Secret>> keys) {
    return new Deployment(
        target.file(),
        Planner.plan(target.network()),
        keys,
        Validation.of(target.network()).problems());
  }

  /** Tells errors before something runs, and asks whether it shall; from a job. */
  private boolean agreed(String title, String yes, List<Problem> errors) {
    boolean[] answer = {false};
    display.syncExec(
        () -> {
          if (shell.isDisposed()) return;
          String named =
              errors.stream()
                  .limit(NAMED)
                  .map(p -> "\u2022 " + p.element() + ": " + p.message())
                  .collect(Collectors.joining("\n"));
          int more = errors.size() - NAMED;
          String rest = more > 0 ? "\n\u2022 and " + more + " more" : "";
          String head = errors.size() == 1 ? "an error" : errors.size() + " errors";
          int button =
              MessageDialog.open(
                  MessageDialog.WARNING,
                  shell,
                  title,
                  "The model has " + head + ":\n\n" + named + rest,
                  0,
                  yes,
                  "Show Problems",
                  "Cancel");
          answer[0] = button == 0;
          if (button == 1) showView("org.eclipse.ui.views.ProblemView");
        });
    return answer[0];
  }

  /** Progress of a lab as that of a job, which can be cancelled. */
  private static final class Told implements Progress {
    private final IProgressMonitor monitor;

    Told(IProgressMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public void say(String line) {
      monitor.subTask(line);
    }

    @Override
    public void step(String what, long done, long all) {
      if (monitor.isCanceled()) throw new OperationCanceledException();
      monitor.subTask(what + " " + done + " of " + all);
    }
  }

  /** Asks for a run directory, and watches its server. */
  void connect() {
    ConnectDialog dialog = new ConnectDialog(shell);
    if (dialog.open() != Window.OK) return;
    Path directory = dialog.directory();
    for (Watched w : ui.monitor().all()) {
      if (w.hub() instanceof ServerHub s && s.directory().equals(directory)) {
        ui.select(w);
        return;
      }
    }
    showTunnels();
    Work.inBackground(
        shell,
        "Connect to Server",
        () -> {
          Watched watched = ui.monitor().watch(new ServerHub(directory));
          display.asyncExec(() -> ui.select(watched));
        });
  }

  /** Ends the lab that the views show, or lets go of the server. */
  void stop() {
    ui.selected().ifPresent(Operations::stop);
  }

  private static void stop(Watched watched) {
    boolean lab = watched.hub().kind() == Snapshot.Kind.LAB;
    Job job =
        Job.create(
            lab ? "Stop the lab" : "Disconnect from the server",
            monitor -> {
              MonitorUi.get().monitor().stop(watched);
              return Status.OK_STATUS;
            });
    job.schedule();
  }

  private void showTunnels() {
    showView(TunnelsView.ID);
  }

  private void showView(String id) {
    IWorkbenchPage page = window.getActivePage();
    if (page == null) return;
    try {
      page.showView(id);
    } catch (PartInitException e) {
      Work.tell(shell, "Console", String.valueOf(e.getMessage()));
    }
  }
}
