package org.vpnhub.ui.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.TraverseEvent;
import org.eclipse.swt.widgets.Control;

/**
 * Keys on the canvas beside those that GEF has: Tab goes through all figures in reading order and
 * then on to the next control, Return opens the properties, Insert offers what can be made here,
 * Control, Shift and an arrow key move what is selected.
 */
final class DiagramKeys extends GraphicalViewerKeyHandler {
  private static final int STEP = 10;

  private final DiagramCanvas diagram;
  private final GraphicalViewer viewer;

  DiagramKeys(GraphicalViewer viewer, DiagramCanvas diagram) {
    super(viewer);
    this.viewer = viewer;
    this.diagram = diagram;
    Control canvas = viewer.getControl();
    canvas.addTraverseListener(this::traverse);
  }

  @Override
  public boolean keyPressed(KeyEvent e) {
    boolean move = (e.stateMask & SWT.MOD1) != 0 && (e.stateMask & SWT.MOD2) != 0;
    switch (e.keyCode) {
      case SWT.CR, SWT.KEYPAD_CR -> open();
      case SWT.INSERT -> diagram.offerTools();
      case SWT.ARROW_LEFT -> {
        if (!move) return super.keyPressed(e);
        diagram.nudge(-STEP, 0);
      }
      case SWT.ARROW_RIGHT -> {
        if (!move) return super.keyPressed(e);
        diagram.nudge(STEP, 0);
      }
      case SWT.ARROW_UP -> {
        if (!move) return super.keyPressed(e);
        diagram.nudge(0, -STEP);
      }
      case SWT.ARROW_DOWN -> {
        if (!move) return super.keyPressed(e);
        diagram.nudge(0, STEP);
      }
      default -> {
        return super.keyPressed(e);
      }
    }
    return true;
  }

  private void open() {
    if (getFocusEditPart() != null) {
      getFocusEditPart().performRequest(new Request(RequestConstants.REQ_OPEN));
    }
  }

  private void traverse(TraverseEvent e) {
    boolean next = e.detail == SWT.TRAVERSE_TAB_NEXT;
    if (!next && e.detail != SWT.TRAVERSE_TAB_PREVIOUS) return;
    List<EditPart> order = inReadingOrder();
    int at = order.indexOf(getFocusEditPart());
    int to = at < 0 ? (next ? 0 : order.size() - 1) : at + (next ? 1 : -1);
    e.doit = to < 0 || to >= order.size();
    if (e.doit) return;
    viewer.select(order.get(to));
    viewer.reveal(order.get(to));
  }

  /** Nodes from the top left, each followed by what is inside it; then the lines. */
  private List<EditPart> inReadingOrder() {
    List<EditPart> order = new ArrayList<>();
    collect(viewer.getContents(), order);
    List<EditPart> lines = new ArrayList<>();
    for (EditPart part : order) {
      for (Object line : ((GraphicalEditPart) part).getSourceConnections()) {
        lines.add((EditPart) line);
      }
    }
    order.addAll(lines);
    return order;
  }

  private static void collect(EditPart parent, List<EditPart> into) {
    List<GraphicalEditPart> children = new ArrayList<>();
    for (Object child : parent.getChildren()) children.add((GraphicalEditPart) child);
    children.sort(
        Comparator.comparingInt((GraphicalEditPart p) -> top(p) / 40)
            .thenComparingInt(p -> p.getFigure().getBounds().x));
    for (GraphicalEditPart child : children) {
      into.add(child);
      collect(child, into);
    }
  }

  private static int top(GraphicalEditPart part) {
    Rectangle bounds = part.getFigure().getBounds();
    return bounds.y;
  }
}
