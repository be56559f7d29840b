package org.vpnhub.ui.diagram.parts;

import org.eclipse.draw2d.FreeformFigure;
import org.eclipse.draw2d.FreeformViewport;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * Can be scrolled over the picture, and until the middle of the picture is in the middle of the
 * view. Draw2d's own can be scrolled to the origin instead, wherever the picture is.
 */
final class View extends FreeformViewport {
  @Override
  protected void readjustScrollBars() {
    if (!(getContents() instanceof FreeformFigure picture)) return;
    Dimension view = getClientArea().getSize();
    Rectangle room = picture.getFreeformExtent().getCopy();
    Point middle = room.getCenter();
    room.union(middle.x - view.width / 2, middle.y - view.height / 2, view.width, view.height);
    // What is shown stays where it is when the picture changes.
    Point shown = getViewLocation();
    room.union(shown.x, shown.y, view.width, view.height);
    picture.setFreeformBounds(room);
    getVerticalRangeModel().setAll(room.y, view.height, room.bottom());
    getHorizontalRangeModel().setAll(room.x, view.width, room.right());
  }
}
