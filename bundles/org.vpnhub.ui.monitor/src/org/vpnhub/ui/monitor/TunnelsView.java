package org.vpnhub.ui.monitor;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.live.LiveConnection.State;
import org.vpnhub.ui.monitor.core.LabHub;
import org.vpnhub.ui.monitor.core.Snapshot;
import org.vpnhub.ui.monitor.core.TunnelRow;
import org.vpnhub.ui.monitor.core.Watched;

/** The tunnels of the running hub: phases, security associations, traffic, reasons. */
public final class TunnelsView extends MonitorView {
  public static final String ID = "org.vpnhub.ui.monitor.tunnels";
  private final ModelSelection selection = new ModelSelection();
  private @Nullable TunnelTree tree;
  private @Nullable Text filter;
  private @Nullable Button onlyBad;

  @Override
  void createBody(Composite body, Composite head) {
    GridLayoutFactory.fillDefaults().margins(6, 0).applyTo(body);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(head);
    filter =
        Widgets.id(
            new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "tunnels.filter");
    filter.setMessage("connection, site or reason");
    filter.addListener(SWT.Modify, e -> refresh());
    GridDataFactory.fillDefaults().hint(220, SWT.DEFAULT).applyTo(filter);
    onlyBad = Widgets.check(head, "tunnels.onlyBad");
    onlyBad.setText("Only those that are not up");
    onlyBad.addListener(SWT.Selection, e -> refresh());
    tree = new TunnelTree(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
    tree.control().addListener(SWT.Selection, e -> selected());
    getSite().setSelectionProvider(selection);
    contextMenu();
  }

  @Override
  void show(Optional<Watched> watched) {
    if (tree == null) return;
    List<TunnelRow> rows =
        watched.map(w -> TunnelRow.of(w.snapshot())).orElse(List.of()).stream()
            .filter(this::isWanted)
            .toList();
    tree.show(rows, watched.map(w -> w.snapshot().isGone()).orElse(false));
  }

  private boolean isWanted(TunnelRow row) {
    if (onlyBad != null && onlyBad.getSelection() && row.state() == State.UP) return false;
    String text = filter == null ? "" : filter.getText().trim().toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || (row.site() + "\n" + String.join("\n", row.cells()))
            .toLowerCase(Locale.ROOT)
            .contains(text);
  }

  /** The workbench selection is the connections in the model. */
  private void selected() {
    if (tree == null) return;
    List<TunnelRow> rows = tree.selection();
    List<NamedElement> elements =
        ui().selected().flatMap(ui()::document).stream()
            .flatMap(
                d -> rows.stream().flatMap(r -> Elements.find(d, r.connection().value()).stream()))
            .distinct()
            .toList();
    selection.select(elements);
  }

  private void contextMenu() {
    if (tree == null) return;
    MenuManager menu = new MenuManager("", "org.vpnhub.ui.monitor.tunnels");
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(m -> fill(menu));
    tree.control().setMenu(menu.createContextMenu(tree.control()));
    getSite().registerContextMenu(menu, selection);
  }

  private void fill(MenuManager menu) {
    List<TunnelRow> rows = tree == null ? List.of() : tree.selection();
    Optional<Watched> watched = ui().selected();
    if (rows.isEmpty() || watched.isEmpty()) return;
    TunnelRow row = rows.getFirst();
    Snapshot now = watched.get().snapshot();
    boolean usable = !now.isGone();
    menu.add(action("Negotiate now", "connection-negotiating", usable, w -> initiate(w, rows)));
    menu.add(action("Rekey", "rotate", usable, w -> rekey(w, rows)));
    if (watched.get().hub() instanceof LabHub lab) {
      menu.add(new Separator());
      boolean stopped = now.stoppedSites().contains(row.site());
      menu.add(
          stopped
              ? action("Start Site", "lab", true, w -> lab.session().startSite(row.site()))
              : action("Stop Site", "stop", true, w -> lab.session().stopSite(row.site())));
      menu.add(action("Restart Site", "refresh", !stopped, w -> restart(lab, row.site())));
    }
    menu.add(new Separator());
    if (selection.getSelection().isEmpty()) {
      // The model is not open, so that its elements' own commands are not in the menu.
      menu.add(show("Open Log", "log", () -> LogView.open(getSite().getPage(), name(row))));
      menu.add(
          show("Diagnose", "diagnose", () -> DiagnoseView.open(getSite().getPage(), row.site())));
    }
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private String name(TunnelRow row) {
    return ui().selected()
        .flatMap(w -> w.snapshot().connection(row.connection()))
        .map(c -> c.hub().name())
        .orElse("");
  }

  private static void initiate(Watched watched, List<TunnelRow> rows) throws IOException {
    for (TunnelRow r : rows) watched.hub().initiate(r.connection());
  }

  private static void rekey(Watched watched, List<TunnelRow> rows) throws IOException {
    for (TunnelRow r : rows) watched.hub().rekey(r.connection());
  }

  private static void restart(LabHub lab, String site) throws IOException {
    lab.session().stopSite(site);
    lab.session().startSite(site);
  }

  /** Something that is done to a hub, which may take a moment. */
  private interface Doing {
    void to(Watched watched) throws IOException;
  }

  private Action action(String text, String image, boolean enabled, Doing what) {
    Action action =
        show(
            text,
            image,
            () ->
                ui().selected()
                    .ifPresent(
                        w -> Work.inBackground(getSite().getShell(), text, () -> what.to(w))));
    action.setEnabled(enabled);
    return action;
  }

  private static Action show(String text, String image, Runnable what) {
    Action action =
        new Action(text) {
          @Override
          public void run() {
            what.run();
          }
        };
    action.setImageDescriptor(Images.descriptor(image));
    return action;
  }

  @Override
  public void setFocus() {
    if (tree != null) tree.control().setFocus();
  }
}
