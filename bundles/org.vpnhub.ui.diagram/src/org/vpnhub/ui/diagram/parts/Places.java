package org.vpnhub.ui.diagram.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.core.Size;
import org.vpnhub.ui.diagram.core.layout.RadialLayout;
import org.vpnhub.ui.diagram.scene.Arrange;
import org.vpnhub.ui.diagram.scene.NodeItem;

/** Places for nodes that have none: the hub's picture at first, then what is free beside it. */
final class Places {
  /** So many new nodes in a small diagram are worth a new picture. */
  private static final int MANY = 12;

  private Places() {}

  /**
   * @param added nodes that were not there before
   * @param at where the user wants the first of them; null for anywhere
   */
  static void find(Session session, List<NodeItem> added, @Nullable Bounds at) {
    List<NodeItem> homeless =
        added.stream().filter(n -> session.placement().get(n.key()).isEmpty()).toList();
    if (homeless.isEmpty()) return;
    Diagram diagram = session.scene().diagram().orElseThrow();
    Positions picture = RadialLayout.layout(diagram, session::size);
    Map<String, Optional<Bounds>> places = new HashMap<>();
    long settled = session.scene().nodes().size() - homeless.size();
    if (settled == 0 || homeless.size() > Math.max(MANY, settled)) {
      picture.all().forEach((key, b) -> places.put(key, Optional.of(b)));
    } else {
      for (NodeItem n : homeless) {
        boolean wanted = at != null && n == homeless.getFirst();
        Bounds own = picture.get(n.key()).orElseThrow();
        Bounds place = wanted ? sized(at, own) : free(session, n, own, places);
        places.put(n.key(), Optional.of(place));
      }
    }
    session.placement().put(places);
    if (settled == 0) session.placement().markSaved();
  }

  private static Bounds sized(Bounds at, Bounds own) {
    Size least = new Size(own.width(), own.height());
    return new Bounds(
        at.x(), at.y(), Math.max(least.width(), at.width()), Math.max(least.height(), at.height()));
  }

  private static Bounds free(
      Session session, NodeItem node, Bounds wanted, Map<String, Optional<Bounds>> found) {
    List<Bounds> taken = new ArrayList<>();
    List<NodeItem> siblings =
        node.parent().map(NodeItem::children).orElse(session.scene().outermost());
    for (NodeItem s : siblings) {
      if (s == node) continue;
      found.getOrDefault(s.key(), session.placement().get(s.key())).ifPresent(b -> taken.add(b));
    }
    return Arrange.free(wanted, taken);
  }
}
