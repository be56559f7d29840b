package org.vpnhub.ui.navigator;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Selected;

/**
 * Keeps tree and editors together while linking is on: what is selected in an editor is selected in
 * the tree, and the editor of what is selected in the tree comes to the front and shows it.
 */
final class EditorLink implements ISelectionListener, IPartListener2, ISelectionChangedListener {
  private final NetworksView view;
  private boolean following;

  EditorLink(NetworksView view) {
    this.view = view;
    page().addSelectionListener(this);
    page().addPartListener(this);
    view.getCommonViewer().addPostSelectionChangedListener(this);
  }

  void dispose() {
    page().removeSelectionListener(this);
    page().removePartListener(this);
  }

  private IWorkbenchPage page() {
    return view.getSite().getPage();
  }

  /** Another part shows an element. */
  @Override
  public void selectionChanged(IWorkbenchPart part, ISelection selection) {
    if (part == view || !view.isLinkingEnabled()) return;
    List<?> objects = Selected.objects(selection);
    if (objects.size() != 1 || !(objects.getFirst() instanceof NamedElement element)) return;
    if (view.getCommonViewer().getStructuredSelection().toList().equals(objects)) return;
    follow(() -> view.select(element));
  }

  /** Another editor is active: its file is selected, unless something in it is. */
  @Override
  public void partActivated(IWorkbenchPartReference reference) {
    if (!view.isLinkingEnabled()) return;
    if (!(reference.getPart(false) instanceof IEditorPart editor)) return;
    if (!(editor.getEditorInput() instanceof IFileEditorInput input)) return;
    IFile file = input.getFile();
    if (!Selected.isModel(file)
        || file(view.getCommonViewer().getSelection()).filter(file::equals).isPresent()) return;
    follow(() -> view.select((Object) file));
  }

  private static Optional<IFile> file(ISelection selection) {
    return Selected.objects(selection).stream()
        .findFirst()
        .flatMap(
            o ->
                o instanceof NamedElement e
                    ? ModelDocument.of(e).flatMap(Documents::file)
                    : o instanceof IFile f ? Optional.of(f) : Optional.empty());
  }

  private void follow(Runnable selecting) {
    following = true;
    try {
      selecting.run();
    } finally {
      following = false;
    }
  }

  /** Something is selected in the tree. */
  @Override
  public void selectionChanged(SelectionChangedEvent event) {
    if (following || !view.isLinkingEnabled() || page().getActivePart() != view) return;
    Optional<IEditorPart> editor =
        file(event.getSelection()).flatMap(file -> ModelEditors.find(page(), file));
    if (editor.isEmpty()) return;
    page().bringToTop(editor.get());
    if (Selected.objects(event.getSelection()) instanceof List<?> one
        && one.size() == 1
        && one.getFirst() instanceof NamedElement element) {
      ModelEditors.reveal(editor.get(), element);
    }
  }
}
