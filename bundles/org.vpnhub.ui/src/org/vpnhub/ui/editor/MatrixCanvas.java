package org.vpnhub.ui.editor;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.editor.MatrixGrid.Cell;
import org.vpnhub.ui.editor.MatrixModel.State;
import org.vpnhub.ui.live.LiveConnection;

/**
 * The reachability matrix as a painted grid: sources in the rows, destinations in the columns. Only
 * the cells that are seen are painted, so that it stays fluid for any number of sites. A cell is
 * selected by a click or by the arrow keys.
 */
final class MatrixCanvas extends Canvas {
  private static final int LONGEST_NAME = 130;

  private MatrixModel model = MatrixModel.EMPTY;
  private Map<String, LiveConnection.State> live = Map.of();
  private MatrixGrid grid = new MatrixGrid(0, 24, 40, 40, 0, 0);
  private @Nullable Cell selected;
  private @Nullable Cell hovered;
  private Consumer<Cell> listener = c -> {};
  private Consumer<Optional<Cell>> hover = c -> {};
  private String empty = "";

  MatrixCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
    Widgets.id(this, "overview.matrix");
    addListener(SWT.Paint, e -> paint(e.gc));
    addListener(SWT.Resize, e -> layoutGrid());
    addListener(SWT.MouseMove, this::hover);
    addListener(SWT.MouseExit, e -> hover(Optional.empty()));
    addListener(SWT.MouseDown, this::click);
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.FocusIn, e -> redraw());
    addListener(SWT.FocusOut, e -> redraw());
    addListener(
        SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    for (ScrollBar bar : new ScrollBar[] {getHorizontalBar(), getVerticalBar()}) {
      bar.addListener(SWT.Selection, e -> scrolled());
    }
  }

  /** The listener is told the cell that the user selects. */
  void onSelect(Consumer<Cell> listener) {
    this.listener = listener;
  }

  /** The listener is told the cell below the mouse. */
  void onHover(Consumer<Optional<Cell>> listener) {
    hover = listener;
  }

  /**
   * Shows a matrix.
   *
   * @param empty what is said when it has no cells
   */
  void show(MatrixModel model, String empty) {
    boolean same = model.size() == this.model.size();
    this.model = model;
    this.empty = empty;
    hovered = null;
    if (!same) selected = null;
    layoutGrid();
  }

  /** Shows how the connections of nodes stand, by the name of the node. */
  void showLive(Map<String, LiveConnection.State> states) {
    if (states.equals(live)) return;
    live = states;
    redraw();
  }

  Optional<Cell> selected() {
    return Optional.ofNullable(selected);
  }

  void select(Cell cell) {
    selected = cell;
    Rectangle area = getClientArea();
    int[] to = grid.revealing(cell, area.width, area.height);
    getHorizontalBar().setSelection(to[0]);
    getVerticalBar().setSelection(to[1]);
    scrolled();
    listener.accept(cell);
  }

  private void layoutGrid() {
    Rectangle area = getClientArea();
    int header = headerSize();
    int cell = MatrixGrid.cellSize(model.size(), area.width - header, area.height - header);
    grid = new MatrixGrid(model.size(), cell, header, header, grid.scrollX(), grid.scrollY());
    bar(getHorizontalBar(), area.width - header, cell);
    bar(getVerticalBar(), area.height - header, cell);
    scrolled();
  }

  private void bar(ScrollBar bar, int room, int cell) {
    int all = model.size() * cell;
    bar.setVisible(all > room);
    int thumb = Math.clamp(room, 1, Math.max(1, all));
    bar.setValues(Math.min(bar.getSelection(), all), 0, Math.max(1, all), thumb, cell, thumb);
  }

  /** The longest name decides, up to a limit. */
  private int headerSize() {
    GC gc = new GC(this);
    int longest = 30;
    for (int i = 0; i < model.size() && longest < LONGEST_NAME; i++) {
      longest = Math.max(longest, gc.textExtent(model.node(i)).x + 22);
    }
    gc.dispose();
    return Math.min(longest, LONGEST_NAME);
  }

  private void scrolled() {
    int x = getHorizontalBar().getVisible() ? getHorizontalBar().getSelection() : 0;
    int y = getVerticalBar().getVisible() ? getVerticalBar().getSelection() : 0;
    grid = new MatrixGrid(grid.nodes(), grid.cell(), grid.left(), grid.top(), x, y);
    redraw();
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    gc.setAntialias(SWT.ON);
    if (model.size() == 0) {
      gc.drawText(empty, 8, 8, SWT.DRAW_TRANSPARENT);
      return;
    }
    Palette palette = new Palette(getBackground());
    int endRow = grid.endRow(area.height);
    int endColumn = grid.endColumn(area.width);
    Rectangle seen = gc.getClipping();
    clip(gc, seen, grid.left(), grid.top(), area.width, area.height);
    for (int row = grid.firstRow(); row < endRow; row++) {
      for (int column = grid.firstColumn(); column < endColumn; column++) {
        cell(gc, palette, row, column);
      }
    }
    frame(gc, selected, getForeground(), 2);
    frame(gc, hovered, palette.hover(), 1);
    names(gc, seen, area, palette);
  }

  private void cell(GC gc, Palette palette, int row, int column) {
    State state = model.state(row, column);
    int gap = grid.cell() > 16 ? 1 : 0;
    int side = grid.cell() - 1 - gap;
    int x = grid.x(column) + gap;
    int y = grid.y(row) + gap;
    gc.setBackground(palette.of(state));
    gc.fillRectangle(x, y, side, side);
    if (grid.cell() < MatrixGrid.SIGN || state == State.SELF) return;
    gc.setForeground(palette.sign());
    gc.setLineWidth(grid.cell() > 20 ? 2 : 1);
    sign(gc, state, x + side / 2, y + side / 2, side / 5);
  }

  /** A tick, a cross or a dash: the colour is not all that tells them apart. */
  private static void sign(GC gc, State state, int x, int y, int r) {
    switch (state) {
      case REACHABLE -> gc.drawPolyline(new int[] {x - r, y, x - r / 3, y + r, x + r, y - r});
      case MISSING -> {
        gc.drawLine(x - r, y - r, x + r, y + r);
        gc.drawLine(x - r, y + r, x + r, y - r);
      }
      case PARTLY -> gc.drawLine(x - r, y, x + r, y);
      case SELF -> {}
    }
  }

  private void frame(GC gc, @Nullable Cell cell, Color colour, int width) {
    if (cell == null || cell.from() >= model.size() || cell.to() >= model.size()) return;
    gc.setForeground(colour);
    gc.setLineWidth(width);
    gc.drawRectangle(grid.x(cell.to()), grid.y(cell.from()), grid.cell() - 1, grid.cell() - 1);
  }

  /** Never beyond what was to be painted: a part of the canvas may be scrolled out of sight. */
  private static void clip(GC gc, Rectangle seen, int left, int top, int right, int bottom) {
    gc.setClipping(seen.intersection(new Rectangle(left, top, right - left, bottom - top)));
  }

  private void names(GC gc, Rectangle seen, Rectangle area, Palette palette) {
    gc.setForeground(getForeground());
    int line = gc.getFontMetrics().getHeight();
    clip(gc, seen, 0, grid.top(), grid.left(), area.height);
    for (int row = grid.firstRow(); row < grid.endRow(area.height); row += step(line)) {
      int y = grid.y(row) + (grid.cell() - line) / 2;
      String name = fitting(gc, model.node(row), grid.left() - 20);
      gc.drawText(name, grid.left() - 6 - gc.textExtent(name).x, y, true);
      dot(gc, palette, row, y + line / 2);
    }
    clip(gc, seen, grid.left(), 0, area.width, grid.top());
    Transform turned = new Transform(gc.getDevice());
    for (int column = grid.firstColumn();
        column < grid.endColumn(area.width);
        column += step(line)) {
      String name = fitting(gc, model.node(column), grid.top() - 12);
      turned.identity();
      turned.translate(grid.x(column) + (grid.cell() - line) / 2f, grid.top() - 6);
      turned.rotate(-90);
      gc.setTransform(turned);
      gc.drawText(name, 0, 0, true);
    }
    gc.setTransform(null);
    turned.dispose();
    gc.setClipping(seen);
  }

  /** Names that would overlap are left out. */
  private int step(int line) {
    return Math.max(1, Math.ceilDiv(line - 2, grid.cell()));
  }

  private void dot(GC gc, Palette palette, int row, int y) {
    LiveConnection.State state = live.get(model.node(row));
    if (state == null) return;
    gc.setBackground(palette.of(state));
    gc.fillOval(3, y - 4, 8, 8);
  }

  private static String fitting(GC gc, String name, int width) {
    if (gc.textExtent(name).x <= width) return name;
    int length = name.length();
    while (length > 1 && gc.textExtent(name.substring(0, length) + "…").x > width) length--;
    return name.substring(0, length) + "…";
  }

  private void hover(Event event) {
    hover(grid.at(event.x, event.y).filter(c -> c.from() < model.size()));
  }

  private void hover(Optional<Cell> cell) {
    if (cell.equals(Optional.ofNullable(hovered))) return;
    hovered = cell.orElse(null);
    hover.accept(cell);
    redraw();
  }

  private void click(Event event) {
    setFocus();
    grid.at(event.x, event.y).ifPresent(this::select);
  }

  private void key(Event event) {
    if (model.size() == 0) return;
    Cell at = selected == null ? new Cell(0, 0) : selected;
    int last = model.size() - 1;
    Cell next =
        switch (event.keyCode) {
          case SWT.ARROW_LEFT -> new Cell(at.from(), Math.max(0, at.to() - 1));
          case SWT.ARROW_RIGHT -> new Cell(at.from(), Math.min(last, at.to() + 1));
          case SWT.ARROW_UP -> new Cell(Math.max(0, at.from() - 1), at.to());
          case SWT.ARROW_DOWN -> new Cell(Math.min(last, at.from() + 1), at.to());
          case SWT.HOME -> new Cell(0, 0);
          case SWT.END -> new Cell(last, last);
          default -> null;
        };
    if (next != null) select(next);
  }

  @Override
  public Point computeSize(int width, int height, boolean changed) {
    return new Point(width == SWT.DEFAULT ? 300 : width, height == SWT.DEFAULT ? 200 : height);
  }
}
