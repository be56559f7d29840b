package org.vpnhub.plan;

import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Ipv4Address;

/**
 * Facts of a site's device.
 *
 * @param deviceId id of the exporter's device, for example {@code strongswan}; empty when not
 *     chosen
 * @param release release of the device's software; empty when unknown
 * @param wanInterface name of the interface to the Internet; empty when unknown
 * @param lanInterfaces names of the interfaces to the LAN
 * @param wanZone security zone of the WAN; empty when unknown
 * @param lanZone security zone of the LAN; empty when unknown
 * @param nextHop default gateway of the device; empty when unknown
 * @param behindNat whether the device is behind a NAT
 */
public record DevicePlan(
    String deviceId,
    String release,
    String wanInterface,
    List<String> lanInterfaces,
    String wanZone,
    String lanZone,
    Optional<Ipv4Address> nextHop,
    boolean behindNat) {

  public DevicePlan {
    lanInterfaces = List.copyOf(lanInterfaces);
  }
}
