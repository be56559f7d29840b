package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Models of hubs for tests. */
final class Hubs {
  private Hubs() {}

  /** The scenario of the tutorial. */
  static Network threeOffices() {
    return HubBuilder.build(
        "three-offices",
        "10.0.0.0/16",
        "198.51.100.1",
        List.of(
            row("Shanghai", "203.0.113.10", "10.10.10.0/24"),
            row("Hangzhou", "203.0.113.20", "10.10.20.0/24"),
            row("Ningbo", "203.0.113.30", "10.10.30.0/24")));
  }

  /** A healthy hub with sites of one prefix each. */
  static Network many(int sites) {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      String third = (i >> 8) + "." + (i & 255);
      rows.add(
          row("site-" + i, "203.1." + third, "10." + (100 + (i >> 8)) + "." + (i & 255) + ".0/24"));
    }
    return HubBuilder.build("many", "10.0.0.0/16", "198.51.100.1", rows);
  }

  static SiteTable.Row row(String name, String ip, String... cidrs) {
    return new SiteTable.Row(name, ip, List.of(cidrs), "strongswan", "");
  }

  static Vpc vpc(Network n) {
    return n.getRegions().getFirst().getVpcs().getFirst();
  }

  static VpnGateway gateway(Network n) {
    return vpc(n).getVpnGateways().getFirst();
  }

  static VpnConnection connection(Network n, String name) {
    return gateway(n).getConnections().stream()
        .filter(c -> c.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Site site(Network n, String name) {
    return n.getSites().stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
  }

  static void removeVpcRoute(Network n, String destination) {
    List<RouteEntry> entries = vpc(n).getRouteTables().getFirst().getEntries();
    entries.removeIf(e -> e.getDestinationCidrBlock().equals(destination));
  }
}
