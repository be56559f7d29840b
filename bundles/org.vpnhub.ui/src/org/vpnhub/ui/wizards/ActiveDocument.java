package org.vpnhub.ui.wizards;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** The document that a command is about, held while a wizard works on it. */
final class ActiveDocument implements AutoCloseable {
  static final String FORM_EDITOR = "org.vpnhub.ui.editor";
  static final String TOPOLOGY_EDITOR = "org.vpnhub.ui.diagram.topology";

  private final IFile file;
  private final ModelDocument document;

  private ActiveDocument(IFile file, ModelDocument document) {
    this.file = file;
    this.document = document;
  }

  ModelDocument document() {
    return document;
  }

  @Override
  public void close() {
    Documents.release(document);
  }

  /**
   * The document of the selected element or file, else that of the active editor; empty when there
   * is none, which the user is told.
   */
  static Optional<ActiveDocument> find(IWorkbenchWindow window, ISelection selection) {
    Optional<IFile> file = selected(selection).or(() -> edited(window));
    if (file.isEmpty()) {
      MessageDialog.openInformation(
          window.getShell(),
          "No VPN hub is open",
          "Open a .vpnhub file, or select one in the navigator, and try again. To make one choose"
              + " Hub > New VPN Hub.");
      return Optional.empty();
    }
    return acquire(file.get(), window.getShell());
  }

  private static Optional<ActiveDocument> acquire(IFile file, Shell shell) {
    try {
      return Optional.of(new ActiveDocument(file, Documents.acquire(file)));
    } catch (ModelFormatException e) {
      MessageDialog.openError(shell, file.getName() + " cannot be read", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<IFile> selected(ISelection selection) {
    if (!(selection instanceof IStructuredSelection s)) return Optional.empty();
    Object first = s.getFirstElement();
    if (first instanceof EObject e) return ModelDocument.of(e).flatMap(Documents::file);
    IFile file = first == null ? null : Adapters.adapt(first, IFile.class);
    return Optional.ofNullable(file).filter(ActiveDocument::isModel);
  }

  private static Optional<IFile> edited(IWorkbenchWindow window) {
    IWorkbenchPage page = window.getActivePage();
    IEditorPart editor = page == null ? null : page.getActiveEditor();
    if (editor == null) return Optional.empty();
    IEditorInput input = editor.getEditorInput();
    return Optional.ofNullable(Adapters.adapt(input, IFile.class)).filter(ActiveDocument::isModel);
  }

  private static boolean isModel(IFile file) {
    return ModelFiles.EXTENSION.equals(file.getFileExtension());
  }

  /** Sees to it that an editor shows the document: what was changed is to be saved there. */
  void show(IWorkbenchWindow window) {
    IWorkbenchPage page = window.getActivePage();
    if (page == null || page.findEditor(new FileEditorInput(file)) != null) return;
    open(page, file);
  }

  /** Opens the topology diagram of a file, or its form where there is no diagram. */
  static void open(IWorkbenchPage page, IFile file) {
    var registry = page.getWorkbenchWindow().getWorkbench().getEditorRegistry();
    String id = registry.findEditor(TOPOLOGY_EDITOR) != null ? TOPOLOGY_EDITOR : FORM_EDITOR;
    if (registry.findEditor(id) == null) return;
    try {
      page.openEditor(new FileEditorInput(file), id);
    } catch (PartInitException e) {
      MessageDialog.openError(
          page.getWorkbenchWindow().getShell(),
          file.getName() + " cannot be opened",
          e.getMessage());
    }
  }
}
