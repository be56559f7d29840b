package org.vpnhub.exporter.view;

import java.util.List;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.IkeVersion;

/**
 * One IPsec connection of a site.
 *
 * @param plan what is configured
 * @param name unique within the configuration, of characters that the device takes
 * @param title the connection as people know it, fit for a comment
 * @param index 0, 1, ... in the order of the plan
 * @param number number of its tunnel interface; {@code index} where the device has none
 * @param rule number of its first entry in numbered lists; entries of one tunnel lie within 100
 * @param key the key or its placeholder, quoted
 * @param local the site's side of the selectors
 * @param remote the other side of the selectors
 * @param pairs the selectors pair by pair
 * @param routes what goes into this tunnel as long as it is up
 * @param standbyRoutes what goes into this tunnel when another is down
 */
public record TunnelView(
    ConnectionPlan plan,
    String name,
    String title,
    int index,
    int number,
    int rule,
    String key,
    List<Ipv4Prefix> local,
    List<Ipv4Prefix> remote,
    List<Pair> pairs,
    List<Ipv4Prefix> routes,
    List<Ipv4Prefix> standbyRoutes) {

  public TunnelView {
    local = List.copyOf(local);
    remote = List.copyOf(remote);
    pairs = List.copyOf(pairs);
    routes = List.copyOf(routes);
    standbyRoutes = List.copyOf(standbyRoutes);
  }

  public boolean ikev2() {
    return plan.ike().version() == IkeVersion.IKEV2;
  }

  /** IKEv1 in aggressive mode. */
  public boolean aggressive() {
    return !ikev2() && plan.ike().mode() == ExchangeMode.AGGRESSIVE;
  }
}
