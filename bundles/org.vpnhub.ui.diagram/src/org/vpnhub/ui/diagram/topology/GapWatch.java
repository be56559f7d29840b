package org.vpnhub.ui.diagram.topology;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.vpnhub.design.Gaps;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;

/** Works out in the background which pairs cannot reach each other, a moment after each change. */
final class GapWatch extends Job {
  private static final long MOMENT_MILLIS = 300;

  private final ModelDocument document;
  private final Display display;
  private final Consumer<Gaps> found;
  private long seen = -1;
  private Network copy;

  /**
   * @param found is told the result in the user interface thread
   */
  GapWatch(ModelDocument document, Display display, Consumer<Gaps> found) {
    super("Looking for missing links");
    this.document = document;
    this.display = display;
    this.found = found;
    copy = document.network();
    setSystem(true);
    setPriority(Job.DECORATE);
  }

  /** To be called when the document may have changed. */
  void update() {
    if (document.revision() == seen) return;
    seen = document.revision();
    cancel();
    copy = EcoreUtil.copy(document.network());
    schedule(MOMENT_MILLIS);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    long of = seen;
    Gaps gaps = Gaps.of(copy);
    if (!monitor.isCanceled() && !display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (of == seen) found.accept(gaps);
          });
    }
    return Status.OK_STATUS;
  }
}
