/**
 * Reads configurations of USG firewalls. {@code Vrp.g4} is the grammar, {@link
 * org.vpnhub.exporter.huawei.internal.UsgSections} takes the sections from its tree, and {@link
 * org.vpnhub.exporter.huawei.internal.UsgTunnels} puts tunnels together; start there.
 */
@NullMarked
package org.vpnhub.exporter.huawei.internal;

import org.jspecify.annotations.NullMarked;
