package org.vpnhub.exporter.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * The entries of a crypto map. The first entry whose list fits takes a packet, so that connections
 * for the same networks must be peers of one entry: the first is tried first.
 */
final class MapEntries {
  private MapEntries() {}

  /** The indexes of the tunnels, entry by entry. */
  static List<List<Integer>> of(SiteView site) {
    Map<List<ChildPlan>, List<Integer>> entries = new LinkedHashMap<>();
    for (TunnelView t : site.tunnels()) {
      entries.computeIfAbsent(t.plan().children(), c -> new ArrayList<>()).add(t.index());
    }
    return List.copyOf(entries.values());
  }

  /** Connections that get into each other's way. */
  static List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    List<ConnectionPlan> all = site.gateway().connections();
    for (int i = 0; i < all.size(); i++) {
      for (ConnectionPlan other : all.subList(0, i)) check(all.get(i), other, problems);
    }
    return problems;
  }

  private static void check(ConnectionPlan c, ConnectionPlan other, List<Problem> problems) {
    if (c.remoteAddress().equals(other.remoteAddress())) {
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.ERROR,
              "has the same hub address as connection "
                  + other.name()
                  + ", and a crypto map"
                  + " tells connections apart by it",
              "give the two connections different addresses of the hub"));
    } else if (c.children().equals(other.children())) {
      if (alike(c, other)) return;
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.ERROR,
              "leads to the same networks as connection "
                  + other.name()
                  + ", and the two peers of"
                  + " one crypto map entry must have the same proposals, lifetimes, identity, and"
                  + " dead peer detection",
              "set both connections to the same parameters"));
    } else if (overlap(c, other)) {
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.ERROR,
              "leads to some networks of connection "
                  + other.name()
                  + ", which a crypto map sends"
                  + " to that one alone",
              "give both connections the same networks, or networks that do not overlap"));
    }
  }

  private static boolean alike(ConnectionPlan a, ConnectionPlan b) {
    return a.ike().equals(b.ike())
        && a.ipsec().equals(b.ipsec())
        && a.localId().equals(b.localId())
        && a.dpd().equals(b.dpd())
        && a.natTraversal() == b.natTraversal();
  }

  private static boolean overlap(ConnectionPlan a, ConnectionPlan b) {
    return a.children().stream().anyMatch(x -> b.children().stream().anyMatch(y -> overlap(x, y)));
  }

  private static boolean overlap(ChildPlan a, ChildPlan b) {
    return a.local().stream().anyMatch(p -> b.local().stream().anyMatch(p::overlaps))
        && a.remote().stream().anyMatch(p -> b.remote().stream().anyMatch(p::overlaps));
  }
}
