package org.vpnhub.ui.navigator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.window.Window;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelTree;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.secrets.Secrets;

/** What can be added at an element; sites have a wizard of their own. */
final class NewElements {
  private final NetworksView view;
  private final ModelDocument document;
  private final List<IAction> actions = new ArrayList<>();

  private NewElements(NetworksView view, ModelDocument document) {
    this.view = view;
    this.document = document;
  }

  /** The actions that add something to an element, or beside it. */
  static List<IAction> at(NetworksView view, ModelDocument document, NamedElement element) {
    NewElements elements = new NewElements(view, document);
    elements.collect(element);
    return elements.actions;
  }

  private void collect(NamedElement element) {
    switch (element) {
      case Network _ -> region();
      case Region r -> region(r);
      case CustomerGateway c when c.getSite() == null -> region(c.getRegion());
      case Vpc v -> vpc(v);
      case VSwitch v -> vpc(v.getVpc());
      case RouteTable t -> vpcRoute(t);
      case RouteEntry e -> vpcRoute(e.getRouteTable());
      case VpnGateway g -> gatewayRoutes(g, g.getConnections());
      case VpnConnection c -> gatewayRoutes(c.getVpnGateway(), List.of(c));
      case DestinationRoute r ->
          gatewayRoutes(r.getVpnGateway(), r.getVpnGateway().getConnections());
      case PolicyRoute r -> gatewayRoutes(r.getVpnGateway(), r.getVpnGateway().getConnections());
      case Site s -> connections(s);
      default -> {}
    }
  }

  private void region() {
    add(
        "Region",
        "region",
        "The part of the world in which VPCs and gateways stand.",
        List.of(Field.name(free("region", document.network()))),
        v -> Edits.addRegion(document, v.getFirst()));
  }

  private void region(Region region) {
    add(
        "VPC",
        "vpc",
        "A private network in the cloud, with its System route table.",
        List.of(Field.name(free("VPC", region)), Field.prefix("cidr", "Prefix", "10.1.0.0/16")),
        v -> Edits.addVpc(document, region, v.get(0), v.get(1)));
    add(
        "Customer gateway",
        "customer-gateway",
        "The public address of a device that belongs to no site.",
        List.of(Field.name(free("peer", region)), Field.address("Public address", "203.0.113.10")),
        v -> Edits.addCustomerGateway(document, region, v.get(0), v.get(1)));
  }

  private void vpc(Vpc vpc) {
    add(
        "VPN gateway",
        "gateway",
        "The hub: the end of the IPsec connections in the VPC.",
        List.of(Field.name(free("hub", vpc)), Field.address("Public address", "198.51.100.1")),
        v -> Edits.addGateway(document, vpc, v.get(0), v.get(1)));
    String zone =
        vpc.getVSwitches().isEmpty() ? "" : text(vpc.getVSwitches().getFirst().getZoneId());
    add(
        "vSwitch",
        "vswitch",
        "A subnet of the VPC in one zone.",
        List.of(
            Field.name(free("vSwitch", vpc)),
            Field.word("zone", "Zone", zone, "main-a"),
            Field.prefix("cidr", "Prefix", "10.0.1.0/24")),
        v -> Edits.addVSwitch(document, vpc, v.get(0), v.get(1), v.get(2)));
    add(
        "Route table",
        "route-table",
        "Routes for some of the vSwitches; all others use the System table.",
        List.of(Field.name(free("routes", vpc))),
        v -> Edits.addRouteTable(document, vpc, v.getFirst()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void vpcRoute(RouteTable table) {
    List<VpnGateway> gateways = table.getVpc().getVpnGateways();
    if (gateways.isEmpty()) return;
    List<String> names = gateways.stream().map(ElementLabels::text).toList();
    add(
        "VPC route",
        "route",
        "Leads a destination from the VPC to a VPN gateway.",
        List.of(
            Field.prefix("destination", "Destination", "10.10.40.0/24"),
            Field.choice("gateway", "VPN gateway", names)),
        v -> Edits.addRoute(document, table, gateways.get(names.indexOf(v.get(1))), v.get(0)));
  }

  private void gatewayRoutes(VpnGateway gateway, List<VpnConnection> connections) {
    if (connections.isEmpty()) return;
    List<String> names = connections.stream().map(ElementLabels::text).toList();
    Field into = Field.choice("connection", "IPsec connection", names);
    add(
        "Destination route",
        "route",
        "Leads a destination from the gateway into a connection.",
        List.of(Field.prefix("destination", "Destination", "10.10.40.0/24"), into),
        v ->
            Edits.addDestinationRoute(
                document, gateway, connections.get(names.indexOf(v.get(1))), v.get(0)));
    add(
        "Policy route",
        "route",
        "Leads what comes from a source to a destination into a connection.",
        List.of(
            Field.prefix("source", "Source", "10.0.0.0/16"),
            Field.prefix("destination", "Destination", "10.10.40.0/24"),
            into),
        v ->
            Edits.addPolicyRoute(
                document, gateway, connections.get(names.indexOf(v.get(2))), v.get(0), v.get(1)));
  }

  private void connections(Site site) {
    for (Region r : site.getNetwork().getRegions()) {
      for (Vpc v : r.getVpcs()) {
        for (VpnGateway g : v.getVpnGateways()) {
          add("IPsec connection to " + ElementLabels.text(g), "connection", () -> connect(site, g));
        }
      }
    }
  }

  private void connect(Site site, VpnGateway gateway) {
    ModelEditors.ensureOpen(document);
    VpnConnection connection = Edits.connect(document, site, gateway);
    show(connection);
    Secrets.createKeys(document, List.of(connection), view.getSite().getShell());
  }

  private void add(
      String kind,
      String icon,
      String explanation,
      List<Field> fields,
      Function<List<String>, NamedElement> make) {
    add(
        kind + "…",
        icon,
        () -> {
          FieldsDialog dialog =
              new FieldsDialog(view.getSite().getShell(), "New " + kind, explanation, fields);
          if (dialog.open() != Window.OK) return;
          ModelEditors.ensureOpen(document);
          show(make.apply(dialog.values()));
        });
  }

  private void add(String text, String icon, Runnable run) {
    actions.add(
        new Action(text, Images.descriptor(icon)) {
          @Override
          public void run() {
            run.run();
          }
        });
  }

  private void show(NamedElement element) {
    view.getSite().getShell().getDisplay().asyncExec(() -> view.select(element));
  }

  /** A name that no element beside the new one has. */
  private static String free(String name, NamedElement parent) {
    Set<String> used = new HashSet<>();
    ModelTree.children(parent).forEach(e -> used.add(ElementLabels.text(e)));
    String candidate = name;
    for (int n = 2; used.contains(candidate); n++) candidate = name + " " + n;
    return candidate;
  }
}
