/**
 * Configuration of a site whose device is a Linux machine with libreswan, as {@code ipsec.conf} and
 * {@code ipsec.secrets}.
 *
 * <p>Start with {@link org.vpnhub.exporter.libreswan.LibreswanExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.libreswan;

import org.jspecify.annotations.NullMarked;
