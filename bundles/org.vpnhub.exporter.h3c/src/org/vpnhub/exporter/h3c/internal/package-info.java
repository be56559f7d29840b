/**
 * Reads configurations of Comware 7 firewalls. {@code Comware.g4} is the grammar, {@link
 * org.vpnhub.exporter.h3c.internal.ComwareSections} takes the sections from its tree, and {@link
 * org.vpnhub.exporter.h3c.internal.ComwareTunnels} puts tunnels together; start there.
 */
@NullMarked
package org.vpnhub.exporter.h3c.internal;

import org.jspecify.annotations.NullMarked;
