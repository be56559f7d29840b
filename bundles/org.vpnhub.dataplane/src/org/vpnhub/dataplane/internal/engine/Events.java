package org.vpnhub.dataplane.internal.engine;

import java.time.Instant;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.IkeFailure;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;

/** What IKE tells, in words for people. */
final class Events {
  private Events() {}

  static GatewayEvent of(IkeEvent event, GatewayPlan plan) {
    return switch (event) {
      case IkeEvent.IkeUp e ->
          info(plan, e.connection(), 1, "phase 1 %s, %s".formatted(up(e.rekeyed()), e.suite()));
      case IkeEvent.IkeDown e -> info(plan, e.connection(), 1, "phase 1 down: " + e.why());
      case IkeEvent.ChildUp e ->
          info(
              plan,
              e.connection(),
              2,
              "phase 2 %s of %s, SPI %08x in and %08x out, %s"
                  .formatted(
                      up(e.rekeyed()), e.child(), e.inboundSpi(), e.outboundSpi(), e.suite()));
      case IkeEvent.ChildDown e ->
          info(
              plan,
              e.connection(),
              2,
              "phase 2 down of %s, SPI %08x in: %s".formatted(e.child(), e.inboundSpi(), e.why()));
      case IkeEvent.Failed e -> failed(plan, e.connection(), e.failure());
      case IkeEvent.UnknownPeer e ->
          new GatewayEvent(
              0,
              Instant.now(),
              plan.name(),
              Optional.empty(),
              "",
              1,
              Severity.WARNING,
              "PeerMismatch",
              "%s from %s:%d to %s, which no connection has"
                  .formatted(e.what(), e.remote(), e.remotePort(), e.local()),
              "",
              e.remote().toString());
      case IkeEvent.PeerMoved e ->
          info(
              plan,
              e.connection(),
              0,
              "the peer is now at %s:%d".formatted(e.remote(), e.remotePort()));
      case IkeEvent.Fault e -> event(plan, e.connection(), 0, Severity.ERROR, "", e.what(), "", "");
    };
  }

  private static String up(boolean rekeyed) {
    return rekeyed ? "rekeyed" : "up";
  }

  private static GatewayEvent failed(GatewayPlan plan, ConnectionId id, IkeFailure f) {
    return event(
        plan, id, f.phase(), Severity.WARNING, f.reason().code(), f.text(), f.local(), f.remote());
  }

  private static GatewayEvent info(GatewayPlan plan, ConnectionId id, int phase, String text) {
    return event(plan, id, phase, Severity.INFO, "", text, "", "");
  }

  private static GatewayEvent event(
      GatewayPlan plan,
      ConnectionId id,
      int phase,
      Severity severity,
      String code,
      String text,
      String local,
      String remote) {
    String name =
        plan.connections().stream()
            .filter(c -> c.id().equals(id))
            .map(ConnectionPlan::name)
            .findFirst()
            .orElse(id.value());
    return new GatewayEvent(
        0,
        Instant.now(),
        plan.name(),
        Optional.of(id),
        name,
        phase,
        severity,
        code,
        text,
        local,
        remote);
  }
}
