package org.vpnhub.ui.diagram.parts;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;

/** A part whose name can be edited in place. */
interface Renamable extends GraphicalEditPart {
  /** Where the name is, in the figure's coordinates. */
  Rectangle titleBounds();
}
