package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;

/** Writes texts; as bars where the diagram is too small for them to be read. */
final class Texts {
  private Texts() {}

  static void draw(Graphics g, Look look, String text, Font font, Color colour, int x, int y) {
    if (text.isEmpty()) return;
    if (look.isFar()) {
      g.setBackgroundColor(colour);
      g.fillRectangle(x, y + 5, text.length() * 5, 4);
      return;
    }
    g.setFont(font);
    g.setForegroundColor(colour);
    g.drawText(text, x, y);
  }
}
