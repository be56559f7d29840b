package org.vpnhub.ui.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.lab.LabPair;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.monitor.core.ConnectionSnapshot;
import org.vpnhub.ui.monitor.core.History;
import org.vpnhub.ui.monitor.core.LabHub;
import org.vpnhub.ui.monitor.core.Rate;
import org.vpnhub.ui.monitor.core.Units;
import org.vpnhub.ui.monitor.core.Watched;

/** The traffic of the running hub in the last five minutes, in total and by connection. */
public final class TrafficView extends MonitorView {
  public static final String ID = "org.vpnhub.ui.monitor.traffic";
  private static final String TOTAL = "Total";

  /** So many connections are drawn from the beginning. */
  private static final int DRAWN = 3;

  /** At most so many pairs have traffic in the lab, at this rate each. */
  private static final int PAIRS = 20;

  private static final long BITS_PER_SECOND = 2_000_000;

  private @Nullable TrafficChart chart;
  private @Nullable Table table;
  private @Nullable Button generate;
  private @Nullable Watched source;

  @Override
  void createBody(Composite body, Composite head) {
    GridLayoutFactory.fillDefaults().margins(6, 0).applyTo(body);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(head);
    new Label(head, SWT.NONE)
        .setText("Solid: from the site into the hub. Dashed: from the hub to the site.");
    SashForm sash = new SashForm(body, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    chart = new TrafficChart(sash);
    generate = Widgets.check(head, "traffic.generate");
    generate.setText("Traffic between the sites");
    generate.setToolTipText(
        "Each site sends up to " + Units.bits(BITS_PER_SECOND) + " to the next one");
    generate.addListener(SWT.Selection, e -> generate());
    table = table(sash);
    sash.setWeights(70, 30);
  }

  private Table table(Composite parent) {
    Table made =
        Widgets.id(
            new Table(parent, SWT.CHECK | SWT.FULL_SELECTION | SWT.BORDER), "traffic.connections");
    made.setHeaderVisible(true);
    made.setToolTipText("Tick the connections that the chart shows");
    column(made, "Connection", SWT.LEFT, 130);
    column(made, "In", SWT.RIGHT, 85);
    column(made, "Out", SWT.RIGHT, 85);
    made.addListener(SWT.Selection, e -> refresh());
    return made;
  }

  private static void column(Table table, String title, int style, int width) {
    TableColumn column = new TableColumn(table, style);
    column.setText(title);
    column.setWidth(width);
  }

  @Override
  void show(Optional<Watched> watched) {
    if (chart == null || table == null || generate == null) return;
    if (!watched.equals(Optional.ofNullable(source))) {
      source = watched.orElse(null);
      table.removeAll();
    }
    Optional<LabHub> lab = lab(watched);
    generate.setEnabled(lab.isPresent());
    generate.setSelection(lab.map(l -> !l.session().trafficPairs().isEmpty()).orElse(false));
    watched.ifPresent(this::rows);
    chart.show(lines(), watched.map(w -> w.history().points()).orElse(List.of()));
  }

  private static Optional<LabHub> lab(Optional<Watched> watched) {
    return watched.map(Watched::hub).filter(LabHub.class::isInstance).map(LabHub.class::cast);
  }

  private void rows(Watched watched) {
    if (table == null) return;
    List<ConnectionSnapshot> connections = watched.snapshot().connections();
    int wanted = connections.size() + 1;
    boolean fresh = table.getItemCount() == 0;
    if (table.getItemCount() > wanted) table.removeAll();
    while (table.getItemCount() < wanted) new TableItem(table, SWT.NONE);
    row(table.getItem(0), TOTAL, watched.snapshot().total(), null);
    for (int i = 0; i < connections.size(); i++) {
      ConnectionSnapshot c = connections.get(i);
      row(table.getItem(i + 1), c.hub().name(), c.rate(), c.id());
    }
    if (!fresh) return;
    for (int i = 0; i < Math.min(wanted, DRAWN + 1); i++) table.getItem(i).setChecked(true);
  }

  private static void row(TableItem item, String name, Rate rate, @Nullable ConnectionId id) {
    item.setData(id);
    text(item, 0, name);
    text(item, 1, Units.bits(rate.bitsIn()));
    text(item, 2, Units.bits(rate.bitsOut()));
  }

  private static void text(TableItem item, int column, String text) {
    if (!item.getText(column).equals(text)) item.setText(column, text);
  }

  private List<TrafficChart.Line> lines() {
    List<TrafficChart.Line> lines = new ArrayList<>();
    if (table == null) return lines;
    int color = 0;
    for (TableItem item : table.getItems()) {
      if (!item.getChecked()) continue;
      ConnectionId id = (ConnectionId) item.getData();
      lines.add(
          new TrafficChart.Line(
              item.getText(0), color++, id == null ? History.Point::total : point -> point.of(id)));
    }
    return lines;
  }

  /** Switches the lab's traffic on or off. */
  private void generate() {
    Optional<LabHub> lab = lab(ui().selected());
    if (lab.isEmpty() || generate == null) return;
    List<LabPair> pairs =
        generate.getSelection() ? pairs(lab.get().session().plan()) : List.<LabPair>of();
    lab.get().session().traffic(pairs, BITS_PER_SECOND);
  }

  /** Each site with the next one that it reaches. */
  static List<LabPair> pairs(NetworkPlan plan) {
    Map<String, List<String>> reached = new HashMap<>();
    for (ReachabilityCell cell : plan.reachability().cells()) {
      if (!cell.reachable()) continue;
      reached.computeIfAbsent(cell.from(), k -> new ArrayList<>()).add(cell.to());
    }
    List<LabPair> pairs = new ArrayList<>();
    List<String> names = plan.sites().stream().map(SitePlan::name).toList();
    for (int i = 0; i < names.size() && pairs.size() < PAIRS; i++) {
      List<String> others = reached.getOrDefault(names.get(i), List.of());
      if (others.isEmpty()) continue;
      String next = names.get((i + 1) % names.size());
      pairs.add(new LabPair(names.get(i), others.contains(next) ? next : others.getFirst()));
    }
    return pairs;
  }

  @Override
  public void setFocus() {
    if (table != null) table.setFocus();
  }
}
