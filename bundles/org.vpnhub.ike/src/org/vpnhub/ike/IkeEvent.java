package org.vpnhub.ike;

import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;

/** A change worth telling. Never holds a key. */
public sealed interface IkeEvent {

  /** An IKE SA is up; {@code rekeyed} when it replaces another. */
  record IkeUp(
      ConnectionId connection,
      long initiatorSpi,
      long responderSpi,
      boolean initiator,
      String suite,
      boolean rekeyed)
      implements IkeEvent {}

  /** An IKE SA is gone. {@code why} is a sentence part such as {@code deleted by the peer}. */
  record IkeDown(ConnectionId connection, long initiatorSpi, long responderSpi, String why)
      implements IkeEvent {}

  /** A CHILD SA pair is installed; {@code rekeyed} when it replaces another. */
  record ChildUp(
      ConnectionId connection,
      String child,
      int inboundSpi,
      int outboundSpi,
      String suite,
      boolean rekeyed)
      implements IkeEvent {}

  /** A CHILD SA pair is gone. */
  record ChildDown(
      ConnectionId connection, String child, int inboundSpi, int outboundSpi, String why)
      implements IkeEvent {}

  /** A negotiation failed, or a peer was lost. */
  record Failed(ConnectionId connection, IkeFailure failure) implements IkeEvent {}

  /** A message from an address that no connection has. At most one a second is told. */
  record UnknownPeer(Ipv4Address local, Ipv4Address remote, int remotePort, String what)
      implements IkeEvent {}

  /** The peer's address or port changed. */
  record PeerMoved(ConnectionId connection, Ipv4Address remote, int remotePort)
      implements IkeEvent {}

  /** A fault of ours killed one SA; the rest lives. */
  record Fault(ConnectionId connection, String what) implements IkeEvent {}
}
