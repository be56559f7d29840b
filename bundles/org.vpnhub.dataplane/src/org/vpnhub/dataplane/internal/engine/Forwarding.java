package org.vpnhub.dataplane.internal.engine;

import org.vpnhub.dataplane.internal.route.RouteTable;

/**
 * What the packet thread forwards by; replaced whole.
 *
 * @param routes answers with indexes of {@code tunnels}
 * @param tunnels every connection of the plan in its order
 * @param ownAddress source of the engine's ICMP errors
 * @param linkMtu MTU of the outer link in bytes
 */
record Forwarding(RouteTable routes, Tunnel[] tunnels, int ownAddress, int linkMtu) {}
