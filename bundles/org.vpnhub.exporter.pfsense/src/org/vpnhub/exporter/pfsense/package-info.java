/**
 * Configurations for pfSense: the part {@code ipsec} of its config.xml.
 *
 * <p>Sources: the manual "pfSense Documentation" (docs.netgate.com), chapters "IPsec", "Phase 1
 * Settings", "Phase 2 Settings", "Backup and Restore", and the names of elements as a config.xml of
 * release 2.6 has them. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.pfsense;

import org.jspecify.annotations.NullMarked;
