package org.vpnhub.ui.diagram.parts;

import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.AbstractEditPolicy;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.scene.Item;

/** Deletes what a node or an edge shows. */
final class RemovePolicy extends AbstractEditPolicy {
  private final Session session;

  RemovePolicy(Session session) {
    this.session = session;
  }

  @Override
  public @Nullable Command getCommand(Request request) {
    if (request.getType() != RequestConstants.REQ_DELETE) return null;
    return session.delete((Item) getHost().getModel()).orElse(null);
  }
}
