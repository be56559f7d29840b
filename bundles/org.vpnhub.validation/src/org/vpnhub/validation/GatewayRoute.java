package org.vpnhub.validation;

import org.jspecify.annotations.Nullable;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/**
 * A route of a VPN gateway, of either kind.
 *
 * @param element the route
 * @param gateway its gateway
 * @param source the prefix of the source as written; of a destination route 0.0.0.0/0
 * @param dest the prefix of the destination as written
 * @param priority of a policy route; of a destination route 0
 */
record GatewayRoute(
    NamedElement element,
    VpnGateway gateway,
    @Nullable String source,
    @Nullable String dest,
    @Nullable VpnConnection nextHop,
    int weight,
    int priority,
    boolean published,
    boolean isPolicy) {

  static final int ACTIVE = 100;
  static final int STANDBY = 0;

  static GatewayRoute of(DestinationRoute r, VpnGateway gateway) {
    return new GatewayRoute(
        r,
        gateway,
        "0.0.0.0/0",
        r.getRouteDest(),
        r.getNextHop(),
        r.getWeight(),
        0,
        r.isPublishVpc(),
        false);
  }

  static GatewayRoute of(PolicyRoute r, VpnGateway gateway) {
    return new GatewayRoute(
        r,
        gateway,
        r.getRouteSource(),
        r.getRouteDest(),
        r.getNextHop(),
        r.getWeight(),
        r.getPriority(),
        r.isPublishVpc(),
        true);
  }

  @Override
  public String toString() {
    return Labels.of(element);
  }
}
