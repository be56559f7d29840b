/**
 * Reading VyOS: {@link org.vpnhub.exporter.vyos.internal.VyosSections} takes the nodes from the
 * tree, {@link org.vpnhub.exporter.vyos.internal.VyosTunnels} puts tunnels together.
 */
@NullMarked
package org.vpnhub.exporter.vyos.internal;

import org.jspecify.annotations.NullMarked;
