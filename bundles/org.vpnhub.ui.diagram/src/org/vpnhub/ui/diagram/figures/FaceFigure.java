package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.ui.diagram.core.NodeStyle;

/** A node that shows a {@link NodeFace}: what cards and containers have in common. */
public abstract class FaceFigure extends Figure {
  static final int ARC = 12;
  static final int BADGE = 16;

  /** Details are in the label's colour, less strong. */
  static final int DETAIL_ALPHA = 190;

  protected final Look look;
  private @Nullable NodeFace face;
  private boolean focused;

  protected FaceFigure(Look look) {
    this.look = look;
  }

  /** Shows something else; nothing happens when it is the same. */
  public final void show(NodeFace next) {
    if (next.equals(face)) return;
    face = next;
    revalidate();
    repaint();
    faceChanged();
  }

  /** Called when there is another face. */
  protected void faceChanged() {}

  /** Whether the keyboard is at this figure. */
  public final void setFocused(boolean focused) {
    if (this.focused == focused) return;
    this.focused = focused;
    repaint();
  }

  @Override
  public @Nullable IFigure getToolTip() {
    String text = face().marks().tooltip();
    return text.isEmpty() ? null : new TooltipFigure(text, look);
  }

  protected final NodeFace face() {
    if (face == null) throw new IllegalStateException("nothing to show yet");
    return face;
  }

  protected final Font nameFont() {
    return look.nameFont(face().style().label());
  }

  protected final Font detailFont() {
    return look.detailFont(face().style().label());
  }

  /** The size that the label needs. */
  public abstract Dimension leastSize();

  /** Where the name is, for editing it in place. */
  public abstract Rectangle titleBounds();

  @Override
  protected void paintFigure(Graphics g) {
    if (face == null) return;
    g.setAntialias(look.isFar() ? SWT.OFF : SWT.ON);
    paintFace(g);
    if (focused) paintFocus(g);
    Rectangle r = getBounds();
    face.marks().problem().ifPresent(p -> badge(g, p, r.right() - BADGE - 5, r.y + 5));
  }

  protected abstract void paintFace(Graphics g);

  private void paintFocus(Graphics g) {
    g.setForegroundColor(look.accent());
    g.setLineStyle(Graphics.LINE_DOT);
    g.setLineWidth(1);
    g.drawRoundRectangle(getBounds().getCopy().shrink(4, 4).resize(-1, -1), ARC, ARC);
    g.setLineStyle(Graphics.LINE_SOLID);
  }

  /** Paints a red disc or an amber triangle with an exclamation mark. */
  private void badge(Graphics g, Severity severity, int x, int y) {
    g.setForegroundColor(look.card());
    if (severity == Severity.ERROR) {
      g.setBackgroundColor(look.error());
      g.fillOval(x, y, BADGE, BADGE);
    } else {
      g.setBackgroundColor(look.warning());
      g.fillPolygon(new int[] {x + BADGE / 2, y, x + BADGE, y + BADGE - 1, x, y + BADGE - 1});
    }
    int middle = x + BADGE / 2;
    int top = severity == Severity.ERROR ? y + 4 : y + 5;
    g.setLineWidth(2);
    g.drawLine(middle, top, middle, top + 4);
    g.drawLine(middle, top + 7, middle, top + 7);
    g.setLineWidth(1);
  }

  /** Paints ground and border. */
  protected final void ground(Graphics g, Rectangle r) {
    NodeStyle style = face().style();
    Rectangle edge = r.getCopy().resize(-1, -1);
    boolean ellipse = style.shape() == NodeStyle.Shape.ELLIPSE;
    int arc = 2 * style.arc();
    g.setBackgroundColor(look.of(style.fill()));
    if (look.isFar()) {
      g.setForegroundColor(look.of(style.border()));
      g.setLineWidth(look.thin());
      g.fillRectangle(edge);
      g.drawRectangle(edge);
      return;
    }
    if (ellipse) g.fillOval(edge);
    else g.fillRoundRectangle(edge, arc, arc);
    if (style.borderWidth() == 0) return;
    g.setForegroundColor(look.of(style.border()));
    g.setLineWidth(style.borderWidth());
    Strokes.set(g, style.line());
    if (ellipse) g.drawOval(edge);
    else g.drawRoundRectangle(edge, arc, arc);
    g.setLineStyle(Graphics.LINE_SOLID);
    g.setLineWidth(1);
  }

  /** The size of a text. */
  static Dimension size(String text, Font font) {
    return Texts.size(text, font);
  }

  /** A text that fits a width, with an ellipsis in place of what does not. */
  String fit(String text, Font font, int width) {
    // Nobody can read it there.
    return look.isFar() ? text : fitting(text, font, width);
  }

  private static String fitting(String text, Font font, int width) {
    if (size(text, font).width <= width) return text;
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) / 2;
      if (size(text.substring(0, middle) + "…", font).width <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return text.substring(0, fits) + "…";
  }
}
