package org.vpnhub.model.edit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tag;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubPackage;

/** Elements of a model in words and pictures. */
public final class ElementLabels {
  private ElementLabels() {}

  /** What a user calls the element: its name, of a route its prefixes; never empty. */
  public static String text(EObject element) {
    return switch (element) {
      case RouteEntry r -> orDash(r.getDestinationCidrBlock());
      case DestinationRoute r -> orDash(r.getRouteDest());
      case PolicyRoute r -> orDash(r.getRouteSource()) + " → " + orDash(r.getRouteDest());
      case NamedElement e -> name(e);
      case Tag t -> orDash(t.getKey());
      default -> kind(element.eClass());
    };
  }

  /** The one fact that tells the element from its like, such as a prefix; empty when none. */
  public static String detail(EObject element) {
    return switch (element) {
      case Network n -> n.getProfile().getLiteral();
      case Region r when !Objects.equals(r.getRegionId(), r.getName()) -> words(r.getRegionId());
      case Vpc v -> words(v.getCidrBlock());
      case VSwitch v -> words(v.getCidrBlock(), v.getZoneId());
      case VpnGateway g -> words(g.getInternetIp());
      case CustomerGateway c -> words(c.getIpAddress());
      case VpnConnection c -> list(c.getRemoteSubnets());
      case Site s -> list(s.getCidrs());
      case Tunnel t -> suite(t);
      case RouteEntry r -> to(r.getNextHop());
      case DestinationRoute r -> to(r.getNextHop());
      case PolicyRoute r -> to(r.getNextHop());
      case Tag t -> words(t.getValue());
      default -> "";
    };
  }

  /** The algorithms of a tunnel's two phases, for example {@code ikev2 aes256gcm16 group31}. */
  public static String suite(Tunnel tunnel) {
    IkeConfig ike = tunnel.getIkeConfig();
    IpsecConfig esp = tunnel.getIpsecConfig();
    if (ike == null || esp == null) return "";
    String hash = esp.getIpsecAuthAlg();
    return words(ike.getIkeVersion().getLiteral(), esp.getIpsecEncAlg(), hash, ike.getIkePfs());
  }

  /** The name of the element's icon. */
  public static String icon(EObject element) {
    return switch (element.eClass().getClassifierID()) {
      case VpnhubPackage.NETWORK -> "network";
      case VpnhubPackage.REGION -> "region";
      case VpnhubPackage.VPC -> "vpc";
      case VpnhubPackage.VSWITCH -> "vswitch";
      case VpnhubPackage.ROUTE_TABLE -> "route-table";
      case VpnhubPackage.VPN_GATEWAY -> "gateway";
      case VpnhubPackage.CUSTOMER_GATEWAY -> "customer-gateway";
      case VpnhubPackage.VPN_CONNECTION -> "connection";
      case VpnhubPackage.SITE -> "site";
      case VpnhubPackage.TAG -> "tag";
      case VpnhubPackage.ROUTE_ENTRY, VpnhubPackage.DESTINATION_ROUTE, VpnhubPackage.POLICY_ROUTE ->
          "route";
      default -> "tunnel";
    };
  }

  /** The kind of an element in the words of the cloud's documentation: "IPsec connection". */
  public static String kind(EClass type) {
    return switch (type.getClassifierID()) {
      case VpnhubPackage.NETWORK -> "network";
      case VpnhubPackage.REGION -> "region";
      case VpnhubPackage.VPC -> "VPC";
      case VpnhubPackage.VSWITCH -> "vSwitch";
      case VpnhubPackage.ROUTE_TABLE -> "route table";
      case VpnhubPackage.ROUTE_ENTRY -> "VPC route";
      case VpnhubPackage.VPN_GATEWAY -> "VPN gateway";
      case VpnhubPackage.CUSTOMER_GATEWAY -> "customer gateway";
      case VpnhubPackage.VPN_CONNECTION -> "IPsec connection";
      case VpnhubPackage.TUNNEL -> "tunnel";
      case VpnhubPackage.DESTINATION_ROUTE -> "destination route";
      case VpnhubPackage.POLICY_ROUTE -> "policy route";
      case VpnhubPackage.SITE -> "site";
      case VpnhubPackage.TAG -> "tag";
      case VpnhubPackage.IKE_CONFIG -> "phase 1 (IKE)";
      case VpnhubPackage.IPSEC_CONFIG -> "phase 2 (IPsec)";
      case VpnhubPackage.HEALTH_CHECK_CONFIG -> "health check";
      case VpnhubPackage.BGP_CONFIG -> "BGP";
      default -> type.getName();
    };
  }

  private static String name(NamedElement element) {
    if (element.getName() != null && !element.getName().isBlank()) return element.getName();
    return element.getId() == null ? "without a name" : element.getId();
  }

  private static String to(@Nullable NamedElement hop) {
    return hop == null ? "" : "to " + name(hop);
  }

  private static String list(List<String> values) {
    int more = values.size() - 3;
    String first = values.stream().limit(3).collect(Collectors.joining(", "));
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String words(@Nullable String... words) {
    return Stream.of(words).filter(w -> w != null && !w.isBlank()).collect(Collectors.joining(" "));
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isBlank() ? "—" : text;
  }
}
