package org.vpnhub.ui.monitor;

import java.io.IOException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Short work that must not hold up the user interface. */
final class Work {
  private Work() {}

  /** What may fail with one line for the user. */
  interface Task {
    void run() throws IOException;
  }

  static void inBackground(Shell shell, String name, Task task) {
    Job job =
        Job.create(
            name,
            monitor -> {
              try {
                task.run();
              } catch (IOException e) {
                tell(shell, name, String.valueOf(e.getMessage()));
              }
              return Status.OK_STATUS;
            });
    job.setSystem(true);
    job.schedule();
  }

  /** Tells the user what went wrong; from any thread. */
  static void tell(Shell shell, String title, String message) {
    if (shell.isDisposed()) return;
    shell
        .getDisplay()
        .asyncExec(
            () -> {
              if (!shell.isDisposed()) MessageDialog.openError(shell, title, message);
            });
  }
}
