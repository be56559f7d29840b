package org.vpnhub.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;

/**
 * What the form editor and the diagram editor have in common: they hold a document, save it, undo
 * and redo on its command stack, and notice when another program changes the file.
 */
public final class EditorSupport {
  private final ModelDocument document;

  /**
   * Acquires the document of a file; {@link #dispose} releases it.
   *
   * @throws ModelFormatException when the file is missing or is no model; one line for the user
   */
  public EditorSupport(IEditorPart editor, IFile file) throws ModelFormatException {
    document = Documents.acquire(file);
  }

  public ModelDocument document() {
    return document;
  }

  /**
   * Saves; tells the user what went wrong and what to do, and asks when another program has changed
   * the file.
   *
   * @return whether it was saved
   */
  public boolean save(IProgressMonitor monitor) {
    throw new IllegalStateException("being written");
  }

  /** Puts undo and redo of the document into the action bars. */
  public void installUndoRedo(IActionBars bars) {}

  public void dispose() {
    Documents.release(document);
  }
}
