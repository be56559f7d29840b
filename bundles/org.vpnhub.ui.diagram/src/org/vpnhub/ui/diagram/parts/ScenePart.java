package org.vpnhub.ui.diagram.parts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.FreeformLayout;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.gef.CompoundSnapToHelper;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.gef.SnapToHelper;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editpolicies.RootComponentEditPolicy;
import org.eclipse.gef.editpolicies.SnapFeedbackPolicy;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.scene.Item;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.Scene;

/** The whole diagram. Hands each change to the parts that it concerns, and to no others. */
final class ScenePart extends AbstractGraphicalEditPart {
  /** Room around the figures to scroll into, and to drag something to. */
  private static final int MARGIN = 600;

  private final Session session;
  private final Consumer<Scene.Delta> derived = this::derived;
  private final Consumer<Set<String>> moved = this::moved;

  ScenePart(Session session) {
    this.session = session;
  }

  @Override
  public void activate() {
    super.activate();
    session.addListener(derived);
    session.positions().addListener(moved);
    route();
  }

  @Override
  public void deactivate() {
    session.positions().removeListener(moved);
    session.removeListener(derived);
    super.deactivate();
  }

  @Override
  protected IFigure createFigure() {
    FreeformLayer layer = new FreeformLayer();
    layer.setLayoutManager(new FreeformLayout());
    layer.setBorder(new MarginBorder(MARGIN));
    return layer;
  }

  @Override
  protected List<?> getModelChildren() {
    return session.scene().outermost();
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.COMPONENT_ROLE, new RootComponentEditPolicy());
    installEditPolicy(EditPolicy.LAYOUT_ROLE, new PlacePolicy(session));
    installEditPolicy("Snap Feedback", new SnapFeedbackPolicy());
  }

  @Override
  public Object getAdapter(Class type) {
    if (type != SnapToHelper.class) return super.getAdapter(type);
    boolean grid = Boolean.TRUE.equals(getViewer().getProperty(SnapToGrid.PROPERTY_GRID_ENABLED));
    SnapToHelper geometry = new SnapToGeometry(this);
    return grid
        ? new CompoundSnapToHelper(new SnapToHelper[] {geometry, new SnapToGrid(this)})
        : geometry;
  }

  private void derived(Scene.Delta delta) {
    if (delta.outermost()) refreshChildren();
    delta.containers().forEach(this::refresh);
    delta.ends().forEach(this::refreshEnds);
    session.scene().nodes().forEach(this::refreshVisuals);
    session.scene().edges().forEach(this::refreshVisuals);
    route();
  }

  private void moved(Set<String> keys) {
    for (String key : keys) {
      Optional<NodeItem> node = session.scene().node(key);
      // A container grows with what is inside it.
      for (; node.isPresent(); node = node.get().parent()) refreshVisuals(node.get());
    }
    route();
  }

  /** Lets the lines go where the nodes are now. */
  private void route() {
    session
        .routes()
        .forEach(
            (key, route) ->
                session
                    .scene()
                    .edge(key)
                    .ifPresent(
                        e -> {
                          if (part(e) instanceof EdgePart p) p.setRoute(route);
                        }));
  }

  private void refresh(NodeItem item) {
    if (part(item) instanceof EditPart p) p.refresh();
  }

  private void refreshEnds(NodeItem item) {
    if (part(item) instanceof NodePart p) p.refreshEnds();
  }

  private void refreshVisuals(Item item) {
    switch (part(item)) {
      case NodePart p -> p.refreshVisuals();
      case EdgePart p -> p.refreshVisuals();
      case null, default -> {}
    }
  }

  private @Nullable Object part(Item item) {
    Map<?, ?> registry = getViewer().getEditPartRegistry();
    return registry.get(item);
  }
}
