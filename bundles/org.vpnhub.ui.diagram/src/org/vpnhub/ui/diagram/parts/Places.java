package org.vpnhub.ui.diagram.parts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.core.Diagram;
import org.vpnhub.ui.diagram.core.Positions;
import org.vpnhub.ui.diagram.core.layout.LayeredLayout;
import org.vpnhub.ui.diagram.core.layout.Placement;
import org.vpnhub.ui.diagram.core.layout.RadialLayout;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.SharedPositions;

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
    if (session.isSelfArranged()) {
      settle(session, LayeredLayout.layout(diagram(session), session::size));
      return;
    }
    SharedPositions known = session.positions();
    List<NodeItem> homeless = added.stream().filter(n -> known.get(n.key()).isEmpty()).toList();
    if (homeless.isEmpty()) return;
    Positions fresh = RadialLayout.layout(diagram(session), session::size);
    int settled = session.scene().nodes().size() - homeless.size();
    if (homeless.size() > Math.max(MANY, settled)) {
      settle(session, fresh);
      return;
    }
    if (at != null) {
      String key = homeless.getFirst().key();
      known.put(Map.of(key, Optional.of(sized(at, fresh.get(key).orElseThrow()))));
    }
    Positions all = Placement.complete(diagram(session), new Positions(known.all()), fresh);
    Map<String, Bounds> places = new HashMap<>();
    for (NodeItem n : homeless) {
      if (known.get(n.key()).isEmpty()) places.put(n.key(), all.get(n.key()).orElseThrow());
    }
    known.settle(places);
  }

  private static Diagram diagram(Session session) {
    return session.scene().diagram().orElseThrow();
  }

  private static void settle(Session session, Positions positions) {
    session.positions().settle(positions.all());
  }

  private static Bounds sized(Bounds at, Bounds own) {
    return new Bounds(
        at.x(), at.y(), Math.max(own.width(), at.width()), Math.max(own.height(), at.height()));
  }
}
