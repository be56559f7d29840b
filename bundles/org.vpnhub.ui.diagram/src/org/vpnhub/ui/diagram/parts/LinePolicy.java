package org.vpnhub.ui.diagram.parts;

import java.util.List;
import org.eclipse.draw2d.ConnectionLocator;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editpolicies.ConnectionEndpointEditPolicy;
import org.eclipse.gef.handles.ConnectionHandle;
import org.eclipse.gef.tools.ConnectionEndpointTracker;
import org.eclipse.swt.SWT;

/** Selection of a line: a round handle at each end, by which it can be moved to another node. */
final class LinePolicy extends ConnectionEndpointEditPolicy {
  private final Session session;

  LinePolicy(Session session) {
    this.session = session;
  }

  @Override
  protected List<?> createSelectionHandles() {
    if (!session.isEditable()) return List.of();
    ConnectionEditPart host = (ConnectionEditPart) getHost();
    return List.of(
        new Grip(host, ConnectionLocator.SOURCE, RequestConstants.REQ_RECONNECT_SOURCE),
        new Grip(host, ConnectionLocator.TARGET, RequestConstants.REQ_RECONNECT_TARGET));
  }

  /** The line itself shows where the keyboard is. */
  @Override
  protected void showFocus() {}

  @Override
  protected void hideFocus() {}

  private final class Grip extends ConnectionHandle {
    private final String request;

    Grip(ConnectionEditPart owner, int end, String request) {
      this.request = request;
      setOwner(owner);
      setLocator(new ConnectionLocator(getConnection(), end));
      setPreferredSize(11, 11);
    }

    @Override
    protected DragTracker createDragTracker() {
      ConnectionEndpointTracker tracker =
          new ConnectionEndpointTracker((ConnectionEditPart) getOwner());
      tracker.setCommandName(request);
      tracker.setDefaultCursor(getCursor());
      return tracker;
    }

    @Override
    public void paintFigure(Graphics g) {
      Rectangle r = getBounds().getCopy().resize(-1, -1);
      g.setAntialias(SWT.ON);
      g.setBackgroundColor(session.look().accent());
      g.setForegroundColor(session.look().card());
      g.fillOval(r);
      g.drawOval(r);
    }
  }
}
