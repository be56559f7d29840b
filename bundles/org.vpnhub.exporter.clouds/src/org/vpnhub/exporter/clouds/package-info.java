/**
 * Configuration of a site that is a network in another cloud, as Terraform for the VPN gateway
 * there.
 *
 * <p>Start with {@link org.vpnhub.exporter.clouds.AwsExporter} and {@link
 * org.vpnhub.exporter.clouds.AzureExporter}. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.clouds;

import org.jspecify.annotations.NullMarked;
