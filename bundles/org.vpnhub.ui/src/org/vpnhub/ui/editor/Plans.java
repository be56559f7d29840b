package org.vpnhub.ui.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;

/**
 * Computes the reachability matrix of a document in the background, a moment after the last change,
 * on a copy of the model.
 */
final class Plans {
  /**
   * Most sites for which the matrix is computed: the time that it takes grows with the square of
   * their number.
   */
  static final int MAX_SITES = 2_000;

  private static final int DELAY_MS = 300;

  private final ModelDocument document;
  private final Display display;
  private final Runnable listener;
  private final Job job = Job.create("Compute reachability", this::compute);
  private final Runnable start = this::start;
  private @Nullable Network copy;
  private MatrixModel matrix = MatrixModel.EMPTY;
  private long wanted = -1;
  private boolean ready;
  private boolean disposed;

  /**
   * @param listener is told when there is another matrix
   */
  Plans(ModelDocument document, Display display, Runnable listener) {
    this.document = document;
    this.display = display;
    this.listener = listener;
    job.setSystem(true);
  }

  /** The matrix that was last computed. */
  MatrixModel matrix() {
    return matrix;
  }

  /** Whether the matrix is that of the model as it is now. */
  boolean isReady() {
    return ready && wanted == document.revision();
  }

  static boolean isTooLarge(Network network) {
    return network.getSites().size() > MAX_SITES;
  }

  /** Computes the matrix, unless it is that of the model as it is now. */
  void request() {
    if (disposed || wanted == document.revision() || isTooLarge(document.network())) return;
    wanted = document.revision();
    ready = false;
    display.timerExec(matrix == MatrixModel.EMPTY ? 1 : DELAY_MS, start);
  }

  private void start() {
    if (disposed) return;
    synchronized (this) {
      copy = EcoreUtil.copy(document.network());
    }
    job.schedule();
  }

  private IStatus compute(IProgressMonitor monitor) {
    Network network;
    synchronized (this) {
      network = copy;
      copy = null;
    }
    if (network == null) return Status.CANCEL_STATUS;
    try {
      MatrixModel next = new MatrixModel(Planner.plan(network).reachability());
      display.asyncExec(() -> take(next));
    } catch (RuntimeException e) {
      Platform.getLog(Plans.class).error("The plan of the model cannot be computed", e);
    }
    return Status.OK_STATUS;
  }

  private void take(MatrixModel next) {
    if (disposed) return;
    matrix = next;
    ready = true;
    listener.run();
  }

  void dispose() {
    disposed = true;
    job.cancel();
  }
}
