/**
 * Configurations for VyOS.
 *
 * <p>Source: the manual "VyOS User Guide" 1.4 (sagitta), chapters "IPsec", "VTI - Virtual Tunnel
 * Interface", "Static routes", "NAT44" and "Firewall". Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.vyos;

import org.jspecify.annotations.NullMarked;
