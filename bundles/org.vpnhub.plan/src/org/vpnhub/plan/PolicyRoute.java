package org.vpnhub.plan;

import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;

/**
 * A route by source and destination.
 *
 * @param source source prefix
 * @param destination destination prefix
 * @param nextHop the connection
 * @param priority 1 to 100; the smallest wins
 * @param weight 100 active, 0 standby
 */
public record PolicyRoute(
    Ipv4Prefix source, Ipv4Prefix destination, ConnectionId nextHop, int priority, int weight) {}
