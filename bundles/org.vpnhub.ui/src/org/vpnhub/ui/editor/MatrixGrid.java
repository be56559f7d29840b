package org.vpnhub.ui.editor;

import java.util.Optional;

/**
 * The geometry of a painted matrix in pixels: a header of names to the left and on top, which stay
 * while the cells scroll under them.
 *
 * @param nodes number of nodes
 * @param cell width and height of a cell
 * @param left width of the names to the left
 * @param top height of the names on top
 * @param scrollX how far the cells are scrolled to the left
 * @param scrollY how far they are scrolled up
 */
record MatrixGrid(int nodes, int cell, int left, int top, int scrollX, int scrollY) {
  /** Cells below this size bear no sign but their colour. */
  static final int SIGN = 14;

  /** So many cells are rather scrolled than made small. */
  private static final int FEW = 30;

  /** A cell. */
  record Cell(int from, int to) {}

  /**
   * The size of a cell that lets the whole matrix be seen in the given space, within what is
   * readable.
   */
  static int cellSize(int nodes, int width, int height) {
    if (nodes == 0) return 24;
    int fitting = Math.min(width, height) / nodes;
    return Math.clamp(fitting, nodes > FEW ? 12 : 20, 32);
  }

  /** The first column that is seen. */
  int firstColumn() {
    return Math.clamp(scrollX / cell, 0, nodes);
  }

  int firstRow() {
    return Math.clamp(scrollY / cell, 0, nodes);
  }

  /** The column behind the last that is seen. */
  int endColumn(int width) {
    return Math.clamp(Math.ceilDiv(width - left + scrollX, cell), firstColumn(), nodes);
  }

  int endRow(int height) {
    return Math.clamp(Math.ceilDiv(height - top + scrollY, cell), firstRow(), nodes);
  }

  int x(int column) {
    return left + column * cell - scrollX;
  }

  int y(int row) {
    return top + row * cell - scrollY;
  }

  /** The cell at a point; none outside, and none under the headers. */
  Optional<Cell> at(int x, int y) {
    if (x < left || y < top) return Optional.empty();
    int column = (x - left + scrollX) / cell;
    int row = (y - top + scrollY) / cell;
    return column < nodes && row < nodes ? Optional.of(new Cell(row, column)) : Optional.empty();
  }

  /** How far it must be scrolled so that a cell can be seen, as x and y. */
  int[] revealing(Cell c, int width, int height) {
    return new int[] {
      nearest(scrollX, c.to(), width - left), nearest(scrollY, c.from(), height - top)
    };
  }

  private int nearest(int scroll, int index, int room) {
    int start = index * cell;
    if (start < scroll) return start;
    return Math.max(scroll, start + cell - room);
  }
}
