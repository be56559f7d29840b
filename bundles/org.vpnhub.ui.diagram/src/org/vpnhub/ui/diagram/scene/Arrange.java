package org.vpnhub.ui.diagram.scene;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vpnhub.ui.diagram.core.Bounds;

/** Aligns and sizes selected nodes by the first one selected. */
public enum Arrange {
  LEFT("Align left"),
  CENTRE("Align centre"),
  RIGHT("Align right"),
  TOP("Align top"),
  MIDDLE("Align middle"),
  BOTTOM("Align bottom"),
  WIDTH("Match width"),
  HEIGHT("Match height"),
  SIZE("Match size");

  private final String label;

  Arrange(String label) {
    this.label = label;
  }

  /** For the Undo menu. */
  public String label() {
    return label;
  }

  /**
   * Where the nodes go.
   *
   * @param nodes their bounds by key, all in one coordinate system, the one to follow first
   */
  public Map<String, Bounds> apply(Map<String, Bounds> nodes) {
    Map<String, Bounds> places = new LinkedHashMap<>();
    if (nodes.isEmpty()) return places;
    Bounds leader = nodes.values().iterator().next();
    nodes.forEach((key, b) -> places.put(key, apply(leader, b)));
    return places;
  }

  private Bounds apply(Bounds l, Bounds b) {
    return switch (this) {
      case LEFT -> b.at(l.x(), b.y());
      case CENTRE -> b.at(l.x() + (l.width() - b.width()) / 2, b.y());
      case RIGHT -> b.at(l.x() + l.width() - b.width(), b.y());
      case TOP -> b.at(b.x(), l.y());
      case MIDDLE -> b.at(b.x(), l.y() + (l.height() - b.height()) / 2);
      case BOTTOM -> b.at(b.x(), l.y() + l.height() - b.height());
      case WIDTH -> new Bounds(b.x(), b.y(), l.width(), b.height());
      case HEIGHT -> new Bounds(b.x(), b.y(), b.width(), l.height());
      case SIZE -> new Bounds(b.x(), b.y(), l.width(), l.height());
    };
  }
}
