package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/**
 * What one IPsec gateway does, hub or site: its connections, and which packet goes into which.
 *
 * @param id model id
 * @param name as people know it
 * @param address outer address
 * @param linkMtu MTU of the link to the Internet in bytes
 * @param insidePrefixes prefixes on the inside (the VPC of the hub, the LAN of a site)
 * @param connections the IPsec connections, in the order of the model
 * @param policyRoutes looked up first, by ascending priority
 * @param destinationRoutes looked up next, longest prefix first; where neither matches, the
 *     connections' selectors decide if {@link ConnectionPlan#autoConfigRoute()} says so
 */
public record GatewayPlan(
    String id,
    String name,
    Ipv4Address address,
    int linkMtu,
    List<Ipv4Prefix> insidePrefixes,
    List<ConnectionPlan> connections,
    List<PolicyRoute> policyRoutes,
    List<DestinationRoute> destinationRoutes) {

  public GatewayPlan {
    insidePrefixes = List.copyOf(insidePrefixes);
    connections = List.copyOf(connections);
    policyRoutes = List.copyOf(policyRoutes);
    destinationRoutes = List.copyOf(destinationRoutes);
  }
}
