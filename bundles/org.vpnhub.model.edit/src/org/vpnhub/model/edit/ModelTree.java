package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/**
 * A model as a tree for viewers: region, VPC, VPN gateway, and below the gateway the sites that it
 * connects, each with its connections and customer gateways. Every named element is in it once. A
 * site stands at the gateway of its first connection; one without a connection below the network.
 *
 * <p>A tree is read from the network once and shows it as it was then; {@link ModelDocument#tree}
 * has that of the model as it is now.
 */
public final class ModelTree {
  private final Map<Site, VpnGateway> homes = new IdentityHashMap<>();
  private final Map<Site, List<NamedElement>> below = new IdentityHashMap<>();
  private final Map<Object, List<NamedElement>> known = new IdentityHashMap<>();

  ModelTree(Network network) {
    for (Region r : network.getRegions()) {
      for (Vpc v : r.getVpcs()) v.getVpnGateways().forEach(this::read);
    }
    for (Region r : network.getRegions()) {
      for (CustomerGateway c : r.getCustomerGateways()) put(c.getSite(), c);
    }
  }

  private void read(VpnGateway gateway) {
    for (VpnConnection c : gateway.getConnections()) {
      if (c.getSite() != null) homes.putIfAbsent(c.getSite(), gateway);
      put(c.getSite(), c);
    }
  }

  private void put(@Nullable Site site, NamedElement generated) {
    if (site != null) below.computeIfAbsent(site, s -> new ArrayList<>(2)).add(generated);
  }

  /** The children of an element in the order in which they are shown; of anything else none. */
  public static List<NamedElement> children(Object parent) {
    return switch (parent) {
      case Network n -> new ModelTree(n).of(n);
      case VpnGateway g -> new ModelTree(HubBuilder.network(g)).of(g);
      case Site s when s.getNetwork() != null -> new ModelTree(s.getNetwork()).of(s);
      default -> plain(parent);
    };
  }

  /** The children of an element in this tree; always the same list. */
  public List<NamedElement> of(Object parent) {
    return known.computeIfAbsent(parent, this::find);
  }

  private List<NamedElement> find(Object parent) {
    return switch (parent) {
      case Network n -> concat(n.getRegions(), unconnected(n));
      case VpnGateway g -> concat(offices(g), g.getDestinationRoutes(), g.getPolicyRoutes());
      case Site s -> List.copyOf(below.getOrDefault(s, List.of()));
      default -> plain(parent);
    };
  }

  /** The children of an element below which no sites stand. */
  private static List<NamedElement> plain(Object parent) {
    return switch (parent) {
      case Region r ->
          concat(
              r.getVpcs(),
              r.getCustomerGateways().stream().filter(c -> c.getSite() == null).toList());
      case Vpc v -> concat(v.getVpnGateways(), v.getVSwitches(), v.getRouteTables());
      case RouteTable t -> concat(t.getEntries());
      case VpnConnection c -> concat(c.getTunnels());
      default -> List.of();
    };
  }

  /** Whether there may be children; never walks the whole model. */
  public static boolean hasChildren(Object parent) {
    return switch (parent) {
      case Site s -> true;
      case Network n -> !n.getRegions().isEmpty() || !n.getSites().isEmpty();
      case VpnGateway g ->
          !g.getConnections().isEmpty()
              || !g.getDestinationRoutes().isEmpty()
              || !g.getPolicyRoutes().isEmpty();
      default -> !plain(parent).isEmpty();
    };
  }

  /** The parent of an element; empty for a network, and for what is in no tree. */
  public static Optional<NamedElement> parent(Object child) {
    return switch (child) {
      case VpnConnection c when c.getSite() != null -> Optional.of(c.getSite());
      case CustomerGateway c when c.getSite() != null -> Optional.of(c.getSite());
      case Site s ->
          SiteSync.connections(s).stream()
              .findFirst()
              .map(c -> (NamedElement) c.getVpnGateway())
              .or(() -> Optional.ofNullable(s.getNetwork()));
      case NamedElement e when e.eContainer() instanceof NamedElement parent -> Optional.of(parent);
      default -> Optional.empty();
    };
  }

  /** The sites that stand at a gateway, and its connections that are of no site. */
  private List<NamedElement> offices(VpnGateway gateway) {
    Set<NamedElement> offices = new LinkedHashSet<>();
    for (VpnConnection c : gateway.getConnections()) {
      if (c.getSite() == null) offices.add(c);
      else if (homes.get(c.getSite()) == gateway) offices.add(c.getSite());
    }
    return List.copyOf(offices);
  }

  private List<Site> unconnected(Network network) {
    return network.getSites().stream().filter(s -> !homes.containsKey(s)).toList();
  }

  @SafeVarargs
  private static List<NamedElement> concat(List<? extends NamedElement>... lists) {
    List<NamedElement> all = new ArrayList<>();
    for (List<? extends NamedElement> list : lists) all.addAll(list);
    return Collections.unmodifiableList(all);
  }
}
