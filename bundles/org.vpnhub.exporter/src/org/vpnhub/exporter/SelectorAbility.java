package org.vpnhub.exporter;

/**
 * What a device can do with traffic selectors.
 *
 * @param style what decides whether a packet enters the tunnel
 * @param listPerChild whether one CHILD SA takes several prefixes a side (IKEv2 alone; IKEv1 never
 *     can)
 * @param splitsPairs whether the exporter makes one CHILD SA for each pair of prefixes, where a
 *     list is not possible
 * @param override route-based devices: whether the selectors can be set; otherwise they are
 *     0.0.0.0/0 on both sides
 * @param bypass policy-based devices: whether the exporter exempts the site's own network
 */
public record SelectorAbility(
    Style style, boolean listPerChild, boolean splitsPairs, boolean override, boolean bypass) {

  /** What decides whether a packet enters the tunnel. */
  public enum Style {
    /** The selectors themselves. */
    POLICY_BASED,
    /** Routes to a tunnel interface. */
    ROUTE_BASED
  }
}
