package org.vpnhub.ui.tests;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swtchart.Chart;
import org.junit.jupiter.api.Test;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveStates;

/** The hub and its sites run inside the console; all tunnels come up and traffic flows. */
class LabTest extends Journey {
  /** So many moments with traffic make a curve that is worth a look. */
  private static final int MOMENTS = 15;

  @Test
  void theLabComesUpAndTrafficIsOnTheChart() throws Exception {
    IFile file = file("office", "three-offices.vpnhub", example());
    open(file, "org.vpnhub.ui.diagram.topology");
    var path = file.getLocation().toPath();
    ToolItem run = BOT.tool("Run in Lab");
    ToolItem stop = BOT.tool("Stop");
    BOT.until("the lab can run", run::isEnabled);
    BOT.until("there is nothing to stop", () -> !stop.isEnabled());
    MOUSE.click(BOT.centre(run));
    BOT.until(
        "all tunnels up",
        () ->
            LiveStates.of(path)
                .filter(s -> s.connections().size() == 3)
                .filter(
                    s ->
                        s.connections().values().stream()
                            .allMatch(c -> c.state() == LiveConnection.State.UP))
                .isPresent());
    Tree tunnels = BOT.find(Tree.class, "tunnels.tree");
    MOUSE.click(BOT.centre(BOT.item(tunnels, "Hangzhou")));
    KEYS.press("Right");
    putPointerAside();
    screenshot("lab-up");
    show("org.vpnhub.ui.monitor.traffic");
    Button generate = BOT.find(Button.class, "traffic.generate");
    BOT.until("the lab can make traffic", generate::isEnabled);
    MOUSE.click(BOT.centre(generate));
    Table rates = BOT.find(Table.class, "traffic.connections");
    BOT.until("a rate", () -> rates.getItem(0).getText(1).contains("Mbit"));
    Chart chart = BOT.find(Chart.class, "traffic.chart");
    BOT.until(
        "a curve",
        () ->
            Arrays.stream(chart.getSeriesSet().getSeries())
                .anyMatch(s -> Arrays.stream(s.getYSeries()).filter(y -> y > 0).count() > MOMENTS));
    putPointerAside();
    screenshot("lab-traffic");
    MOUSE.click(BOT.centre(stop));
    BOT.until("the lab is gone", () -> LiveStates.of(path).isEmpty());
    BOT.until("there is nothing more to stop", () -> !stop.isEnabled());
  }
}
