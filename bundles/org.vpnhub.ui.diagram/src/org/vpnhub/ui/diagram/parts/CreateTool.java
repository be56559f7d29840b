package org.vpnhub.ui.diagram.parts;

import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.gef.tools.CreationTool;

/**
 * Makes a node by a click. The pointer may jump onto the diagram and press without having moved on
 * it, as a touch does, so that what to do is asked when it presses, too.
 */
final class CreateTool extends CreationTool {
  CreateTool(CreationFactory factory) {
    super(factory);
  }

  @Override
  protected boolean handleButtonDown(int button) {
    if (button == 1) {
      updateTargetRequest();
      updateTargetUnderMouse();
      setCurrentCommand(getCommand());
    }
    return super.handleButtonDown(button);
  }
}
