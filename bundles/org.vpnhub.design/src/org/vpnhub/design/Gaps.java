package org.vpnhub.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;

/**
 * What the reachability matrix lacks, by the site at fault, so that one broken site among 500 is
 * one gap and not 999 pairs. Immutable and without a model: it may be computed on a copy of the
 * model in another thread.
 */
public final class Gaps {
  /** No gap. */
  public static final Gaps NONE = new Gaps(Map.of());

  /**
   * What parts one site from others.
   *
   * @param kind of the first link that is missing
   * @param vpcId id of the VPC of the hub
   * @param others ids of the sites and the VPC that it is parted from
   * @param reasons sentences, each once
   */
  public record Gap(
      MissingLink.Kind kind, String vpcId, List<String> others, List<String> reasons) {
    public Gap {
      others = List.copyOf(others);
      reasons = List.copyOf(reasons);
    }
  }

  private final Map<String, Gap> bySite;

  private Gaps(Map<String, Gap> bySite) {
    this.bySite = Map.copyOf(bySite);
  }

  /** The gaps of all hubs of a network. */
  public static Gaps of(Network network) {
    Map<String, Gap> all = new HashMap<>();
    for (VpnGateway gateway : Planner.gateways(network)) {
      if (!gateway.getConnections().isEmpty()) {
        new Finder(network, gateway).find().forEach(all::putIfAbsent);
      }
    }
    return new Gaps(all);
  }

  /** The gap of a site, or of a customer gateway that belongs to no site. */
  public Optional<Gap> of(String id) {
    return Optional.ofNullable(bySite.get(id));
  }

  /** The gaps at one hub. */
  private static final class Finder {
    private final NetworkPlan plan;
    private final List<String> ids = new ArrayList<>();
    private final Set<String> standby = new HashSet<>();
    private final Map<String, String> peers = new HashMap<>();
    private final Map<String, String> siteOfConnection = new HashMap<>();
    private final Map<String, Set<String>> others = new LinkedHashMap<>();
    private final Map<String, Set<String>> reasons = new HashMap<>();
    private final Map<String, MissingLink.Kind> kinds = new HashMap<>();

    Finder(Network network, VpnGateway gateway) {
      plan = Planner.plan(network, gateway.getId());
      for (Site s : network.getSites()) if (s.getStandbyFor() != null) standby.add(s.getId());
      for (VpnConnection c : gateway.getConnections()) {
        NamedElement end = new HubServices().farEnd(c);
        if (end instanceof CustomerGateway) peers.put("site-of-" + c.getId(), end.getId());
      }
      for (SitePlan s : plan.sites()) {
        ids.add(id(s));
        for (ConnectionPlan c : s.gateway().connections()) {
          siteOfConnection.put(c.id().value(), id(s));
        }
      }
      ids.add(plan.vpc().id()); // the last node of the matrix
    }

    Map<String, Gap> find() {
      ReachabilityMatrix matrix = plan.reachability();
      IntStream pairs = matrix.faults().map(at -> once(matrix, at)).distinct().sorted();
      for (int at : pairs.toArray()) {
        pair(ids.get(matrix.from(at)), ids.get(matrix.to(at)), matrix.cells().get(at));
      }
      Map<String, Gap> gaps = new HashMap<>();
      others.forEach(
          (site, parted) ->
              gaps.put(
                  site,
                  new Gap(
                      kinds.get(site),
                      plan.vpc().id(),
                      List.copyOf(parted),
                      List.copyOf(reasons.get(site)))));
      return gaps;
    }

    /** Of the two cells of a pair the first. */
    private static int once(ReachabilityMatrix matrix, int cell) {
      int from = matrix.from(cell);
      int to = matrix.to(cell);
      return from < to ? cell : matrix.index(to, from);
    }

    /** The planner makes a site for a connection that names none; here it is the peer. */
    private String id(SitePlan site) {
      return peers.getOrDefault(site.id().value(), site.id().value());
    }

    private void pair(String from, String to, ReachabilityCell cell) {
      if (standby.contains(from) || standby.contains(to)) return;
      String owner = "";
      for (ReachabilityCell.Path path : cell.paths()) {
        for (MissingLink link : path.missing()) {
          if (owner.isEmpty()) {
            owner = owner(link, from, to);
            others
                .computeIfAbsent(owner, o -> new LinkedHashSet<>())
                .add(owner.equals(from) ? to : from);
            kinds.putIfAbsent(owner, link.kind());
          }
          reasons.computeIfAbsent(owner, o -> new LinkedHashSet<>()).add(link.description());
        }
      }
    }

    private String owner(MissingLink link, String from, String to) {
      boolean there = link.way() == MissingLink.Way.FORWARD;
      return switch (link.kind()) {
        case DEVICE_ROUTE, CONNECTION -> peers.getOrDefault(link.elementId(), link.elementId());
        case SOURCE_SELECTOR, DESTINATION_SELECTOR ->
            siteOfConnection.getOrDefault(link.elementId(), from);
        // The route to a site is missing, whichever way the packet goes.
        case HUB_ROUTE, VPC_ROUTE -> {
          String destination = there ? to : from;
          String source = there ? from : to;
          yield destination.equals(plan.vpc().id()) ? source : destination;
        }
      };
    }
  }
}
