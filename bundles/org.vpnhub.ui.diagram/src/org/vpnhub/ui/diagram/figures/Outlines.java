package org.vpnhub.ui.diagram.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.PathData;

/**
 * The outlines of texts, for zooms other than 100 %. Filled, they keep the distances of the letters
 * at every zoom, where a written text has each letter at a whole pixel of the screen. The last ones
 * are kept. User interface thread only.
 */
final class Outlines {
  private static final int KEPT = 2000;

  /**
   * How far from its start the letters of a path reach, in heights of a line: GTK leaves out those
   * that are ten letters' sizes away.
   */
  private static final int REACH = 7;

  private record Key(String text, Font font) {}

  private static final Map<Key, Optional<Path>> PATHS =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Path>> eldest) {
          if (size() <= KEPT) return false;
          eldest.getValue().ifPresent(Path::dispose);
          return true;
        }
      };

  private Outlines() {}

  /** The outline of a text whose upper left corner is at 0, 0; empty when a word is too long. */
  static Optional<Path> of(String text, Font font) {
    return PATHS.computeIfAbsent(new Key(text, font), k -> make(text, font));
  }

  private static Optional<Path> make(String text, Font font) {
    Path all = new Path(font.getDevice());
    for (int start = 0; start < text.length(); ) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space + 1;
      if (!add(all, text.substring(start, end), width(text.substring(0, start), font), font)) {
        all.dispose();
        return Optional.empty();
      }
      start = end;
    }
    return Optional.of(all);
  }

  private static int width(String text, Font font) {
    return FigureUtilities.getTextExtents(text, font).width;
  }

  /** Adds a word; it begins in its middle, so that it may be twice as long. */
  private static boolean add(Path all, String word, int x, Font font) {
    Dimension size = FigureUtilities.getTextExtents(word, font);
    int half = size.width / 2;
    if (half > REACH * size.height) return false;
    Path path = new Path(font.getDevice());
    path.addString(word, -half, 0, font);
    PathData data = path.getPathData();
    path.dispose();
    for (int i = 0; i < data.points.length; i += 2) data.points[i] += x + half;
    Path moved = new Path(font.getDevice(), data);
    all.addPath(moved);
    moved.dispose();
    return true;
  }
}
