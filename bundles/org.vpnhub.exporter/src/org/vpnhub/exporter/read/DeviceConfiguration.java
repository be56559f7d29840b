package org.vpnhub.exporter.read;

import java.util.List;

/**
 * What was read from a device's configuration.
 *
 * @param tunnels its IPsec tunnels
 * @param skipped sections that do not concern the VPN
 * @param unknown lines in sections that do, and that the reader does not know
 * @param undefined names that are used and defined nowhere, and definitions that lack something
 *     without which they have no effect, as sentences for people
 */
public record DeviceConfiguration(
    List<FoundTunnel> tunnels, List<Line> skipped, List<Line> unknown, List<Line> undefined) {

  public DeviceConfiguration {
    tunnels = List.copyOf(tunnels);
    skipped = List.copyOf(skipped);
    unknown = List.copyOf(unknown);
    undefined = List.copyOf(undefined);
  }

  /**
   * A line of the configuration. Never holds a key.
   *
   * @param number from 1
   * @param text the line, or what is to be said about it
   */
  public record Line(int number, String text) {}
}
