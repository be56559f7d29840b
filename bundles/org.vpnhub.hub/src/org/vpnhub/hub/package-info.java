/**
 * The hub as a running service: reads a model through a {@link org.vpnhub.hub.PlanSource}, runs the
 * engine by it, applies a changed model, and answers over a local, owner-only channel.
 *
 * <p>Start with {@link org.vpnhub.hub.Hub}, which is plain Java; the OSGi component around it is in
 * {@code internal.osgi}. The texts that people read about a hub ({@link org.vpnhub.hub.StatusText},
 * {@link org.vpnhub.hub.MatrixText}) are here as well, since the command line and the Gogo commands
 * print the same.
 *
 * <p>All public types may be used from any thread. Nothing of a security association is ever
 * written to disk.
 */
@NullMarked
package org.vpnhub.hub;

import org.jspecify.annotations.NullMarked;
