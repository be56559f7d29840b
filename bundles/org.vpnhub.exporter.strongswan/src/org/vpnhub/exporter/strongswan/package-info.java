/**
 * Configuration of a site whose device is a Linux machine with strongSwan, as {@code swanctl.conf}.
 *
 * <p>Start with {@link org.vpnhub.exporter.strongswan.StrongswanExporter}; the text itself is made
 * by {@code SwanctlConf}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.strongswan;

import org.jspecify.annotations.NullMarked;
