package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.XYLayout;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;

/**
 * A node with others inside: a header with icon, name and details, and the room below it. Its
 * ground is a figure of its own, below the lines.
 */
public final class ContainerFigure extends FaceFigure {
  private static final int HEADER = 34;
  private static final int PAD = 12;
  private static final int ICON = 20;

  private final Figure ground =
      new Figure() {
        @Override
        protected void paintFigure(Graphics g) {
          g.setAntialias(SWT.ON);
          ContainerFigure.this.ground(g, getBounds());
        }
      };

  public ContainerFigure(Look look) {
    super(look);
    addFigureListener(source -> ground.setBounds(getBounds()));
    setLayoutManager(new XYLayout());
  }

  /** The ground, which follows this figure; to be put into a layer below the lines. */
  public IFigure ground() {
    return ground;
  }

  @Override
  public Dimension leastSize() {
    int width = 2 * PAD + (face().icon().isEmpty() ? 0 : ICON + 6) + BADGE;
    width += size(face().title(), nameFont()).width;
    if (!face().details().isEmpty()) width += 10 + size(detailLine(), detailFont()).width;
    return new Dimension(width, HEADER);
  }

  @Override
  protected void faceChanged() {
    ground.repaint();
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
    NodeFace f = face();
    int x = r.x + PAD;
    if (!f.icon().isEmpty()) {
      Icons.paint(g, look, f.icon(), x, r.y + (HEADER - ICON) / 2, ICON);
      x += ICON + 6;
    }
    int room = r.right() - PAD - (f.marks().problem().isPresent() ? BADGE : 0);
    Dimension title = size(f.title(), nameFont());
    hideLines(g, x, Math.min(room, x + title.width));
    Texts.draw(
        g,
        look,
        fit(f.title(), nameFont(), room - x),
        nameFont(),
        look.of(f.style().label().color()),
        x,
        r.y + (HEADER - title.height) / 2);
    details(g, x + title.width + 10, room);
  }

  /** Lines run over the ground, and would run through the title. */
  private void hideLines(Graphics g, int left, int right) {
    g.setBackgroundColor(look.of(face().style().fill()));
    g.fillRectangle(left - 3, getBounds().y + 6, right - left + 6, HEADER - 10);
  }

  private void details(Graphics g, int x, int right) {
    String text = detailLine();
    if (text.isEmpty() || right - x < 30) return;
    Dimension size = size(text, detailFont());
    g.setAlpha(DETAIL_ALPHA);
    Texts.draw(
        g,
        look,
        fit(text, detailFont(), right - x),
        detailFont(),
        look.of(face().style().label().color()),
        x,
        getBounds().y + (HEADER - size.height) / 2);
    g.setAlpha(255);
  }
}
