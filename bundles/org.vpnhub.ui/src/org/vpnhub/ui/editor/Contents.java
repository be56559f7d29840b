package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Network;
import org.vpnhub.model.Region;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnGateway;

/** Counts in words. */
final class Contents {
  private Contents() {}

  /** How many of what a network has, one kind a line. */
  static String text(Network network) {
    int vpcs = 0;
    int gateways = 0;
    int connections = 0;
    int routes = 0;
    for (Region r : network.getRegions()) {
      vpcs += r.getVpcs().size();
      for (Vpc v : r.getVpcs()) {
        gateways += v.getVpnGateways().size();
        routes += v.getRouteTables().stream().mapToInt(t -> t.getEntries().size()).sum();
        for (VpnGateway g : v.getVpnGateways()) {
          connections += g.getConnections().size();
          routes += g.getDestinationRoutes().size() + g.getPolicyRoutes().size();
        }
      }
    }
    return String.join(
        "\n",
        count(network.getSites().size(), "site"),
        count(vpcs, "VPC") + " in " + count(network.getRegions().size(), "region"),
        count(gateways, "VPN gateway") + " with " + count(connections, "IPsec connection"),
        count(routes, "route"));
  }

  /** How many problems there are. */
  static String problems(List<Problem> problems) {
    if (problems.isEmpty()) return "No problems found.";
    List<String> parts = new ArrayList<>();
    for (Severity s : Severity.values()) {
      long n = problems.stream().filter(p -> p.severity() == s).count();
      if (n > 0) parts.add(count((int) n, word(s)));
    }
    return String.join(", ", parts);
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "hint";
    };
  }

  static String count(int n, String word) {
    return n + " " + word + (n == 1 ? "" : "s");
  }
}
