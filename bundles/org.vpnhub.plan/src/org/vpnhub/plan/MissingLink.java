package org.vpnhub.plan;

/**
 * One link that is missing on the road of a packet.
 *
 * @param kind which of the links
 * @param way whether the packet's own way or its answer's
 * @param elementId model id of the element that should hold the link, or empty
 * @param description a sentence for people that names the element and the prefixes
 */
public record MissingLink(Kind kind, Way way, String elementId, String description) {

  /** The links of the road, in its order. */
  public enum Kind {
    /** The source site's device does not send the destination into the tunnel. */
    DEVICE_ROUTE,
    /** The selectors of the source's tunnel do not cover the packet. */
    SOURCE_SELECTOR,
    /** The hub does not know where to send the destination. */
    HUB_ROUTE,
    /** The selectors of the destination's tunnel do not cover the packet. */
    DESTINATION_SELECTOR,
    /** The VPC's route table does not send the destination to the gateway. */
    VPC_ROUTE,
    /** There is no IPsec connection, or it cannot run. */
    CONNECTION;

    /** What to do about it, in words for the user. */
    public String remedy() {
      return switch (this) {
        case DEVICE_ROUTE -> "let the site's summary prefix cover it, or choose mode EXPLICIT";
        case SOURCE_SELECTOR, DESTINATION_SELECTOR ->
            "set the connection's local network to 0.0.0.0/0 and its remote network to the site's"
                + " prefixes";
        case HUB_ROUTE ->
            "add a destination route to the connection, or let its selectors make routes";
        case VPC_ROUTE ->
            "add a VPC route with the VPN gateway as next hop, or publish the gateway's route";
        case CONNECTION -> "add an IPsec connection for the site, or mend the one it has";
      };
    }
  }

  /** The packet's way there, or its answer's way back. */
  public enum Way {
    FORWARD,
    RETURN
  }
}
