package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;

/** What the user sees of files that cannot be read or written. */
class BadInputTest extends Journey {
  @Test
  void aBrokenFileSaysWhatIsWrongAndWhere() throws Exception {
    String broken = example().replace("</regions>", "");
    open(file("office", "broken.vpnhub", broken), "org.vpnhub.ui.editor");
    Label what = BOT.find(Label.class, "broken.what");
    assertTrue(BOT.get(what::getText).contains("Line 4"), () -> BOT.get(what::getText));
    screenshot("broken-file");
    click("broken.openText");
    BOT.until(
        "the text editor",
        () ->
            page().getActiveEditor().getTitle().equals("broken.vpnhub")
                && page().getEditorReferences().length == 2);
    screenshot("broken-file-text");
  }

  @Test
  void aBrokenFileIsToldInTheDiagramToo() throws Exception {
    open(file("office", "broken.vpnhub", "no model"), "org.vpnhub.ui.diagram.topology");
    Label what = BOT.find(Label.class, "broken.what");
    assertTrue(!BOT.get(what::getText).isBlank());
    screenshot("broken-file-diagram");
  }

  @Test
  void aFileOfANewerVersionAsksForANewerProgram() throws Exception {
    String newer = example().replace("formatVersion=\"1\"", "formatVersion=\"99\"");
    open(file("office", "newer.vpnhub", newer), "org.vpnhub.ui.editor");
    Label what = BOT.find(Label.class, "broken.what");
    assertTrue(BOT.get(what::getText).contains("99"), () -> BOT.get(what::getText));
    screenshot("newer-version");
  }

  @Test
  void twoEditorsOnOneFileShowTheSameModel() throws Exception {
    IFile file = file("office", "shared.vpnhub", example());
    var form = open(file, "org.vpnhub.ui.editor");
    BOT.run(() -> execute("org.vpnhub.ui.openTopology"));
    var diagram = BOT.get(() -> page().getActiveEditor());
    assertNotSame(form, diagram);
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    BOT.run(() -> Edits.rename(document, document.network().getSites().getFirst(), "Suzhou"));
    BOT.until("both are dirty", () -> form.isDirty() && diagram.isDirty());
    screenshot("two-editors");
    BOT.run(document::undo);
    BOT.until("neither is dirty", () -> !form.isDirty() && !diagram.isDirty());
  }

  @Test
  void ofTwoEditorsOnlyTheLastAsksWhetherToSave() throws Exception {
    IFile file = file("office", "shared.vpnhub", example());
    var form = open(file, "org.vpnhub.ui.editor");
    open(file, "org.vpnhub.ui.diagram.topology");
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    BOT.run(() -> Edits.rename(document, document.network().getSites().getFirst(), "Suzhou"));
    BOT.asynchronously(() -> page().closeAllEditors(true));
    clickButton("Cancel");
    BOT.run(() -> page().activate(form));
    KEYS.press("Ctrl", "w");
    BOT.until("the form is gone", () -> page().getEditorReferences().length == 1);
    KEYS.press("Ctrl", "w");
    BOT.button("Save");
    screenshot("save-on-close");
    clickButton("Don't Save");
    BOT.until("the diagram is gone", () -> page().getEditorReferences().length == 0);
  }

  /** A file system that refuses is played by a folder in the file's place: it hits root too. */
  @Test
  void aFileThatCannotBeWrittenKeepsTheChangesInTheEditor() throws Exception {
    IFile file = file("office", "stuck.vpnhub", example());
    open(file, "org.vpnhub.ui.editor");
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    BOT.run(() -> Edits.rename(document, document.network().getSites().getFirst(), "Suzhou"));
    Path path = file.getLocation().toPath();
    replaceByFolder(path);
    file.getParent().refreshLocal(IResource.DEPTH_ONE, null);
    clickButton("Keep mine");
    pointAt(window().getShell());
    KEYS.press("Ctrl", "s");
    clickButton("Save over it");
    Shell told = BOT.shell("The model was not saved");
    screenshot("save-refused");
    assertTrue(BOT.get(document::isDirty));
    BOT.run(told::close);
    BOT.until("closed", told::isDisposed);
    assertEquals("Suzhou", BOT.get(() -> document.network().getSites().getFirst().getName()));
  }

  private static void replaceByFolder(Path path) throws IOException {
    Files.delete(path);
    Files.createDirectories(path.resolve("occupied"));
  }
}
