package org.vpnhub.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;

/**
 * A node of the reachability matrix in the lab: a site, or the VPC.
 *
 * @param name its name in the matrix
 * @param hosts its simulated hosts
 * @param gateway the engine behind which they are: a site's own, the hub's for the VPC
 * @param connections the connections of a site; none for the VPC
 */
record LabNode(
    String name, SimulatedHosts hosts, IpsecGateway gateway, List<ConnectionPlan> connections) {

  /** The prefixes of a node: its own, and those that the matrix speaks of. */
  static List<Ipv4Prefix> prefixes(String name, List<Ipv4Prefix> own, ReachabilityMatrix matrix) {
    Set<Ipv4Prefix> all = new LinkedHashSet<>(own);
    for (ReachabilityCell cell : matrix.cells()) {
      for (ReachabilityCell.Path path : cell.paths()) {
        if (cell.from().equals(name)) all.add(path.source());
        if (cell.to().equals(name)) all.add(path.destination());
      }
    }
    return new ArrayList<>(all);
  }

  List<ConnectionId> connectionIds() {
    return connections.stream().map(ConnectionPlan::id).toList();
  }

  /** Packets that the site's engine has opened. */
  long packetsIn() {
    return gateway.status().connections().stream()
        .mapToLong(GatewayStatus.Connection::packetsIn)
        .sum();
  }
}
