package org.vpnhub.validation;

import java.util.List;
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
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Elements as a user knows them, for example {@code IPsec connection hangzhou}. */
final class Labels {
  private static final int NAMES = 3;
  private static final int QUOTED = 40;

  private Labels() {}

  /** Kind and name; the id where there is no name. */
  static String of(NamedElement element) {
    return switch (element) {
      case Network n -> "network " + name(n);
      case Region r -> "region " + name(r);
      case Vpc v -> "VPC " + name(v);
      case VSwitch v -> "vSwitch " + name(v);
      case RouteTable t -> "route table " + name(t);
      case RouteEntry e -> "VPC route " + text(e.getDestinationCidrBlock());
      case VpnGateway g -> "VPN gateway " + name(g);
      case CustomerGateway c -> "customer gateway " + name(c);
      case VpnConnection c -> "IPsec connection " + name(c);
      case Tunnel t when t.getVpnConnection() != null ->
          "tunnel " + name(t) + " of " + of(t.getVpnConnection());
      case Tunnel t -> "tunnel " + name(t);
      case DestinationRoute r -> "destination route " + text(r.getRouteDest());
      case PolicyRoute r ->
          "policy route " + text(r.getRouteSource()) + " to " + text(r.getRouteDest());
      case Site s -> "site " + name(s);
      default -> element.eClass().getName() + " " + name(element);
    };
  }

  /** The name alone; the id where there is no name. */
  static String name(NamedElement element) {
    if (element.getName() != null && !element.getName().isBlank()) return element.getName();
    return element.getId() == null ? "without a name" : element.getId();
  }

  private static String text(@Nullable String cidr) {
    return cidr == null ? "without a prefix" : cidr;
  }

  /** The first few of a list, and how many there are beyond. */
  static String some(List<?> values) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < Math.min(NAMES, values.size()); i++) {
      words.append(i == 0 ? "" : ", ").append(values.get(i));
    }
    int more = values.size() - NAMES;
    return more > 0 ? words + " and " + more + " more" : words.toString();
  }

  /** A text of the user's in a message: in quotes, at most 40 characters of it. */
  static String quote(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > QUOTED;
    String start = isLong ? text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…" : text;
    return "'" + printable(start) + "'";
  }

  /** A text without control characters, which could not be read or would break the line. */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Labels::isControl)) return text;
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.appendCodePoint(isControl(c) ? 0xfffd : c));
    return shown.toString();
  }

  static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
