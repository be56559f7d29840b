/**
 * Configuration of a site whose device runs strongSwan: a Linux machine, with {@code swanctl.conf}
 * or with {@code ipsec.conf}, or an OpenWrt router.
 *
 * <p>Start with {@link org.vpnhub.exporter.strongswan.StrongswanExporter}. Templates lie beside the
 * classes; {@code SwanctlReader} and {@code StrokeReader} read the files back. Stateless and
 * thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.strongswan;

import org.jspecify.annotations.NullMarked;
