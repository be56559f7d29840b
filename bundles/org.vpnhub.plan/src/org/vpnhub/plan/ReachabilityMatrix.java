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

  /** The cell of an ordered pair, found by the order of the cells. */
  public Optional<ReachabilityCell> cell(String from, String to) {
    int f = nodes.indexOf(from);
    int t = nodes.indexOf(to);
    if (f < 0 || t < 0 || f == t) return Optional.empty();
    int at = f * (nodes.size() - 1) + (t < f ? t : t - 1);
    return at < cells.size() ? Optional.of(cells.get(at)) : Optional.empty();
  }
}
