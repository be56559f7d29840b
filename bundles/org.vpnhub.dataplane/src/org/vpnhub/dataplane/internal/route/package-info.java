/**
 * Which way a packet goes: {@link org.vpnhub.dataplane.internal.route.RouteTable} over sets of
 * addresses and prefixes. Tables are immutable and replaced whole.
 */
@NullMarked
package org.vpnhub.dataplane.internal.route;

import org.jspecify.annotations.NullMarked;
