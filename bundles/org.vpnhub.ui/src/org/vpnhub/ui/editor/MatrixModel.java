package org.vpnhub.ui.editor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.ReachabilityCell;
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

  private final List<String> nodes;
  private final State[] states;
  private final Map<Integer, ReachabilityCell> missing = new HashMap<>();
  private int reachable;

  MatrixModel(ReachabilityMatrix matrix) {
    nodes = matrix.nodes();
    states = new State[nodes.size() * nodes.size()];
    int next = 0;
    for (int i = 0; i < states.length; i++) {
      boolean self = i / nodes.size() == i % nodes.size();
      if (self || next >= matrix.cells().size()) {
        states[i] = State.SELF;
        continue;
      }
      ReachabilityCell cell = matrix.cells().get(next++);
      states[i] = state(cell);
      if (states[i] == State.REACHABLE) reachable++;
      else missing.put(i, cell);
    }
  }

  private static State state(ReachabilityCell cell) {
    if (cell.reachable()) return State.REACHABLE;
    boolean some = cell.paths().stream().anyMatch(ReachabilityCell.Path::reachable);
    return some ? State.PARTLY : State.MISSING;
  }

  int size() {
    return nodes.size();
  }

  String node(int index) {
    return nodes.get(index);
  }

  State state(int from, int to) {
    return states[from * nodes.size() + to];
  }

  /** Number of ordered pairs. */
  int pairs() {
    return nodes.size() * Math.max(0, nodes.size() - 1);
  }

  int reachablePairs() {
    return reachable;
  }

  /** One line on the whole matrix. */
  String summary() {
    if (pairs() == 0) return "There are no two places yet that could reach each other.";
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
    ReachabilityCell cell = missing.get(from * nodes.size() + to);
    return cell == null ? List.of() : cell.missing();
  }

  /** The first pair that does not reach each other, as from and to. */
  Optional<int[]> firstMissing() {
    for (int i = 0; i < states.length; i++) {
      if (states[i] == State.MISSING || states[i] == State.PARTLY) {
        return Optional.of(new int[] {i / nodes.size(), i % nodes.size()});
      }
    }
    return Optional.empty();
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
