package org.vpnhub.ui.diagram.topology;

import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ide.IGotoMarker;
import org.jspecify.annotations.Nullable;
import org.vpnhub.design.HubServices;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.diagram.Definitions;
import org.vpnhub.ui.diagram.DiagramEditor;
import org.vpnhub.ui.diagram.core.DefinitionException;
import org.vpnhub.ui.diagram.core.DiagramDefinition;
import org.vpnhub.ui.diagram.parts.LiveHub;
import org.vpnhub.ui.diagram.parts.Session;

/** The hub's picture: VPC and gateway, the sites around it, and their connections. */
public final class TopologyEditor extends DiagramEditor implements IGotoMarker {
  public static final String ID = "org.vpnhub.ui.diagram.topology";

  private static final String ELEMENT = "elementId";

  private @Nullable GapWatch gaps;

  @Override
  protected Session open(ModelDocument document) throws DefinitionException {
    gaps = null;
    DiagramDefinition definition = Definitions.get(Definitions.TOPOLOGY);
    return new Session(
        document, definition, Definitions.services(definition), document::network, positions());
  }

  @Override
  protected void createHead(Composite parent) {}

  @Override
  protected boolean hasPalette() {
    return true;
  }

  @Override
  protected void prepare(Session session) {
    HubServices services = session.services().get(HubServices.class);
    services.setLive(new LiveHub(session.document().file()));
    if (gaps == null) {
      gaps =
          new GapWatch(
              session.document(),
              getSite().getShell().getDisplay(),
              known -> {
                services.setGaps(known);
                refreshLater();
              });
    }
    gaps.update();
  }

  @Override
  public void gotoMarker(IMarker marker) {
    session().flatMap(s -> s.element(marker.getAttribute(ELEMENT, ""))).ifPresent(this::reveal);
  }

  @Override
  public void dispose() {
    if (gaps != null) gaps.cancel();
    super.dispose();
  }
}
