/**
 * Reading RouterOS: {@link org.vpnhub.exporter.mikrotik.internal.Items} takes the items of the
 * menus from the tree, {@link org.vpnhub.exporter.mikrotik.internal.Tunnels} puts tunnels together.
 */
@NullMarked
package org.vpnhub.exporter.mikrotik.internal;

import org.jspecify.annotations.NullMarked;
