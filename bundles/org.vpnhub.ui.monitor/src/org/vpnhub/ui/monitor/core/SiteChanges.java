package org.vpnhub.ui.monitor.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.dataplane.PlanChange;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;

/**
 * What changes at the sites' own ends: a site names the prefixes of the others, so that a new
 * prefix of one is a change at all of them, though the hub's own end stays as it is.
 */
final class SiteChanges {
  private SiteChanges() {}

  /**
   * The connections that a site negotiates anew.
   *
   * @param listed names of connections that are negotiated anew in any case
   */
  static List<ChangePreview.Change> between(
      NetworkPlan before, NetworkPlan after, Set<String> listed) {
    Map<String, Integer> old = new HashMap<>();
    for (int i = 0; i < before.sites().size(); i++) {
      old.putIfAbsent(before.sites().get(i).name(), i);
    }
    List<ChangePreview.Change> changes = new ArrayList<>();
    for (SitePlan site : after.sites()) {
      Integer at = old.get(site.name());
      if (at == null) continue;
      GatewayPlan was = before.sites().get(at).gateway();
      for (PlanChange.Named n : PlanChange.between(was, site.gateway()).changed()) {
        if (listed.contains(n.name())) continue;
        changes.add(
            new ChangePreview.Change(n.name(), "changed", details(was, site.gateway(), n), false));
      }
    }
    return changes;
  }

  private static List<String> details(GatewayPlan was, GatewayPlan now, PlanChange.Named of) {
    Set<String> old = reached(was, of);
    Set<String> fresh = reached(now, of);
    List<String> details = new ArrayList<>();
    add(details, "the site reaches now: ", fresh, old);
    add(details, "the site reaches no longer: ", old, fresh);
    return details.isEmpty() ? List.of("at the site's end: other parameters") : details;
  }

  private static void add(List<String> to, String words, Set<String> all, Set<String> without) {
    Set<String> left = new LinkedHashSet<>(all);
    left.removeAll(without);
    if (!left.isEmpty()) to.add(words + String.join(", ", left));
  }

  private static Set<String> reached(GatewayPlan plan, PlanChange.Named of) {
    Set<String> prefixes = new LinkedHashSet<>();
    plan.connections().stream()
        .filter(c -> c.id().equals(of.id()))
        .flatMap(c -> c.children().stream())
        .flatMap(child -> child.remote().stream())
        .forEach(p -> prefixes.add(p.toString()));
    return prefixes;
  }
}
