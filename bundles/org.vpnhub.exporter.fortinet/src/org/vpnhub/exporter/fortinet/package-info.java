/**
 * Configurations for Fortinet FortiGate (FortiOS), with a tunnel interface for each connection.
 *
 * <p>Start with {@link org.vpnhub.exporter.fortinet.FortiosExporter}; {@link
 * org.vpnhub.exporter.fortinet.FortiosReader} reads a configuration back, by the grammar in {@code
 * grammar/}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.fortinet;

import org.jspecify.annotations.NullMarked;
