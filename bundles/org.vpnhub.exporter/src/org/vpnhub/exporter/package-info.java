/**
 * What an exporter is: it turns the plan of one site into the configuration of that site's device.
 *
 * <p>An exporter declares what its device can do ({@link org.vpnhub.exporter.DeviceCapabilities});
 * {@link org.vpnhub.exporter.CapabilityCheck} holds a plan against it, so that a vendor bundle is a
 * table and a template. Exporters are total: they answer with files and problems, or refuse with
 * problems ({@link org.vpnhub.exporter.Export}); what a device lacks is a problem and never left
 * out silently. Start with {@link org.vpnhub.exporter.Exporter}.
 *
 * <p>Everything here is immutable and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter;

import org.jspecify.annotations.NullMarked;
