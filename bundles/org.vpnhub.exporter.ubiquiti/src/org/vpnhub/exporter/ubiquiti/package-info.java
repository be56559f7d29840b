/**
 * Configuration of a site whose device is a UniFi gateway or an EdgeRouter.
 *
 * <p>Start with {@link org.vpnhub.exporter.ubiquiti.EdgeOsExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.ubiquiti;

import org.jspecify.annotations.NullMarked;
