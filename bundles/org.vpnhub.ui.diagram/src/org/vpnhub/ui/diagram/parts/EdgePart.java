package org.vpnhub.ui.diagram.parts;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.vpnhub.ui.diagram.core.Edge;
import org.vpnhub.ui.diagram.core.layout.Lines;
import org.vpnhub.ui.diagram.figures.EdgeFace;
import org.vpnhub.ui.diagram.figures.LineFigure;
import org.vpnhub.ui.diagram.scene.EdgeItem;

/** A line between two nodes. */
final class EdgePart extends AbstractConnectionEditPart implements Renamable {
  /** With more lines than this at an end, the labels are shown only when the line is selected. */
  private static final int CROWD = 40;

  private final Session session;

  EdgePart(Session session) {
    this.session = session;
  }

  EdgeItem item() {
    return (EdgeItem) getModel();
  }

  private LineFigure line() {
    return (LineFigure) getFigure();
  }

  @Override
  protected IFigure createFigure() {
    return new LineFigure(session.look());
  }

  @Override
  protected void refreshVisuals() {
    Edge edge = item().edge();
    int atSource = item().source().outgoing().size() + item().source().incoming().size();
    int atTarget = item().target().outgoing().size() + item().target().incoming().size();
    boolean crowded = Math.max(atSource, atTarget) > CROWD;
    line()
        .show(
            new EdgeFace(
                edge.beginLabel(),
                edge.centerLabel(),
                edge.endLabel(),
                edge.style(),
                session.overlay().marks(item())),
            !crowded || getSelected() != EditPart.SELECTED_NONE);
  }

  void setRoute(Lines.Route route) {
    line().setRoute(route);
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new LinePolicy(session));
    installEditPolicy(EditPolicy.CONNECTION_ROLE, new RemovePolicy(session));
    installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(session));
  }

  @Override
  public void setSelected(int value) {
    super.setSelected(value);
    line().setSelected(value != EditPart.SELECTED_NONE);
    refreshVisuals();
  }

  @Override
  public void performRequest(Request request) {
    if (request.getType() == RequestConstants.REQ_DIRECT_EDIT) RenameEditor.open(this, session);
    else if (request.getType() == RequestConstants.REQ_OPEN) session.open(item());
  }

  @Override
  public Rectangle titleBounds() {
    return line().titleBounds();
  }

  @Override
  protected AccessibleEditPart getAccessibleEditPart() {
    return new AccessibleGraphicalEditPart() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = item().edge().centerLabel().replace('\n', ',');
      }
    };
  }
}
