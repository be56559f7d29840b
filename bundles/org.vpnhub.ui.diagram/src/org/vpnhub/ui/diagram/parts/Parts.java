package org.vpnhub.ui.diagram.parts;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.vpnhub.ui.diagram.scene.EdgeItem;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.Scene;

/** Makes the parts of a diagram. */
public final class Parts implements EditPartFactory {
  private final Session session;

  public Parts(Session session) {
    this.session = session;
  }

  @Override
  public EditPart createEditPart(EditPart context, Object model) {
    EditPart part =
        switch (model) {
          case Scene s -> new ScenePart(session);
          case NodeItem n -> new NodePart(session);
          case EdgeItem e -> new EdgePart(session);
          default -> throw new IllegalArgumentException(String.valueOf(model));
        };
    part.setModel(model);
    return part;
  }
}
