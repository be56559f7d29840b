package org.vpnhub.ui.problems;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** Applies remedies to files, whether they are open in an editor or not. */
final class FileEdit {
  private FileEdit() {}

  /** Applies a remedy; where no editor shows the file, saves it and says so. */
  static void apply(IFile file, Shell shell, Remedy remedy) {
    boolean isHeld = Documents.find(file).isPresent() && isInEditor(file);
    ModelDocument document;
    try {
      document = Documents.acquire(file);
    } catch (ModelFormatException e) {
      MessageDialog.openError(shell, "Quick Fix", String.valueOf(e.getMessage()));
      return;
    }
    try {
      long before = document.revision();
      BusyIndicator.showWhile(shell.getDisplay(), () -> remedy.action().apply(document, shell));
      if (document.revision() != before && !isHeld) {
        save(file, document, shell, remedy.label());
      }
    } finally {
      Documents.release(document);
    }
  }

  static boolean isInEditor(IFile file) {
    FileEditorInput input = new FileEditorInput(file);
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      for (IWorkbenchPage page : window.getPages()) {
        if (page.findEditors(input, null, IWorkbenchPage.MATCH_INPUT).length > 0) return true;
      }
    }
    return false;
  }

  private static void save(IFile file, ModelDocument document, Shell shell, String done) {
    try {
      document.save();
      file.refreshLocal(IResource.DEPTH_ZERO, null);
    } catch (IOException e) {
      document.undo();
      MessageDialog.openError(
          shell, "Quick Fix", "Nothing was changed. " + String.valueOf(e.getMessage()));
      return;
    } catch (CoreException e) {
      Platform.getLog(FileEdit.class).log(e.getStatus());
    }
    MessageDialog.openInformation(
        shell,
        "Quick Fix",
        done + ".\n\n" + file.getName() + " is not open in an editor, so it was saved at once.");
  }
}
