package org.vpnhub.ui.diagram;

import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.vpnhub.ui.diagram.core.Layer;
import org.vpnhub.ui.diagram.figures.Icons;
import org.vpnhub.ui.diagram.parts.Session;

/** Shows or hides an optional layer of the definition. */
final class LayerAction extends Action {
  private final Session session;
  private final Layer layer;

  private LayerAction(Session session, Layer layer) {
    super(layer.label(), IAction.AS_CHECK_BOX);
    this.session = session;
    this.layer = layer;
    setId("diagram.layer." + layer.name());
    setToolTipText("Shows or hides: " + layer.label());
    if (!layer.icon().isEmpty()) setImageDescriptor(Icons.descriptor(layer.icon()));
    setChecked(session.isShown(layer.name()));
  }

  /** A switch for each optional layer. */
  static List<IContributionItem> all(Session session) {
    return session.definition().layers().stream()
        .filter(Layer::optional)
        .map(l -> item(new LayerAction(session, l)))
        .toList();
  }

  private static IContributionItem item(LayerAction action) {
    ActionContributionItem item = new ActionContributionItem(action);
    item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
    return item;
  }

  @Override
  public void run() {
    session.show(layer.name(), isChecked());
  }
}
