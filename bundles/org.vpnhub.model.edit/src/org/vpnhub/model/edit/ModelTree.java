package org.vpnhub.model.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 */
public final class ModelTree {
  private ModelTree() {}

  /** The children of an element in the order in which they are shown; of anything else none. */
  public static List<NamedElement> children(Object parent) {
    return switch (parent) {
      case Network n -> concat(n.getRegions(), unconnected(n));
      case Region r ->
          concat(
              r.getVpcs(),
              r.getCustomerGateways().stream().filter(c -> c.getSite() == null).toList());
      case Vpc v -> concat(v.getVpnGateways(), v.getVSwitches(), v.getRouteTables());
      case RouteTable t -> concat(t.getEntries());
      case VpnGateway g -> concat(offices(g), g.getDestinationRoutes(), g.getPolicyRoutes());
      case Site s -> concat(SiteSync.connections(s), SiteSync.customerGateways(s));
      case VpnConnection c -> concat(c.getTunnels());
      default -> List.of();
    };
  }

  /** Whether there may be children; never walks the whole model. */
  public static boolean hasChildren(Object parent) {
    return parent instanceof Site || !children(parent).isEmpty();
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
  private static List<NamedElement> offices(VpnGateway gateway) {
    Map<Site, VpnGateway> homes = homes(HubBuilder.network(gateway));
    Set<NamedElement> offices = new LinkedHashSet<>();
    for (VpnConnection c : gateway.getConnections()) {
      if (c.getSite() == null) offices.add(c);
      else if (homes.get(c.getSite()) == gateway) offices.add(c.getSite());
    }
    return List.copyOf(offices);
  }

  private static List<Site> unconnected(Network network) {
    Map<Site, VpnGateway> homes = homes(network);
    return network.getSites().stream().filter(s -> !homes.containsKey(s)).toList();
  }

  /** The gateway of the first connection of each site. */
  private static Map<Site, VpnGateway> homes(Network network) {
    Map<Site, VpnGateway> homes = new IdentityHashMap<>();
    for (Region r : network.getRegions()) {
      for (Vpc v : r.getVpcs()) {
        for (VpnGateway g : v.getVpnGateways()) {
          for (VpnConnection c : g.getConnections()) {
            if (c.getSite() != null) homes.putIfAbsent(c.getSite(), g);
          }
        }
      }
    }
    return homes;
  }

  @SafeVarargs
  private static List<NamedElement> concat(List<? extends NamedElement>... lists) {
    List<NamedElement> all = new ArrayList<>();
    for (List<? extends NamedElement> list : lists) all.addAll(list);
    return Collections.unmodifiableList(all);
  }
}
