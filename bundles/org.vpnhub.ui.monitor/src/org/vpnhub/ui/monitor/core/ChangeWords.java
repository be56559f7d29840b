package org.vpnhub.ui.monitor.core;

import java.util.Locale;
import java.util.Map;

/** Words for people in place of the names that a hub's answer has for what changes. */
final class ChangeWords {
  private static final Map<String, String> NAMES =
      Map.of(
          "peerPrefixes", "prefixes of the site",
          "pskReference", "key",
          "ike.lifetimeSeconds", "IKE lifetime in seconds",
          "ipsec.lifetimeSeconds", "IPsec lifetime in seconds",
          "ipsec.pfs", "IPsec PFS group",
          "ike.group", "IKE DH group",
          "initiate", "starts the negotiation",
          "autoConfigRoute", "routes from the remote networks");

  private static final Map<String, String> ROUTES =
      Map.of(
          "selector", "Route",
          "destination", "Destination route",
          "policy", "Policy route",
          "inside", "Inside network");

  private ChangeWords() {}

  /** Of a line such as {@code ike.group: group14 -> group31}. */
  static String detail(String line) {
    int colon = line.indexOf(": ");
    if (colon < 0) return line;
    return name(line.substring(0, colon)) + line.substring(colon).replace(" -> ", " \u2192 ");
  }

  private static String name(String path) {
    String known = NAMES.get(path);
    if (known != null) return known;
    if (path.startsWith("children")) {
      String end = path.substring(path.indexOf('.') + 1);
      return end.equals("local") || end.equals("remote") ? end + " network" : "networks";
    }
    return path.replaceAll("([a-z])([A-Z])", "$1 $2")
        .toLowerCase(Locale.ROOT)
        .replace('.', ' ')
        .replaceFirst("^ike\\b", "IKE")
        .replaceFirst("^ipsec\\b", "IPsec")
        .replaceFirst("^dpd\\b", "dead peer detection:");
  }

  /** Of a line such as {@code selector 10.10.21.0/24 via Hangzhou}. */
  static String route(String line) {
    int space = line.indexOf(' ');
    String kind = space < 0 ? line : line.substring(0, space);
    String word = ROUTES.get(kind);
    return word == null ? line : word + line.substring(space).replace(" -> ", " \u2192 ");
  }
}
