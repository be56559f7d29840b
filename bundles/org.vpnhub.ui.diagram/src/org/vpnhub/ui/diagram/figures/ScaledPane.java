package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;
import org.eclipse.swt.SWT;

/**
 * Zooms by a transform of the graphics, where Draw2d's own rounds every coordinate and font size to
 * whole ones: text keeps its proportions, lines stay smooth.
 */
public final class ScaledPane extends ScalableFreeformLayeredPane {
  private Look look = new Look();

  public void setLook(Look look) {
    this.look = look;
  }

  @Override
  protected void paintClientArea(Graphics graphics) {
    graphics.setAntialias(SWT.ON);
    graphics.setTextAntialias(SWT.ON);
    graphics.setInterpolation(SWT.HIGH);
    look.setScale(getScale());
    if (getScale() != 1) graphics.scale(getScale());
    graphics.pushState();
    paintChildren(graphics);
    graphics.popState();
    graphics.restoreState();
  }
}
