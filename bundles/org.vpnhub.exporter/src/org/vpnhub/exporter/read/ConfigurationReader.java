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
   * What such a device says where the plan wants a value: another one where it cannot have that
   * value and its exporter, which tells of it in a problem, takes the nearest.
   */
  default String nearest(Parameter parameter, String wanted) {
    return wanted;
  }

  /**
   * Reads a whole configuration, or a part of one. Never throws for any text: what cannot be read
   * is among the unknown lines.
   */
  DeviceConfiguration read(String text);
}
