package org.vpnhub.ui.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;

/**
 * Brings the markers of files in line with what validation found: in a job, one operation of the
 * workspace for a file. All methods may be called from any thread.
 */
final class ProblemMarkers {
  private final Map<IFile, List<Problem>> pending = new LinkedHashMap<>();
  private final Job job = Job.create("Showing problems", (ICoreRunnable) monitor -> writeAll());

  ProblemMarkers() {
    job.setSystem(true);
  }

  /** Shows these problems at a file soon; what was to be shown there before is dropped. */
  void show(IFile file, List<Problem> problems) {
    synchronized (pending) {
      pending.put(file, problems);
    }
    job.schedule();
  }

  private void writeAll() throws CoreException {
    for (var next = poll(); next != null; next = poll()) {
      Map.Entry<IFile, List<Problem>> entry = next;
      ResourcesPlugin.getWorkspace()
          .run(
              (ICoreRunnable) monitor -> write(entry.getKey(), entry.getValue()),
              null,
              IWorkspace.AVOID_UPDATE,
              null);
    }
  }

  private Map.@Nullable Entry<IFile, List<Problem>> poll() {
    synchronized (pending) {
      var all = pending.entrySet().iterator();
      if (!all.hasNext()) return null;
      Map.Entry<IFile, List<Problem>> first = Map.Entry.copyOf(all.next());
      all.remove();
      return first;
    }
  }

  private static void write(IFile file, List<Problem> problems) throws CoreException {
    if (!file.isAccessible()) return;
    Map<IMarker, MarkerSpec> present = new LinkedHashMap<>();
    for (IMarker m : file.findMarkers(MarkerSpec.TYPE, false, IResource.DEPTH_ZERO)) {
      present.put(m, MarkerSpec.of(m.getAttributes()));
    }
    var difference = MarkerDifference.of(present, MarkerSpec.of(problems, MarkerSpec.MOST));
    for (IMarker m : difference.gone()) m.delete();
    for (MarkerSpec s : difference.fresh()) file.createMarker(MarkerSpec.TYPE, s.attributes());
  }
}
