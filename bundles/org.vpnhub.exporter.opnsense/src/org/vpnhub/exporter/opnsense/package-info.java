/**
 * Configurations for OPNsense: its IPsec connections in config.xml.
 *
 * <p>Sources: the manual "OPNsense documentation" (docs.opnsense.org), chapters "IPsec" and
 * "Backup", and the names of elements and options as the models {@code Swanctl} 1.0.0 and {@code
 * IPsec} 1.0.1 of release 24.1 have them. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.opnsense;

import org.jspecify.annotations.NullMarked;
