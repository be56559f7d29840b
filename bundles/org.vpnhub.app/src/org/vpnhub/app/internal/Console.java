package org.vpnhub.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** The workbench from its splash to its end. */
public final class Console {
  public static final String NAME = "vpnhub";
  private final Display display;
  private final Optional<Path> file;

  /**
   * @param file to be opened once the window stands
   */
  public Console(Display display, Optional<Path> file) {
    this.display = display;
    this.file = file;
  }

  /** Runs until the window is closed; returns the workbench's own code. */
  public int run() {
    Splash splash = Splash.open(display);
    try {
      return PlatformUI.createAndRunWorkbench(display, new Advisor(splash, file));
    } finally {
      splash.close();
    }
  }

  /**
   * Closes everything, an open dialog too, asks nothing and saves no model: what was not saved is
   * lost. The layout and the open editors are remembered.
   */
  public static void closeWithoutSaving() {
    if (!PlatformUI.isWorkbenchRunning()) return;
    for (ModelDocument document : Documents.all()) {
      try {
        if (document.isDirty()) document.reload();
      } catch (ModelFormatException e) {
        // Its file is gone or broken: its editors are closed below.
      }
    }
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      for (IWorkbenchPage page : window.getPages()) closeDirtyEditors(page);
    }
    PlatformUI.getWorkbench().close();
  }

  private static void closeDirtyEditors(IWorkbenchPage page) {
    List<IEditorReference> dirty = new ArrayList<>();
    for (IEditorReference editor : page.getEditorReferences()) {
      if (editor.isDirty()) dirty.add(editor);
    }
    page.closeEditors(dirty.toArray(IEditorReference[]::new), false);
  }
}
