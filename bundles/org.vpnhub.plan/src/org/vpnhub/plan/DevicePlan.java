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
 * @param wanAddress the device's own address behind a NAT; empty when it is the public one, or
 *     unknown
 * @param lanInterfaces names of the interfaces to the LAN
 * @param wanZone security zone of the WAN; empty when unknown
 * @param lanZone security zone of the LAN; empty when unknown
 * @param nextHop default gateway of the device; empty when unknown
 * @param behindNat whether the device is behind a NAT
 * @param sourceNat whether the device translates the sources of what goes to the Internet
 * @param tunnelNumber number of the first free tunnel interface; 0 when unknown
 * @param ruleNumber number of the first free entry in numbered lists; 0 when unknown
 * @param virtualRouter virtual router of the interfaces; empty when unknown
 */
public record DevicePlan(
    String deviceId,
    String release,
    String wanInterface,
    Optional<Ipv4Address> wanAddress,
    List<String> lanInterfaces,
    String wanZone,
    String lanZone,
    Optional<Ipv4Address> nextHop,
    boolean behindNat,
    boolean sourceNat,
    int tunnelNumber,
    int ruleNumber,
    String virtualRouter) {

  public DevicePlan {
    lanInterfaces = List.copyOf(lanInterfaces);
  }

  /** A device without virtual routers, or whose virtual router is not known. */
  public DevicePlan(
      String deviceId,
      String release,
      String wanInterface,
      Optional<Ipv4Address> wanAddress,
      List<String> lanInterfaces,
      String wanZone,
      String lanZone,
      Optional<Ipv4Address> nextHop,
      boolean behindNat,
      boolean sourceNat,
      int tunnelNumber,
      int ruleNumber) {
    this(
        deviceId,
        release,
        wanInterface,
        wanAddress,
        lanInterfaces,
        wanZone,
        lanZone,
        nextHop,
        behindNat,
        sourceNat,
        tunnelNumber,
        ruleNumber,
        "");
  }

  /** The same device with another virtual router. */
  public DevicePlan withVirtualRouter(String other) {
    return new DevicePlan(
        deviceId,
        release,
        wanInterface,
        wanAddress,
        lanInterfaces,
        wanZone,
        lanZone,
        nextHop,
        behindNat,
        sourceNat,
        tunnelNumber,
        ruleNumber,
        other);
  }

  /** A device of which nothing more is known. */
  public static DevicePlan of(String deviceId, String release) {
    return new DevicePlan(
        deviceId,
        release,
        "",
        Optional.empty(),
        List.of(),
        "",
        "",
        Optional.empty(),
        false,
        false,
        0,
        0);
  }
}
