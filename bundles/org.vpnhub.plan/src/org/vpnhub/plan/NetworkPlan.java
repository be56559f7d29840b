package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.Problem;

/**
 * The plan of one VPN hub: the gateway in the VPC, and the device of each site.
 *
 * @param network name of the model
 * @param vpc the VPC side
 * @param hub what the hub's gateway does
 * @param sites what each site's device does, in the order of the model
 * @param reachability who reaches whom
 * @param problems what the planner found, with the rule ids of the validator
 */
public record NetworkPlan(
    String network,
    VpcPlan vpc,
    GatewayPlan hub,
    List<SitePlan> sites,
    ReachabilityMatrix reachability,
    List<Problem> problems) {

  public NetworkPlan {
    sites = sites instanceof LazyList<SitePlan> ? sites : List.copyOf(sites);
    problems = List.copyOf(problems);
  }
}
