/**
 * Linux system calls through the foreign function API: TUN interfaces and raw sockets. Nothing here
 * is loaded on other systems, or unless it is asked for.
 */
@NullMarked
package org.vpnhub.dataplane.internal.linux;

import org.jspecify.annotations.NullMarked;
