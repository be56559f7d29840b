package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.XYLayout;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;

/** A node with others inside: a header with icon, name and details, and the room below it. */
public final class ContainerFigure extends FaceFigure {
  private static final int HEADER = 34;
  private static final int PAD = 12;
  private static final int ICON = 18;

  public ContainerFigure(Look look) {
    super(look);
    setLayoutManager(new XYLayout());
  }

  @Override
  public Dimension leastSize() {
    int width = 2 * PAD + (face().icon().isEmpty() ? 0 : ICON + 6) + BADGE;
    width += size(face().title(), nameFont()).width;
    if (!face().details().isEmpty()) width += 10 + size(detailLine(), detailFont()).width;
    return new Dimension(width, HEADER);
  }

  private String detailLine() {
    return String.join("  ·  ", face().details());
  }

  @Override
  public Rectangle titleBounds() {
    Rectangle r = getBounds();
    return new Rectangle(r.x + PAD + ICON + 6, r.y + 6, Math.max(80, r.width / 2), HEADER - 12);
  }

  @Override
  protected void paintFace(Graphics g) {
    Rectangle r = getBounds();
    ground(g, r);
    NodeFace f = face();
    int x = r.x + PAD;
    if (!f.icon().isEmpty()) {
      Icons.paint(g, f.icon(), x, r.y + (HEADER - ICON) / 2, ICON);
      x += ICON + 6;
    }
    int room = r.right() - PAD - (f.marks().problem().isPresent() ? BADGE : 0);
    Dimension title = size(f.title(), nameFont());
    g.setFont(nameFont());
    g.setForegroundColor(look.of(f.style().label().color()));
    g.drawText(fit(f.title(), nameFont(), room - x), x, r.y + (HEADER - title.height) / 2);
    details(g, x + title.width + 10, room);
  }

  private void details(Graphics g, int x, int right) {
    String text = detailLine();
    if (text.isEmpty() || right - x < 30) return;
    Dimension size = size(text, detailFont());
    g.setFont(detailFont());
    g.setForegroundColor(look.detail());
    g.drawText(fit(text, detailFont(), right - x), x, getBounds().y + (HEADER - size.height) / 2);
  }
}
