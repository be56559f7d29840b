/**
 * Configuration of a site whose router is a Windows Server with Routing and Remote Access (RRAS),
 * as a PowerShell script.
 *
 * <p>Start with {@link org.vpnhub.exporter.windows.RrasExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.windows;

import org.jspecify.annotations.NullMarked;
