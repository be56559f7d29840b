/**
 * Reads configurations of Hillstone firewalls. {@code Stone.g4} is the grammar, {@link
 * org.vpnhub.exporter.hillstone.internal.StoneSections} takes the sections from its tree, and
 * {@link org.vpnhub.exporter.hillstone.internal.StoneTunnels} puts tunnels together; start there.
 */
@NullMarked
package org.vpnhub.exporter.hillstone.internal;

import org.jspecify.annotations.NullMarked;
