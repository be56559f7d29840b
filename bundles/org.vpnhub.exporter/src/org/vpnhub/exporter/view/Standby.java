package org.vpnhub.exporter.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.SitePlan;

/**
 * Connections that a device with nothing but policies cannot have at the same time as another,
 * because they claim the same packets: they are written, and switched off.
 */
public final class Standby {
  private Standby() {}

  /** Those that stand by; connections with active routes come before all others. */
  public static Set<ConnectionId> of(SitePlan site) {
    Set<ConnectionId> active =
        site.gateway().destinationRoutes().stream()
            .filter(r -> r.weight() > 0)
            .map(DestinationRoute::nextHop)
            .collect(Collectors.toSet());
    return among(site.gateway().connections(), active);
  }

  /** Those that stand by; connections with active routes come before all others. */
  public static Set<ConnectionId> of(SiteView site) {
    Set<ConnectionId> active =
        site.tunnels().stream()
            .filter(t -> !t.routes().isEmpty())
            .map(t -> t.plan().id())
            .collect(Collectors.toSet());
    return among(site.tunnels().stream().map(TunnelView::plan).toList(), active);
  }

  private static Set<ConnectionId> among(List<ConnectionPlan> all, Set<ConnectionId> active) {
    List<ConnectionPlan> order = new ArrayList<>(all);
    order.sort((a, b) -> Boolean.compare(active.contains(b.id()), active.contains(a.id())));
    List<ConnectionPlan> on = new ArrayList<>();
    Set<ConnectionId> standby = new LinkedHashSet<>();
    for (ConnectionPlan c : order) {
      if (on.stream().anyMatch(o -> overlap(o, c))) standby.add(c.id());
      else on.add(c);
    }
    return standby;
  }

  private static boolean overlap(ConnectionPlan a, ConnectionPlan b) {
    return a.children().stream().anyMatch(x -> b.children().stream().anyMatch(y -> overlap(x, y)));
  }

  private static boolean overlap(ChildPlan a, ChildPlan b) {
    return a.local().stream().anyMatch(p -> b.local().stream().anyMatch(p::overlaps))
        && a.remote().stream().anyMatch(p -> b.remote().stream().anyMatch(p::overlaps));
  }
}
