/**
 * Reading a device's configuration back, and holding it against the plan.
 *
 * <p>An exporter offers a {@link org.vpnhub.exporter.read.ConfigurationReader}; {@link
 * org.vpnhub.exporter.read.Comparison} does the rest.
 */
@NullMarked
package org.vpnhub.exporter.read;

import org.jspecify.annotations.NullMarked;
