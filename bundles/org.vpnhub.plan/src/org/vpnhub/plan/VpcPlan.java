package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.Ipv4Prefix;

/**
 * The VPC side of the hub.
 *
 * @param id model id of the VPC
 * @param name its name, by which people and the reachability matrix know it
 * @param prefixes primary and secondary CIDR blocks
 * @param routesToGateway destinations that the VPC's route tables send to the VPN gateway
 */
public record VpcPlan(
    String id, String name, List<Ipv4Prefix> prefixes, List<Ipv4Prefix> routesToGateway) {

  public VpcPlan {
    prefixes = List.copyOf(prefixes);
    routesToGateway = List.copyOf(routesToGateway);
  }
}
