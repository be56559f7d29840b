package org.vpnhub.ui.diagram.parts;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.DirectEditPolicy;
import org.eclipse.gef.requests.DirectEditRequest;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.scene.Item;

/** Takes the name that was typed into the figure. */
final class RenamePolicy extends DirectEditPolicy {
  private final Session session;

  RenamePolicy(Session session) {
    this.session = session;
  }

  @Override
  protected @Nullable Command getDirectEditCommand(DirectEditRequest request) {
    Object text = request.getCellEditor().getValue();
    if (text == null || text.toString().isBlank()) return null;
    return session.rename((Item) getHost().getModel(), text.toString().strip()).orElse(null);
  }

  /** The figure shows the new name when the model has it. */
  @Override
  protected void showCurrentEditValue(DirectEditRequest request) {}
}
