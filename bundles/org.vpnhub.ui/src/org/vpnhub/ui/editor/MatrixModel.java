package org.vpnhub.ui.editor;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.ReachabilityCell.Path;
import org.vpnhub.plan.ReachabilityMatrix;

/** A reachability matrix as it is painted: the state of each pair, and what to say of it. */
final class MatrixModel {
  /** How a pair stands. */
  enum State {
    /** A node and itself. */
    SELF,
    REACHABLE,
    /** Some of its prefixes reach each other. */
    PARTLY,
    MISSING
  }

  static final MatrixModel EMPTY = new MatrixModel(new ReachabilityMatrix(List.of(), List.of()));

  private final ReachabilityMatrix matrix;
  private final List<String> nodes;

  /** The cells some of whose prefixes reach each other. */
  private final BitSet partly = new BitSet();

  MatrixModel(ReachabilityMatrix matrix) {
    this.matrix = matrix;
    nodes = matrix.nodes();
    matrix
        .faults()
        .filter(i -> matrix.cells().get(i).paths().stream().anyMatch(Path::reachable))
        .forEach(partly::set);
  }

  int size() {
    return nodes.size();
  }

  String node(int index) {
    return nodes.get(index);
  }

  State state(int from, int to) {
    if (from == to) return State.SELF;
    int cell = matrix.index(from, to);
    if (!matrix.unreachable().get(cell)) return State.REACHABLE;
    return partly.get(cell) ? State.PARTLY : State.MISSING;
  }

  /** Number of ordered pairs. */
  int pairs() {
    return nodes.size() * Math.max(0, nodes.size() - 1);
  }

  int reachablePairs() {
    return pairs() - matrix.unreachable().cardinality();
  }

  /** One line on the whole matrix. */
  String summary() {
    if (pairs() == 0) return "There are no two places yet that could reach each other.";
    int reachable = reachablePairs();
    if (reachable == pairs()) return "All " + pairs() + " pairs reach each other.";
    return reachable
        + " of "
        + pairs()
        + " pairs reach each other; "
        + (pairs() - reachable)
        + " do not.";
  }

  /** The missing links of a pair, each once. */
  List<MissingLink> missing(int from, int to) {
    if (from == to || !matrix.unreachable().get(matrix.index(from, to))) return List.of();
    return matrix.cells().get(matrix.index(from, to)).missing();
  }

  /** The first pair that does not reach each other, as from and to. */
  Optional<int[]> firstMissing() {
    int cell = matrix.unreachable().nextSetBit(0);
    return cell < 0
        ? Optional.empty()
        : Optional.of(new int[] {matrix.from(cell), matrix.to(cell)});
  }

  /** What is to be said of a pair, with the remedy of each missing link. */
  String words(int from, int to) {
    String pair = nodes.get(from) + " → " + nodes.get(to);
    return switch (state(from, to)) {
      case SELF -> nodes.get(from);
      case REACHABLE -> pair + ": reachable, there and back";
      case PARTLY -> pair + ": only some of the prefixes are reachable" + links(from, to);
      case MISSING -> pair + ": not reachable" + links(from, to);
    };
  }

  private String links(int from, int to) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (MissingLink link : missing(from, to)) {
      String way = link.way() == MissingLink.Way.RETURN ? "Way back: " : "";
      lines.putIfAbsent(
          link.description(), "• " + way + link.description() + ": " + link.kind().remedy());
    }
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines.values());
  }
}
