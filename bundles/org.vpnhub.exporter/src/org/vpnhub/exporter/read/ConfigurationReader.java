package org.vpnhub.exporter.read;

import java.util.Set;

/**
 * Reads the configuration of one kind of device, as its exporter offers it. Stateless and
 * thread-safe.
 */
public interface ConfigurationReader {

  /** What the configuration of such a device can say; the rest is not compared. */
  Set<Parameter> covers();

  /**
   * Reads a whole configuration, or a part of one. Never throws for any text: what cannot be read
   * is among the unknown lines.
   */
  DeviceConfiguration read(String text);
}
