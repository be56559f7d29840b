package org.vpnhub.exporter;

import org.vpnhub.plan.SelectorMode;

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

  /** The mode that fits the device best, for a site that is made for it. */
  public SelectorMode recommended() {
    return style == Style.ROUTE_BASED ? SelectorMode.ANY : SelectorMode.EXPLICIT;
  }

  /** The mode that fits best, and why. */
  public String recommendation() {
    return recommended() + ": " + reason(recommended());
  }

  /** Why a mode fits the device, or what to mind with it. */
  public String reason(SelectorMode mode) {
    boolean routes = style == Style.ROUTE_BASED;
    return switch (mode) {
      case ANY ->
          routes
              ? "routes decide what enters the tunnel, so a new site changes only routes"
              : "a new site changes nothing here, but traffic to the Internet enters the tunnel"
                  + " too";
      case SUMMARY -> "a new site within the summary changes nothing here";
      case EXPLICIT ->
          routes
              ? "only what the hub leads to is negotiated; a new site changes this file"
              : "the selectors decide what enters the tunnel; a new site changes this file";
    };
  }
}
