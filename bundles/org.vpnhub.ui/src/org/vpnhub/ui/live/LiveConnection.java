package org.vpnhub.ui.live;

/**
 * One IPsec connection of a running hub.
 *
 * @param id model id of the connection
 * @param state how it stands
 * @param reason why it is not up, in words; empty when there is nothing to say
 * @param suite negotiated suite of the newest CHILD SA; empty when there is none
 * @param bitsInPerSecond inner traffic from the site over the last second
 * @param bitsOutPerSecond inner traffic to the site over the last second
 */
public record LiveConnection(
    String id,
    State state,
    String reason,
    String suite,
    long bitsInPerSecond,
    long bitsOutPerSecond) {

  /** How a connection stands. */
  public enum State {
    /** Not negotiated. */
    DOWN,
    /** Phase 1 is up, or a negotiation is under way. */
    NEGOTIATING,
    /** A CHILD SA stands in both directions. */
    UP,
    /** The last negotiation failed. */
    FAILED,
    /** The engine cannot run it. */
    REFUSED
  }
}
