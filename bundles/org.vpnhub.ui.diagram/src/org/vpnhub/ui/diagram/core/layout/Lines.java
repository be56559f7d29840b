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
  private static final double BESIDE = 18;
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
      routes.put(e.key(), route(e, bounds.get(e.sourceKey()), bounds.get(e.targetKey()), beside));
    }
    return routes;
  }

  private static String pair(Edge e, Map<String, String> outermost) {
    String a = outermost.getOrDefault(e.sourceKey(), "");
    String b = outermost.getOrDefault(e.targetKey(), "");
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  private static Route route(Edge e, Bounds source, Bounds target, double beside) {
    Point a = center(source);
    Point b = center(target);
    double length = Math.max(1, a.distance(b));
    double dx = -(b.y() - a.y()) / length * beside;
    double dy = (b.x() - a.x()) / length * beside;
    Point from =
        border(source, new Point(a.x() + dx, a.y() + dy), new Point(b.x() + dx, b.y() + dy));
    Point to = border(target, new Point(b.x() + dx, b.y() + dy), new Point(a.x() + dx, a.y() + dy));
    double line = Math.max(1, from.distance(to));
    double begin = reach(from, to, e.beginLabel(), e.style().begin()) / line;
    double end = reach(from, to, e.endLabel(), e.style().end()) / line;
    return new Route(
        from,
        to,
        from.towards(to, Math.min(0.4, begin)),
        from.towards(to, Math.min(0.9, 0.5 + begin - end)),
        to.towards(from, Math.min(0.4, end)));
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
    double width = 0;
    for (int i = 0; i < lines.size(); i++) {
      width = Math.max(width, TextSizes.width(lines.get(i), style, i));
    }
    double length = Math.max(1, from.distance(to));
    double cos = Math.abs(to.x() - from.x()) / length;
    double sin = Math.abs(to.y() - from.y()) / length;
    double height = TextSizes.textHeight(lines, style);
    double across = cos < 0.05 ? Double.MAX_VALUE : (width / 2 + LABEL_GAP) / cos;
    double along = sin < 0.05 ? Double.MAX_VALUE : (height / 2 + LABEL_GAP) / sin;
    return Math.min(across, along);
  }
}
