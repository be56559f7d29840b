package org.vpnhub.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchWindow;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;

/** What a selection of the workbench means for a model. */
public final class Selected {
  private Selected() {}

  /** Whether a file is a model by its name. */
  public static boolean isModel(Object object) {
    return object instanceof IFile f && ModelFiles.EXTENSION.equals(f.getFileExtension());
  }

  /** The selected elements; an open model file stands for its network. */
  public static List<NamedElement> elements(ISelection selection) {
    List<NamedElement> elements = new ArrayList<>();
    for (Object o : objects(selection)) {
      if (o instanceof NamedElement e) elements.add(e);
      else if (isModel(o)) Documents.find((IFile) o).ifPresent(d -> elements.add(d.network()));
    }
    return elements;
  }

  /** The selected objects; none when the selection is something else, such as text. */
  public static List<?> objects(@Nullable ISelection selection) {
    return selection instanceof IStructuredSelection s ? s.toList() : List.of();
  }

  /** The open document that the first selected element is in. */
  public static Optional<ModelDocument> document(ISelection selection) {
    return elements(selection).stream()
        .findFirst()
        .flatMap(ModelDocument::of)
        .filter(d -> Documents.all().contains(d));
  }

  /** The model file that a selection is in, or else that of the active editor. */
  public static Optional<IFile> file(IWorkbenchWindow window) {
    ISelection selection = window.getSelectionService().getSelection();
    if (selection != null) {
      Optional<IFile> selected =
          objects(selection).stream().map(Selected::file).flatMap(Optional::stream).findFirst();
      if (selected.isPresent()) return selected;
    }
    IEditorPart editor =
        window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
    return Optional.ofNullable(editor)
        .map(IEditorPart::getEditorInput)
        .filter(IFileEditorInput.class::isInstance)
        .map(i -> ((IFileEditorInput) i).getFile())
        .filter(Selected::isModel);
  }

  private static Optional<IFile> file(Object object) {
    if (isModel(object)) return Optional.of((IFile) object);
    if (!(object instanceof NamedElement e)) return Optional.empty();
    return ModelDocument.of(e).flatMap(Documents::file);
  }
}
