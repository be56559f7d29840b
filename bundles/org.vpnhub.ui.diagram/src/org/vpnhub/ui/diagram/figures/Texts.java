package org.vpnhub.ui.diagram.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Path;

/**
 * Measures and writes texts; as bars where the diagram is too small for them to be read. Measuring
 * is slow, and the same texts are painted over and over, so that their sizes are kept. User
 * interface thread only.
 */
final class Texts {
  private static final int KEPT = 20_000;

  private record Key(String text, Font font) {}

  private static final Map<Key, Dimension> SIZES =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Dimension> eldest) {
          return size() > KEPT;
        }
      };

  private Texts() {}

  static Dimension size(String text, Font font) {
    Key key = new Key(text, font);
    return SIZES.computeIfAbsent(key, k -> FigureUtilities.getTextExtents(text, font)).getCopy();
  }

  static void draw(Graphics g, Look look, String text, Font font, Color colour, int x, int y) {
    if (text.isEmpty()) return;
    if (look.isFar()) {
      g.setBackgroundColor(colour);
      g.fillRectangle(x, y + 5, text.length() * 5, 4);
      return;
    }
    Optional<Path> outline = look.scale() == 1 ? Optional.empty() : Outlines.of(text, font);
    if (outline.isPresent()) {
      g.setBackgroundColor(colour);
      g.translate(x, y);
      g.fillPath(outline.get());
      g.translate(-x, -y);
    } else {
      g.setFont(font);
      g.setForegroundColor(colour);
      g.drawText(text, x, y);
    }
  }
}
