package org.vpnhub.ui.diagram.parts;

import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.FreeformLayeredPane;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LayeredPane;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;
import org.eclipse.draw2d.Viewport;
import org.eclipse.gef.editparts.GridLayer;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.vpnhub.ui.diagram.figures.DotGrid;
import org.vpnhub.ui.diagram.figures.Look;
import org.vpnhub.ui.diagram.figures.ScaledPane;

/** The layers of a diagram: grid, grounds of containers, lines, and above the lines the nodes. */
public final class RootPart extends ScalableFreeformRootEditPart {
  /** Layer of the grounds of containers. */
  static final String GROUND_LAYER = "Ground Layer";

  public RootPart(Look look) {
    // The constructor of the superclass has made the layers.
    ((DotGrid) getLayer(GRID_LAYER)).setLook(look);
    ((ScaledPane) getLayer(SCALABLE_LAYERS)).setLook(look);
  }

  @Override
  protected IFigure createFigure() {
    View view = new View();
    view.setContents(((Viewport) super.createFigure()).getContents());
    return view;
  }

  @Override
  protected ScalableFreeformLayeredPane createScaledLayers() {
    ScaledPane layers = new ScaledPane();
    layers.add(createGridLayer(), GRID_LAYER, -1);
    layers.add(getPrintableLayers(), PRINTABLE_LAYERS, -1);
    FreeformLayer feedback = new FreeformLayer();
    feedback.setEnabled(false);
    layers.add(feedback, SCALED_FEEDBACK_LAYER, -1);
    return layers;
  }

  @Override
  protected LayeredPane createPrintableLayers() {
    FreeformLayeredPane layers = new FreeformLayeredPane();
    FreeformLayer grounds = new FreeformLayer();
    grounds.setEnabled(false);
    layers.add(grounds, GROUND_LAYER, -1);
    layers.add(new ConnectionLayer(), CONNECTION_LAYER, -1);
    layers.add(new FreeformLayer(), PRIMARY_LAYER, -1);
    return layers;
  }

  @Override
  protected GridLayer createGridLayer() {
    return new DotGrid();
  }
}
