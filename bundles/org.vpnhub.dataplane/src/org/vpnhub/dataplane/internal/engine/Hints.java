package org.vpnhub.dataplane.internal.engine;

import org.vpnhub.base.ConnectionId;
import org.vpnhub.ike.IkeDatagram;

/** What the packet thread tells the control thread; never blocks. */
interface Hints {
  /** Whether another IKE message has room, so that one that has none is not even copied. */
  boolean hasRoom();

  /** Hands over an IKE message; false when there is no room. */
  boolean ike(IkeDatagram datagram);

  /** Authentic ESP has come from the peer. */
  void peerActive(ConnectionId connection);

  /** The first authentic packet has come on a new inbound association. */
  void confirmed(ConnectionId connection, int inboundSpi);

  /** An outbound association runs out of sequence numbers. */
  void nearlyUsedUp(ConnectionId connection, int inboundSpi);

  /** There is traffic for a connection that is down. */
  void wanted(ConnectionId connection);
}
