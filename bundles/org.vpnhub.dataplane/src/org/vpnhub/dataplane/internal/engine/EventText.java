package org.vpnhub.dataplane.internal.engine;

import org.vpnhub.ike.IkeEvent;

/** One line of a log for each event of IKE. */
final class EventText {
  private EventText() {}

  static String of(IkeEvent event) {
    return switch (event) {
      case IkeEvent.IkeUp e ->
          "%s: IKE SA %016x/%016x %s as %s, %s"
              .formatted(
                  e.connection(),
                  e.initiatorSpi(),
                  e.responderSpi(),
                  e.rekeyed() ? "rekeyed" : "up",
                  e.initiator() ? "initiator" : "responder",
                  e.suite());
      case IkeEvent.IkeDown e ->
          "%s: IKE SA %016x/%016x down, %s"
              .formatted(e.connection(), e.initiatorSpi(), e.responderSpi(), e.why());
      case IkeEvent.ChildUp e ->
          "%s: CHILD SA %s %08x/%08x %s, %s"
              .formatted(
                  e.connection(),
                  e.child(),
                  e.inboundSpi(),
                  e.outboundSpi(),
                  e.rekeyed() ? "rekeyed" : "up",
                  e.suite());
      case IkeEvent.ChildDown e ->
          "%s: CHILD SA %s %08x/%08x down, %s"
              .formatted(e.connection(), e.child(), e.inboundSpi(), e.outboundSpi(), e.why());
      case IkeEvent.Failed e ->
          "%s: %s in phase %d: %s; local: %s; remote: %s"
              .formatted(
                  e.connection(),
                  e.failure().reason(),
                  e.failure().phase(),
                  e.failure().text(),
                  e.failure().local(),
                  e.failure().remote());
      case IkeEvent.UnknownPeer e ->
          "PeerMismatch: %s from %s:%d to %s, which no connection has"
              .formatted(e.what(), e.remote(), e.remotePort(), e.local());
      case IkeEvent.PeerMoved e ->
          "%s: the peer is now at %s:%d".formatted(e.connection(), e.remote(), e.remotePort());
      case IkeEvent.Fault e -> "%s: fault, %s".formatted(e.connection(), e.what());
    };
  }
}
