/**
 * Configurations for Hillstone firewalls.
 *
 * <p>Source: "StoneOS CLI User Guide" 5.5, chapters VPN (IPSec protocol: IKEv1 VPN, IKEv2 VPN, the
 * examples with a route-based VPN and with redundant tunnels), Firewall (zones, MSS), Policy and
 * NAT. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.hillstone;

import org.jspecify.annotations.NullMarked;
