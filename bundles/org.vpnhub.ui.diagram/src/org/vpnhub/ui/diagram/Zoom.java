package org.vpnhub.ui.diagram;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.MouseWheelHandler;
import org.eclipse.gef.MouseWheelZoomHandler;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.swt.SWT;
import org.vpnhub.ui.diagram.parts.RootPart;

/** How large a diagram is shown, and which part of it. */
final class Zoom {
  private static final double[] LEVELS = {
    0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4
  };
  private static final int MARGIN = 30;

  private final GraphicalViewer viewer;
  private final ZoomManager manager;
  private double fitted;

  Zoom(GraphicalViewer viewer) {
    this.viewer = viewer;
    manager = ((RootPart) viewer.getRootEditPart()).getZoomManager();
    manager.setZoomLevels(LEVELS);
    manager.setZoomAnimationStyle(ZoomManager.ANIMATE_NEVER);
    viewer.setProperty(
        MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1), MouseWheelZoomHandler.SINGLETON);
  }

  void in() {
    manager.zoomIn();
  }

  void out() {
    manager.zoomOut();
  }

  void actualSize() {
    manager.setZoom(1);
  }

  double level() {
    return manager.getZoom();
  }

  /** Runs something each time the diagram is shown larger or smaller. */
  void onChange(Runnable listener) {
    manager.addZoomListener(z -> listener.run());
  }

  /** Shows all of the diagram, not larger than life. */
  void fit(Rectangle picture) {
    viewer.flush();
    org.eclipse.swt.graphics.Point room = viewer.getControl().getSize();
    if (picture.isEmpty() || room.x < 50 || room.y < 50) return;
    double wide = (double) (room.x - 2 * MARGIN) / picture.width;
    double high = (double) (room.y - 2 * MARGIN) / picture.height;
    manager.setZoom(Math.max(LEVELS[0], Math.min(1, Math.min(wide, high))));
    fitted = manager.getZoom();
    centre(picture);
  }

  /** Whether the user has left the size at which all of the diagram was shown. */
  boolean isFitted() {
    return fitted == manager.getZoom();
  }

  private void centre(Rectangle picture) {
    viewer.flush();
    Point centre = picture.getCenter();
    centreOn(centre.x, centre.y);
  }

  /** Shows a point of the diagram in the middle. */
  void centreOn(double x, double y) {
    double zoom = manager.getZoom();
    Dimension view = manager.getViewport().getClientArea().getSize();
    manager
        .getViewport()
        .setViewLocation(
            (int) Math.round(x * zoom) - view.width / 2,
            (int) Math.round(y * zoom) - view.height / 2);
  }
}
