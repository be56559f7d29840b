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
      put(session, LayeredLayout.layout(diagram(session), session::size));
      return;
    }
    SharedPositions known = session.positions();
    List<NodeItem> homeless = added.stream().filter(n -> known.get(n.key()).isEmpty()).toList();
    if (homeless.isEmpty()) return;
    Positions fresh = RadialLayout.layout(diagram(session), session::size);
    int settled = session.scene().nodes().size() - homeless.size();
    if (homeless.size() > Math.max(MANY, settled)) {
      put(session, fresh);
      if (settled == 0) known.markSaved();
      return;
    }
    Positions kept = new Positions(known.all());
    if (at != null) {
      Bounds own = fresh.get(homeless.getFirst().key()).orElseThrow();
      kept.set(homeless.getFirst().key(), sized(at, own));
    }
    Positions all = Placement.complete(diagram(session), kept, fresh);
    Map<String, Optional<Bounds>> places = new HashMap<>();
    homeless.forEach(n -> places.put(n.key(), all.get(n.key())));
    known.put(places);
    if (settled == 0) known.markSaved();
  }

  private static Diagram diagram(Session session) {
    return session.scene().diagram().orElseThrow();
  }

  private static void put(Session session, Positions positions) {
    Map<String, Optional<Bounds>> places = new HashMap<>();
    positions.all().forEach((key, b) -> places.put(key, Optional.of(b)));
    session.positions().put(places);
  }

  private static Bounds sized(Bounds at, Bounds own) {
    return new Bounds(
        at.x(), at.y(), Math.max(own.width(), at.width()), Math.max(own.height(), at.height()));
  }
}
