package org.vpnhub.design;

import java.util.Optional;

/** How the connections of a running hub stand, for the labels and colours of diagrams. */
@FunctionalInterface
public interface LiveLookup {
  /** Nothing runs. */
  LiveLookup NONE = id -> Optional.empty();

  /** How a connection stands. */
  enum State {
    UP,
    NEGOTIATING,
    DOWN,
    FAILED
  }

  /**
   * A connection at one moment.
   *
   * @param reason why it is not up, in words; may be empty
   * @param suite negotiated suite; empty when there is none
   * @param bitsFromSite bits per second of inner traffic that come from the site
   * @param bitsToSite bits per second of inner traffic that go to the site
   */
  record Live(State state, String reason, String suite, long bitsFromSite, long bitsToSite) {}

  /** Empty when no running hub has the connection. */
  Optional<Live> of(String connectionId);
}
