package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.command.CompoundCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;
import org.vpnhub.model.edit.ModelDocument.Event;
import org.vpnhub.model.edit.ModelDocument.Outside;

/** The open file: its command stack, saving, and what other programs do to it. */
class ModelDocumentTest {
  @TempDir Path folder;
  private ModelDocument document;
  private final List<Event> events = new ArrayList<>();

  @BeforeEach
  void open() {
    document = Offices.document(folder);
    document.addListener((d, e) -> events.add(e));
  }

  private void rename(String name) {
    Edits.rename(document, Offices.site(document.network(), 0), name);
  }

  @Test
  void tellsOfEachChange() {
    rename("Pudong");
    document.undo();
    document.redo();
    assertEquals(List.of(Event.CHANGED, Event.CHANGED, Event.CHANGED), events);
    assertEquals("Rename to Pudong", document.undoLabel());
    assertEquals("", document.redoLabel());
  }

  @Test
  void theTreeIsThatOfTheModelAfterEachChange() {
    var gateway = Offices.gateway(document.network());
    ModelTree tree = document.tree();
    assertEquals(ModelTree.children(gateway), tree.of(gateway));
    assertSame(tree.of(gateway), document.tree().of(gateway));
    Edits.remove(document, List.of(Offices.site(document.network(), 0)));
    assertEquals(3, tree.of(gateway).size());
    assertEquals(2, document.tree().of(gateway).size());
    document.undo();
    assertEquals(3, document.tree().of(gateway).size());
  }

  @Test
  void undoLeadsBackToTheRevisionThatWas() {
    long first = document.revision();
    rename("Pudong");
    long pudong = document.revision();
    document.undo();
    assertEquals(first, document.revision());
    document.redo();
    assertEquals(pudong, document.revision());
    document.undo();
    rename("Puxi");
    assertEquals(3, Set.of(first, pudong, document.revision()).size());
  }

  @Test
  void aReloadIsARevisionOfItsOwn() throws Exception {
    long first = document.revision();
    rename("Pudong");
    long pudong = document.revision();
    document.reload();
    assertEquals(3, Set.of(first, pudong, document.revision()).size());
  }

  @Test
  void aFailingChangeLeavesNoTrace() {
    String before = Offices.text(document.network());
    Runnable half =
        () -> {
          Changes.rename(Offices.site(document.network(), 0), "Pudong");
          throw new IllegalArgumentException("no such prefix");
        };
    assertThrows(IllegalArgumentException.class, () -> document.execute("Fail", half));
    assertEquals(before, Offices.text(document.network()));
    assertFalse(document.canUndo());
    assertFalse(document.isDirty());
    rename("Pudong");
    assertTrue(document.canUndo(), "the stack still works");
  }

  @Test
  void anEmptyChangeIsNotRecorded() {
    document.execute("Nothing", () -> {});
    assertFalse(document.canUndo());
    assertEquals(List.of(), events);
  }

  @Test
  void anEmptyChangeKeepsWhatCanBeDoneAgain() {
    rename("Pudong");
    document.undo();
    document.execute("Nothing", () -> {});
    assertEquals("Rename to Pudong", document.redoLabel());
  }

  @Test
  void takesCommandsToo() {
    CompoundCommand two = new CompoundCommand("Two");
    Network network = document.network();
    two.append(new RecordedChange("a", network, () -> network.setName("a")));
    two.append(new RecordedChange("b", network, () -> network.setDescription("b")));
    document.execute(two);
    assertEquals("b", network.getDescription());
    document.undo();
    assertEquals("three-offices", network.getName());
  }

  @Test
  void isFoundFromItsElements() throws ModelFormatException {
    Network old = document.network();
    assertEquals(Optional.of(document), ModelDocument.of(Offices.site(old, 0)));
    assertEquals(Optional.empty(), ModelDocument.of(Offices.network()));
    document.reload();
    assertEquals(Optional.empty(), ModelDocument.of(old), "what was read before is in none");
    assertEquals(Optional.of(document), ModelDocument.of(document.network()));
  }

  @Test
  void savesAndIsCleanUntilTheNextChange() throws IOException {
    rename("Pudong");
    document.save();
    assertFalse(document.isDirty());
    assertEquals("Pudong", Offices.site(ModelFiles.load(document.file()), 0).getName());
    assertEquals(Outside.SAME, document.outside());
    document.undo();
    assertTrue(document.isDirty(), "undone beyond what was saved");
    document.redo();
    assertFalse(document.isDirty());
  }

  @Test
  void doesNotSaveOverWhatAnotherProgramHasWritten() throws IOException {
    Network other = ModelFiles.load(document.file());
    other.setName("theirs");
    ModelFiles.save(other, document.file());
    rename("Pudong");
    assertEquals(Outside.CHANGED, document.outside());
    IOException refused = assertThrows(ChangedOutsideException.class, document::save);
    assertTrue(refused.getMessage().contains("offices.vpnhub"), refused.getMessage());
    assertEquals("theirs", ModelFiles.load(document.file()).getName());
    assertTrue(document.isDirty());
    document.overwrite();
    assertEquals("three-offices", ModelFiles.load(document.file()).getName());
    assertEquals(Outside.SAME, document.outside());
  }

  @Test
  void savesAFileThatIsGone() throws IOException {
    Files.delete(document.file());
    assertEquals(Outside.GONE, document.outside());
    document.save();
    assertEquals(Outside.SAME, document.outside());
  }

  /** The temporary file beside this one has no room, here for its name instead of its content. */
  @Test
  void keepsTheOldFileWhenTheDiskTakesNoMore() throws IOException {
    Path file = folder.resolve("x".repeat(245) + ".vpnhub");
    Files.copy(document.file(), file);
    String old = Files.readString(file);
    ModelDocument full = ModelDocument.open(file);
    Edits.rename(full, full.network(), "new");
    IOException fault = assertThrows(IOException.class, full::save);
    assertTrue(fault.getMessage().startsWith("cannot write " + file), fault.getMessage());
    assertEquals(old, Files.readString(file));
    assertTrue(full.isDirty());
    assertEquals(Outside.SAME, full.outside());
  }

  @Test
  void keepsTheOldFileWhenTheModelCannotBeWritten() throws IOException {
    String old = Files.readString(document.file());
    document.execute("Break", () -> Offices.site(document.network(), 0).setId("two words"));
    assertThrows(IOException.class, document::save);
    assertEquals(old, Files.readString(document.file()));
    assertTrue(document.isDirty());
    assertEquals(List.of(Event.CHANGED), events, "not told as saved");
  }

  @Test
  void reloadsWhatAnotherProgramHasWritten() throws IOException {
    rename("Pudong");
    Network other = ModelFiles.load(document.file());
    other.setName("theirs");
    ModelFiles.save(other, document.file());
    Network old = document.network();
    document.reload();
    assertNotSame(old, document.network());
    assertEquals("theirs", document.network().getName());
    assertFalse(document.isDirty());
    assertFalse(document.canUndo());
    assertEquals(Event.RELOADED, events.getLast());
  }

  @Test
  void aReloadThatFailsChangesNothing() throws IOException {
    rename("Pudong");
    Files.writeString(document.file(), "<no model>");
    Network old = document.network();
    assertThrows(ModelFormatException.class, document::reload);
    assertSame(old, document.network());
    assertTrue(document.canUndo());
    assertEquals(Outside.CHANGED, document.outside(), "still other than what was read");
  }

  @Test
  void aBrokenFileIsNotOpened() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.vpnhub"), "no XML");
    ModelFormatException fault =
        assertThrows(ModelFormatException.class, () -> ModelDocument.open(broken));
    assertEquals(1, fault.getMessage().lines().count());
  }

  @Test
  void aListenerThatHasLeftHearsNothing() {
    ModelDocument.Listener deaf = (d, e) -> events.add(Event.SAVED);
    document.addListener(deaf);
    document.removeListener(deaf);
    rename("Pudong");
    assertEquals(List.of(Event.CHANGED), events);
  }
}
