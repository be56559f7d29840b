package org.vpnhub.exporter.view;

import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.DevicePlan;

/**
 * What one site's device is to do, ready to be laid out.
 *
 * @param name the site as people know it, fit for a comment
 * @param heading lines for the head of a configuration, fit for comments
 * @param device facts of the device
 * @param own the site's own prefixes
 * @param remote what is routed into the tunnels: the VPC and the other sites, or their summary
 * @param bypass the site's own prefixes that the remote side of a selector covers; they must stay
 *     out of the tunnel
 * @param tunnels its connections, at least one
 * @param mtu largest inner packet in bytes that fits the tunnel unfragmented
 * @param mss TCP maximum segment size to clamp to in bytes
 * @param secretsIncluded whether keys are there instead of placeholders
 */
public record SiteView(
    String name,
    List<String> heading,
    DevicePlan device,
    List<Ipv4Prefix> own,
    List<Ipv4Prefix> remote,
    List<Ipv4Prefix> bypass,
    List<TunnelView> tunnels,
    int mtu,
    int mss,
    boolean secretsIncluded) {

  public SiteView {
    heading = List.copyOf(heading);
    own = List.copyOf(own);
    remote = List.copyOf(remote);
    bypass = List.copyOf(bypass);
    tunnels = List.copyOf(tunnels);
  }
}
