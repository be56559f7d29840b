/**
 * Configurations for Huawei firewalls of the USG6000 series, and for AR routers.
 *
 * <p>Sources: "HUAWEI USG6000, USG9500 Product Documentation", VPN: Configuring an IPSec Tunnel
 * Using the CLI and the web UI, and the command reference of IKE, IPSec, Security Policy and NAT
 * Policy; "Huawei AR Series Enterprise Routers Product Documentation", IPSec Configuration. Start
 * with {@link org.vpnhub.exporter.huawei.UsgExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.huawei;

import org.jspecify.annotations.NullMarked;
