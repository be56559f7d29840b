package org.vpnhub.exporter.view;

import org.vpnhub.base.Ipv4Prefix;

/**
 * A pair of selectors, for devices that set up one IPsec SA for each.
 *
 * @param name unique within the configuration, of characters that the device takes
 * @param index 1, 2, ... within its tunnel
 * @param local a prefix of the site
 * @param remote a prefix behind the hub
 */
public record Pair(String name, int index, Ipv4Prefix local, Ipv4Prefix remote) {}
