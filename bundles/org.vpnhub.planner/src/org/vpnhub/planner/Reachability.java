package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.LazyList;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.MissingLink.Way;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.plan.VpcPlan;
import org.vpnhub.planner.Roads.End;
import org.vpnhub.planner.Roads.Node;

/**
 * Who reaches whom, computed from plans alone by the rules that the engine carries packets by.
 *
 * <p>The road of a packet: the source's device sends it into its tunnel, the tunnel's selectors
 * cover it, the hub takes that source from that site, the hub's routes lead to the destination's
 * tunnel (or to the inside), that tunnel's selectors cover it, and the device there takes the
 * source. The answer goes the same road from the other end. A pair of prefixes is reachable when
 * that holds for each of their addresses, both ways.
 *
 * <p>A road has two halves: up to the hub only the source's end counts, from there on the hub and
 * the destination's. So each end is looked at once for the halves of all its roads, and then let go
 * of: its routes and selectors name all other sites.
 */
public final class Reachability {
  private static final int MOST_KEPT = 400_000;
  private static final int KEPT_ENDS = 16;

  /** One half of the roads from one node to another. */
  private record Half(int from, int to, boolean arriving) {}

  private final List<SitePlan> sites;
  private final List<Node> nodes = new ArrayList<>();
  private final Roads roads;
  private final LinkedHashMap<Integer, End> lastEnds = new LinkedHashMap<>(KEPT_ENDS, 0.75f, true);
  private final List<List<List<Ipv4Prefix>>> pieces = new ArrayList<>();
  private final Map<Half, List<List<MissingLink>>> lacks = new HashMap<>();
  private volatile boolean isWhole = true;

  private Reachability(
      VpcPlan vpc, GatewayPlan hub, List<SitePlan> sites, Map<String, String> leftOut) {
    this.sites = sites;
    roads = new Roads(vpc, hub, leftOut);
    Set<Ipv4Prefix> cuts = new HashSet<>(vpc.routesToGateway());
    cuts.addAll(vpc.prefixes());
    cut(hub, cuts);
    for (int i = 0; i < sites.size(); i++) {
      SitePlan s = sites.get(i);
      nodes.add(new Node(s.name(), s.id().value(), i, s.prefixes()));
      cuts.addAll(s.prefixes());
      cut(s.gateway(), cuts);
      roads.join(i, s.gateway());
    }
    nodes.add(new Node(vpc.name(), vpc.id(), Node.VPC, vpc.prefixes()));
    Atoms atoms = new Atoms(cuts);
    for (Node node : nodes) pieces.add(node.prefixes().stream().map(atoms::of).toList());
  }

  /**
   * Prepares the answers for one hub.
   *
   * @param leftOut why a site has no connection in the plan, by site id; a sentence that begins
   *     with the connection
   */
  public static Reachability of(
      VpcPlan vpc, GatewayPlan hub, List<SitePlan> sites, Map<String, String> leftOut) {
    List<SitePlan> plans = sites instanceof LazyList<SitePlan> ? sites : List.copyOf(sites);
    return new Reachability(vpc, hub, plans, Map.copyOf(leftOut));
  }

  /** Every prefix that a gateway treats differently from others. */
  private static void cut(GatewayPlan g, Set<Ipv4Prefix> cuts) {
    cuts.addAll(g.insidePrefixes());
    g.policyRoutes().forEach(r -> cuts.add(r.source()));
    g.policyRoutes().forEach(r -> cuts.add(r.destination()));
    g.destinationRoutes().forEach(r -> cuts.add(r.destination()));
    for (ConnectionPlan c : g.connections()) {
      cuts.addAll(c.peerPrefixes());
      for (ChildPlan child : c.children()) {
        cuts.addAll(child.local());
        cuts.addAll(child.remote());
      }
    }
  }

  private End end(int i) {
    Node node = nodes.get(i);
    return node.isVpc() ? roads.vpcEnd(node) : roads.end(node, sites.get(i).gateway());
  }

  /** The whole matrix. Its cells are made when they are asked for. */
  public ReachabilityMatrix matrix() {
    return matrix(MOST_KEPT);
  }

  /**
   * @param mostKept of so many halves it is kept what they lack; others are looked at again
   */
  ReachabilityMatrix matrix(int mostKept) {
    int n = nodes.size();
    BitSet unreachable = new BitSet(n * (n - 1));
    IntStream.range(0, n).parallel().forEach(i -> look(i, unreachable, mostKept));
    return new ReachabilityMatrix(
        nodes.stream().map(Node::name).toList(),
        new LazyList<>(n * (n - 1), at -> cell(at, unreachable.get(at))),
        unreachable);
  }

  /** Looks at the halves at one end of all its roads. */
  private void look(int i, BitSet unreachable, int mostKept) {
    End end = end(i);
    for (int j = 0; j < nodes.size(); j++) {
      if (i == j) continue;
      look(new Half(i, j, false), end, unreachable, mostKept);
      look(new Half(j, i, true), end, unreachable, mostKept);
    }
  }

  /** A pair that lacks a link lacks it both ways: the answer goes where the packet came from. */
  private void look(Half half, End end, BitSet unreachable, int mostKept) {
    List<List<MissingLink>> legs = legs(half, end);
    boolean hasPaths = !pieces.get(half.from()).isEmpty() && !pieces.get(half.to()).isEmpty();
    if (legs.isEmpty() && hasPaths) return;
    synchronized (lacks) {
      unreachable.set(index(half.from(), half.to()));
      unreachable.set(index(half.to(), half.from()));
      if (lacks.size() < mostKept) lacks.put(half, legs);
      else isWhole = false;
    }
  }

  private int index(int from, int to) {
    return from * (nodes.size() - 1) + (to < from ? to : to - 1);
  }

  /**
   * What one half of the roads between two nodes lacks, for each pair of their pieces.
   *
   * @param end where the half begins or, an arriving one, ends
   * @return empty when nothing is missing at all
   */
  private List<List<MissingLink>> legs(Half half, End end) {
    Node to = nodes.get(half.to());
    List<List<MissingLink>> legs = new ArrayList<>(0);
    int sound = 0;
    for (List<Ipv4Prefix> sources : pieces.get(half.from())) {
      for (List<Ipv4Prefix> destinations : pieces.get(half.to())) {
        for (Ipv4Prefix s : sources) {
          for (Ipv4Prefix d : destinations) {
            List<MissingLink> missing =
                half.arriving() ? roads.arrive(end, s, d) : roads.depart(end, to, s, d);
            if (missing.isEmpty() && legs.isEmpty()) {
              sound++;
              continue;
            }
            while (legs.size() < sound) legs.add(List.of());
            legs.add(missing);
          }
        }
      }
    }
    return legs;
  }

  private ReachabilityCell cell(int at, boolean isUnreachable) {
    int i = at / (nodes.size() - 1);
    int j = at % (nodes.size() - 1);
    if (j >= i) j++;
    Node from = nodes.get(i);
    Node to = nodes.get(j);
    List<List<MissingLink>> forth = isUnreachable ? paths(i, j) : List.of();
    List<List<MissingLink>> back = isUnreachable ? paths(j, i) : List.of();
    int sources = from.prefixes().size();
    int destinations = to.prefixes().size();
    List<ReachabilityCell.Path> paths = new ArrayList<>(sources * destinations);
    for (int s = 0; s < sources; s++) {
      for (int d = 0; d < destinations; d++) {
        List<MissingLink> missing =
            isUnreachable
                ? bothWays(forth.get(s * destinations + d), back.get(d * sources + s))
                : List.of();
        paths.add(new ReachabilityCell.Path(from.prefixes().get(s), to.prefixes().get(d), missing));
      }
    }
    return new ReachabilityCell(from.name(), to.name(), paths);
  }

  /** What is missing on one way between two nodes, for each pair of their prefixes. */
  private List<List<MissingLink>> paths(int from, int to) {
    List<List<MissingLink>> departing = known(new Half(from, to, false));
    List<List<MissingLink>> arriving = known(new Half(from, to, true));
    List<List<MissingLink>> paths = new ArrayList<>();
    int leg = 0;
    for (List<Ipv4Prefix> sources : pieces.get(from)) {
      for (List<Ipv4Prefix> destinations : pieces.get(to)) {
        Set<MissingLink> missing = new LinkedHashSet<>();
        for (int n = sources.size() * destinations.size(); n > 0; n--, leg++) {
          if (!departing.isEmpty()) missing.addAll(departing.get(leg));
          if (!arriving.isEmpty()) missing.addAll(arriving.get(leg));
        }
        paths.add(List.copyOf(missing));
      }
    }
    return paths;
  }

  private List<List<MissingLink>> known(Half half) {
    List<List<MissingLink>> known = lacks.get(half);
    if (known != null) return known;
    return isWhole ? List.of() : legs(half, lastEnd(half.arriving() ? half.to() : half.from()));
  }

  /** An end for one question; those of the last questions are kept for the next. */
  private End lastEnd(int i) {
    synchronized (lastEnds) {
      if (!lastEnds.containsKey(i) && lastEnds.size() == KEPT_ENDS) lastEnds.pollFirstEntry();
      return lastEnds.computeIfAbsent(i, this::end);
    }
  }

  private static List<MissingLink> bothWays(List<MissingLink> forth, List<MissingLink> back) {
    if (forth.isEmpty() && back.isEmpty()) return List.of();
    List<MissingLink> all = new ArrayList<>(forth);
    for (MissingLink link : back) {
      all.add(new MissingLink(link.kind(), Way.RETURN, link.elementId(), link.description()));
    }
    return all;
  }

  /**
   * What is missing between two hosts, both ways.
   *
   * @return empty when the hosts reach each other; {@code Optional.empty()} when one of the
   *     addresses is in no prefix of the plan, or both are in the same place
   */
  public Optional<List<MissingLink>> missing(Ipv4Address from, Ipv4Address to) {
    int source = node(from);
    int target = node(to);
    if (source < 0 || target < 0 || source == target) return Optional.empty();
    Ipv4Prefix s = new Ipv4Prefix(from.bits(), 32);
    Ipv4Prefix d = new Ipv4Prefix(to.bits(), 32);
    return Optional.of(bothWays(oneWay(source, s, target, d), oneWay(target, d, source, s)));
  }

  private int node(Ipv4Address a) {
    return IntStream.range(0, nodes.size())
        .filter(i -> nodes.get(i).prefixes().stream().anyMatch(p -> p.contains(a)))
        .findFirst()
        .orElse(-1);
  }

  private List<MissingLink> oneWay(int from, Ipv4Prefix s, int to, Ipv4Prefix d) {
    Set<MissingLink> missing =
        new LinkedHashSet<>(roads.depart(lastEnd(from), nodes.get(to), s, d));
    missing.addAll(roads.arrive(lastEnd(to), s, d));
    return List.copyOf(missing);
  }
}
