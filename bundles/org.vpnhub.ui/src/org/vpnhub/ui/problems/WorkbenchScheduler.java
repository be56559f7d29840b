package org.vpnhub.ui.problems;

import java.time.Duration;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.vpnhub.model.edit.ModelDocument;

/** The user interface thread, and background jobs. */
final class WorkbenchScheduler implements LiveValidation.Scheduler {
  private final Display display = Display.getDefault();

  @Override
  public Runnable after(Duration delay, Runnable task) {
    display.timerExec((int) delay.toMillis(), task);
    return () -> display.timerExec(-1, task);
  }

  @Override
  public void background(ModelDocument document, Runnable task) {
    Job job =
        Job.create("Checking " + document.file().getFileName(), (ICoreRunnable) m -> task.run());
    job.setSystem(true);
    job.schedule();
  }

  @Override
  public void foreground(Runnable task) {
    if (!display.isDisposed()) display.asyncExec(task);
  }
}
