package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Locator;
import org.eclipse.draw2d.PolygonDecoration;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.PolylineDecoration;
import org.eclipse.draw2d.RotatableDecoration;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Arrow;
import org.vpnhub.ui.diagram.core.EdgeStyle;

/** A line between two nodes, with its label. */
public final class LineFigure extends PolylineConnection {
  private static final int REACH = 6;

  private final Look look;
  private final PillFigure pill;
  private @Nullable EdgeFace face;
  private double labelAt = 0.5;
  private boolean selected;

  public LineFigure(Look look) {
    this.look = look;
    pill = new PillFigure(look);
    setTolerance(REACH);
  }

  /** Shows something else; nothing happens when it is the same. */
  public void show(EdgeFace next) {
    if (next.equals(face)) return;
    face = next;
    pill.show(next);
    setSourceDecoration(arrow(next.style().sourceArrow()));
    setTargetDecoration(arrow(next.style().targetArrow()));
    repaint();
  }

  /** Shows or hides the label. */
  public void setLabelled(boolean labelled) {
    boolean worth = labelled && face != null && !face.label().isEmpty();
    if (worth == (pill.getParent() == this)) return;
    if (worth) add(pill, new Middle());
    else remove(pill);
  }

  /** Where the label stands: 0 is at the source, 1 at the target. */
  public void setLabelAt(double part) {
    if (labelAt == part) return;
    labelAt = part;
    revalidate();
  }

  /** Makes the line stand out. */
  public void setSelected(boolean selected) {
    this.selected = selected;
    pill.setSelected(selected);
    repaint();
  }

  /** Where the name is, for editing it in place; empty when the label is hidden. */
  public Rectangle titleBounds() {
    if (pill.getParent() == this) return pill.getBounds().getCopy();
    Point middle = getPoints().getMidpoint();
    return new Rectangle(middle.x - 50, middle.y - 10, 100, 20);
  }

  @Override
  public @Nullable IFigure getToolTip() {
    if (face == null || face.marks().tooltip().isEmpty()) return null;
    return new TooltipFigure(face.marks().tooltip());
  }

  @Override
  public void paintFigure(Graphics g) {
    if (face == null) return;
    EdgeStyle style = face.style();
    Color colour = face.marks().state().map(look::state).orElseGet(() -> look.of(style.color()));
    g.setAntialias(SWT.ON);
    if (selected) halo(g, style.width());
    // The arrows take the line's own colour.
    setForegroundColor(colour);
    setBackgroundColor(colour);
    g.setForegroundColor(colour);
    g.setLineCap(SWT.CAP_ROUND);
    g.setLineWidth(Math.max(1, style.width()));
    Strokes.set(g, style.line());
    g.drawPolyline(getPoints());
    g.setLineStyle(Graphics.LINE_SOLID);
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

  /** Puts the label on the line. */
  private final class Middle implements Locator {
    @Override
    public void relocate(IFigure target) {
      PointList points = getPoints();
      if (points.size() < 2) return;
      Point a = points.getFirstPoint();
      Point b = points.getLastPoint();
      int x = (int) Math.round(a.x + (b.x - a.x) * labelAt);
      int y = (int) Math.round(a.y + (b.y - a.y) * labelAt);
      Dimension size = target.getPreferredSize();
      target.setBounds(
          new Rectangle(x - size.width / 2, y - size.height / 2, size.width, size.height));
    }
  }
}
