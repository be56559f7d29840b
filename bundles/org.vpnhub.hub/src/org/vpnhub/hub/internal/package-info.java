/** Insides of the hub's runtime: the local channel's server, and JSON. */
@NullMarked
package org.vpnhub.hub.internal;

import org.jspecify.annotations.NullMarked;
