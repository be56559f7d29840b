/**
 * Configuration of a site whose router is a Yamaha RTX.
 *
 * <p>Start with {@link org.vpnhub.exporter.yamaha.RtxExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.yamaha;

import org.jspecify.annotations.NullMarked;
