package org.vpnhub.ui.problems;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** What a selection means to the commands for problems and keys. */
public final class Targets {
  private Targets() {}

  /** The elements of the model in a selection. */
  public static List<NamedElement> elements(@Nullable ISelection selection) {
    List<NamedElement> elements = new ArrayList<>();
    for (Object o : objects(selection)) {
      NamedElement e = o instanceof NamedElement n ? n : Adapters.adapt(o, NamedElement.class);
      if (e != null) elements.add(e);
    }
    return elements;
  }

  private static List<?> objects(@Nullable ISelection selection) {
    return selection instanceof IStructuredSelection s ? s.toList() : List.of();
  }

  /** The markers of ours in a selection. */
  static List<ProblemMarker> markers(@Nullable ISelection selection) {
    List<ProblemMarker> markers = new ArrayList<>();
    for (Object o : objects(selection)) {
      IMarker marker = Adapters.adapt(o, IMarker.class);
      if (marker != null) ProblemMarker.of(marker).ifPresent(markers::add);
    }
    return markers;
  }

  /** The document of the selected elements, or that of the editor. */
  public static Optional<ModelDocument> document(
      @Nullable ISelection selection, @Nullable IEditorPart editor) {
    for (NamedElement e : elements(selection)) {
      Optional<ModelDocument> document = ModelDocument.of(e);
      if (document.isPresent()) return document;
    }
    for (Object o : objects(selection)) {
      IFile file = Adapters.adapt(o, IFile.class);
      if (file != null && Documents.find(file).isPresent()) return Documents.find(file);
    }
    if (editor == null) return Optional.empty();
    IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
    return file == null ? Optional.empty() : Documents.find(file);
  }

  /**
   * The problems of an element: its own and those of what was generated from it; where it has none,
   * those of what it contains.
   */
  static List<Problem> problems(NamedElement element) {
    Set<Problem> found = new LinkedHashSet<>(Problems.of(element));
    if (element instanceof Site site) {
      SiteSync.connections(site).forEach(c -> found.addAll(withContents(c)));
      SiteSync.customerGateways(site).forEach(c -> found.addAll(Problems.of(c)));
    }
    return found.isEmpty() ? withContents(element) : List.copyOf(found);
  }

  private static List<Problem> withContents(NamedElement element) {
    List<Problem> found = new ArrayList<>(Problems.of(element));
    EcoreUtil.<EObject>getAllContents(element, false)
        .forEachRemaining(
            e -> {
              if (e instanceof NamedElement n) found.addAll(Problems.of(n));
            });
    return found;
  }
}
