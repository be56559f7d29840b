package org.vpnhub.plan;

import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;

/**
 * A route by destination.
 *
 * @param destination destination prefix
 * @param nextHop the connection
 * @param weight 100 active, 0 standby
 */
public record DestinationRoute(Ipv4Prefix destination, ConnectionId nextHop, int weight) {}
