package org.vpnhub.ui.diagram.core.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Size;

/**
 * Sizes of all nodes and the places of those inside containers: below the heading, a row (or more)
 * for the first kind and then for all others, each row centred.
 */
public final class Inside {
  private static final int PADDING = 16;
  private static final int GAP = 14;
  private static final int ROW = 420;

  private final Sizes sizes;
  private final Map<String, Size> all = new LinkedHashMap<>();
  private final Map<String, Bounds> places = new LinkedHashMap<>();

  private Inside(Sizes sizes) {
    this.sizes = sizes;
  }

  /** Measures all nodes of a diagram. */
  public static Inside of(Diagram diagram, Sizes sizes) {
    Inside inside = new Inside(sizes);
    diagram.nodes().forEach(inside::measure);
    return inside;
  }

  /** Size of a node. */
  public Size size(String key) {
    return all.get(key);
  }

  /** Bounds of all nodes that are inside others. */
  public Map<String, Bounds> places() {
    return places;
  }

  private Size measure(Node node) {
    Size own = sizes.of(node);
    if (node.children().isEmpty()) {
      all.put(node.key(), own);
      return own;
    }
    List<List<Node>> rows = rows(node.children());
    int width = 0;
    for (List<Node> row : rows) width = Math.max(width, width(row));
    int y = own.height() + 2;
    for (List<Node> row : rows) {
      int x = (width - width(row)) / 2;
      int height = 0;
      for (Node child : row) {
        Size s = all.get(child.key());
        places.put(child.key(), new Bounds(x + PADDING, y, s.width(), s.height()));
        x += s.width() + GAP;
        height = Math.max(height, s.height());
      }
      y += height + GAP;
    }
    Size size = new Size(Math.max(own.width(), width + 2 * PADDING), y - GAP + PADDING);
    int shift = (size.width() - width - 2 * PADDING) / 2;
    for (Node child : node.children()) {
      Bounds b = places.get(child.key());
      places.put(child.key(), b.at(b.x() + shift, b.y()));
    }
    all.put(node.key(), size);
    return size;
  }

  private List<List<Node>> rows(List<Node> children) {
    long area = 0;
    for (Node child : children) {
      Size s = measure(child);
      area += (long) (s.width() + GAP) * (s.height() + GAP);
    }
    int limit = (int) Math.max(ROW, Math.sqrt(area * 2));
    List<List<Node>> rows = new ArrayList<>();
    String first = children.getFirst().mapping().name();
    boolean isFirst = true;
    int used = limit;
    for (Node child : children) {
      int width = all.get(child.key()).width() + GAP;
      boolean wasFirst = isFirst;
      isFirst = child.mapping().name().equals(first);
      if (used + width > limit || wasFirst != isFirst) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.getLast().add(child);
      used += width;
    }
    return rows;
  }

  private int width(List<Node> row) {
    return row.stream().mapToInt(n -> all.get(n.key()).width()).sum() + GAP * (row.size() - 1);
  }
}
