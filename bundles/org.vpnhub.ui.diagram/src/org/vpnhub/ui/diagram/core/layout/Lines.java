package org.vpnhub.ui.diagram.core.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Edge;
import org.vpnhub.ui.diagram.core.LabelStyle;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Positions;

/** Where edges and their labels go: straight from border to border, side by side between a pair. */
public final class Lines {
  private static final double BESIDE = 24;
  private static final double LABEL_GAP = 8;

  /** A point on the diagram. */
  public record Point(double x, double y) {
    Point towards(Point other, double part) {
      return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }

    double distance(Point other) {
      return Math.hypot(other.x - x, other.y - y);
    }
  }

  /**
   * A line, and the centres of its labels.
   *
   * @param from on the border of the source
   * @param to on the border of the target
   */
  public record Route(Point from, Point to, Point begin, Point center, Point end) {}

  private Lines() {}

  /** The bounds of all nodes, counted from the origin of the diagram. */
  public static Map<String, Bounds> absolute(Diagram diagram, Positions positions) {
    Map<String, Bounds> all = new LinkedHashMap<>();
    for (Node n : diagram.nodes()) absolute(n, 0, 0, positions, all);
    return all;
  }

  private static void absolute(
      Node node, int x, int y, Positions positions, Map<String, Bounds> all) {
    Bounds b = positions.get(node.key()).orElse(new Bounds(0, 0, 0, 0));
    Bounds moved = b.at(b.x() + x, b.y() + y);
    all.put(node.key(), moved);
    for (Node child : node.children()) absolute(child, moved.x(), moved.y(), positions, all);
  }

  /** The routes of all edges by their keys. */
  public static Map<String, Route> of(Diagram diagram, Positions positions) {
    Map<String, Bounds> bounds = absolute(diagram, positions);
    Map<String, String> outermost = diagram.outermost();
    Map<String, Integer> number = new HashMap<>();
    diagram.edges().forEach(e -> number.merge(pair(e, outermost), 1, Integer::sum));
    Map<String, Integer> next = new HashMap<>();
    Map<String, Route> routes = new LinkedHashMap<>();
    for (Edge e : diagram.edges()) {
      String pair = pair(e, outermost);
      int index = next.merge(pair, 1, Integer::sum) - 1;
      double beside = (index - (number.get(pair) - 1) / 2.0) * BESIDE;
      // The same side whichever way the edge goes.
      if (e.sourceKey().compareTo(e.targetKey()) > 0) beside = -beside;
      Bounds around = bounds.get(outermost.get(e.targetKey()));
      Bounds source = bounds.get(e.sourceKey());
      routes.put(e.key(), route(e, source, bounds.get(e.targetKey()), around, beside));
    }
    return routes;
  }

  /** The length of line that the labels of an edge need, of the edge that needs most. */
  public static int labelRoom(Diagram diagram) {
    int room = 0;
    for (Edge e : diagram.edges()) {
      int begin = width(e.beginLabel(), e.style().begin());
      int center = width(e.centerLabel(), e.style().center());
      int end = width(e.endLabel(), e.style().end());
      room = Math.max(room, begin + center + end);
    }
    return room;
  }

  private static String pair(Edge e, Map<String, String> outermost) {
    String a = outermost.getOrDefault(e.sourceKey(), "");
    String b = outermost.getOrDefault(e.targetKey(), "");
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  /**
   * @param around bounds of the outermost container of the target, where the line is covered
   */
  private static Route route(Edge e, Bounds source, Bounds target, Bounds around, double beside) {
    Point a = center(source);
    Point b = center(target);
    double length = Math.max(1, a.distance(b));
    double dx = -(b.y() - a.y()) / length * beside;
    double dy = (b.x() - a.x()) / length * beside;
    Point atA = new Point(a.x() + dx, a.y() + dy);
    Point atB = new Point(b.x() + dx, b.y() + dy);
    Point from = border(source, atA, atB);
    Point to = border(target, atB, atA);
    Point seen = border(around, atB, atA);
    double line = Math.max(1, from.distance(seen));
    double begin = reach(from, seen, e.beginLabel(), e.style().begin()) / line;
    double end = reach(from, seen, e.endLabel(), e.style().end()) / line;
    double center = reach(from, seen, e.centerLabel(), e.style().center()) / line;
    boolean oneSided = begin > 0 && end == 0;
    // Beside another line the label goes where that one's does not.
    double middle = beside == 0 ? 0.5 : 0.8;
    if (oneSided) middle = Math.clamp(2 * begin + center, 0.42, 0.62);
    return new Route(
        from,
        to,
        from.towards(seen, Math.min(0.4, begin)),
        from.towards(seen, middle),
        seen.towards(from, Math.min(0.4, end)));
  }

  private static Point center(Bounds b) {
    return new Point(b.x() + b.width() / 2.0, b.y() + b.height() / 2.0);
  }

  /** Where the line from a point inside leaves the bounds. */
  private static Point border(Bounds b, Point inside, Point outside) {
    double dx = outside.x() - inside.x();
    double dy = outside.y() - inside.y();
    double part = 1;
    if (dx > 0) part = Math.min(part, (b.x() + b.width() - inside.x()) / dx);
    if (dx < 0) part = Math.min(part, (b.x() - inside.x()) / dx);
    if (dy > 0) part = Math.min(part, (b.y() + b.height() - inside.y()) / dy);
    if (dy < 0) part = Math.min(part, (b.y() - inside.y()) / dy);
    return inside.towards(outside, Math.clamp(part, 0, 1));
  }

  /** How far from the border the centre of a label must be for the label to be clear of it. */
  private static double reach(Point from, Point to, String label, @Nullable LabelStyle style) {
    if (label.isEmpty() || style == null) return 0;
    List<String> lines = label.lines().toList();
    double width = width(label, style);
    double length = Math.max(1, from.distance(to));
    double cos = Math.abs(to.x() - from.x()) / length;
    double sin = Math.abs(to.y() - from.y()) / length;
    double height = TextSizes.textHeight(lines, style);
    double across = cos < 0.05 ? Double.MAX_VALUE : (width / 2 + LABEL_GAP) / cos;
    double along = sin < 0.05 ? Double.MAX_VALUE : (height / 2 + LABEL_GAP) / sin;
    return Math.min(across, along);
  }

  private static int width(String label, @Nullable LabelStyle style) {
    return style == null ? 0 : TextSizes.width(label, style);
  }
}
