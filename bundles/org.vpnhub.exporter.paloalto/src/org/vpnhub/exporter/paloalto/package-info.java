/**
 * Configurations for Palo Alto Networks firewalls (PAN-OS), as set commands.
 *
 * <p>Start with {@link org.vpnhub.exporter.paloalto.PanosExporter}; {@link
 * org.vpnhub.exporter.paloalto.PanosReader} reads a configuration back, by the grammar in {@code
 * grammar/}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.paloalto;

import org.jspecify.annotations.NullMarked;
