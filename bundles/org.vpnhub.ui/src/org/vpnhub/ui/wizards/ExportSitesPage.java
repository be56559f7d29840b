package org.vpnhub.ui.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.DeviceExport;
import org.vpnhub.ui.wizards.logic.DeviceExport.Choice;
import org.vpnhub.ui.wizards.logic.Fault;

/** Which sites, and for which device of each. */
final class ExportSitesPage extends FaultPage {
  /** A row that keeps its identity while the choice changes. */
  private static final class Row {
    Choice choice;
    List<Problem> problems = List.of();
    boolean asking = true;

    Row(Choice choice) {
      this.choice = choice;
    }
  }

  private final Network network;
  private final ExporterRegistry exporters;
  private final Set<String> selectedIds;
  private List<Row> rows = List.of();
  private List<Problem> broken = List.of();
  private TableViewer viewer;
  private Text detail;
  private Background background;

  ExportSitesPage(Network network, ExporterRegistry exporters, ISelection selection) {
    super(
        "sites",
        "Sites and devices",
        "Tick the sites to export. Another device than the model's is for this export only.");
    this.network = network;
    this.exporters = exporters;
    selectedIds =
        selection instanceof IStructuredSelection s
            ? ((List<?>) s.toList())
                .stream()
                    .filter(Site.class::isInstance)
                    .map(e -> ((Site) e).getId())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())
            : Set.of();
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    background = new Background(page);
    new Label(page, SWT.NONE).setText("&Sites (Space ticks, F2 changes the device):");
    viewer = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.CHECK | SWT.SINGLE);
    Table table = Widgets.id(viewer.getTable(), "export.sites");
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 260;
    data.widthHint = 700;
    table.setLayoutData(data);
    ColumnViewerToolTipSupport.enableFor(viewer);
    column("Site", 170);
    column("Device", 160).setEditingSupport(new DeviceEditing());
    column("Problems", 380);
    editInPlace();
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    table.addListener(
        SWT.Selection,
        e -> {
          if (e.detail == SWT.CHECK) ticked((TableItem) e.item);
        });
    Composite bar = Buttons.row(page);
    Buttons.add(bar, "export.all", "Tick &All", () -> tickAll(true));
    Buttons.add(bar, "export.none", "&Untick All", () -> tickAll(false));
    detail(page);
    setControl(page);
    load();
  }

  /** All that is wrong with the selected site, which may be more than its row has room for. */
  private void detail(Composite page) {
    int style = SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER;
    detail = Widgets.id(new Text(page, style), "export.detail");
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
    data.heightHint = 4 * detail.getLineHeight();
    detail.setLayoutData(data);
    viewer.addSelectionChangedListener(e -> showDetail());
  }

  private void showDetail() {
    Object selected = viewer.getStructuredSelection().getFirstElement();
    detail.setText(selected instanceof Row r && !r.asking ? sentences(r.problems) : "");
  }

  private static String sentences(List<Problem> problems) {
    return problems.stream().map(DeviceExport::sentence).collect(Collectors.joining("\n"));
  }

  /**
   * What is looked up in the background.
   *
   * @param broken exporters that do not work
   */
  private record Loaded(List<SitePlan> sites, List<Problem> broken) {}

  private void load() {
    setPageComplete(false);
    background.run(
        "Sites to export",
        () -> new Loaded(Planner.plan(network).sites(), InstalledExporters.problems()),
        loaded -> {
          List<SitePlan> sites = loaded.sites();
          broken = loaded.broken();
          List<Choice> choices = DeviceExport.choices(sites, exporters);
          boolean some = sites.stream().anyMatch(s -> selectedIds.contains(s.id().value()));
          rows =
              choices.stream()
                  .map(c -> some ? c.select(selectedIds.contains(c.site().id().value())) : c)
                  .map(Row::new)
                  .toList();
          viewer.setInput(rows);
          if (!rows.isEmpty()) viewer.getTable().setSelection(0);
          viewer.getTable().setFocus();
          tick();
          check();
          ask();
        });
  }

  /** Asks the exporters of the rows that have changed; beside the user, as one may hang. */
  private void ask() {
    List<Row> asked = rows.stream().filter(r -> r.asking).toList();
    List<Choice> choices = asked.stream().map(r -> r.choice).toList();
    background.run(
        "Problems of sites",
        () -> choices.stream().map(c -> DeviceExport.problems(c, exporters)).toList(),
        answers -> {
          for (int i = 0; i < asked.size(); i++) {
            asked.get(i).problems = answers.get(i);
            asked.get(i).asking = false;
          }
          viewer.update(asked.toArray(), null);
          showDetail();
        });
  }

  private void tick() {
    for (TableItem item : viewer.getTable().getItems()) {
      item.setChecked(((Row) item.getData()).choice.selected());
    }
  }

  private void ticked(TableItem item) {
    Row row = (Row) item.getData();
    row.choice = row.choice.select(item.getChecked());
    changed();
  }

  private void tickAll(boolean on) {
    rows.forEach(r -> r.choice = r.choice.select(on));
    tick();
    changed();
  }

  private TableViewerColumn column(String title, int width) {
    TableViewerColumn c = new TableViewerColumn(viewer, SWT.NONE);
    c.getColumn().setText(title);
    c.getColumn().setWidth(width);
    c.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            Row r = (Row) element;
            return switch (title) {
              case "Site" -> r.choice.site().name();
              case "Device" -> device(r);
              default -> r.asking ? "checking…" : summary(r.problems);
            };
          }

          @Override
          public @Nullable Image getImage(Object element) {
            Row r = (Row) element;
            List<Problem> all = r.problems;
            if (!title.equals("Problems") || r.asking || all.isEmpty()) return null;
            return FieldGrid.image(all.stream().map(Problem::severity).min(Enum::compareTo).get());
          }

          @Override
          public @Nullable String getToolTipText(Object element) {
            List<Problem> all = ((Row) element).problems;
            if (!title.equals("Problems") || all.isEmpty()) return null;
            return sentences(all);
          }
        });
    return c;
  }

  private static String device(Row r) {
    String id = r.choice.site().device().deviceId();
    String release = r.choice.site().device().release();
    return id.isEmpty() ? "(choose)" : (id + " " + release).strip();
  }

  private static String summary(List<Problem> problems) {
    if (problems.isEmpty()) return "none";
    Problem first = problems.getFirst();
    return problems.size() == 1
        ? first.message()
        : ProblemList.summary(problems) + ": " + first.message();
  }

  private void editInPlace() {
    TableViewerEditor.create(
        viewer,
        new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer)),
        new ColumnViewerEditorActivationStrategy(viewer) {
          @Override
          protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
            return switch (event.eventType) {
              case ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION,
                  ColumnViewerEditorActivationEvent.PROGRAMMATIC ->
                  true;
              case ColumnViewerEditorActivationEvent.KEY_PRESSED -> event.keyCode == SWT.F2;
              default -> false;
            };
          }
        },
        ColumnViewerEditor.KEYBOARD_ACTIVATION);
    viewer
        .getTable()
        .addListener(
            SWT.KeyDown,
            e -> {
              if (e.keyCode == SWT.F2) editDevice();
            });
  }

  private void editDevice() {
    Object row = viewer.getStructuredSelection().getFirstElement();
    if (row != null) viewer.editElement(row, 1);
  }

  private final class DeviceEditing extends EditingSupport {
    DeviceEditing() {
      super(viewer);
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
      List<String> ids = exporters.devices().stream().map(DeviceCapabilities::id).toList();
      return new ChoiceCellEditor(viewer.getTable(), ids);
    }

    @Override
    protected boolean canEdit(Object element) {
      return true;
    }

    @Override
    protected Object getValue(Object element) {
      return ((Row) element).choice.site().device().deviceId();
    }

    @Override
    protected void setValue(Object element, Object value) {
      Row row = (Row) element;
      String id = ((String) value).strip();
      if (id.equals(row.choice.site().device().deviceId())) return;
      row.choice = row.choice.on(id).select(true);
      row.asking = true;
      viewer.update(row, null);
      tick();
      changed();
      ask();
    }
  }

  List<Choice> choices() {
    return rows.stream().map(r -> r.choice).toList();
  }

  @Override
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    DeviceExport.objection(choices()).ifPresent(o -> faults.add(Fault.error("sites", o)));
    DeviceExport.broken(broken).ifPresent(b -> faults.add(Fault.warning("sites", b)));
    return faults;
  }

  @Override
  void decorate(List<Fault> faults) {}

  @Override
  void focus(String field, int row) {
    viewer.getTable().setFocus();
  }
}
