package org.vpnhub.ui.diagram.parts;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.draw2d.Cursors;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LineBorder;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.RectangleFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.editpolicies.ResizableEditPolicy;
import org.eclipse.gef.handles.MoveHandle;
import org.eclipse.gef.handles.ResizeHandle;
import org.eclipse.gef.tools.DragEditPartsTracker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.vpnhub.ui.diagram.figures.Look;

/** Selection of a node: a frame in the accent colour with round handles. */
final class HandlesPolicy extends ResizableEditPolicy {
  private static final int[] DIRECTIONS = {
    PositionConstants.NORTH_WEST,
    PositionConstants.NORTH_EAST,
    PositionConstants.SOUTH_WEST,
    PositionConstants.SOUTH_EAST,
    PositionConstants.NORTH,
    PositionConstants.SOUTH,
    PositionConstants.EAST,
    PositionConstants.WEST
  };

  private final Session session;

  HandlesPolicy(Session session) {
    this.session = session;
  }

  @Override
  protected List<?> createSelectionHandles() {
    GraphicalEditPart host = (GraphicalEditPart) getHost();
    List<IFigure> handles = new ArrayList<>();
    handles.add(new Frame(host, session.look()));
    if (!session.isEditable()) return handles;
    for (int direction : DIRECTIONS) handles.add(new Grip(host, direction, session.look()));
    return handles;
  }

  @Override
  protected IFigure createDragSourceFeedbackFigure() {
    RectangleFigure ghost = new RectangleFigure();
    ghost.setForegroundColor(session.look().accent());
    ghost.setBackgroundColor(session.look().accent());
    ghost.setFill(false);
    ghost.setLineWidth(2);
    ghost.setBounds(getInitialFeedbackBounds());
    addFeedback(ghost);
    return ghost;
  }

  /** The part itself shows where the keyboard is. */
  @Override
  protected void showFocus() {}

  @Override
  protected void hideFocus() {}

  private static final class Frame extends MoveHandle {
    Frame(GraphicalEditPart owner, Look look) {
      super(owner);
      setBorder(new LineBorder(look.accent(), 2));
      setCursor(Cursors.ARROW);
      setDragTracker(new DragEditPartsTracker(owner));
    }
  }

  private static final class Grip extends ResizeHandle {
    private final Look look;

    Grip(GraphicalEditPart owner, int direction, Look look) {
      super(owner, direction);
      this.look = look;
      setPreferredSize(9, 9);
    }

    @Override
    public void paintFigure(Graphics g) {
      Rectangle r = getBounds().getCopy().resize(-1, -1);
      Color accent = look.accent();
      g.setAntialias(SWT.ON);
      g.setBackgroundColor(isPrimary() ? accent : look.card());
      g.setForegroundColor(isPrimary() ? look.card() : accent);
      g.fillOval(r);
      g.drawOval(r);
    }
  }
}
