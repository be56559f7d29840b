package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.ui.editor.MatrixGrid.Cell;

class MatrixGridTest {
  private static final MatrixGrid GRID = new MatrixGrid(500, 12, 100, 80, 600, 120);

  @Test
  void onlyWhatIsSeenIsPainted() {
    assertEquals(50, GRID.firstColumn());
    assertEquals(10, GRID.firstRow());
    assertEquals(100, GRID.endColumn(700));
    assertEquals(20, GRID.endRow(200));
    assertEquals(500, GRID.endColumn(100_000));
  }

  @Test
  void aPointFindsTheCellThatIsPaintedThere() {
    Cell cell = new Cell(17, 71);
    int x = GRID.x(cell.to());
    int y = GRID.y(cell.from());
    assertEquals(Optional.of(cell), GRID.at(x, y));
    assertEquals(Optional.of(cell), GRID.at(x + 11, y + 11));
    assertEquals(Optional.of(new Cell(17, 72)), GRID.at(x + 12, y));
  }

  @Test
  void headersAndWhatIsBeyondAreNoCells() {
    assertTrue(GRID.at(99, 200).isEmpty());
    assertTrue(GRID.at(200, 79).isEmpty());
    assertTrue(new MatrixGrid(3, 30, 50, 50, 0, 0).at(50 + 3 * 30, 60).isEmpty());
  }

  @Test
  void scrollsOnlyAsFarAsNeeded() {
    assertArrayEquals(new int[] {600, 120}, GRID.revealing(new Cell(12, 60), 700, 400));
    assertArrayEquals(new int[] {120, 0}, GRID.revealing(new Cell(0, 10), 700, 400));
    assertArrayEquals(
        new int[] {500 * 12 - 600, 500 * 12 - 320}, GRID.revealing(new Cell(499, 499), 700, 400));
  }

  @Test
  void cellsAreReadableAndFewOnesNotHuge() {
    assertEquals(32, MatrixGrid.cellSize(4, 1000, 800));
    assertEquals(16, MatrixGrid.cellSize(50, 1000, 800));
    assertEquals(20, MatrixGrid.cellSize(7, 500, 90));
    assertEquals(12, MatrixGrid.cellSize(500, 1000, 800));
    assertTrue(MatrixGrid.cellSize(0, 0, 0) > 0);
  }
}
