package org.vpnhub.ui.diagram.parts;

import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Tool;
import org.vpnhub.ui.diagram.scene.NodeItem;

/** Lets edges begin and end at a node. */
final class ConnectPolicy extends GraphicalNodeEditPolicy {
  private final Session session;

  ConnectPolicy(Session session) {
    this.session = session;
  }

  private NodeItem item() {
    return ((NodePart) getHost()).item();
  }

  @Override
  protected @Nullable Command getConnectionCreateCommand(CreateConnectionRequest request) {
    if (!(request.getNewObject() instanceof Tool tool)) return null;
    if (!session.canStart(tool, item())) return null;
    Command start = new Command(tool.label()) {};
    request.setStartCommand(start);
    return start;
  }

  @Override
  protected @Nullable Command getConnectionCompleteCommand(CreateConnectionRequest request) {
    if (!(request.getNewObject() instanceof Tool tool)) return null;
    if (!(request.getSourceEditPart() instanceof NodePart source)) return null;
    NodeItem from = source.item();
    NodeItem to = item();
    if (session.canConnect(tool, from, to)) {
      return new Steps.Whole(tool.label(), () -> session.connect(tool, from, to));
    }
    if (session.canConnect(tool, to, from)) {
      return new Steps.Whole(tool.label(), () -> session.connect(tool, to, from));
    }
    return null;
  }

  @Override
  protected @Nullable Command getReconnectSourceCommand(ReconnectRequest request) {
    return reconnect(request, true);
  }

  @Override
  protected @Nullable Command getReconnectTargetCommand(ReconnectRequest request) {
    return reconnect(request, false);
  }

  private @Nullable Command reconnect(ReconnectRequest request, boolean source) {
    EditPart part = request.getConnectionEditPart();
    return part instanceof EdgePart edge
        ? session.reconnect(edge.item(), source, item()).orElse(null)
        : null;
  }

  @Override
  protected Connection createDummyConnection(Request request) {
    PolylineConnection line = new PolylineConnection();
    line.setForegroundColor(session.look().accent());
    line.setLineWidth(2);
    return line;
  }
}
