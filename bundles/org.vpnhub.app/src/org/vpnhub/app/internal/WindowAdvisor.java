package org.vpnhub.app.internal;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.jspecify.annotations.Nullable;

/** The window: its size, its bars, and its title, which names the file being edited. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {
  private static final List<String> MEMORABLE =
      List.of("org.vpnhub.ui.editor", "org.vpnhub.ui.diagram.topology");

  /** Menus and buttons for programmers, which bundles of the platform bring along. */
  private static final List<String> FOREIGN_ACTION_SETS =
      List.of(
          "org.eclipse.ui.NavigateActionSet",
          "org.eclipse.ui.WorkingSetActionSet",
          "org.eclipse.ui.WorkingSetModificationActionSet",
          "org.eclipse.ui.actionSet.keyBindings",
          "org.eclipse.ui.actionSet.openFiles",
          "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
          "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
          "org.eclipse.ui.edit.text.actionSet.navigation",
          "org.eclipse.ui.edit.text.actionSet.presentation");

  WindowAdvisor(IWorkbenchWindowConfigurer configurer) {
    super(configurer);
  }

  @Override
  public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
    return new Bars(configurer);
  }

  @Override
  public void preWindowOpen() {
    IWorkbenchWindowConfigurer window = getWindowConfigurer();
    window.setInitialSize(new Point(1400, 900));
    window.setShowMenuBar(true);
    window.setShowCoolBar(true);
    window.setShowStatusLine(true);
    window.setShowProgressIndicator(true);
    window.setShowPerspectiveBar(false);
    window.setTitle(Console.NAME);
    window.getWindow().getPartService().addPartListener(new EditorWatch());
    window.getWindow().addPerspectiveListener(new ForeignActions());
  }

  @Override
  public void postWindowCreate() {
    retitle();
    ForeignActions.hide(getWindowConfigurer().getWindow().getActivePage());
  }

  private void retitle() {
    var page = getWindowConfigurer().getWindow().getActivePage();
    IEditorPart editor = page == null ? null : page.getActiveEditor();
    getWindowConfigurer().setTitle(title(editor));
  }

  private static String title(@Nullable IEditorPart editor) {
    if (editor == null || !(editor.getEditorInput() instanceof IFileEditorInput input)) {
      return Console.NAME;
    }
    String name = input.getFile().getFullPath().removeFileExtension().lastSegment();
    return name + " \u2014 " + Console.NAME;
  }

  /** Follows the active editor, and remembers the files that were opened. */
  private final class EditorWatch implements IPartListener2 {
    @Override
    public void partOpened(IWorkbenchPartReference reference) {
      if (!MEMORABLE.contains(reference.getId())) return;
      if (reference.getPart(false) instanceof IEditorPart editor
          && editor.getEditorInput() instanceof IFileEditorInput input
          && input.getFile().getLocation() != null) {
        RecentFiles.remember(input.getFile().getLocation().toPath());
      }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
      retitle();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
      retitle();
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
      retitle();
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference reference) {
      retitle();
    }
  }

  /** Keeps the foreign menus and buttons away, also when the perspective is reset. */
  private static final class ForeignActions extends PerspectiveAdapter {
    static void hide(@Nullable IWorkbenchPage page) {
      if (page != null) FOREIGN_ACTION_SETS.forEach(page::hideActionSet);
    }

    @Override
    public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
      hide(page);
    }

    @Override
    public void perspectiveChanged(
        IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
      if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) hide(page);
    }
  }
}
