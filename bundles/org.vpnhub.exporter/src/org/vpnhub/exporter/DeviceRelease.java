package org.vpnhub.exporter;

import java.util.Map;
import org.vpnhub.plan.IkeVersion;

/**
 * A release of a device's software, and all later ones up to the next in the list.
 *
 * @param name for example {@code 5.9}
 * @param ike algorithms of phase 1 by IKE version; a version that is absent is not supported
 * @param esp algorithms of phase 2
 */
public record DeviceRelease(String name, Map<IkeVersion, Algorithms> ike, Algorithms esp) {

  public DeviceRelease {
    ike = Map.copyOf(ike);
  }
}
