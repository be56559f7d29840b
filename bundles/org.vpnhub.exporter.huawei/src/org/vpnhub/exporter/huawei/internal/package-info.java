/**
 * Reads configurations of USG firewalls. {@code Vrp.g4} is the grammar, {@link
 * org.vpnhub.exporter.huawei.internal.VrpSections} takes the sections from its tree, and {@link
 * org.vpnhub.exporter.huawei.internal.VrpTunnels} puts tunnels together; start there.
 */
@NullMarked
package org.vpnhub.exporter.huawei.internal;

import org.jspecify.annotations.NullMarked;
