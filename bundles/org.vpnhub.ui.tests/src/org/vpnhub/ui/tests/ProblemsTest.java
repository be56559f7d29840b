package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** Two sites have the same prefix: it is shown at once, and a quick fix mends it. */
class ProblemsTest extends Journey {
  @Test
  void anOverlapIsShownAndMendedByAQuickFix() throws Exception {
    String overlapping = example().replace("10.10.20.0/24", "10.10.10.0/24");
    IFile file = file("office", "overlap.vpnhub", overlapping);
    open(file, "org.vpnhub.ui.editor");
    BOT.until("a marker of the overlap", () -> has(file, "A03"));
    Tree problems = BOT.tree("Description");
    TreeItem group = BOT.item(problems, "Errors");
    MOUSE.click(BOT.centre(group));
    KEYS.press("Right");
    TreeItem overlap = BOT.item(problems, "overlap");
    MOUSE.click(BOT.centre(overlap));
    screenshot("problems-overlap");
    KEYS.press("Ctrl", "1");
    Shell fixes = BOT.shell("Quick Fix");
    screenshot("problems-quick-fix");
    clickButton("Finish");
    BOT.until("the dialog is gone", fixes::isDisposed);
    BOT.until("the overlap is gone", () -> !has(file, "A03"));
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    assertTrue(document.isDirty(), "mended in the editor, to be saved by the user");
    screenshot("problems-mended");
    KEYS.press("Ctrl", "Z"); // Problems has the focus, not the editor
    BOT.until("the overlap is back after Undo", () -> has(file, "A03"));
  }

  private static boolean has(IFile file, String rule) {
    try {
      for (IMarker marker : file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
        if (marker.getAttributes().containsValue(rule)) return true;
      }
      return false;
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
