/**
 * Reads running configurations of the ASA. {@code Asa.g4} is the grammar, {@link
 * org.vpnhub.exporter.cisco.internal.asa.AsaSections} takes the sections from its tree, and {@link
 * org.vpnhub.exporter.cisco.internal.asa.AsaTunnels} puts tunnels together; start there.
 */
@NullMarked
package org.vpnhub.exporter.cisco.internal.asa;

import org.jspecify.annotations.NullMarked;
