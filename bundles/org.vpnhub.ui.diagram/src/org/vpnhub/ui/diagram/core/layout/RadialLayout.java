package org.vpnhub.ui.diagram.core.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.core.Size;

/**
 * The hub's picture: the containers in the middle, all other nodes on circles around them. One
 * circle while it does not grow too wide, then several, evenly filled from the inside. The circles
 * are flattened to the shape of a screen.
 */
public final class RadialLayout {
  private static final int MARGIN = 40;
  private static final int GAP = 36;
  private static final int CENTER_GAP = 60;

  /** Room for an edge between the middle and the first circle, and at most for its labels. */
  private static final int SPOKE = 60;

  private static final int LABELS = 260;

  /** Height of a circle for its width. */
  private static final double FLAT = 0.7;

  private RadialLayout() {}

  /** Bounds of all nodes; the upper left corner of the picture is near the origin. */
  public static Positions layout(Diagram diagram, Sizes sizes) {
    Inside inside = Inside.of(diagram, sizes);
    List<Node> middle = diagram.nodes().stream().filter(Node::container).toList();
    List<Node> around = diagram.nodes().stream().filter(n -> !n.container()).toList();
    Map<String, Bounds> places = new LinkedHashMap<>();
    Size center = middle(middle, inside, places);
    int spoke = SPOKE + Math.min(LABELS, Lines.labelRoom(diagram));
    around(around, center, spoke, inside, places);
    moveToOrigin(places);
    places.putAll(inside.places());
    return new Positions(places);
  }

  /** Puts the containers side by side around the origin, and says how much room they take. */
  private static Size middle(List<Node> nodes, Inside inside, Map<String, Bounds> places) {
    int width = -CENTER_GAP;
    int height = 0;
    for (Node n : nodes) {
      width += inside.size(n.key()).width() + CENTER_GAP;
      height = Math.max(height, inside.size(n.key()).height());
    }
    int x = -width / 2;
    for (Node n : nodes) {
      Size s = inside.size(n.key());
      places.put(n.key(), new Bounds(x, -s.height() / 2, s.width(), s.height()));
      x += s.width() + CENTER_GAP;
    }
    return new Size(Math.max(0, width), height);
  }

  private static void around(
      List<Node> nodes, Size center, int spoke, Inside inside, Map<String, Bounds> places) {
    if (nodes.isEmpty()) return;
    double apart = apart(nodes, inside);
    double first = Math.hypot(center.width(), center.height() / FLAT) / 2 + apart / 2;
    if (center.width() > 0) first += Math.max(0, spoke - apart / 4);
    List<Double> radii = radii(nodes.size(), first, apart);
    int placed = 0;
    int room = radii.stream().mapToInt(r -> capacity(r, apart)).sum();
    for (int ring = 0; ring < radii.size(); ring++) {
      int left = nodes.size() - placed;
      int capacity = capacity(radii.get(ring), apart);
      int count = (int) Math.ceil((double) left * capacity / room);
      circle(nodes.subList(placed, placed + count), radii.get(ring), ring, inside, places);
      placed += count;
      room -= capacity;
    }
  }

  /** How far the centres of two boxes must be apart not to touch, in whatever direction. */
  private static double apart(List<Node> nodes, Inside inside) {
    double apart = 0;
    for (Node n : nodes) {
      Size s = inside.size(n.key());
      apart = Math.max(apart, Math.hypot(s.width() + GAP, (s.height() + GAP) / FLAT));
    }
    return apart;
  }

  /** One circle of up to twice the first radius if that is enough, otherwise several. */
  private static List<Double> radii(int nodes, double first, double apart) {
    double single = nodes < 2 ? first : Math.max(first, apart / 2 / Math.sin(Math.PI / nodes));
    if (single <= 2 * first) return List.of(single * 1.0001);
    List<Double> radii = new ArrayList<>();
    int room = 0;
    for (double r = first; room < nodes; r += apart) {
      radii.add(r);
      room += capacity(r, apart);
    }
    return radii;
  }

  /** How many nodes a circle holds whose chords are to be as long as the nodes are apart. */
  private static int capacity(double radius, double apart) {
    if (apart >= 2 * radius) return 1;
    return Math.max(1, (int) (Math.PI / Math.asin(apart / 2 / radius)));
  }

  private static void circle(
      List<Node> nodes, double radius, int ring, Inside inside, Map<String, Bounds> places) {
    double step = 2 * Math.PI / nodes.size();
    double start = nodes.size() == 2 ? Math.PI : -Math.PI / 2;
    for (int i = 0; i < nodes.size(); i++) {
      double angle = start + (i + (ring % 2) / 2.0) * step;
      Size s = inside.size(nodes.get(i).key());
      int x = (int) Math.round(radius * Math.cos(angle) - s.width() / 2.0);
      int y = (int) Math.round(FLAT * radius * Math.sin(angle) - s.height() / 2.0);
      places.put(nodes.get(i).key(), new Bounds(x, y, s.width(), s.height()));
    }
  }

  private static void moveToOrigin(Map<String, Bounds> places) {
    int left = places.values().stream().mapToInt(Bounds::x).min().orElse(0);
    int top = places.values().stream().mapToInt(Bounds::y).min().orElse(0);
    places.replaceAll((k, b) -> b.at(b.x() - left + MARGIN, b.y() - top + MARGIN));
  }
}
