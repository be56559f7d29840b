package org.vpnhub.exporter;

import java.util.Optional;
import org.vpnhub.exporter.read.ConfigurationReader;

/**
 * Writes the configuration of one kind of device. A bundle offers it as a declarative service of
 * this type; third parties check theirs with {@code org.vpnhub.exporter.testkit}.
 *
 * <p>An exporter has no state: the same request gives the same answer, on any thread.
 */
public interface Exporter {

  /** What the device can do. Always the same answer. */
  DeviceCapabilities capabilities();

  /**
   * Files and problems, or a refusal with at least one problem of severity error. Never throws for
   * any plan; {@link CapabilityCheck#check} has been asked before anything was rendered.
   */
  Export export(ExportRequest request);

  /** Reads such a device's configuration back; empty when the exporter cannot. */
  default Optional<ConfigurationReader> reader() {
    return Optional.empty();
  }
}
