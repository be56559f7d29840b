package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.editparts.GridLayer;

/** A grid of dots, quieter than lines. */
public final class DotGrid extends GridLayer {
  private Look look = new Look();

  public void setLook(Look look) {
    this.look = look;
  }

  @Override
  protected void paintGrid(Graphics g) {
    Rectangle clip = g.getClip(Rectangle.SINGLETON).getCopy();
    g.setBackgroundColor(look.grid());
    for (int x = first(clip.x, gridX); x < clip.right(); x += gridX) {
      for (int y = first(clip.y, gridY); y < clip.bottom(); y += gridY) {
        g.fillRectangle(x - 1, y - 1, 2, 2);
      }
    }
  }

  private static int first(int from, int step) {
    return Math.floorDiv(from, step) * step;
  }
}
