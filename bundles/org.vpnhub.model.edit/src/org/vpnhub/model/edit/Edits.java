package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** The changes of {@link Changes}, each as one step that the user can undo. */
public final class Edits {
  private Edits() {}

  public static Site addSite(ModelDocument document, VpnGateway gateway, SiteTable.Row row) {
    return make(document, "Add site " + row.name(), () -> Changes.addSite(gateway, row));
  }

  public static Region addRegion(ModelDocument document, String name) {
    return make(document, "Add region " + name, () -> Changes.addRegion(document.network(), name));
  }

  public static Vpc addVpc(ModelDocument document, Region region, String name, String cidr) {
    return make(document, "Add VPC " + name, () -> Changes.addVpc(region, name, cidr));
  }

  public static VSwitch addVSwitch(
      ModelDocument document, Vpc vpc, String name, String zone, String cidr) {
    return make(document, "Add vSwitch " + name, () -> Changes.addVSwitch(vpc, name, zone, cidr));
  }

  public static RouteTable addRouteTable(ModelDocument document, Vpc vpc, String name) {
    return make(document, "Add route table " + name, () -> Changes.addRouteTable(vpc, name));
  }

  public static VpnGateway addGateway(ModelDocument document, Vpc vpc, String name, String ip) {
    return make(document, "Add VPN gateway " + name, () -> Changes.addGateway(vpc, name, ip));
  }

  public static CustomerGateway addCustomerGateway(
      ModelDocument document, Region region, String name, String ip) {
    return make(
        document,
        "Add customer gateway " + name,
        () -> Changes.addCustomerGateway(region, name, ip));
  }

  public static VpnConnection connect(ModelDocument document, Site site, VpnGateway gateway) {
    return make(
        document, "Connect " + ElementLabels.text(site), () -> Changes.connect(site, gateway));
  }

  public static void reconnect(ModelDocument document, VpnConnection connection, Site site) {
    document.execute(
        "Reconnect to " + ElementLabels.text(site), () -> Changes.reconnect(connection, site));
  }

  public static void reconnect(
      ModelDocument document, VpnConnection connection, VpnGateway gateway) {
    document.execute(
        "Reconnect to " + ElementLabels.text(gateway),
        () -> Changes.reconnect(connection, gateway));
  }

  public static RouteEntry addRoute(
      ModelDocument document, RouteTable table, VpnGateway gateway, String cidr) {
    return make(document, "Add route " + cidr, () -> Changes.addRoute(table, gateway, cidr));
  }

  public static DestinationRoute addDestinationRoute(
      ModelDocument document, VpnGateway gateway, VpnConnection connection, String cidr) {
    return make(
        document,
        "Add destination route " + cidr,
        () -> Changes.addDestinationRoute(gateway, connection, cidr));
  }

  public static PolicyRoute addPolicyRoute(
      ModelDocument document,
      VpnGateway gateway,
      VpnConnection connection,
      String source,
      String destination) {
    return make(
        document,
        "Add policy route " + source + " to " + destination,
        () -> Changes.addPolicyRoute(gateway, connection, source, destination));
  }

  public static void remove(ModelDocument document, Collection<? extends NamedElement> elements) {
    if (elements.isEmpty()) return;
    NamedElement first = elements.iterator().next();
    String what =
        elements.size() == 1
            ? ElementLabels.kind(first.eClass()) + " " + ElementLabels.text(first)
            : elements.size() + " elements";
    document.execute("Delete " + what, () -> Changes.remove(elements));
  }

  public static void rename(ModelDocument document, NamedElement element, String name) {
    document.execute("Rename to " + name, () -> Changes.rename(element, name));
  }

  public static void set(
      ModelDocument document, EObject element, EStructuralFeature feature, @Nullable Object value) {
    document.execute(changing(element, feature), () -> Changes.set(element, feature, value));
  }

  public static void setList(
      ModelDocument document, EObject element, EStructuralFeature feature, List<?> values) {
    document.execute(changing(element, feature), () -> Changes.setList(element, feature, values));
  }

  /** For example {@code Change prefixes of Hangzhou}; of parameters it names what has them. */
  private static String changing(EObject element, EStructuralFeature feature) {
    EObject named = element;
    while (!(named instanceof NamedElement) && named.eContainer() != null) {
      named = named.eContainer();
    }
    return "Change " + FeatureInfo.of(feature).label() + " of " + ElementLabels.text(named);
  }

  private static <T> T make(ModelDocument document, String label, Supplier<T> change) {
    List<T> made = new ArrayList<>(1);
    document.execute(label, () -> made.add(change.get()));
    return made.getFirst();
  }
}
