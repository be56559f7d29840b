/**
 * Configurations for MikroTik routers with RouterOS 7.
 *
 * <p>Source: the manual "RouterOS" at help.mikrotik.com, chapters "IPsec", "Filter", "NAT",
 * "Mangle", "Scripting" and "Configuration Management". Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.mikrotik;

import org.jspecify.annotations.NullMarked;
