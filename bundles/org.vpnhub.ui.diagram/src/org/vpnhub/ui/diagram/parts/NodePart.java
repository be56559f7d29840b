package org.vpnhub.ui.diagram.parts;

import java.util.List;
import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.figures.CardFigure;
import org.vpnhub.ui.diagram.figures.ContainerFigure;
import org.vpnhub.ui.diagram.figures.FaceFigure;
import org.vpnhub.ui.diagram.figures.LineFigure;
import org.vpnhub.ui.diagram.figures.NodeFace;
import org.vpnhub.ui.diagram.figures.RouteAnchor;
import org.vpnhub.ui.diagram.scene.NodeItem;

/** A node, with what is inside it. */
final class NodePart extends AbstractGraphicalEditPart implements NodeEditPart, Renamable {
  private final Session session;
  private @Nullable Bounds placed;

  NodePart(Session session) {
    this.session = session;
  }

  NodeItem item() {
    return (NodeItem) getModel();
  }

  private FaceFigure face() {
    return (FaceFigure) getFigure();
  }

  @Override
  protected IFigure createFigure() {
    return item().node().container()
        ? new ContainerFigure(session.look())
        : new CardFigure(session.look());
  }

  @Override
  public void activate() {
    super.activate();
    if (getFigure() instanceof ContainerFigure c) grounds().add(c.ground());
  }

  @Override
  public void deactivate() {
    if (getFigure() instanceof ContainerFigure c) grounds().remove(c.ground());
    super.deactivate();
  }

  private IFigure grounds() {
    return getLayer(RootPart.GROUND_LAYER);
  }

  @Override
  protected List<?> getModelChildren() {
    return item().children();
  }

  @Override
  protected List<?> getModelSourceConnections() {
    return item().outgoing();
  }

  @Override
  protected List<?> getModelTargetConnections() {
    return item().incoming();
  }

  /** Takes over the edges that begin or end here. */
  void refreshEnds() {
    refreshSourceConnections();
    refreshTargetConnections();
  }

  @Override
  protected void refreshVisuals() {
    face()
        .show(
            new NodeFace(
                item().node().label().lines().toList(),
                item().node().style(),
                session.overlay().marks(item())));
    Bounds b = session.bounds(item());
    if (b.equals(placed)) return;
    placed = b;
    Rectangle place = new Rectangle(b.x(), b.y(), b.width(), b.height());
    ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(), place);
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.COMPONENT_ROLE, new RemovePolicy(session));
    installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new ConnectPolicy(session));
    installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(session));
    if (item().node().container()) {
      installEditPolicy(EditPolicy.LAYOUT_ROLE, new PlacePolicy(session));
    }
  }

  @Override
  public void setFocus(boolean focus) {
    super.setFocus(focus);
    face().setFocused(focus);
  }

  @Override
  public void performRequest(Request request) {
    if (request.getType() == RequestConstants.REQ_DIRECT_EDIT) RenameEditor.open(this, session);
    else if (request.getType() == RequestConstants.REQ_OPEN) session.open(item());
  }

  @Override
  public Rectangle titleBounds() {
    return face().titleBounds();
  }

  @Override
  public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart edge) {
    return new RouteAnchor(getFigure(), (LineFigure) edge.getFigure(), true);
  }

  @Override
  public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart edge) {
    return new RouteAnchor(getFigure(), (LineFigure) edge.getFigure(), false);
  }

  @Override
  public ConnectionAnchor getSourceConnectionAnchor(Request request) {
    return new ChopboxAnchor(getFigure());
  }

  @Override
  public ConnectionAnchor getTargetConnectionAnchor(Request request) {
    return new ChopboxAnchor(getFigure());
  }

  @Override
  protected AccessibleEditPart getAccessibleEditPart() {
    return new AccessibleGraphicalEditPart() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = item().node().label().replace('\n', ',');
      }

      @Override
      public void getRole(AccessibleControlEvent e) {
        e.detail = org.eclipse.swt.accessibility.ACC.ROLE_LABEL;
      }
    };
  }
}
