package org.vpnhub.ui.diagram.parts;

import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.gef.tools.ConnectionCreationTool;

/** Connects by two clicks, or by dragging from one node to the other. */
final class ConnectTool extends ConnectionCreationTool {
  ConnectTool(CreationFactory factory) {
    super(factory);
    setUnloadWhenFinished(true);
  }

  @Override
  protected boolean handleButtonUp(int button) {
    boolean dragged = isInState(STATE_CONNECTION_STARTED) && movedPastThreshold();
    if (dragged && getCurrentCommand() != null && getCurrentCommand().canExecute()) {
      handleCreateConnection();
      setState(STATE_TERMINAL);
    }
    return super.handleButtonUp(button);
  }

  @Override
  protected boolean handleDragInProgress() {
    return isInState(STATE_CONNECTION_STARTED) ? handleMove() : super.handleDragInProgress();
  }
}
