package org.vpnhub.ui.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.ui.diagram.core.LabelStyle;
import org.vpnhub.ui.diagram.core.Tint;

/** The label of a line: a name, and what there is to say under it, on a rounded ground. */
final class PillFigure extends Figure {
  private static final int PAD_X = 8;
  private static final int PAD_Y = 3;
  private static final int MARK = 8;
  private static final int ARC = 14;

  private static final LabelStyle PLAIN = new LabelStyle(Tint.of(0, 0, 0), 9, false, false, "");

  private final Look look;
  private @Nullable EdgeFace face;
  private boolean selected;

  PillFigure(Look look) {
    this.look = look;
  }

  void show(EdgeFace next) {
    face = next;
    revalidate();
    repaint();
  }

  void setSelected(boolean selected) {
    this.selected = selected;
    repaint();
  }

  @Override
  public Dimension getPreferredSize(int wHint, int hHint) {
    if (face == null || face.label().isEmpty()) return new Dimension();
    Dimension title = FaceFigure.size(face.label().getFirst(), nameFont());
    int width = title.width + (marked() ? MARK + 6 : 0);
    int height = title.height;
    for (String d : rest(face)) {
      Dimension detail = FaceFigure.size(d, detailFont());
      width = Math.max(width, detail.width);
      height += detail.height;
    }
    return new Dimension(width + 2 * PAD_X, height + 2 * PAD_Y);
  }

  private Font nameFont() {
    return look.nameFont(labelStyle());
  }

  private Font detailFont() {
    return look.detailFont(labelStyle());
  }

  private LabelStyle labelStyle() {
    LabelStyle center = face == null ? null : face.style().center();
    return center == null ? PLAIN : center;
  }

  private boolean marked() {
    return face != null && (face.marks().state().isPresent() || face.marks().problem().isPresent());
  }

  @Override
  protected void paintFigure(Graphics g) {
    if (face == null || face.label().isEmpty()) return;
    Rectangle r = getBounds().getCopy().resize(-1, -1);
    g.setAntialias(SWT.ON);
    g.setBackgroundColor(look.card());
    g.fillRoundRectangle(r, ARC, ARC);
    g.setForegroundColor(selected ? look.accent() : edge(face));
    g.setLineWidth(1);
    g.setLineStyle(Graphics.LINE_SOLID);
    g.drawRoundRectangle(r, ARC, ARC);
    texts(g, face);
  }

  private Color edge(EdgeFace f) {
    return f.marks().state().map(look::state).orElseGet(() -> look.of(f.style().color()));
  }

  private void texts(Graphics g, EdgeFace f) {
    Rectangle r = getBounds();
    Dimension title = FaceFigure.size(f.label().getFirst(), nameFont());
    int x = r.x + (r.width - title.width - (marked() ? MARK + 6 : 0)) / 2;
    int y = r.y + PAD_Y;
    if (marked()) {
      g.setBackgroundColor(f.marks().problem().map(this::mark).orElseGet(() -> edge(f)));
      g.fillOval(x, y + (title.height - MARK) / 2, MARK, MARK);
      x += MARK + 6;
    }
    g.setFont(nameFont());
    g.setForegroundColor(look.text());
    g.drawText(f.label().getFirst(), x, y);
    g.setFont(detailFont());
    g.setForegroundColor(look.detail());
    y += title.height;
    for (String d : rest(f)) {
      Dimension size = FaceFigure.size(d, detailFont());
      g.drawText(d, r.x + (r.width - size.width) / 2, y);
      y += size.height;
    }
  }

  private static List<String> rest(EdgeFace f) {
    return f.label().subList(1, f.label().size());
  }

  private Color mark(Severity severity) {
    return severity == Severity.ERROR ? look.error() : look.warning();
  }
}
