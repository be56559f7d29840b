package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.SiteId;

/**
 * What one site's device does.
 *
 * @param id model id of the site
 * @param name as people know it
 * @param device facts of the device that an exporter needs
 * @param prefixes the site's own prefixes
 * @param otherPrefixes what it is to reach through the hub: the VPC and the other sites' prefixes
 * @param selectorMode how the remote side of its selectors is written
 * @param gateway its connections and routes, mirrored from the hub's
 * @param tunnelMtu largest inner packet in bytes that fits the tunnel unfragmented
 * @param tcpMss TCP maximum segment size to clamp to in bytes
 */
public record SitePlan(
    SiteId id,
    String name,
    DevicePlan device,
    List<Ipv4Prefix> prefixes,
    List<Ipv4Prefix> otherPrefixes,
    SelectorMode selectorMode,
    GatewayPlan gateway,
    int tunnelMtu,
    int tcpMss) {

  public SitePlan {
    prefixes = List.copyOf(prefixes);
    otherPrefixes = List.copyOf(otherPrefixes);
  }

  /** The same site with another device, of an unknown release unless it is the device it has. */
  public SitePlan onDevice(String deviceId) {
    DevicePlan d = device;
    if (d.deviceId().equals(deviceId)) return this;
    DevicePlan other =
        new DevicePlan(
            deviceId,
            "",
            d.wanInterface(),
            d.wanAddress(),
            d.lanInterfaces(),
            d.wanZone(),
            d.lanZone(),
            d.nextHop(),
            d.behindNat(),
            d.sourceNat(),
            d.tunnelNumber(),
            d.ruleNumber(),
            d.virtualRouter());
    return new SitePlan(
        id, name, other, prefixes, otherPrefixes, selectorMode, gateway, tunnelMtu, tcpMss);
  }
}
