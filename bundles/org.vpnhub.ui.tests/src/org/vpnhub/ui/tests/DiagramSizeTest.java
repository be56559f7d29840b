package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.diagram.DiagramEditor;

/** A hub of 500 sites is opened and one of them dragged; prints how long that takes. */
class DiagramSizeTest extends Journey {
  private static final int SITES = 500;
  private static final int MOVES = 30;

  @Test
  void aSiteAmong500IsDragged() throws Exception {
    IFile file = file("large", "large.vpnhub", large());
    long busy = processorMillis();
    long start = System.nanoTime();
    DiagramEditor editor = (DiagramEditor) open(file, "org.vpnhub.ui.diagram.topology");
    Control canvas = BOT.find(Control.class, "diagram.canvas");
    for (int i = 0; i < 3; i++) BOT.run(canvas::update);
    System.out.printf(
        "%d sites: open and painted in %d ms, %d of them the processor's%n",
        SITES, millis(start), processorMillis() - busy);
    ModelDocument document = BOT.get(() -> Documents.find(file).orElseThrow());
    Site site = BOT.get(() -> document.network().getSites().getFirst());
    Point from = place(editor, site);
    MOUSE.click(from);
    BOT.run(canvas::update);
    busy = processorMillis();
    MOUSE.drag(from, new Point(from.x + 3 * MOVES, from.y + 2 * MOVES), MOVES);
    BOT.until("the site is elsewhere", () -> !editor.place(site).orElseThrow().equals(from));
    for (int i = 0; i < 3; i++) BOT.run(canvas::update);
    System.out.printf(
        "dragged in %d moves and dropped: %d ms of the processor a move, painting included%n",
        MOVES, (processorMillis() - busy) / MOVES);
    screenshot("diagram-500");
    KEYS.press("Ctrl", "z");
    BOT.until("the site is back", () -> editor.place(site).orElseThrow().equals(from));
    assertEquals(SITES, BOT.get(() -> document.network().getSites().size()));
  }

  /** What the user interface's thread has computed so far. */
  private static long processorMillis() {
    return BOT.get(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000);
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
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
