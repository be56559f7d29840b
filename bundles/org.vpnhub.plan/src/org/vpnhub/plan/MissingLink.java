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
    CONNECTION
  }

  /** The packet's way there, or its answer's way back. */
  public enum Way {
    FORWARD,
    RETURN
  }
}
