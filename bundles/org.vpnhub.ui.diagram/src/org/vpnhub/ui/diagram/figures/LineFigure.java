package org.vpnhub.ui.diagram.figures;

import java.util.function.Function;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Locator;
import org.eclipse.draw2d.PolygonDecoration;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.PolylineDecoration;
import org.eclipse.draw2d.RotatableDecoration;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Arrow;
import org.vpnhub.ui.diagram.core.EdgeStyle;
import org.vpnhub.ui.diagram.core.LabelStyle;
import org.vpnhub.ui.diagram.core.layout.Lines.Point;
import org.vpnhub.ui.diagram.core.layout.Lines.Route;

/** A line between two nodes, with its labels, along a route that is worked out elsewhere. */
public final class LineFigure extends PolylineConnection {
  private static final int REACH = 6;
  private static final Point NOWHERE = new Point(0, 0);

  private final Look look;
  private final PillFigure begin;
  private final PillFigure center;
  private final PillFigure end;
  private @Nullable EdgeFace face;
  private Route route = new Route(NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE);
  private boolean selected;

  public LineFigure(Look look) {
    this.look = look;
    begin = new PillFigure(look, false);
    center = new PillFigure(look, true);
    end = new PillFigure(look, false);
    setTolerance(REACH);
  }

  /**
   * Shows something else; nothing happens when it is the same.
   *
   * @param labelled whether there is room for the labels
   */
  public void show(EdgeFace next, boolean labelled) {
    label(begin, next, next.begin(), next.style().begin(), labelled, Route::begin);
    label(center, next, next.center(), next.style().center(), labelled, Route::center);
    label(end, next, next.end(), next.style().end(), labelled, Route::end);
    if (next.equals(face)) return;
    face = next;
    setSourceDecoration(arrow(next.style().sourceArrow()));
    setTargetDecoration(arrow(next.style().targetArrow()));
    repaint();
  }

  private void label(
      PillFigure pill,
      EdgeFace next,
      String text,
      @Nullable LabelStyle style,
      boolean labelled,
      Function<Route, Point> where) {
    boolean shown = labelled && style != null && !text.isEmpty();
    if (shown) pill.show(text, style, next.style().color(), next.marks());
    if (shown == (pill.getParent() == this)) return;
    if (shown) add(pill, new At(where));
    else remove(pill);
  }

  /** Where the line goes; its anchors take their places from here. */
  public Route route() {
    return route;
  }

  public void setRoute(Route next) {
    if (next.equals(route)) return;
    route = next;
    revalidate();
  }

  /** Makes the line stand out. */
  public void setSelected(boolean selected) {
    if (this.selected == selected) return;
    this.selected = selected;
    center.setSelected(selected);
    repaint();
  }

  /** Where the name is, for editing it in place. */
  public Rectangle titleBounds() {
    if (center.getParent() == this) return center.getBounds().getCopy();
    int x = (int) route.center().x();
    int y = (int) route.center().y();
    return new Rectangle(x - 60, y - 10, 120, 20);
  }

  @Override
  public @Nullable IFigure getToolTip() {
    if (face == null || face.marks().tooltip().isEmpty()) return null;
    return new TooltipFigure(face.marks().tooltip(), look);
  }

  /** The arrows take the line's own colour. To set it while painting would paint it again. */
  @Override
  public Color getForegroundColor() {
    return face == null ? look.text() : look.of(face.style().color());
  }

  @Override
  public Color getBackgroundColor() {
    return getForegroundColor();
  }

  @Override
  public void paintFigure(Graphics g) {
    if (face == null || isOutside(g.getClip(new Rectangle()))) return;
    EdgeStyle style = face.style();
    Color colour = look.of(style.color());
    g.setAntialias(look.isFar() ? SWT.OFF : SWT.ON);
    if (selected) halo(g, style.width());
    g.setForegroundColor(colour);
    g.setLineCap(SWT.CAP_ROUND);
    g.setLineWidth(look.isFar() ? look.thin() : Math.max(1, style.width()));
    if (!look.isFar()) Strokes.set(g, style.line());
    g.drawPolyline(getPoints());
    g.setLineStyle(Graphics.LINE_SOLID);
  }

  /** Whether all of the line is on one side of what is to be painted. */
  private boolean isOutside(Rectangle clip) {
    Rectangle r = clip.expand(REACH, REACH);
    var a = getStart();
    var b = getEnd();
    if (!new Rectangle(a, b).intersects(r)) return true;
    int sides =
        side(a, b, r.x, r.y)
            + side(a, b, r.right(), r.y)
            + side(a, b, r.x, r.bottom())
            + side(a, b, r.right(), r.bottom());
    return Math.abs(sides) == 4;
  }

  /** On which side of a line a point is: -1 or 1. */
  private static int side(
      org.eclipse.draw2d.geometry.Point a, org.eclipse.draw2d.geometry.Point b, int x, int y) {
    return Long.signum((long) (b.x - a.x) * (y - a.y) - (long) (b.y - a.y) * (x - a.x));
  }

  private static @Nullable RotatableDecoration arrow(Arrow arrow) {
    return switch (arrow) {
      case NONE -> null;
      case OPEN -> new PolylineDecoration();
      case FILLED -> new PolygonDecoration();
    };
  }

  private void halo(Graphics g, int width) {
    g.setForegroundColor(look.accent());
    g.setAlpha(70);
    g.setLineWidth(width + 6);
    g.drawPolyline(getPoints());
    g.setAlpha(255);
  }

  /** Centres a label at a point of the route. */
  private final class At implements Locator {
    private final Function<Route, Point> where;

    At(Function<Route, Point> where) {
      this.where = where;
    }

    @Override
    public void relocate(IFigure label) {
      Point p = where.apply(route);
      Dimension size = label.getPreferredSize();
      int x = (int) Math.round(p.x() - size.width / 2.0);
      int y = (int) Math.round(p.y() - size.height / 2.0);
      label.setBounds(new Rectangle(x, y, size.width, size.height));
    }
  }
}
