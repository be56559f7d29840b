package org.vpnhub.ui.diagram.parts;

import java.util.Map;
import java.util.Optional;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.XYLayoutEditPolicy;
import org.eclipse.gef.requests.CreateRequest;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Tool;
import org.vpnhub.ui.diagram.scene.NodeItem;

/** Moves and resizes the nodes of a container, or of the diagram, and makes new ones there. */
final class PlacePolicy extends XYLayoutEditPolicy {
  private static final Dimension LEAST = new Dimension(60, 30);

  private final Session session;

  PlacePolicy(Session session) {
    this.session = session;
  }

  private Optional<NodeItem> container() {
    return getHost() instanceof NodePart p ? Optional.of(p.item()) : Optional.empty();
  }

  @Override
  protected EditPolicy createChildEditPolicy(EditPart child) {
    return new HandlesPolicy(session);
  }

  @Override
  protected @Nullable Command createChangeConstraintCommand(EditPart child, Object constraint) {
    if (!session.isEditable()) return null;
    Rectangle r = (Rectangle) constraint;
    NodeItem item = ((NodePart) child).item();
    Bounds now = session.bounds(item);
    // A node that is only moved keeps following its label's size.
    int width = r.width == now.width() ? now.width() : r.width;
    int height = r.height == now.height() ? now.height() : r.height;
    boolean sized = width != now.width() || height != now.height();
    return new Steps.Move(
        sized ? "Resize" : "Move", Map.of(item.key(), new Bounds(r.x, r.y, width, height)));
  }

  @Override
  protected @Nullable Command getCreateCommand(CreateRequest request) {
    if (!(request.getNewObject() instanceof Tool tool)) return null;
    if (!session.canCreate(tool, container())) return null;
    Rectangle r = ((Rectangle) getConstraintFor(request)).getCopy();
    Bounds at = new Bounds(r.x, r.y, Math.max(0, r.width), Math.max(0, r.height));
    return new Steps.Whole(tool.label(), () -> session.create(tool, container(), at));
  }

  @Override
  protected Dimension getMinimumSizeFor(GraphicalEditPart child) {
    return LEAST;
  }

  @Override
  protected @Nullable Command getDeleteDependantCommand(Request request) {
    return null;
  }

  @Override
  protected @Nullable Command createAddCommand(EditPart child, Object constraint) {
    return null;
  }
}
