package org.vpnhub.ui.wizards;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/**
 * Works something out beside the user interface and shows it; of several answers only that of the
 * last question.
 */
final class Background {
  private static final int PAUSE_MILLIS = 150; // while somebody types
  private final Control owner;
  private int question;

  /**
   * @param owner an answer is shown only while it lives
   */
  Background(Control owner) {
    this.owner = owner;
  }

  /** Works out in a job, then shows in the user interface thread. */
  <T> void run(String name, Callable<T> work, Consumer<T> show) {
    int mine = ++question;
    Job job =
        Job.createSystem(
            name,
            monitor -> {
              IStatus status = Status.OK_STATUS;
              try {
                T answer = work.call();
                if (!owner.isDisposed())
                  owner.getDisplay().asyncExec(() -> show(mine, answer, show));
              } catch (Exception e) {
                Platform.getLog(Background.class).error(name + " failed", e);
              }
              return status;
            });
    job.schedule(PAUSE_MILLIS);
  }

  private <T> void show(int asked, T answer, Consumer<T> show) {
    if (!owner.isDisposed() && asked == question) show.accept(answer);
  }
}
