package org.vpnhub.ui.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Brings the markers of files in line with what validation found, and those of the workspace with
 * what is wrong with the exporters: in a job, one operation of the workspace for each. All methods
 * may be called from any thread.
 */
final class ProblemMarkers {
  private final Map<IResource, List<Problem>> pending = new LinkedHashMap<>();
  private final Job job = Job.create("Showing problems", (ICoreRunnable) monitor -> writeAll());

  ProblemMarkers() {
    job.setSystem(true);
  }

  /**
   * Shows these problems at a file, or the workspace, soon; what was to be shown there before is
   * dropped.
   */
  void show(IResource resource, List<Problem> problems) {
    synchronized (pending) {
      pending.put(resource, problems);
    }
    job.schedule();
  }

  private void writeAll() throws CoreException {
    for (var next = poll(); next != null; next = poll()) {
      Map.Entry<IResource, List<Problem>> entry = next;
      ResourcesPlugin.getWorkspace()
          .run(
              (ICoreRunnable) monitor -> write(entry.getKey(), entry.getValue()),
              null,
              IWorkspace.AVOID_UPDATE,
              null);
    }
  }

  private Map.@Nullable Entry<IResource, List<Problem>> poll() {
    synchronized (pending) {
      var all = pending.entrySet().iterator();
      if (!all.hasNext()) return null;
      Map.Entry<IResource, List<Problem>> first = Map.Entry.copyOf(all.next());
      all.remove();
      return first;
    }
  }

  private static void write(IResource resource, List<Problem> problems) throws CoreException {
    if (!resource.isAccessible()) return;
    Map<IMarker, MarkerSpec> present = new LinkedHashMap<>();
    for (IMarker m : resource.findMarkers(MarkerSpec.TYPE, false, IResource.DEPTH_ZERO)) {
      present.put(m, MarkerSpec.of(m.getAttributes()));
    }
    var difference = MarkerDifference.of(present, MarkerSpec.of(problems, MarkerSpec.MOST));
    for (IMarker m : difference.gone()) m.delete();
    for (MarkerSpec s : difference.fresh()) resource.createMarker(MarkerSpec.TYPE, s.attributes());
  }
}
