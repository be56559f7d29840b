package org.vpnhub.app.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/** A page to read, in the place of the editors: there is nothing to save in it. */
abstract class PageEditor extends EditorPart {
  static void open(IWorkbenchPage page, PageInput input, String id) {
    try {
      page.openEditor(input, id);
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public final void init(IEditorSite site, IEditorInput input) {
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  @Override
  public final boolean isDirty() {
    return false;
  }

  @Override
  public final boolean isSaveAsAllowed() {
    return false;
  }

  @Override
  public final void doSave(IProgressMonitor monitor) {}

  @Override
  public final void doSaveAs() {}
}
