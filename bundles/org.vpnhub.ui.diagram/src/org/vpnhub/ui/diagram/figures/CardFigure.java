package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.vpnhub.ui.diagram.core.NodeStyle;

/** A node without children: an icon, a name, and a few lines under it. */
public final class CardFigure extends FaceFigure {
  private static final int PAD = 10;
  private static final int ICON = 20;
  private static final int TILE = 32;
  private static final int DOT = 9;
  private static final int SHADOW = 2;
  private static final int BADGE_ROOM = 20;

  public CardFigure(Look look) {
    super(look);
  }

  @Override
  public Dimension leastSize() {
    NodeFace f = face();
    int width = size(f.title(), nameFont()).width + BADGE_ROOM;
    int height = lineHeight(nameFont());
    for (String d : f.details()) {
      width = Math.max(width, size(d, detailFont()).width);
      height += lineHeight(detailFont());
    }
    height = Math.max(height, f.icon().isEmpty() ? 0 : TILE);
    return new Dimension(textX() + width + PAD + SHADOW, height + 2 * PAD + SHADOW);
  }

  private int textX() {
    return face().icon().isEmpty() ? PAD : PAD + TILE + PAD;
  }

  @Override
  public Rectangle titleBounds() {
    Rectangle r = getBounds();
    int x = r.x + textX();
    return new Rectangle(
        x, r.y + PAD - 1, Math.max(60, r.right() - x - PAD), lineHeight(nameFont()) + 2);
  }

  @Override
  protected void paintFace(Graphics g) {
    Rectangle r = getBounds().getCopy().resize(-SHADOW, -SHADOW);
    if (!look.isFar()) shadow(g, r);
    ground(g, r);
    if (!face().icon().isEmpty() && !look.isFar()) icon(g, r);
    texts(g, r);
    face()
        .marks()
        .state()
        .ifPresent(
            s -> {
              g.setBackgroundColor(look.state(s));
              g.fillOval(r.right() - DOT - 8, r.bottom() - DOT - 8, DOT, DOT);
            });
  }

  private void shadow(Graphics g, Rectangle r) {
    g.setBackgroundColor(look.shadow());
    g.setAlpha(24);
    Rectangle below = r.getCopy().translate(1, SHADOW);
    int arc = 2 * face().style().arc();
    if (face().style().shape() == NodeStyle.Shape.ELLIPSE) g.fillOval(below);
    else g.fillRoundRectangle(below, arc, arc);
    g.setAlpha(255);
  }

  private void icon(Graphics g, Rectangle r) {
    int y = r.y + (r.height - TILE) / 2;
    g.setBackgroundColor(look.of(face().style().border()));
    g.setAlpha(28);
    g.fillRoundRectangle(new Rectangle(r.x + PAD, y, TILE, TILE), ARC, ARC);
    g.setAlpha(255);
    int inset = (TILE - ICON) / 2;
    Icons.paint(g, look, face().icon(), r.x + PAD + inset, y + inset, ICON);
  }

  private void texts(Graphics g, Rectangle r) {
    NodeFace f = face();
    int x = r.x + textX();
    int width = r.right() - x - PAD;
    int title = lineHeight(nameFont());
    int detail = lineHeight(detailFont());
    int y = r.y + Math.max(PAD, (r.height - title - f.details().size() * detail) / 2);
    int titleWidth = width - (f.marks().problem().isPresent() ? BADGE_ROOM : 0);
    Color colour = look.of(f.style().label().color());
    String name = fit(f.title(), nameFont(), titleWidth);
    Texts.draw(g, look, name, nameFont(), colour, x, y);
    g.setAlpha(DETAIL_ALPHA);
    y += title;
    for (String d : f.details()) {
      if (y + detail > r.bottom()) break;
      Texts.draw(g, look, fit(d, detailFont(), width), detailFont(), colour, x, y);
      y += detail;
    }
    g.setAlpha(255);
  }

  private static int lineHeight(Font font) {
    return size("Ag", font).height + 1;
  }
}
