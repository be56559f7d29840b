/**
 * Sockets and devices below {@link org.vpnhub.dataplane.Underlay} and {@link
 * org.vpnhub.dataplane.Inside}. {@link org.vpnhub.dataplane.internal.io.UdpPort} is one UDP socket
 * of the packet thread.
 */
@NullMarked
package org.vpnhub.dataplane.internal.io;

import org.jspecify.annotations.NullMarked;
