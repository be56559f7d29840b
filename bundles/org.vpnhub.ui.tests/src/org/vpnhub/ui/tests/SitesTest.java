package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** Fifty sites come from a spreadsheet, by the clipboard. */
class SitesTest extends Journey {
  private static final int SITES = 50;

  @Test
  void fiftySitesArePasted() throws Exception {
    IFile file = file("office", "large.vpnhub", example());
    open(file, "org.vpnhub.ui.editor");
    BOT.run(() -> showPage("sites"));
    Table table = BOT.find(Table.class, "sites.table");
    BOT.until("the three sites", () -> table.getItemCount() == 3);
    BOT.run(() -> copy(rows()));
    click("sites.table");
    KEYS.press("Ctrl", "v");
    BOT.until("all sites", () -> table.getItemCount() == 3 + SITES);
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    assertEquals(3 + SITES, BOT.get(() -> document.network().getSites().size()));
    MOUSE.click(BOT.centre(BOT.item(table, "Shanghai"), 0));
    screenshot("sites-pasted");
    KEYS.press("Ctrl", "z");
    BOT.until("one Undo takes all away", () -> document.network().getSites().size() == 3);
    KEYS.press("Ctrl", "y");
    BOT.until("Redo brings all back", () -> document.network().getSites().size() == 3 + SITES);
    KEYS.press("Ctrl", "s");
    BOT.until("saved", () -> !document.isDirty());
  }

  private static void showPage(String id) {
    var editor = (org.eclipse.ui.forms.editor.FormEditor) page().getActiveEditor();
    editor.setActivePage(id);
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= SITES; i++) {
      rows.append("branch-").append(i).append("\t203.0.113.").append(100 + i);
      rows.append("\t10.20.").append(i).append(".0/24\tstrongswan\n");
    }
    return rows.toString();
  }

  private static void copy(String text) {
    Clipboard clipboard = new Clipboard(window().getShell().getDisplay());
    clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
