package org.vpnhub.plan;

import java.util.List;
import java.util.Optional;

/**
 * Who reaches whom through the hub, computed from the model.
 *
 * @param nodes names of the VPC and the sites; the VPC comes last
 * @param cells one for each ordered pair of different nodes, by source and then destination
 */
public record ReachabilityMatrix(List<String> nodes, List<ReachabilityCell> cells) {

  public ReachabilityMatrix {
    nodes = List.copyOf(nodes);
    cells = List.copyOf(cells);
  }

  public Optional<ReachabilityCell> cell(String from, String to) {
    return cells.stream().filter(c -> c.from().equals(from) && c.to().equals(to)).findFirst();
  }
}
