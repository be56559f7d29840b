/**
 * Configuration of a site whose device runs OpenIKED on OpenBSD, as {@code iked.conf} and rules for
 * {@code pf}.
 *
 * <p>Start with {@link org.vpnhub.exporter.openiked.OpenIkedExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.openiked;

import org.jspecify.annotations.NullMarked;
