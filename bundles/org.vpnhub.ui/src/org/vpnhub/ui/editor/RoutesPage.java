package org.vpnhub.ui.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.planner.Planner;

/** The routes of the VPCs and of the VPN gateways. */
final class RoutesPage extends ModelPage {
  private TablePart<RouteEntry> entries;
  private TablePart<DestinationRoute> destinations;
  private TablePart<PolicyRoute> policies;

  RoutesPage(HubEditor hub) {
    super(hub, "routes", "Routes", "route");
  }

  @Override
  void build(IManagedForm form, Composite body) {
    FormToolkit toolkit = form.getToolkit();
    body.setLayout(new GridLayout());
    SashForm sash = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
    toolkit.adapt(sash);
    fill(sash, 1, 500, 300);
    entries =
        part(
            toolkit,
            sash,
            "VPC routes: where the VPC sends packets",
            "entries",
            entryColumns(),
            "The VPC knows no way to any site.");
    entries.adding("Add Route", this::addEntry).removing();
    SashForm right = new SashForm(sash, SWT.VERTICAL | SWT.SMOOTH);
    toolkit.adapt(right);
    destinations =
        part(
            toolkit,
            right,
            "Destination routes: the longest prefix wins",
            "destinations",
            destinationColumns(),
            "None needed while the selectors of the connections make the routes.");
    destinations.adding("Add Route", this::addDestination).removing();
    policies =
        part(
            toolkit,
            right,
            "Policy routes: looked up first, by priority",
            "policies",
            policyColumns(),
            "None: routes by source and destination are for special cases.");
    policies.adding("Add Route", this::addPolicy).removing();
    sash.setWeights(48, 52);
  }

  private <T extends NamedElement> TablePart<T> part(
      FormToolkit toolkit,
      SashForm parent,
      String title,
      String id,
      List<Column<T>> columns,
      String hint) {
    Composite holder = toolkit.createComposite(parent);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    holder.setLayout(layout);
    Composite client = section(toolkit, holder, title, "", 1);
    grow(client);
    return new TablePart<>(hub(), toolkit, client, "routes." + id, columns, "route", hint);
  }

  private static List<Column<RouteEntry>> entryColumns() {
    return List.of(
        Features.column(Literals.ROUTE_ENTRY__DESTINATION_CIDR_BLOCK, 18),
        Features.column(Literals.ROUTE_ENTRY__NEXT_HOP, "Next hop", 11),
        Column.of("origin", "Origin", 27, RoutesPage::origin),
        Column.of("table", "Route table", 18, RoutesPage::table));
  }

  private static String table(RouteEntry e) {
    RouteTable table = e.getRouteTable();
    return ElementLabels.text(table.getVpc()) + " / " + ElementLabels.text(table);
  }

  private static String origin(RouteEntry e) {
    return e.getSite() == null ? "made by hand" : "from site " + ElementLabels.text(e.getSite());
  }

  private static List<Column<DestinationRoute>> destinationColumns() {
    return List.of(
        Features.column(Literals.DESTINATION_ROUTE__ROUTE_DEST, 18),
        Features.column(Literals.DESTINATION_ROUTE__NEXT_HOP, "Connection", 17),
        Features.column(Literals.DESTINATION_ROUTE__WEIGHT, 9),
        Features.column(Literals.DESTINATION_ROUTE__PUBLISH_VPC, "Published", 10),
        Column.of("gateway", "VPN gateway", 20, r -> ElementLabels.text(r.getVpnGateway())));
  }

  private static List<Column<PolicyRoute>> policyColumns() {
    return List.of(
        Features.column(Literals.POLICY_ROUTE__ROUTE_SOURCE, 18),
        Features.column(Literals.POLICY_ROUTE__ROUTE_DEST, 18),
        Features.column(Literals.POLICY_ROUTE__NEXT_HOP, "Connection", 17),
        Features.column(Literals.POLICY_ROUTE__PRIORITY, 9),
        Features.column(Literals.POLICY_ROUTE__WEIGHT, 9),
        Features.column(Literals.POLICY_ROUTE__PUBLISH_VPC, "Published", 10),
        Column.of("gateway", "VPN gateway", 20, r -> ElementLabels.text(r.getVpnGateway())));
  }

  @Override
  Control focus() {
    return entries.table().table();
  }

  @Override
  void refresh() {
    entries.setElements(
        network().getRegions().stream()
            .flatMap(r -> r.getVpcs().stream())
            .flatMap(v -> v.getRouteTables().stream())
            .flatMap(t -> t.getEntries().stream())
            .toList());
    List<VpnGateway> gateways = Planner.gateways(network());
    destinations.setElements(
        gateways.stream().flatMap(g -> g.getDestinationRoutes().stream()).toList());
    policies.setElements(gateways.stream().flatMap(g -> g.getPolicyRoutes().stream()).toList());
  }

  /** A route is added beside the selected one, or where the first gateway is. */
  private Optional<VpnGateway> gateway() {
    Optional<VpnGateway> gateway =
        Planner.gateways(network()).stream()
            .filter(g -> !g.getVpc().getRouteTables().isEmpty())
            .findFirst();
    if (gateway.isEmpty()) tell("A route leads to a VPN gateway, and there is none yet.");
    return gateway;
  }

  private void tell(String what) {
    MessageDialog.openInformation(getSite().getShell(), "No route can be added", what);
  }

  private void addEntry() {
    Optional<RouteTable> beside =
        entries.table().selection().stream().findFirst().map(RouteEntry::getRouteTable);
    gateway()
        .ifPresent(
            g -> {
              Vpc vpc = g.getVpc();
              RouteTable table =
                  beside.filter(t -> t.getVpc() == vpc).orElse(vpc.getRouteTables().getFirst());
              RouteEntry made = Edits.addRoute(document(), table, g, "");
              edit(entries, made, Literals.ROUTE_ENTRY__DESTINATION_CIDR_BLOCK.getName());
            });
  }

  private Optional<VpnConnection> connection() {
    Optional<VpnConnection> connection =
        Planner.gateways(network()).stream().flatMap(g -> g.getConnections().stream()).findFirst();
    if (connection.isEmpty()) tell("A route leads to a connection, and there is none yet.");
    return connection;
  }

  private void addDestination() {
    connection()
        .ifPresent(
            c ->
                edit(
                    destinations,
                    Edits.addDestinationRoute(document(), c.getVpnGateway(), c, ""),
                    Literals.DESTINATION_ROUTE__ROUTE_DEST.getName()));
  }

  private void addPolicy() {
    connection()
        .ifPresent(
            c ->
                edit(
                    policies,
                    Edits.addPolicyRoute(document(), c.getVpnGateway(), c, "", ""),
                    Literals.POLICY_ROUTE__ROUTE_SOURCE.getName()));
  }

  private <T extends NamedElement> void edit(TablePart<T> part, T made, String column) {
    refresh();
    part.table().selectAll(List.of(made));
    part.table().edit(made, column);
  }

  @Override
  boolean reveal(NamedElement element) {
    if (!isBuilt()) return false;
    update();
    return switch (element) {
      case RouteEntry r -> entries.table().select(r);
      case DestinationRoute r -> destinations.table().select(r);
      case PolicyRoute r -> policies.table().select(r);
      default -> false;
    };
  }

  @Override
  void save(IMemento memento) {
    entries.saveState(memento);
    destinations.saveState(memento);
    policies.saveState(memento);
  }

  @Override
  void restore(IMemento memento) {
    entries.restoreState(memento);
    destinations.restoreState(memento);
    policies.restoreState(memento);
  }
}
