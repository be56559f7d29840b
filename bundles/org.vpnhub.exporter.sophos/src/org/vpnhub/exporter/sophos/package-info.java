/**
 * Configuration of a site whose device is a Sophos Firewall, as XML for its import.
 *
 * <p>Start with {@link org.vpnhub.exporter.sophos.SophosExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.sophos;

import org.jspecify.annotations.NullMarked;
