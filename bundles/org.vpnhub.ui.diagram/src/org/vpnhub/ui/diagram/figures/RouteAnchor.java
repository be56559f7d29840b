package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.AbstractConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.vpnhub.ui.diagram.core.layout.Lines;

/** An end of a line, where its route has it. */
public final class RouteAnchor extends AbstractConnectionAnchor {
  private final LineFigure line;
  private final boolean source;

  public RouteAnchor(IFigure owner, LineFigure line, boolean source) {
    super(owner);
    this.line = line;
    this.source = source;
  }

  /** When the node moves, the line gets another route; no other line needs to know. */
  @Override
  public void ancestorMoved(IFigure figure) {}

  @Override
  public Point getLocation(Point reference) {
    Lines.Point p = source ? line.route().from() : line.route().to();
    Point location = new Point((int) Math.round(p.x()), (int) Math.round(p.y()));
    getOwner().translateToAbsolute(location);
    return location;
  }
}
