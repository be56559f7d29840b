/**
 * Configuration of a site with a Cisco Meraki MX, as third-party VPN peers of its dashboard.
 *
 * <p>Start with {@link org.vpnhub.exporter.meraki.MerakiExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.meraki;

import org.jspecify.annotations.NullMarked;
