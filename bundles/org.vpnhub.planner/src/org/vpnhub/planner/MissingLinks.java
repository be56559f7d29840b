package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    final List<String> pairs = new ArrayList<>(NAMED);
    int allPairs;
    int lastCell = -1;

    /** Of the pairs, which may be millions, only the first are named. */
    void add(int index, ReachabilityCell cell) {
      if (index == lastCell) return;
      lastCell = index;
      if (allPairs++ < NAMED) pairs.add(cell.from() + " -> " + cell.to());
    }
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
    for (int i : matrix.faults().toArray()) {
      ReachabilityCell cell = matrix.cells().get(i);
      if (standby.contains(cell.from()) || standby.contains(cell.to())) continue;
      for (ReachabilityCell.Path path : cell.paths()) {
        for (MissingLink link : path.missing()) {
          Group group = groups.computeIfAbsent(Key.of(link), k -> new Group());
          group.descriptions.add(link.description());
          group.add(i, cell);
        }
      }
    }
    Map<String, String> elements = elements(vpc, hub, sites);
    List<Problem> problems = new ArrayList<>();
    groups.forEach((key, group) -> problems.add(problem(key, group, elements)));
    if (matrix.furtherFaults() > 0) problems.add(further(hub, matrix.furtherFaults()));
    return problems;
  }

  private static Problem further(GatewayPlan hub, int pairs) {
    return new Problem(
        "R14",
        Severity.WARNING,
        hub.id(),
        "VPN gateway " + hub.name(),
        String.format(Locale.ROOT, "%,d more pairs of its sites do not reach each other", pairs),
        "mend first what the other problems of this kind name");
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
        some(descriptions, descriptions.size(), "; ")
            + "; so these do not reach each other: "
            + some(group.pairs, group.allPairs, ", ");
    return new Problem(
        "R14",
        Severity.WARNING,
        key.elementId(),
        elements.getOrDefault(key.elementId(), key.elementId()),
        message,
        key.kind().remedy());
  }

  private static String some(Collection<String> texts, int all, String separator) {
    String named = texts.stream().limit(NAMED).collect(Collectors.joining(separator));
    return all > NAMED ? named + separator + "and " + (all - NAMED) + " more" : named;
  }
}
