package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.diagram.DiagramEditor;

/** A site and its connection are drawn with the mouse, taken back, and drawn again. */
class DiagramTest extends Journey {
  private DiagramEditor editor;
  private ModelDocument document;

  @Test
  void aSiteAndAConnectionAreDrawnUndoneAndRedone() throws Exception {
    IFile file = file("office", "drawn.vpnhub", example());
    editor = (DiagramEditor) open(file, "org.vpnhub.ui.diagram.topology");
    document = BOT.get(() -> Documents.find(file).orElseThrow());
    VpnGateway hub = BOT.get(() -> gateway(document.network()));
    untilStill(hub);
    Control canvas = BOT.find(Control.class, "diagram.canvas");
    click("palette.createSite");
    MOUSE.click(
        BOT.get(() -> canvas.toDisplay(canvas.getSize().x * 3 / 4, canvas.getSize().y / 2)));
    BOT.until("a fourth site", () -> document.network().getSites().size() == 4);
    KEYS.press("Enter"); // the name that is proposed is good enough
    Site drawn = BOT.get(() -> document.network().getSites().getLast());
    List<VpnConnection> before = BOT.get(() -> List.copyOf(hub.getConnections()));
    untilStill(drawn);
    screenshot("diagram-site");
    click("palette.connect");
    MOUSE.drag(place(hub), place(drawn));
    BOT.until("a connection more", () -> hub.getConnections().size() == before.size() + 1);
    assertEquals(drawn, BOT.get(() -> hub.getConnections().getLast().getSite()));
    screenshot("diagram-connection");
    KEYS.press("Ctrl", "z");
    BOT.until("the connection is gone", () -> hub.getConnections().size() == before.size());
    KEYS.press("Ctrl", "z");
    BOT.until("the site is gone", () -> document.network().getSites().size() == 3);
    screenshot("diagram-undone");
    KEYS.press("Ctrl", "y");
    KEYS.press("Ctrl", "y");
    BOT.until("both are back", () -> hub.getConnections().size() == before.size() + 1);
    screenshot("diagram-redone");
  }

  private static VpnGateway gateway(Network network) {
    return network.getRegions().getFirst().getVpcs().getFirst().getVpnGateways().getFirst();
  }

  /** The middle of what shows an element, on the screen. */
  private Point place(EObject element) {
    return BOT.await("a figure of " + element, () -> editor.place(element));
  }

  /** Waits until a figure is where it was when looked at before. */
  private void untilStill(EObject element) {
    Point[] last = {place(element)};
    BOT.until(
        "a figure that stands still",
        () -> {
          Point before = last[0];
          last[0] = editor.place(element).orElse(before);
          return last[0].equals(before);
        });
  }
}
