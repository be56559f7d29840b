package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.diagram.DiagramEditor;

/** Of a hub of 500 sites each has a figure at a place of its own; one is dragged, and it alone. */
class DiagramSizeTest extends Journey {
  private static final int SITES = 500;
  private static final int MOVES = 30;

  @Test
  void aSiteAmong500IsDragged() throws Exception {
    IFile file = file("large", "large.vpnhub", large());
    DiagramEditor editor = (DiagramEditor) open(file, "org.vpnhub.ui.diagram.topology");
    List<Site> sites =
        BOT.get(() -> List.copyOf(Documents.find(file).orElseThrow().network().getSites()));
    Site site = sites.getFirst();
    Point from = place(editor, site);
    Map<Site, Point> places = places(editor, sites);
    assertEquals(SITES, new HashSet<>(places.values()).size(), "places of their own");
    MOUSE.click(from);
    MOUSE.drag(from, new Point(from.x + 3 * MOVES, from.y + 2 * MOVES), MOVES);
    BOT.until("the site is elsewhere", () -> !editor.place(site).orElseThrow().equals(from));
    Map<Site, Point> dragged = places(editor, sites);
    dragged.put(site, from);
    assertEquals(places, dragged, "places of the others");
    screenshot("diagram-500");
    KEYS.press("Ctrl", "z");
    BOT.until("the site is back", () -> editor.place(site).orElseThrow().equals(from));
    assertEquals(places, places(editor, sites));
  }

  /** Where the figures of the sites are on the screen. */
  private static Map<Site, Point> places(DiagramEditor editor, List<Site> sites) {
    return BOT.get(
        () -> {
          Map<Site, Point> places = new HashMap<>();
          for (Site s : sites) places.put(s, editor.place(s).orElseThrow());
          return places;
        });
  }

  private static Point place(DiagramEditor editor, Site site) {
    return BOT.await("a figure of the site", () -> editor.place(site));
  }

  private static String large() throws Exception {
    List<SiteTable.Row> rows = IntStream.range(0, SITES).mapToObj(DiagramSizeTest::row).toList();
    return ModelFiles.toText(HubBuilder.build("large", "10.0.0.0/16", "198.51.100.1", rows));
  }

  private static SiteTable.Row row(int i) {
    return SiteTable.Row.of(
        "Site " + (i + 1),
        "203.0." + (i / 250) + "." + (i % 250 + 1),
        "10." + (1 + i / 250) + "." + i % 250 + ".0/24",
        "strongswan");
  }
}
