package org.vpnhub.ui.diagram.core.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Positions;

/** Places for new nodes in a picture whose other nodes stay where they are. */
public final class Placement {
  private static final int GAP = 24;

  private Placement() {}

  /**
   * The positions that a diagram is shown with: kept ones as they are, and for each node without
   * one a free place near where the fresh layout has it.
   *
   * @param kept positions of the nodes that were there
   * @param fresh a layout of the whole diagram
   */
  public static Positions complete(Diagram diagram, Positions kept, Positions fresh) {
    if (kept.isEmpty()) return fresh;
    Positions all = new Positions();
    place(diagram.nodes(), kept, fresh, all);
    return all;
  }

  private static void place(List<Node> nodes, Positions kept, Positions fresh, Positions all) {
    List<Bounds> taken = new ArrayList<>();
    for (Node n : nodes) kept.get(n.key()).ifPresent(taken::add);
    for (Node n : nodes) {
      Optional<Bounds> old = kept.get(n.key());
      Bounds wanted = fresh.get(n.key()).orElse(new Bounds(0, 0, 120, 60));
      Bounds place = old.orElseGet(() -> free(wanted, taken));
      if (old.isEmpty()) taken.add(place);
      all.set(n.key(), place);
      place(n.children(), kept, fresh, all);
    }
  }

  /** The first free place to the right of the wanted one, or below it. */
  private static Bounds free(Bounds wanted, List<Bounds> taken) {
    for (int row = 0; ; row++) {
      for (int column = 0; column <= row; column++) {
        Bounds b =
            wanted.at(
                wanted.x() + column * (wanted.width() + GAP),
                wanted.y() + (row - column) * (wanted.height() + GAP));
        if (taken.stream().noneMatch(b::overlaps)) return b;
      }
    }
  }
}
