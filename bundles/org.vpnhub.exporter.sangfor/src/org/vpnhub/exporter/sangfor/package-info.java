/**
 * Checklist for a site whose device is a Sangfor gateway.
 *
 * <p>Start with {@link org.vpnhub.exporter.sangfor.SangforExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.sangfor;

import org.jspecify.annotations.NullMarked;
