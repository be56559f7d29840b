package org.vpnhub.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Selected;

/**
 * The command "Compare Versions": two selected files with each other, or else the model at hand
 * with its saved file, or with another file that the user chooses.
 */
public final class CompareHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    List<IFile> files =
        Selected.objects(HandlerUtil.getCurrentSelection(event)).stream()
            .filter(Selected::isModel)
            .map(IFile.class::cast)
            .toList();
    if (files.size() == 2) {
      show(window, now(files.get(0)), now(files.get(1)));
      return null;
    }
    Optional<IFile> file = Selected.file(window);
    if (file.isEmpty()) {
      MessageDialog.openInformation(
          window.getShell(), "Compare Versions", "Open a model, or select one or two model files.");
      return null;
    }
    before(window.getShell(), file.get())
        .ifPresent(before -> show(window, before, now(file.get())));
    return null;
  }

  private static Version now(IFile file) {
    return Documents.find(file)
        .filter(ModelDocument::isDirty)
        .map(Version::of)
        .orElseGet(() -> Version.of(path(file)));
  }

  private static Path path(IFile file) {
    return file.getLocation().toPath();
  }

  /** What to compare with; asked unless there is only one answer. */
  private static Optional<Version> before(Shell shell, IFile file) {
    Optional<ModelDocument> edited = Documents.find(file).filter(ModelDocument::isDirty);
    if (edited.isPresent()) {
      int answer =
          MessageDialog.open(
              MessageDialog.QUESTION,
              shell,
              "Compare Versions",
              "Compare " + file.getName() + " with which version?",
              SWT.SHEET,
              "The saved file",
              "Another file…",
              "Cancel");
      if (answer == 0) return edited.map(Version::saved);
      if (answer != 1) return Optional.empty();
    }
    FileDialog dialog = new FileDialog(shell, SWT.OPEN);
    dialog.setText("Compare " + file.getName() + " with");
    dialog.setFilterExtensions(new String[] {"*.vpnhub", "*"});
    dialog.setFilterPath(path(file).getParent().toString());
    return Optional.ofNullable(dialog.open()).map(Path::of).map(Version::of);
  }

  private static void show(IWorkbenchWindow window, Version before, Version after) {
    try {
      var view = (ComparisonView) window.getActivePage().showView(ComparisonView.ID);
      view.compare(before, after);
    } catch (PartInitException e) {
      MessageDialog.openError(window.getShell(), "Compare Versions", e.getMessage());
    }
  }
}
