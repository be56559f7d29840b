package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.VpcPlan;

/**
 * R14: what the matrix lacks, as few problems: one for each element and kind of link, however many
 * pairs it parts.
 */
final class MissingLinks {
  private static final int NAMED = 3;

  /** Both selector kinds are one fault of one connection. */
  private record Key(Kind kind, String elementId) {
    static Key of(MissingLink link) {
      boolean selector = link.kind() == Kind.DESTINATION_SELECTOR;
      return new Key(selector ? Kind.SOURCE_SELECTOR : link.kind(), link.elementId());
    }
  }

  private static final class Group {
    final Set<String> descriptions = new LinkedHashSet<>();
    final Set<String> pairs = new LinkedHashSet<>();
  }

  private MissingLinks() {}

  /**
   * @param standby sites that only stand in for another, whose cells are not expected to work
   */
  static List<Problem> problems(
      ReachabilityMatrix matrix,
      VpcPlan vpc,
      GatewayPlan hub,
      List<SitePlan> sites,
      Set<String> standby) {
    Map<Key, Group> groups = new LinkedHashMap<>();
    for (ReachabilityCell cell : matrix.cells()) {
      if (standby.contains(cell.from()) || standby.contains(cell.to())) continue;
      for (ReachabilityCell.Path path : cell.paths()) {
        for (MissingLink link : path.missing()) {
          Group group = groups.computeIfAbsent(Key.of(link), k -> new Group());
          group.descriptions.add(link.description());
          group.pairs.add(cell.from() + " -> " + cell.to());
        }
      }
    }
    Map<String, String> elements = elements(vpc, hub, sites);
    List<Problem> problems = new ArrayList<>();
    groups.forEach((key, group) -> problems.add(problem(key, group, elements)));
    return problems;
  }

  private static Map<String, String> elements(VpcPlan vpc, GatewayPlan hub, List<SitePlan> sites) {
    Map<String, String> elements = new HashMap<>();
    elements.put(vpc.id(), "VPC " + vpc.name());
    elements.put(hub.id(), "VPN gateway " + hub.name());
    for (SitePlan s : sites) elements.put(s.id().value(), "site " + s.name());
    for (ConnectionPlan c : hub.connections()) {
      elements.put(c.id().value(), "IPsec connection " + c.name());
    }
    return elements;
  }

  private static Problem problem(Key key, Group group, Map<String, String> elements) {
    String title = elements.getOrDefault(key.elementId(), "") + ": ";
    Set<String> descriptions = new LinkedHashSet<>();
    for (String d : group.descriptions) {
      descriptions.add(d.startsWith(title) ? d.substring(title.length()) : d);
    }
    String message =
        some(descriptions, "; ") + "; so these do not reach each other: " + some(group.pairs, ", ");
    return new Problem(
        "R14",
        Severity.WARNING,
        key.elementId(),
        elements.getOrDefault(key.elementId(), key.elementId()),
        message,
        key.kind().remedy());
  }

  private static String some(Set<String> texts, String separator) {
    String named = texts.stream().limit(NAMED).collect(Collectors.joining(separator));
    int more = texts.size() - NAMED;
    return more > 0 ? named + separator + "and " + more + " more" : named;
  }
}
