package org.vpnhub.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.ISaveablesLifecycleListener;
import org.eclipse.ui.ISaveablesSource;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.SaveablesLifecycleEvent;
import org.eclipse.ui.actions.ActionFactory;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;

/**
 * What the form editor and the diagram editor have in common: they hold a document, save it, undo
 * and redo on its command stack, and notice when another program changes the file.
 *
 * <p>The editor implements {@link ISaveablesSource} with {@link #saveables()}, so that the
 * workbench asks once for a file that two editors show; its {@code isDirty} is {@link #isDirty()},
 * and its {@code doSave} calls {@link #save}. It gives {@link #onDirtyChange}, and calls {@link
 * #dispose} when it goes.
 */
public final class EditorSupport {
  private final IEditorPart editor;
  private final Display display;
  private final OpenModel model;
  private final UndoRedo undoRedo;
  private final Action revert = new Revert();
  private final ModelDocument.Listener listener = (d, event) -> dirtyChanged();
  private final IResourceChangeListener resources = this::resourceChanged;
  private final IPartListener activation = new Activation();
  private Runnable dirtyProperty = () -> {};
  private @Nullable IActionBars bars;
  private @Nullable Runnable pending;
  private boolean disposed;

  /**
   * Acquires the document of a file; {@link #dispose} releases it. To be called in {@code init},
   * when the editor has its site.
   *
   * @throws ModelFormatException when the file is missing or is no model; one line for the user
   */
  public EditorSupport(IEditorPart editor, IFile file) throws ModelFormatException {
    this.editor = editor;
    display = editor.getSite().getShell().getDisplay();
    model = OpenModel.join(this, file);
    undoRedo = new UndoRedo(() -> Optional.of(document()).filter(d -> !disposed));
    document().addListener(listener);
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(resources, IResourceChangeEvent.POST_CHANGE);
    editor.getSite().getPage().addPartListener(activation);
  }

  /**
   * Sets what is to be run when {@link #isDirty()} may have changed: the editor fires its property
   * {@code PROP_DIRTY}.
   */
  public void onDirtyChange(Runnable dirtyProperty) {
    this.dirtyProperty = dirtyProperty;
  }

  public ModelDocument document() {
    return model.document();
  }

  public IFile file() {
    return model.file();
  }

  /**
   * Says that the user is typing into a field what the model does not have yet: there is something
   * to save, and to save takes it over first.
   *
   * @param commit takes it over; null when nothing is pending any more
   */
  public void pending(@Nullable Runnable commit) {
    boolean changed = (pending == null) != (commit == null);
    pending = commit;
    if (changed) model.tellDirty();
  }

  boolean isPending() {
    return pending != null;
  }

  /** Takes over what is being typed. */
  public void commit() {
    Runnable commit = pending;
    pending = null;
    if (commit != null) commit.run();
  }

  /** Whether there is something to save. */
  public boolean isDirty() {
    return model.isDirty();
  }

  /** What the workbench saves: the same object for all editors of a file. */
  public Saveable[] saveables() {
    return new Saveable[] {model};
  }

  /**
   * Saves; tells the user what went wrong and what to do, and asks when another program has changed
   * the file. The monitor is cancelled when it was not saved.
   *
   * @return whether it was saved
   */
  public boolean save(IProgressMonitor monitor) {
    boolean saved = model.save(shell());
    if (!saved) monitor.setCanceled(true);
    return saved;
  }

  /** Asks for a place, writes a copy, and opens it in an editor of the same kind. */
  public void saveAs() {
    Path file = document().file();
    FileDialog dialog = new FileDialog(shell(), SWT.SAVE);
    dialog.setText("Save As");
    dialog.setFilterNames(new String[] {"VPN hubs (*.vpnhub)"});
    dialog.setFilterExtensions(new String[] {"*." + ModelFiles.EXTENSION});
    dialog.setFilterPath(String.valueOf(file.getParent()));
    dialog.setFileName(file.getFileName().toString());
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen == null) return;
    Path target = Path.of(withExtension(chosen));
    if (target.equals(file)) model.save(shell());
    else saveCopy(target);
  }

  private static String withExtension(String chosen) {
    String extension = "." + ModelFiles.EXTENSION;
    return chosen.endsWith(extension) ? chosen : chosen + extension;
  }

  private void saveCopy(Path target) {
    try {
      ModelFiles.save(document().network(), target);
      IFile copy = DiskFiles.inWorkspace(target);
      ModelEditors.open(editor.getSite().getPage(), copy, editor.getSite().getId(), null);
    } catch (IOException e) {
      String text = SaveFailure.of(target, document().network(), e).text();
      MessageDialog.openError(shell(), "The copy was not saved", text);
    } catch (CoreException e) {
      MessageDialog.openError(shell(), "The copy was not opened", e.getStatus().getMessage());
    }
  }

  /** Puts undo, redo and revert of the document into the action bars. */
  public void installUndoRedo(IActionBars bars) {
    this.bars = bars;
    bars.setGlobalActionHandler(ActionFactory.REVERT.getId(), revert);
    undoRedo.install(bars);
  }

  /** A view that has no undo of its own, such as Problems after a quick fix, takes the editor's. */
  private void lendUndoRedo(IActionBars view) {
    boolean isShown = editor.getSite().getPage().getActiveEditor() == editor;
    if (isShown) undoRedo.lend(view);
  }

  /** Says something in the status line of the editor. */
  public void status(String text) {
    editor.getEditorSite().getActionBars().getStatusLineManager().setMessage(text);
  }

  public void dispose() {
    if (disposed) return;
    disposed = true;
    undoRedo.update();
    document().removeListener(listener);
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(resources);
    editor.getSite().getPage().removePartListener(activation);
    model.leave(this);
  }

  Shell shell() {
    return editor.getSite().getShell();
  }

  /** Tells the workbench that there may be something, or nothing more, to save. */
  void dirtyChanged() {
    if (disposed) return;
    undoRedo.update();
    revert.setEnabled(isDirty());
    dirtyProperty.run();
    if (editor instanceof ISaveablesSource source
        && editor.getSite().getService(ISaveablesLifecycleListener.class)
            instanceof ISaveablesLifecycleListener workbench) {
      workbench.handleLifecycleEvent(
          new SaveablesLifecycleEvent(
              source, SaveablesLifecycleEvent.DIRTY_CHANGED, saveables(), false));
    }
  }

  private void resourceChanged(IResourceChangeEvent event) {
    IResourceDelta delta = event.getDelta();
    IResourceDelta change = delta == null ? null : delta.findMember(file().getFullPath());
    if (change == null) return;
    IPath movedTo = change.getMovedToPath();
    display.asyncExec(
        () -> {
          if (disposed) return;
          if (movedTo != null && !isDirty()) follow(movedTo);
          else model.checkOutside(this);
        });
  }

  /** The file has got another name: shows it under that. */
  private void follow(IPath movedTo) {
    IFile moved = ResourcesPlugin.getWorkspace().getRoot().getFile(movedTo);
    IWorkbenchPage page = editor.getSite().getPage();
    String id = editor.getSite().getId();
    page.closeEditor(editor, false);
    if (moved.exists()) ModelEditors.open(page, moved, id, null);
  }

  private final class Activation implements IPartListener {
    @Override
    public void partActivated(IWorkbenchPart part) {
      if (part instanceof IViewPart view) lendUndoRedo(view.getViewSite().getActionBars());
      if (part != editor) return;
      if (bars != null) installUndoRedo(bars);
      display.asyncExec(
          () -> {
            if (!disposed) model.checkOutside(EditorSupport.this);
          });
    }

    @Override
    public void partBroughtToTop(IWorkbenchPart part) {}

    @Override
    public void partClosed(IWorkbenchPart part) {}

    @Override
    public void partDeactivated(IWorkbenchPart part) {}

    @Override
    public void partOpened(IWorkbenchPart part) {}
  }

  private final class Revert extends Action {
    Revert() {
      super("Re&vert");
      setActionDefinitionId(ActionFactory.REVERT.getCommandId());
      setEnabled(false);
    }

    @Override
    public void run() {
      String question = "Lose all changes since " + file().getName() + " was last saved?";
      if (MessageDialog.openConfirm(shell(), "Revert", question)) model.reload(shell());
    }
  }
}
