package org.vpnhub.ui.diagram.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Fixtures;

class MoveCommandTest {
  private static final Bounds HERE = new Bounds(10, 20, 100, 50);
  private static final Bounds THERE = new Bounds(300, 20, 100, 50);

  private final SharedPositions positions = new SharedPositions();

  @TempDir private Path folder;
  private ModelDocument document;

  @BeforeEach
  void open() throws IOException, ModelFormatException {
    Path file = folder.resolve("hub.vpnhub");
    Files.copy(Fixtures.project().resolve("examples/three-offices.vpnhub"), file);
    document = ModelDocument.open(file);
    positions.load(Map.of("Site:a", HERE));
  }

  private void move(Map<String, Bounds> places) {
    document.execute(new MoveCommand("Move", positions, places));
  }

  @Test
  void movesUndoesAndRedoes() {
    move(Map.of("Site:a", THERE, "Site:new", HERE));
    assertEquals(Optional.of(THERE), positions.get("Site:a"));
    document.undo();
    assertEquals(Map.of("Site:a", HERE), positions.all());
    document.redo();
    assertEquals(Map.of("Site:a", THERE, "Site:new", HERE), positions.all());
  }

  @Test
  void leavesTheModelClean() {
    move(Map.of("Site:a", THERE));
    assertTrue(positions.isDirty(Set.of("Site:a")));
    assertFalse(document.isDirty());
    assertEquals("Move", document.undoLabel());
    document.undo();
    assertFalse(positions.isDirty(Set.of("Site:a")));
  }

  @Test
  void isNoRevisionOfTheModel() {
    List<ModelDocument.Event> told = new ArrayList<>();
    document.addListener((d, event) -> told.add(event));
    move(Map.of("Site:a", THERE));
    document.undo();
    assertEquals(0, document.revision());
    assertEquals(List.of(ModelDocument.Event.ARRANGED, ModelDocument.Event.ARRANGED), told);
  }

  @Test
  void hasOneHistoryWithTheModel() {
    move(Map.of("Site:a", THERE));
    document.execute("Rename", () -> document.network().setName("other"));
    document.undo();
    assertEquals("three-offices", document.network().getName());
    assertEquals(Optional.of(THERE), positions.get("Site:a"));
    document.undo();
    assertEquals(Optional.of(HERE), positions.get("Site:a"));
  }

  @Test
  void doesNothingWhenNothingMoves() {
    move(Map.of("Site:a", HERE));
    assertFalse(document.canUndo());
  }

  @Test
  void tellsWhichNodesHaveMoved() {
    List<Set<String>> told = new ArrayList<>();
    positions.addListener(told::add);
    move(Map.of("Site:a", THERE));
    document.undo();
    assertEquals(List.of(Set.of("Site:a"), Set.of("Site:a")), told);
  }

  @Test
  void whatALayoutPlacesIsNothingToSave() {
    positions.settle(Map.of("Site:b", HERE));
    assertFalse(positions.isDirty(Set.of("Site:a", "Site:b")));
    move(Map.of("Site:b", THERE));
    assertTrue(positions.isDirty(Set.of("Site:a", "Site:b")));
    assertFalse(positions.isDirty(Set.of("Site:a")));
  }

  @Test
  void savedPositionsAreClean() {
    move(Map.of("Site:a", THERE));
    positions.markSaved();
    assertFalse(positions.isDirty(Set.of("Site:a")));
    document.undo();
    assertTrue(positions.isDirty(Set.of("Site:a")));
  }
}
