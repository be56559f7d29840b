package org.vpnhub.exporter.read;

import java.util.Set;

/** Reads the configuration of some kinds of device. Stateless and thread-safe. */
public interface ConfigurationReader {

  /** The devices whose configuration it reads, by the ids of their exporters. */
  Set<String> deviceIds();

  /** What the configuration of such a device can say; the rest is not compared. */
  Set<Parameter> covers();

  /**
   * Reads a whole configuration, or a part of one. Never throws for any text: what cannot be read
   * is among the unknown lines.
   */
  DeviceConfiguration read(String text);
}
