package org.vpnhub.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.Saveable;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ChangedOutsideException;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelDocument.Outside;

/**
 * A document as its editors share it: what the workbench saves, once however many editors are open,
 * and what has become of its file outside.
 */
final class OpenModel extends Saveable {
  private static final Map<ModelDocument, OpenModel> OPEN = new HashMap<>();

  private final ModelDocument document;
  private final IFile file;
  private final Set<EditorSupport> editors = new LinkedHashSet<>();

  /** Whether the file has been deleted by another program; to save it is then always worthwhile. */
  private boolean gone;

  /** The state of the file outside that the user has been asked about; empty for none. */
  private String told = "";

  private boolean asking;

  private OpenModel(ModelDocument document, IFile file) {
    this.document = document;
    this.file = file;
  }

  /** An editor joins those of a file. */
  static OpenModel join(EditorSupport editor, IFile file) throws ModelFormatException {
    ModelDocument document = Documents.acquire(file);
    OpenModel model = OPEN.computeIfAbsent(document, d -> new OpenModel(d, file));
    model.editors.add(editor);
    return model;
  }

  /** An editor leaves; with the last one the changes that were not saved go. */
  void leave(EditorSupport editor) {
    if (!editors.remove(editor)) return;
    if (editors.isEmpty()) {
      OPEN.remove(document);
      discardChanges();
    }
    Documents.release(document);
  }

  /** Views that still hold the document must not show what the user did not want to save. */
  private void discardChanges() {
    if (!document.isDirty() || document.outside() == Outside.GONE) return;
    try {
      document.reload();
    } catch (ModelFormatException e) {
      Platform.getLog(OpenModel.class).warn(e.getMessage());
    }
  }

  ModelDocument document() {
    return document;
  }

  IFile file() {
    return file;
  }

  @Override
  public boolean isDirty() {
    return gone || document.isDirty() || editors.stream().anyMatch(EditorSupport::isPending);
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    if (!save(editors.iterator().next().shell())) monitor.setCanceled(true);
  }

  /** Saves; tells and asks the user what is to be told and asked. */
  boolean save(Shell shell) {
    editors.forEach(EditorSupport::commit);
    var hindrance = SaveFailure.before(document.file());
    if (hindrance.isPresent()) return failed(shell, hindrance.get());
    try {
      // When only figures of a diagram have moved, the model's file stays as it is.
      if (gone || document.isDirty()) document.save();
    } catch (ChangedOutsideException e) {
      return saveOverOther(shell);
    } catch (IOException e) {
      return failed(shell, SaveFailure.of(document.file(), document.network(), e));
    }
    saved();
    return true;
  }

  private boolean saveOverOther(Shell shell) {
    if (asking) return false; // the same question stands on the screen already
    asking = true;
    try {
      return askToOverwrite(shell);
    } finally {
      asking = false;
    }
  }

  private boolean askToOverwrite(Shell shell) {
    String question =
        document.file()
            + " was changed by another program since it was opened here.\n\nReload it and lose your"
            + " changes, or save your version over it?";
    int answer =
        new MessageDialog(
                shell,
                "File changed by another program",
                null,
                question,
                MessageDialog.QUESTION,
                2,
                "Reload",
                "Save over it",
                "Cancel")
            .open();
    if (answer == 0) return reload(shell);
    if (answer != 1) return false;
    try {
      document.overwrite();
    } catch (IOException e) {
      return failed(shell, SaveFailure.of(document.file(), document.network(), e));
    }
    saved();
    return true;
  }

  private static boolean failed(Shell shell, SaveFailure failure) {
    MessageDialog.openError(shell, "The model was not saved", failure.text());
    return false;
  }

  private void saved() {
    gone = false;
    told = "";
    refresh();
    tellDirty();
  }

  void tellDirty() {
    editors.forEach(EditorSupport::dirtyChanged);
  }

  /** Lets the workspace know what is on the disk. */
  private void refresh() {
    try {
      file.refreshLocal(IResource.DEPTH_ZERO, null);
    } catch (CoreException e) {
      Platform.getLog(OpenModel.class).log(e.getStatus());
    }
  }

  /** Reads the file anew, telling the user when it cannot be. */
  boolean reload(Shell shell) {
    try {
      document.reload();
    } catch (ModelFormatException e) {
      MessageDialog.openError(
          shell,
          "The file cannot be read",
          e.getMessage() + "\n\nWhat you see is the last version that could be read.");
      return false;
    }
    saved();
    return true;
  }

  /** Looks whether another program has changed or deleted the file, and acts on it. */
  void checkOutside(EditorSupport editor) {
    if (asking) return;
    asking = true;
    try {
      switch (document.outside()) {
        case SAME -> found();
        case GONE -> deleted(editor);
        case CHANGED -> changed(editor);
      }
    } finally {
      asking = false;
    }
  }

  private void found() {
    told = "";
    if (!gone) return;
    gone = false;
    tellDirty();
  }

  private void deleted(EditorSupport editor) {
    if (gone) return;
    gone = true;
    tellDirty();
    MessageDialog.openWarning(
        editor.shell(),
        "File deleted",
        document.file()
            + " is no longer there: it was deleted or moved.\n\n"
            + "Save to write it again, or close the editor to let it go.");
  }

  private void changed(EditorSupport editor) {
    String state = state(document.file());
    if (state.equals(told)) return;
    told = state;
    String name = document.file().getFileName().toString();
    if (!isDirty() || gone && !document.isDirty()) {
      if (reload(editor.shell())) {
        editor.status(name + " was changed by another program and has been read again");
      }
      return;
    }
    int answer =
        MessageDialog.open(
            MessageDialog.QUESTION,
            editor.shell(),
            "File changed by another program",
            document.file() + " was changed by another program, and you have changes not saved.",
            SWT.SHEET,
            "Keep mine",
            "Reload");
    if (answer == 1) reload(editor.shell());
  }

  /** A word that is another when the file has been written again. */
  private static String state(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public String getName() {
    return file.getName();
  }

  @Override
  public String getToolTipText() {
    return file.getFullPath().makeRelative().toString();
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Images.descriptor("network");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenModel m && m.document == document;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(document);
  }
}
