package org.vpnhub.ui.diagram.road;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Images;

/**
 * Shows the road between two selected elements; with one selected it asks for the other, with none
 * the road of the active editor's first site is shown.
 */
public final class ShowRoad extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    List<NamedElement> ends = ends(HandlerUtil.getCurrentStructuredSelection(event));
    Optional<IFile> file =
        ends.stream()
            .findFirst()
            .flatMap(ModelDocument::of)
            .flatMap(Documents::file)
            .or(() -> file(page.getActiveEditor()));
    Shell shell = HandlerUtil.getActiveShell(event);
    if (file.isEmpty()) {
      MessageDialog.openInformation(
          shell, "Show Road", "Select a site in the navigator or in an editor first.");
      return null;
    }
    String from = ends.isEmpty() ? "" : ends.getFirst().getId();
    String to = "";
    if (ends.size() > 1) {
      to = ends.get(1).getId();
    } else if (ends.size() == 1) {
      Optional<NamedElement> other = ask(shell, ends.getFirst());
      if (other.isEmpty()) return null;
      to = other.get().getId();
    }
    try {
      // By the input alone it would find another editor of the same file.
      int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
      page.openEditor(new RoadInput(file.get(), from, to), RoadEditor.ID, true, match);
    } catch (PartInitException e) {
      throw new ExecutionException(e.getMessage(), e);
    }
    return null;
  }

  private static List<NamedElement> ends(IStructuredSelection selection) {
    return selection.stream()
        .filter(e -> e instanceof Site || e instanceof Vpc)
        .map(NamedElement.class::cast)
        .toList();
  }

  private static Optional<IFile> file(@Nullable IEditorPart editor) {
    return Optional.ofNullable(editor)
        .map(e -> Adapters.adapt(e.getEditorInput(), IFile.class))
        .filter(f -> Documents.find(f).isPresent());
  }

  private static Optional<NamedElement> ask(Shell shell, NamedElement from) {
    ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new Labels());
    dialog.setTitle("Show Road");
    dialog.setMessage("Where does the packet from " + from.getName() + " go to?");
    dialog.setMultipleSelection(false);
    ModelDocument.of(from)
        .ifPresent(
            d ->
                dialog.setElements(
                    RoadEnds.all(d.network()).stream().filter(e -> e != from).toArray()));
    if (dialog.open() != Window.OK) return Optional.empty();
    return Optional.ofNullable((NamedElement) dialog.getFirstResult());
  }

  private static final class Labels extends LabelProvider {
    @Override
    public String getText(Object element) {
      return ElementLabels.text((NamedElement) element);
    }

    @Override
    public Image getImage(Object element) {
      return Images.get(ElementLabels.icon((NamedElement) element));
    }
  }
}
