package org.vpnhub.ike;

import java.util.OptionalInt;
import org.vpnhub.base.ConnectionId;

/** What the operator or the packet path tells the endpoint. Unknown connections are ignored. */
public sealed interface IkeCommand {

  /** Negotiate whatever is missing of the connection, once, at once. */
  record Initiate(ConnectionId connection) implements IkeCommand {}

  /**
   * Rekey CHILD SAs.
   *
   * @param inboundSpi the one to rekey; empty: all of the connection
   */
  record RekeyChild(ConnectionId connection, OptionalInt inboundSpi) implements IkeCommand {}

  /** Rekey the IKE SA; its CHILD SAs stay. */
  record RekeyIke(ConnectionId connection) implements IkeCommand {}

  /** Delete the connection's SAs; an initiating connection stays down until {@link Initiate}. */
  record Terminate(ConnectionId connection) implements IkeCommand {}

  /** Delete all SAs and start no others: the endpoint is about to end. */
  record Close() implements IkeCommand {}

  /**
   * Authentic ESP has come from the peer: it lives (RFC 7296 §2.4). Cheap; once a second will do.
   */
  record PeerActive(ConnectionId connection) implements IkeCommand {}

  /** The first authentic packet has come on a new inbound SA: the peer uses the new pair. */
  record Confirmed(ConnectionId connection, int inboundSpi) implements IkeCommand {}
}
