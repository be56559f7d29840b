package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.vpnhub.ui.diagram.core.Line;

/** How lines are broken. */
final class Strokes {
  private static final int[] DASH = {6, 4};
  private static final int[] DOT = {1, 4};
  private static final int[] DASH_DOT = {6, 4, 1, 4};

  private Strokes() {}

  static void set(Graphics g, Line line) {
    switch (line) {
      case SOLID -> g.setLineStyle(Graphics.LINE_SOLID);
      case DASH -> broken(g, DASH);
      case DOT -> broken(g, DOT);
      case DASH_DOT -> broken(g, DASH_DOT);
    }
  }

  private static void broken(Graphics g, int[] pattern) {
    g.setLineDash(pattern);
    g.setLineStyle(Graphics.LINE_CUSTOM);
  }
}
