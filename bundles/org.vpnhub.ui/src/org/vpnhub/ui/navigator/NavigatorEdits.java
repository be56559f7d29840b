package org.vpnhub.ui.navigator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.BaseSelectionListenerAction;
import org.eclipse.ui.actions.DeleteResourceAction;
import org.eclipse.ui.actions.RenameResourceAction;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Removal;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelTree;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Selected;
import org.vpnhub.ui.UndoRedo;

/** Undo, redo, copy, paste, delete and rename on what is selected in the tree. */
final class NavigatorEdits {
  private final NetworksView view;
  private final NavigatorClipboard clipboard;
  private final RenameInPlace rename;
  private final UndoRedo undoRedo;
  private final List<Edit> actions = new ArrayList<>();
  private final BaseSelectionListenerAction deleteResource;
  private final BaseSelectionListenerAction renameResource;
  private final ModelDocument.Listener documentListener = (d, e) -> update();
  private Optional<ModelDocument> watched = Optional.empty();

  /** An action of the Edit menu on elements or, where it can, on files and folders. */
  private final class Edit extends Action {
    private final ActionFactory kind;
    private final Runnable run;
    private final BooleanSupplier possible;

    Edit(String text, ActionFactory kind, BooleanSupplier possible, Runnable run) {
      super(text);
      this.kind = kind;
      this.possible = possible;
      this.run = run;
      setId(kind.getId());
      setActionDefinitionId(kind.getCommandId());
    }

    @Override
    public void run() {
      if (possible.getAsBoolean()) run.run();
    }

    void update() {
      setEnabled(possible.getAsBoolean());
    }
  }

  NavigatorEdits(NetworksView view) {
    this.view = view;
    clipboard = new NavigatorClipboard(view);
    rename = new RenameInPlace(view.getCommonViewer());
    undoRedo = new UndoRedo(() -> Selected.document(selection()));
    deleteResource = new DeleteResourceAction(view.getSite());
    renameResource = new RenameResourceAction(view.getSite(), view.getCommonViewer().getTree());
    actions.add(new Edit("&Copy", ActionFactory.COPY, clipboard::canCopy, clipboard::copy));
    actions.add(new Edit("&Paste", ActionFactory.PASTE, clipboard::canPaste, clipboard::paste));
    actions.add(new Edit("&Delete", ActionFactory.DELETE, this::canDelete, this::delete));
    actions.add(new Edit("Rena&me", ActionFactory.RENAME, this::canRename, this::rename));
    view.getCommonViewer().addSelectionChangedListener(e -> update());
  }

  void install(IActionBars bars) {
    for (Edit a : actions) bars.setGlobalActionHandler(a.kind.getId(), a);
    undoRedo.install(bars);
    update();
  }

  /** The actions for the context menu, in their order. */
  List<? extends IAction> actions() {
    return actions;
  }

  void dispose() {
    watched.ifPresent(d -> d.removeListener(documentListener));
    clipboard.dispose();
  }

  private IStructuredSelection selection() {
    return view.getCommonViewer().getStructuredSelection();
  }

  private void update() {
    if (view.getCommonViewer().getTree().isDisposed()) return;
    Optional<ModelDocument> document = Selected.document(selection());
    if (!document.equals(watched)) {
      watched.ifPresent(d -> d.removeListener(documentListener));
      document.ifPresent(d -> d.addListener(documentListener));
      watched = document;
    }
    deleteResource.selectionChanged(selection());
    renameResource.selectionChanged(selection());
    actions.forEach(Edit::update);
    undoRedo.update();
  }

  private List<IResource> resources() {
    return selection().toList().stream()
        .filter(IResource.class::isInstance)
        .map(IResource.class::cast)
        .toList();
  }

  private List<NamedElement> elements() {
    return Selected.elements(selection()).stream().filter(e -> !(e instanceof Network)).toList();
  }

  private boolean canDelete() {
    if (!resources().isEmpty()) return deleteResource.isEnabled();
    List<NamedElement> elements = elements();
    return !elements.isEmpty() && elements.stream().allMatch(Removal::isPossible);
  }

  private void delete() {
    if (!resources().isEmpty()) {
      deleteResource.run();
      return;
    }
    List<NamedElement> elements = elements();
    ModelDocument.of(elements.getFirst())
        .filter(d -> Documents.all().contains(d))
        .ifPresent(document -> delete(document, elements));
  }

  /** What stood above is selected then, so that keys go on working, Undo first of all. */
  private void delete(ModelDocument document, List<NamedElement> elements) {
    Optional<NamedElement> above = ModelTree.parent(elements.getFirst());
    ModelEditors.ensureOpen(document);
    Edits.remove(document, elements);
    view.getSite()
        .getShell()
        .getDisplay()
        .asyncExec(() -> above.filter(e -> isThere(document, e)).ifPresent(view::select));
  }

  private static boolean isThere(ModelDocument document, NamedElement element) {
    return EcoreUtil.getRootContainer(element) == document.network();
  }

  private boolean canRename() {
    if (resources().isEmpty())
      return selection().size() == 1 && rename.isPossible(selection().getFirstElement());
    return resources().size() == 1
        && !(resources().getFirst() instanceof IProject)
        && renameResource.isEnabled();
  }

  private void rename() {
    if (resources().isEmpty()) rename.start(selection().getFirstElement());
    else renameResource.run();
  }
}
