package org.vpnhub.ui.monitor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/**
 * The model that a command is about, as it is now.
 *
 * @param file the model file
 * @param network a copy of its network, for work in the background
 * @param revision which revision of the document it is a copy of
 * @param dirty whether the document has changes that are not in the file
 */
record Target(Path file, Network network, long revision, boolean dirty) {

  /**
   * The model of the selection, else of the active editor, else the only one that is open.
   *
   * @throws ModelFormatException one line for the user
   */
  static Optional<Target> of(ExecutionEvent event) throws ModelFormatException {
    Optional<ModelDocument> selected = selected(HandlerUtil.getCurrentSelection(event));
    if (selected.isPresent()) return selected.map(Target::of);
    Optional<IFile> file =
        file(HandlerUtil.getCurrentSelection(event))
            .or(() -> file(HandlerUtil.getActiveEditor(event)));
    if (file.isPresent()) return Optional.of(of(file.get()));
    if (Documents.all().size() == 1) return Optional.of(of(Documents.all().getFirst()));
    return Optional.empty();
  }

  /** The model of the active editor of a page. */
  static Optional<ModelDocument> active(IWorkbenchPage page) {
    return file(page.getActiveEditor()).flatMap(Documents::find);
  }

  static Target of(ModelDocument document) {
    return new Target(
        document.file(),
        EcoreUtil.copy(document.network()),
        document.revision(),
        document.isDirty());
  }

  private static Target of(IFile file) throws ModelFormatException {
    ModelDocument document = Documents.acquire(file);
    try {
      return of(document);
    } finally {
      Documents.release(document);
    }
  }

  private static Optional<ModelDocument> selected(ISelection selection) {
    return selection instanceof IStructuredSelection s
            && s.getFirstElement() instanceof EObject element
        ? ModelDocument.of(element)
        : Optional.empty();
  }

  private static Optional<IFile> file(ISelection selection) {
    if (!(selection instanceof IStructuredSelection s)) return Optional.empty();
    return model(Adapters.adapt(s.getFirstElement(), IFile.class));
  }

  private static Optional<IFile> file(IEditorPart editor) {
    if (editor == null) return Optional.empty();
    return model(Adapters.adapt(editor.getEditorInput(), IFile.class));
  }

  private static Optional<IFile> model(IFile file) {
    return Optional.ofNullable(file).filter(f -> "vpnhub".equals(f.getFileExtension()));
  }
}
