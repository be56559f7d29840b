/**
 * Configuration of a site whose device is a Check Point gateway, as commands for its management
 * server.
 *
 * <p>Start with {@link org.vpnhub.exporter.checkpoint.GaiaExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.checkpoint;

import org.jspecify.annotations.NullMarked;
