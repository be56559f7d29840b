package org.vpnhub.ui;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;

/** Opens and finds the editors of model files. */
public final class ModelEditors {
  /** The form editor. */
  public static final String FORM = "org.vpnhub.ui.editor";

  /** The diagram of the hub's topology. */
  public static final String TOPOLOGY = "org.vpnhub.ui.diagram.topology";

  private ModelEditors() {}

  /**
   * Opens an editor on a file, or brings the one that is open to the front, and shows an element.
   *
   * @param id the kind of editor; empty for the one that is open, or else the diagram
   */
  public static void open(
      IWorkbenchPage page, IFile file, String id, @Nullable NamedElement element) {
    IEditorPart editor = id.isEmpty() ? find(page, file).orElse(null) : null;
    if (editor == null) editor = open(page, file, id.isEmpty() ? usual() : id, true);
    else page.activate(editor);
    if (editor != null && element != null) reveal(editor, element);
  }

  /** Shows an element in an editor; one that cannot show it does nothing. */
  public static void reveal(IEditorPart editor, NamedElement element) {
    StructuredSelection selection = new StructuredSelection(element);
    if (Adapters.adapt(editor, IShowInTarget.class) instanceof IShowInTarget target) {
      if (target.show(new ShowInContext(editor.getEditorInput(), selection))) return;
    }
    ISelectionProvider provider = editor.getSite().getSelectionProvider();
    if (provider != null) provider.setSelection(selection);
  }

  /** An editor that is open on a file, the one used last first. */
  public static Optional<IEditorPart> find(IWorkbenchPage page, IFile file) {
    for (IEditorReference r :
        page.findEditors(new FileEditorInput(file), null, IWorkbenchPage.MATCH_INPUT)) {
      if (r.getEditor(true) instanceof IEditorPart editor) return Optional.of(editor);
    }
    return Optional.empty();
  }

  /**
   * Makes sure that an editor is open on a document before a view changes it, so that the change
   * can be seen, saved and taken back there. Opens one behind the view, if need be.
   */
  public static void ensureOpen(ModelDocument document) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IFile file = Documents.file(document).orElse(null);
    if (window == null || window.getActivePage() == null || file == null) return;
    IWorkbenchPage page = window.getActivePage();
    if (find(page, file).isEmpty()) open(page, file, usual(), false);
  }

  private static String usual() {
    boolean hasDiagram = PlatformUI.getWorkbench().getEditorRegistry().findEditor(TOPOLOGY) != null;
    return hasDiagram ? TOPOLOGY : FORM;
  }

  private static @Nullable IEditorPart open(
      IWorkbenchPage page, IFile file, String id, boolean activate) {
    int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID; // form beside diagram
    try {
      return page.openEditor(new FileEditorInput(file), id, activate, match);
    } catch (PartInitException e) {
      Platform.getLog(ModelEditors.class).log(e.getStatus());
      return null;
    }
  }
}
