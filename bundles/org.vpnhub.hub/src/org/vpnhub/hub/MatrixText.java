package org.vpnhub.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;

/** The reachability matrix as text. */
public final class MatrixText {
  /** Matrices with more nodes are given as a summary, since no terminal is wide enough. */
  public static final int MAX_NODES = 12;

  /** Pairs whose missing links are told; in a large hub one fault concerns thousands. */
  static final int SHOWN_PAIRS = 40;

  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String SELF = "-";

  private MatrixText() {}

  /** The matrix as the model has it. */
  public static String of(ReachabilityMatrix matrix) {
    StringBuilder text = new StringBuilder();
    if (matrix.nodes().size() <= MAX_NODES) text.append(table(matrix)).append('\n');
    return text.append(summary(matrix)).append(missing(matrix)).toString();
  }

  private static String table(ReachabilityMatrix matrix) {
    return table(
        matrix.nodes(), (from, to) -> matrix.cell(from, to).map(MatrixText::word).orElse(SELF));
  }

  private static String word(ReachabilityCell cell) {
    if (cell.reachable()) return YES;
    boolean some = cell.paths().stream().anyMatch(ReachabilityCell.Path::reachable);
    return some ? "partly" : NO;
  }

  /** Gives the text of one cell. */
  @FunctionalInterface
  public interface Cell {
    String text(String from, String to);
  }

  /** A square table over nodes: sources in the rows, destinations in the columns. */
  public static String table(List<String> nodes, Cell cell) {
    List<String> header = new ArrayList<>(List.of("from \\ to"));
    header.addAll(nodes);
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (String from : nodes) {
      List<Object> row = new ArrayList<>(List.of(from));
      for (String to : nodes) row.add(from.equals(to) ? SELF : cell.text(from, to));
      table.row(row.toArray());
    }
    return table.toString();
  }

  private static String summary(ReachabilityMatrix matrix) {
    long reachable = matrix.cells().stream().filter(ReachabilityCell::reachable).count();
    return "%d of %d pairs reachable (%d nodes)%n"
        .formatted(reachable, matrix.cells().size(), matrix.nodes().size());
  }

  private static String missing(ReachabilityMatrix matrix) {
    StringBuilder text = new StringBuilder();
    List<ReachabilityCell> cells = matrix.cells().stream().filter(c -> !c.reachable()).toList();
    for (ReachabilityCell cell : cells.subList(0, Math.min(SHOWN_PAIRS, cells.size()))) {
      text.append('\n').append(cell.from()).append(" -> ").append(cell.to()).append(":\n");
      for (MissingLink link : cell.missing()) {
        String way = link.way() == MissingLink.Way.RETURN ? ", on the way back" : "";
        text.append("  missing ")
            .append(kind(link.kind()))
            .append(way)
            .append(": ")
            .append(link.description())
            .append('\n');
      }
    }
    int more = cells.size() - SHOWN_PAIRS;
    if (more > 0) {
      text.append("\nand ").append(more).append(" more pairs; 'matrix --json' has them all\n");
    }
    return text.toString();
  }

  /** A missing link's kind in words. */
  public static String kind(MissingLink.Kind kind) {
    return switch (kind) {
      case DEVICE_ROUTE -> "device route";
      case SOURCE_SELECTOR -> "source selector";
      case HUB_ROUTE -> "hub route";
      case DESTINATION_SELECTOR -> "destination selector";
      case VPC_ROUTE -> "VPC route";
      case CONNECTION -> "connection";
    };
  }

  /**
   * The matrix as the running engine has it.
   *
   * @param up whether a packet from the first node to the second finds its tunnels up
   */
  public static String live(ReachabilityMatrix matrix, BiPredicate<String, String> up) {
    return table(
        matrix.nodes(),
        (from, to) -> {
          String word = matrix.cell(from, to).map(MatrixText::word).orElse(SELF);
          return word.equals(NO) || word.equals(SELF) || up.test(from, to) ? word : "down";
        });
  }
}
