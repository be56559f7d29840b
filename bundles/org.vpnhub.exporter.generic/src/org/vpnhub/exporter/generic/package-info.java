/**
 * Checklist for a site whose device has no exporter of its own.
 *
 * <p>Start with {@link org.vpnhub.exporter.generic.GenericExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.generic;

import org.jspecify.annotations.NullMarked;
