package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PositionConstants;

/** The text under a resting pointer. */
final class TooltipFigure extends Label {
  TooltipFigure(String text) {
    super(text);
    setBorder(new MarginBorder(4, 6, 4, 6));
    setLabelAlignment(PositionConstants.LEFT);
  }
}
