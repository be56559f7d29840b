/**
 * Checklist for a site whose device is a SonicWall firewall.
 *
 * <p>Start with {@link org.vpnhub.exporter.sonicwall.SonicOsExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.sonicwall;

import org.jspecify.annotations.NullMarked;
