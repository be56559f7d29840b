package org.vpnhub.ui.diagram.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Display;

/**
 * Writes texts at any zoom. Away from 100 % they are painted as outlines: the letters of a scaled
 * font would stand on whole pixels, and words would fall apart.
 */
final class Texts {
  private static final int KEPT = 4_000;
  private static final int PIECE = 12;

  private record Key(String text, Font font) {}

  private static final Map<Key, List<Path>> OUTLINES =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Path>> eldest) {
          if (size() <= KEPT) return false;
          eldest.getValue().forEach(Path::dispose);
          return true;
        }
      };

  private Texts() {}

  static void draw(Graphics g, Look look, String text, Font font, Color colour, int x, int y) {
    if (text.isEmpty()) return;
    if (look.isFar()) {
      g.setBackgroundColor(colour);
      g.fillRectangle(x, y + 5, text.length() * 5, 4);
      return;
    }
    if (look.scale() == 1) {
      g.setFont(font);
      g.setForegroundColor(colour);
      g.drawText(text, x, y);
      return;
    }
    g.setBackgroundColor(colour);
    g.translate(x, y);
    OUTLINES.computeIfAbsent(new Key(text, font), Texts::outline).forEach(g::fillPath);
    g.translate(-x, -y);
  }

  /** In pieces: GTK leaves out of a path what comes after some 17 letters. */
  private static List<Path> outline(Key key) {
    List<Path> pieces = new ArrayList<>();
    String text = key.text();
    for (int i = 0; i < text.length(); i += PIECE) {
      Path path = new Path(Display.getCurrent());
      int x = i == 0 ? 0 : FigureUtilities.getTextWidth(text.substring(0, i), key.font());
      path.addString(text.substring(i, Math.min(text.length(), i + PIECE)), x, 0, key.font());
      pieces.add(path);
    }
    return pieces;
  }
}
