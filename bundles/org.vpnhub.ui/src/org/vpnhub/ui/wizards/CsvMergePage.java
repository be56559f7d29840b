package org.vpnhub.ui.wizards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableColumn;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.CsvMerge;
import org.vpnhub.ui.wizards.logic.CsvMerge.Action;
import org.vpnhub.ui.wizards.logic.CsvMerge.Item;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.SiteCells;
import org.vpnhub.ui.wizards.logic.SiteColumn;
import org.vpnhub.validation.SecurityProfile;

/** The rows of the table against the network, and what is done with each. */
final class CsvMergePage extends FaultPage {
  private final Network network;
  private final Supplier<List<SiteCells>> source;
  private final ExporterRegistry exporters;
  private final Map<SiteColumn, TableColumn> columns = new EnumMap<>(SiteColumn.class);
  private final List<VpnGateway> gateways;
  private List<SiteCells> rows = List.of();
  private List<Item> items = List.of();
  private List<Action> actions = new ArrayList<>();
  private Map<Integer, Map<String, Fault>> cells = Map.of();
  private TableViewer viewer;
  private Label summary;
  private Label advice;
  private Combo gateway;
  private Combo security;

  CsvMergePage(Network network, Supplier<List<SiteCells>> source, ExporterRegistry exporters) {
    super(
        "merge",
        "What is done with each row",
        "Sites are known by their names. Space changes what is done with the selected rows.");
    this.network = network;
    this.source = source;
    this.exporters = exporters;
    gateways = Planner.gateways(network);
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    new Label(page, SWT.NONE).setText("&Rows:");
    viewer = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL);
    Widgets.id(viewer.getTable(), "import.rows");
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLinesVisible(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 220;
    data.widthHint = 880;
    viewer.getTable().setLayoutData(data);
    ColumnViewerToolTipSupport.enableFor(viewer);
    column("Action", 80, null);
    column("State", 190, null);
    for (SiteColumn c : SiteColumn.values()) columns.put(c, column(c.title(), 0, c));
    viewer.setContentProvider((ILazyContentProvider) i -> viewer.replace(i, i));
    viewer
        .getTable()
        .addListener(
            SWT.KeyDown,
            e -> {
              if (e.character == ' ') toggle();
            });
    viewer.addDoubleClickListener(e -> toggle());
    advice = Widgets.id(new Label(page, SWT.WRAP), "import.advice");
    GridData lines = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    lines.heightHint = 3 * advice.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    advice.setLayoutData(lines);
    viewer.addSelectionChangedListener(e -> advise());
    buttons(page);
    options(page);
    setControl(page);
  }

  private void buttons(Composite page) {
    Composite bar = Buttons.row(page);
    Buttons.add(bar, "import.toggle", "&Change Action", this::toggle);
    Buttons.add(bar, "import.skipFaulty", "S&kip Rows with Errors", this::skipFaulty);
    summary = Widgets.id(new Label(page, SWT.NONE), "import.summary");
    summary.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
  }

  private void options(Composite page) {
    FieldGrid fields = new FieldGrid(page, "import", this::changed);
    gateway =
        fields.combo(
            "gateway",
            "VPN &gateway for new sites:",
            gateways.stream().map(g -> g.getName() + " (" + g.getInternetIp() + ")").toList(),
            "",
            SWT.READ_ONLY,
            "The hub that new sites connect to");
    gateway.select(0);
    gateway.setEnabled(gateways.size() > 1);
    security =
        fields.combo(
            "security",
            "&Security profile for new sites:",
            Arrays.stream(SecurityProfile.values()).map(SecurityProfile::title).toList(),
            gateways.isEmpty()
                ? SecurityProfile.STRONG.title()
                : SecurityProfile.of(gateways.getFirst()).title(),
            SWT.READ_ONLY,
            "What hub and device negotiate; proposed is what the other sites have");
  }

  private TableColumn column(String title, int width, @Nullable SiteColumn column) {
    TableViewerColumn c = new TableViewerColumn(viewer, SWT.NONE);
    c.getColumn().setText(title);
    c.getColumn().setWidth(width);
    c.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            int i = (Integer) element;
            if (column != null) return items.get(i).cells().get(column);
            return title.equals("Action") ? actions.get(i).toString() : items.get(i).state();
          }

          @Override
          public @Nullable Image getImage(Object element) {
            Fault fault = fault(element);
            return fault == null ? null : FieldGrid.image(fault.severity());
          }

          @Override
          public @Nullable String getToolTipText(Object element) {
            Fault fault = fault(element);
            if (fault != null) return fault.message();
            return title.equals("State") ? items.get((Integer) element).state() : null;
          }

          private @Nullable Fault fault(Object element) {
            return column == null
                ? null
                : cells.getOrDefault(element, Map.of()).get(column.field());
          }
        });
    return c.getColumn();
  }

  @Override
  public void setVisible(boolean visible) {
    if (visible) load();
    super.setVisible(visible);
    if (visible) viewer.getTable().setFocus();
  }

  private void load() {
    List<SiteCells> next = source.get();
    if (next.equals(rows)) return;
    rows = next;
    items = CsvMerge.compare(network, rows);
    actions = new ArrayList<>(items.stream().map(i -> i.actions().getFirst()).toList());
    SitesTable.show(columns, SiteColumn.of(rows, exporters));
    viewer.setItemCount(items.size());
    if (!items.isEmpty()) viewer.getTable().setSelection(0);
    changed();
    advise();
  }

  /** What the selected row changes, or what the device of a new site means. */
  private void advise() {
    int row = viewer.getTable().getSelectionIndex();
    Item item = row >= 0 && row < items.size() ? items.get(row) : null;
    String text = "";
    if (item != null && item.site().isEmpty()) text = SitesTable.advice(exporters, item.cells());
    else if (item != null) text = item.cells().name() + ": " + item.state();
    advice.setText(text);
  }

  private void toggle() {
    for (int i : viewer.getTable().getSelectionIndices()) {
      List<Action> possible = items.get(i).actions();
      actions.set(i, possible.get((possible.indexOf(actions.get(i)) + 1) % possible.size()));
    }
    changed();
  }

  private void skipFaulty() {
    for (Fault f : faults()) if (f.isError() && f.row() >= 0) actions.set(f.row(), Action.SKIP);
    changed();
  }

  List<Item> items() {
    return items;
  }

  List<Action> actions() {
    return actions;
  }

  VpnGateway gateway() {
    return gateways.get(gateway.getSelectionIndex());
  }

  SecurityProfile security() {
    return SecurityProfile.values()[security.getSelectionIndex()];
  }

  @Override
  List<Fault> faults() {
    if (security == null) return List.of();
    List<Fault> faults =
        new ArrayList<>(CsvMerge.faults(network, items, actions, exporters.devices()));
    if (actions.stream().allMatch(a -> a == Action.SKIP)) {
      faults.add(Fault.error("rows", "Every row is skipped, so there is nothing to import"));
    }
    if (actions.contains(Action.ADD) && gateways.isEmpty()) {
      faults.add(Fault.error("gateway", "The model has no VPN gateway: add one to a VPC first"));
    }
    return faults;
  }

  @Override
  void decorate(List<Fault> faults) {
    cells =
        faults.stream()
            .filter(f -> f.row() >= 0 && f.severity() != Severity.INFO)
            .collect(
                Collectors.groupingBy(
                    Fault::row, Collectors.toMap(Fault::field, f -> f, (a, b) -> a)));
    if (summary == null) return;
    summary.setText(CsvMerge.summary(actions));
    viewer.refresh();
  }

  @Override
  void focus(String field, int row) {
    viewer.getTable().setFocus();
  }
}
