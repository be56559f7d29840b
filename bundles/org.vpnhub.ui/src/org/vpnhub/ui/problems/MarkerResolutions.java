package org.vpnhub.ui.problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Images;

/** Quick fixes of the Problems view. */
public final class MarkerResolutions implements IMarkerResolutionGenerator2 {
  /** Each problem of a rule at least has its explanation. */
  @Override
  public boolean hasResolutions(IMarker marker) {
    return !marker.getAttribute(MarkerSpec.CODE, "").isEmpty();
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    List<IMarkerResolution> all = new ArrayList<>();
    ProblemMarker.of(marker)
        .ifPresent(
            m -> {
              for (Remedy r : remedies(m)) {
                all.add(new Resolution(r.label(), r.icon(), all.size(), s -> apply(m, r, s)));
              }
              String code = m.problem().code();
              if (code.isEmpty()) return;
              String why = "Why? (rule " + code + ")";
              all.add(new Resolution(why, "guide", all.size(), s -> RuleView.show(code)));
            });
    return all.toArray(IMarkerResolution[]::new);
  }

  private static void apply(ProblemMarker marker, Remedy remedy, Shell shell) {
    marker.file().ifPresent(f -> FileEdit.apply(f, shell, remedy));
  }

  private static List<Remedy> remedies(ProblemMarker marker) {
    IFile file = marker.file().orElse(null);
    if (file == null || file.getLocation() == null) return List.of();
    Path path = file.getLocation().toPath();
    List<Problem> known = ProblemMarker.in(file).stream().map(ProblemMarker::problem).toList();
    try {
      var open = Documents.find(file).map(ModelDocument::network);
      Network network = open.isPresent() ? open.get() : ModelFiles.load(path);
      return Remedies.of(network, path, marker.problem(), known);
    } catch (ModelFormatException e) {
      return List.of();
    }
  }

  private interface Action {
    void run(Shell shell);
  }

  private record Resolution(String label, String icon, int place, Action action)
      implements IMarkerResolution2, IMarkerResolutionRelevance {
    @Override
    public String getLabel() {
      return label;
    }

    @Override
    public @Nullable String getDescription() {
      return null;
    }

    @Override
    public Image getImage() {
      return Images.get(icon);
    }

    @Override
    public int getRelevanceForResolution() {
      return -place;
    }

    @Override
    public void run(IMarker marker) {
      action.run(Display.getCurrent().getActiveShell());
    }
  }
}
