/**
 * What every other bundle stands on: typed ids, IPv4 addresses and prefixes, {@link
 * org.vpnhub.base.Problem}s, secrets, the time source, byte helpers, and the unit of every packet
 * interface, {@link org.vpnhub.base.PacketBatch}.
 *
 * <p>Plain Java: no OSGi, no EMF. Values are immutable and thread-safe; {@code PacketBatch} and
 * {@code DropCounters} say who owns them.
 */
@NullMarked
package org.vpnhub.base;

import org.jspecify.annotations.NullMarked;
