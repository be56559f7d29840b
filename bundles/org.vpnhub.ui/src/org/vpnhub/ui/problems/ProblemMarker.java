package org.vpnhub.ui.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;

/**
 * A marker of this program, read back.
 *
 * @param resource a model file, or the workspace for what belongs to none
 */
record ProblemMarker(IMarker marker, IResource resource, Problem problem) {

  /** Empty when it is no marker of ours, or gone. */
  static Optional<ProblemMarker> of(IMarker marker) {
    try {
      if (!marker.exists() || !marker.isSubtypeOf(MarkerSpec.TYPE)) return Optional.empty();
      Map<String, Object> attributes = marker.getAttributes();
      MarkerSpec spec = MarkerSpec.of(attributes == null ? Map.of() : attributes);
      return Optional.of(new ProblemMarker(marker, marker.getResource(), problem(spec)));
    } catch (CoreException e) {
      return Optional.empty(); // deleted meanwhile
    }
  }

  private static Problem problem(MarkerSpec spec) {
    Severity severity =
        switch (spec.severity()) {
          case IMarker.SEVERITY_ERROR -> Severity.ERROR;
          case IMarker.SEVERITY_WARNING -> Severity.WARNING;
          default -> Severity.INFO;
        };
    return new Problem(spec.code(), severity, spec.elementId(), spec.location(), spec.text(), "");
  }

  /** The model file; empty for what belongs to none. */
  Optional<IFile> file() {
    return resource instanceof IFile f ? Optional.of(f) : Optional.empty();
  }

  /** The markers of a file. */
  static List<ProblemMarker> in(IFile file) {
    return find(file, IResource.DEPTH_ZERO);
  }

  /** The markers of the workspace that are of a rule. */
  static List<ProblemMarker> ofRule(String code) {
    IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
    return find(root, IResource.DEPTH_INFINITE).stream()
        .filter(m -> m.problem().code().equals(code))
        .toList();
  }

  private static List<ProblemMarker> find(IResource resource, int depth) {
    List<ProblemMarker> all = new ArrayList<>();
    try {
      for (IMarker m : resource.findMarkers(MarkerSpec.TYPE, false, depth)) {
        of(m).ifPresent(all::add);
      }
    } catch (CoreException e) {
      Platform.getLog(ProblemMarker.class).log(e.getStatus());
    }
    return all;
  }
}
