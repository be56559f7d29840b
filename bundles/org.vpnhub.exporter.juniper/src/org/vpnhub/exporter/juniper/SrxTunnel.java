package org.vpnhub.exporter.juniper;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.SetTree;

/**
 * A tunnel interface.
 *
 * @param unit for example {@code st0.100}
 * @param zone its zone; empty when it is in none
 * @param routes what is routed into it
 */
record SrxTunnel(String unit, String zone, List<Found> routes) {

  static SrxTunnel of(SetTree tree, String unit) {
    String zone = "";
    for (SetTree z : SrxSurroundings.zones(tree)) {
      if (z.at("interfaces", unit).isPresent()) zone = z.word();
    }
    List<Found> routes = new ArrayList<>();
    for (SetTree route : SrxSurroundings.below(tree, "routing-options", "static", "route")) {
      boolean here =
          route.at("next-hop", unit).isPresent()
              || route.at("qualified-next-hop", unit).isPresent();
      if (here) routes.add(new Found(route.word(), route.line()));
    }
    return new SrxTunnel(unit, zone, routes);
  }

  /** Whether a network lies behind the tunnel, by its routes. */
  boolean leadsTo(String prefix) {
    return routes.stream().anyMatch(r -> overlap(r.value(), prefix));
  }

  private static boolean overlap(String a, String b) {
    try {
      return Ipv4Prefix.parse(a).overlaps(Ipv4Prefix.parse(b));
    } catch (IllegalArgumentException e) {
      return a.equals(b);
    }
  }
}
