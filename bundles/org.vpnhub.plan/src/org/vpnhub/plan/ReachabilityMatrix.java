package org.vpnhub.plan;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who reaches whom through the hub, computed from the model.
 *
 * @param nodes names of the VPC and the sites; the VPC comes last
 * @param cells one for each ordered pair of different nodes, by source and then destination
 * @param unreachable the indexes of the cells that are not reachable; not to be changed
 */
public record ReachabilityMatrix(
    List<String> nodes, List<ReachabilityCell> cells, BitSet unreachable) {

  /** Of more faults than this, which only hundreds of sites have, some are looked at. */
  private static final int MANY = 200_000;

  private static final int SOME = 3;

  public ReachabilityMatrix {
    nodes = List.copyOf(nodes);
    cells = cells instanceof LazyList<ReachabilityCell> ? cells : List.copyOf(cells);
  }

  public ReachabilityMatrix(List<String> nodes, List<ReachabilityCell> cells) {
    this(nodes, cells, new BitSet());
    IntStream.range(0, cells.size())
        .filter(i -> !cells.get(i).reachable())
        .forEach(unreachable::set);
  }

  /** The cell of an ordered pair, found by the order of the cells. */
  public Optional<ReachabilityCell> cell(String from, String to) {
    int f = nodes.indexOf(from);
    int t = nodes.indexOf(to);
    return f < 0 || t < 0 || f == t ? Optional.empty() : Optional.of(cells.get(index(f, t)));
  }

  /**
   * The indexes of the cells that are not reachable, in their order, to look for what is missing.
   * Of hundreds of thousands the first few of each source, which name every end at fault.
   */
  public IntStream faults() {
    if (unreachable.cardinality() <= MANY) return unreachable.stream();
    return IntStream.range(0, nodes.size()).flatMap(this::someOfSource);
  }

  private IntStream someOfSource(int from) {
    int end = (from + 1) * (nodes.size() - 1);
    return IntStream.iterate(
            unreachable.nextSetBit(from * (nodes.size() - 1)),
            cell -> cell >= 0 && cell < end,
            cell -> unreachable.nextSetBit(cell + 1))
        .limit(SOME);
  }

  /** Number of ordered pairs that do not reach each other and are not among the faults. */
  public int furtherFaults() {
    return unreachable.cardinality() - (int) faults().count();
  }

  /** The index of the cell of two different nodes. */
  public int index(int from, int to) {
    return from * (nodes.size() - 1) + (to < from ? to : to - 1);
  }

  /** The source of a cell, as an index of the nodes. */
  public int from(int cell) {
    return cell / (nodes.size() - 1);
  }

  /** The destination of a cell. */
  public int to(int cell) {
    int to = cell % (nodes.size() - 1);
    return to < from(cell) ? to : to + 1;
  }
}
