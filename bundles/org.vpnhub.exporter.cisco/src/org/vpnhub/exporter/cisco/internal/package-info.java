/**
 * Reads running configurations of IOS and IOS-XE. {@code Ios.g4} is the grammar, {@link
 * org.vpnhub.exporter.cisco.internal.IosSections} takes the sections from its tree, and {@link
 * org.vpnhub.exporter.cisco.internal.IosTunnels} puts tunnels together; start there.
 */
@NullMarked
package org.vpnhub.exporter.cisco.internal;

import org.jspecify.annotations.NullMarked;
