/**
 * What an IPv4 router does to one packet: header checks, time to live, fragments, ICMP errors, TCP
 * MSS clamping, ECN and DSCP across a tunnel. Static functions over byte arrays, in place; start
 * with {@link org.vpnhub.dataplane.internal.packet.Ipv4}.
 */
@NullMarked
package org.vpnhub.dataplane.internal.packet;

import org.jspecify.annotations.NullMarked;
