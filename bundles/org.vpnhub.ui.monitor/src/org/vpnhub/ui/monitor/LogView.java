package org.vpnhub.ui.monitor;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.live.LiveConnection.State;
import org.vpnhub.ui.monitor.core.LogFilter;
import org.vpnhub.ui.monitor.core.Remedies;
import org.vpnhub.ui.monitor.core.Watched;

/** What has happened at the running hub, and in a lab at its sites. */
public final class LogView extends MonitorView {
  public static final String ID = "org.vpnhub.ui.monitor.log";
  private static final String HINT = "Select a line to see the values of both sides.";
  private static final String ALL = "All connections";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final String[] TITLES = {
    "Time", "Told by", "Connection", "Phase", "Reason", "What happened"
  };
  private static final int[] WIDTHS = {100, 90, 110, 55, 190, 480};

  private final List<GatewayEvent> events = new ArrayList<>();
  private List<GatewayEvent> shown = new ArrayList<>();
  private @Nullable Watched source;
  private long told;
  private long cleared;
  private boolean paused;
  private LogFilter filter = LogFilter.ALL;
  private @Nullable Table table;
  private @Nullable Text detail;
  private @Nullable Combo connection;
  private @Nullable Combo phase;
  private @Nullable Button failures;
  private @Nullable Text text;

  /** Opens the log with the events of one connection. */
  static void open(IWorkbenchPage page, String connection) {
    try {
      if (page.showView(ID) instanceof LogView view) view.filter(connection);
    } catch (PartInitException e) {
      PlatformUI.getWorkbench().getDisplay().beep();
    }
  }

  @Override
  void createBody(Composite body, Composite head) {
    GridLayoutFactory.fillDefaults().margins(6, 0).spacing(6, 4).applyTo(body);
    filters(body);
    SashForm sash = new SashForm(body, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    table = Widgets.id(table(sash), "log.table");
    detail =
        Widgets.id(
            new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
            "log.detail");
    detail.setText(HINT);
    sash.setWeights(72, 28);
    toolbar(getViewSite().getActionBars().getToolBarManager());
  }

  private void filters(Composite body) {
    Composite row = new Composite(body, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    connection = Widgets.id(new Combo(row, SWT.READ_ONLY), "log.connection");
    connection.setItems(ALL);
    connection.select(0);
    GridDataFactory.swtDefaults().hint(200, SWT.DEFAULT).applyTo(connection);
    phase = Widgets.id(new Combo(row, SWT.READ_ONLY), "log.phase");
    phase.setItems("Both phases", "Phase 1", "Phase 2");
    phase.select(0);
    failures = Widgets.check(row, "log.failures");
    failures.setText("Only failures");
    text = Widgets.id(new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "log.text");
    text.setMessage("text");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    connection.addListener(SWT.Selection, e -> filterChanged());
    phase.addListener(SWT.Selection, e -> filterChanged());
    failures.addListener(SWT.Selection, e -> filterChanged());
    text.addListener(SWT.Modify, e -> filterChanged());
  }

  private Table table(Composite parent) {
    Table made = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
    made.setHeaderVisible(true);
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(made, SWT.NONE);
      column.setText(TITLES[i]);
      column.setWidth(WIDTHS[i]);
    }
    made.addListener(SWT.SetData, this::fill);
    made.addListener(SWT.Selection, e -> showDetail());
    return made;
  }

  private void fill(Event e) {
    if (!(e.item instanceof TableItem item) || e.index >= shown.size()) return;
    GatewayEvent event = shown.get(e.index);
    item.setText(
        new String[] {
          CLOCK.format(event.time().atZone(ZoneId.systemDefault())),
          event.gateway(),
          event.name(),
          event.phase() == 0 ? "" : String.valueOf(event.phase()),
          event.code(),
          event.text()
        });
    item.setForeground(color(event));
  }

  private @Nullable Color color(GatewayEvent event) {
    if (table == null || event.severity() == Severity.INFO) return null;
    boolean error = event.severity() == Severity.ERROR;
    return StateColors.of(error ? State.FAILED : State.NEGOTIATING, table);
  }

  private void toolbar(IToolBarManager bar) {
    ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
    Action pause =
        new Action("Pause", IAction.AS_CHECK_BOX) {
          @Override
          public void run() {
            paused = isChecked();
            refresh();
          }
        };
    pause.setId("log.pause");
    pause.setImageDescriptor(Images.descriptor("pause"));
    pause.setToolTipText("Keep the lines as they are; nothing is lost meanwhile");
    Action clear =
        new Action("Clear") {
          @Override
          public void run() {
            cleared = told;
            events.clear();
            filterChanged();
          }
        };
    clear.setId("log.clear");
    clear.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ETOOL_CLEAR));
    Action copy =
        new Action("Copy") {
          @Override
          public void run() {
            copy();
          }
        };
    copy.setId("log.copy");
    copy.setToolTipText("Copy the selected lines, or all that are shown");
    copy.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
    bar.add(pause);
    bar.add(clear);
    bar.add(copy);
    getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
  }

  @Override
  void show(Optional<Watched> watched) {
    if (!watched.equals(Optional.ofNullable(source))) {
      source = watched.orElse(null);
      told = 0;
      cleared = 0;
      events.clear();
      shown = new ArrayList<>();
      if (table != null) table.removeAll();
    }
    if (paused || watched.isEmpty()) return;
    connections(watched.get());
    List<GatewayEvent> fresh = watched.get().log(Math.max(told, cleared));
    if (fresh.isEmpty()) return;
    told = fresh.getLast().sequence();
    events.addAll(fresh);
    int surplus = events.size() - Watched.EVENTS;
    if (surplus > 0) {
      events.subList(0, surplus).clear();
      filterChanged();
    } else {
      append(fresh.stream().filter(filter).toList());
    }
  }

  private void append(List<GatewayEvent> fresh) {
    if (table == null || fresh.isEmpty()) return;
    boolean atEnd = shown.isEmpty() || isLastVisible();
    shown.addAll(fresh);
    table.setItemCount(shown.size());
    if (atEnd) table.setTopIndex(shown.size() - 1);
  }

  private boolean isLastVisible() {
    if (table == null || table.getItemHeight() == 0) return true;
    int rows = table.getClientArea().height / table.getItemHeight();
    return table.getTopIndex() + rows >= shown.size() - 1;
  }

  private void connections(Watched watched) {
    if (connection == null) return;
    List<String> names = new ArrayList<>(List.of(ALL));
    watched.snapshot().connections().forEach(c -> names.add(c.hub().name()));
    if (Arrays.asList(connection.getItems()).equals(names)) return;
    String chosen = connection.getText();
    connection.setItems(names.toArray(String[]::new));
    connection.select(Math.max(0, names.indexOf(chosen)));
  }

  private void filter(String name) {
    refresh();
    if (connection == null) return;
    connection.select(Math.max(0, connection.indexOf(name)));
    filterChanged();
  }

  private void filterChanged() {
    if (connection == null || phase == null || failures == null || text == null) return;
    String name = connection.getSelectionIndex() <= 0 ? "" : connection.getText();
    filter =
        new LogFilter(
            name,
            Math.max(0, phase.getSelectionIndex()),
            failures.getSelection(),
            text.getText().trim());
    shown = new ArrayList<>(events.stream().filter(filter).toList());
    if (table == null) return;
    table.deselectAll();
    table.setItemCount(shown.size());
    table.clearAll();
    if (!shown.isEmpty()) table.setTopIndex(shown.size() - 1);
    showDetail();
  }

  private void showDetail() {
    if (table == null || detail == null) return;
    int index = table.getSelectionIndex();
    detail.setText(index < 0 || index >= shown.size() ? HINT : describe(shown.get(index)));
  }

  private static String describe(GatewayEvent e) {
    StringBuilder all = new StringBuilder(e.text()).append('\n');
    if (e.code().isEmpty()) return all.toString();
    all.append('\n').append("Reason: ").append(e.code());
    if (e.phase() > 0) all.append(" in phase ").append(e.phase());
    all.append('\n').append(e.gateway()).append(" has: ").append(orNone(e.local()));
    all.append('\n').append("The other end has: ").append(orNone(e.remote()));
    return all.append("\n\n").append(Remedies.of(e.code())).toString();
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "it did not show" : value;
  }

  private void copy() {
    if (table == null) return;
    int[] chosen = table.getSelectionIndices();
    List<GatewayEvent> lines =
        chosen.length == 0 ? shown : Arrays.stream(chosen).mapToObj(shown::get).toList();
    if (lines.isEmpty()) return;
    StringBuilder all = new StringBuilder();
    for (GatewayEvent e : lines) all.append(line(e)).append('\n');
    Clipboard clipboard = new Clipboard(table.getDisplay());
    clipboard.setContents(
        new Object[] {all.toString()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  private static String line(GatewayEvent e) {
    String values = e.code().isEmpty() ? "" : e.local() + "\t" + e.remote();
    return String.join(
        "\t",
        e.time().toString(),
        e.gateway(),
        e.name(),
        String.valueOf(e.phase()),
        e.code(),
        e.text(),
        values);
  }

  @Override
  public void setFocus() {
    if (table != null) table.setFocus();
  }
}
