package org.vpnhub.ui.problems;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.vpnhub.exporter.host.InstalledExporters;

/**
 * Shows at the workspace which exporters do not work (rule D03): they belong to no model. All
 * methods may be called from any thread.
 */
final class ExporterProblems {
  private final Job job;

  ExporterProblems(ProblemMarkers markers) {
    job =
        Job.create(
            "Checking exporters",
            (ICoreRunnable)
                monitor ->
                    markers.show(
                        ResourcesPlugin.getWorkspace().getRoot(), InstalledExporters.problems()));
    job.setSystem(true);
  }

  /** Looks again soon. */
  void refresh() {
    job.schedule();
  }
}
