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

/** A label of a line: a name, and what there is to say under it, on a rounded ground. */
final class PillFigure extends Figure {
  private static final int PAD_X = 8;
  private static final int PAD_Y = 3;
  private static final int MARK = 8;
  private static final int MARK_GAP = 6;
  private static final int ARC = 14;

  private final Look look;
  private final boolean framed;
  private List<String> lines = List.of();
  private LabelStyle style = new LabelStyle(Tint.of(0, 0, 0), 8, false, false, "");
  private Tint frame = Tint.of(0, 0, 0);
  private Marks marks = Marks.NONE;
  private @Nullable Shown shown;
  private boolean selected;

  private record Shown(String text, LabelStyle style, Tint frame, Marks marks) {}

  /**
   * @param framed whether it has a border in the line's colour, and shows problems
   */
  PillFigure(Look look, boolean framed) {
    this.look = look;
    this.framed = framed;
  }

  void show(String text, LabelStyle style, Tint frame, Marks marks) {
    Shown next = new Shown(text, style, frame, marks);
    if (next.equals(shown)) return;
    shown = next;
    lines = text.lines().toList();
    this.style = style;
    this.frame = frame;
    this.marks = marks;
    revalidate();
    repaint();
  }

  void setSelected(boolean selected) {
    this.selected = selected;
    repaint();
  }

  private boolean marked() {
    return framed && marks.problem().isPresent();
  }

  private Font font(int line) {
    return line == 0 ? look.nameFont(style) : look.detailFont(style);
  }

  @Override
  public Dimension getPreferredSize(int wHint, int hHint) {
    int width = 0;
    int height = 0;
    for (int i = 0; i < lines.size(); i++) {
      Dimension size = FaceFigure.size(lines.get(i), font(i));
      width = Math.max(width, size.width + (i == 0 && marked() ? MARK + MARK_GAP : 0));
      height += size.height;
    }
    return new Dimension(width + 2 * PAD_X, height + 2 * PAD_Y);
  }

  @Override
  protected void paintFigure(Graphics g) {
    Rectangle r = getBounds().getCopy().resize(-1, -1);
    g.setAntialias(SWT.ON);
    g.setBackgroundColor(framed ? look.card() : look.canvas());
    g.fillRoundRectangle(r, ARC, ARC);
    if (framed) {
      g.setForegroundColor(selected ? look.accent() : look.of(frame));
      g.setLineWidth(1);
      g.setLineStyle(Graphics.LINE_SOLID);
      g.drawRoundRectangle(r, ARC, ARC);
    }
    int y = r.y + PAD_Y;
    for (int i = 0; i < lines.size(); i++) y += line(g, i, y);
  }

  private int line(Graphics g, int i, int y) {
    Rectangle r = getBounds();
    Dimension size = FaceFigure.size(lines.get(i), font(i));
    boolean marked = i == 0 && marked();
    int x = r.x + (r.width - size.width - (marked ? MARK + MARK_GAP : 0)) / 2;
    if (marked) {
      g.setBackgroundColor(mark(marks.problem().orElseThrow()));
      g.fillOval(x, y + (size.height - MARK) / 2, MARK, MARK);
      x += MARK + MARK_GAP;
    }
    Color colour = i == 0 ? look.of(style.color()) : look.detail();
    Texts.draw(g, look, lines.get(i), font(i), colour, x, y);
    return size.height;
  }

  private Color mark(Severity severity) {
    return severity == Severity.ERROR ? look.error() : look.warning();
  }
}
