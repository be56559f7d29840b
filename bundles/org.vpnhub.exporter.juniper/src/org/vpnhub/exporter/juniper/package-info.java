/**
 * Configurations for Juniper SRX firewalls (Junos OS), as set commands.
 *
 * <p>Start with {@link org.vpnhub.exporter.juniper.SrxExporter}; {@link
 * org.vpnhub.exporter.juniper.SrxReader} reads a configuration back, by the grammar in {@code
 * grammar/}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.juniper;

import org.jspecify.annotations.NullMarked;
