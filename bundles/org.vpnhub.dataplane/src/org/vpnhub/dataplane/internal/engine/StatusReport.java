package org.vpnhub.dataplane.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.IkeFailure;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.plan.ConnectionPlan;

/** Joins what IKE says of a connection with what the packet thread counted. */
final class StatusReport {
  private final long now;

  StatusReport(long now) {
    this.now = now;
  }

  GatewayStatus.Connection connection(
      ConnectionPlan plan,
      Optional<Tunnel> tunnel,
      Optional<ConnectionStatus> ike,
      Optional<String> refused) {
    List<GatewayStatus.Association> associations =
        tunnel.map(t -> associations(t, ike)).orElse(List.of());
    return new GatewayStatus.Connection(
        plan.id(),
        plan.name(),
        plan.peerName(),
        plan.localAddress(),
        plan.remoteAddress(),
        status(ike, tunnel),
        refused,
        ike.flatMap(ConnectionStatus::ike).map(StatusReport::ikeSa),
        associations.isEmpty() ? "" : associations.getFirst().suite(),
        tunnel.map(StatusReport::udpEncapsulated).orElse(false),
        tunnel.map(t -> t.in.packets()).orElse(0L),
        tunnel.map(t -> t.in.bytes()).orElse(0L),
        tunnel.map(t -> t.out.packets()).orElse(0L),
        tunnel.map(t -> t.out.bytes()).orElse(0L),
        associations,
        ike.flatMap(ConnectionStatus::lastFailure).map(this::failure),
        tunnel.map(t -> t.drops.nonZero()).orElse(Map.of()));
  }

  /** Domain model §6.6; established only when the packet thread has both directions. */
  private static NegotiationStatus status(Optional<ConnectionStatus> ike, Optional<Tunnel> tunnel) {
    boolean carries =
        tunnel.map(t -> !t.inbound().isEmpty() && !t.outbound().isEmpty()).orElse(false);
    if (carries) return NegotiationStatus.IPSEC_SA_ESTABLISHED;
    return switch (ike.map(ConnectionStatus::state)
        .orElse(ConnectionStatus.TunnelState.IKE_SA_NOT_ESTABLISHED)) {
      case IKE_SA_NOT_ESTABLISHED -> NegotiationStatus.IKE_SA_NOT_ESTABLISHED;
      case IKE_SA_ESTABLISHED -> NegotiationStatus.IKE_SA_ESTABLISHED;
      // IKE has it, the packet thread is about to.
      case IPSEC_SA_NOT_ESTABLISHED, IPSEC_SA_ESTABLISHED ->
          NegotiationStatus.IPSEC_SA_NOT_ESTABLISHED;
    };
  }

  private static boolean udpEncapsulated(Tunnel t) {
    return !t.inbound().isEmpty() && t.inbound().getFirst().negotiated.udpEncapsulated();
  }

  private List<GatewayStatus.Association> associations(
      Tunnel tunnel, Optional<ConnectionStatus> ike) {
    List<GatewayStatus.Association> result = new ArrayList<>();
    for (InboundEntry in : tunnel.inbound()) {
      Optional<OutboundEntry> out =
          tunnel.outbound().stream().filter(o -> o.negotiated.inboundSpi() == in.spi()).findFirst();
      Optional<ConnectionStatus.ChildStatus> child =
          ike.flatMap(
              s -> s.children().stream().filter(c -> c.inboundSpi() == in.spi()).findFirst());
      result.add(association(in, out, child));
    }
    return result;
  }

  private static GatewayStatus.Association association(
      InboundEntry in, Optional<OutboundEntry> out, Optional<ConnectionStatus.ChildStatus> child) {
    ChildSa sa = in.negotiated;
    return new GatewayStatus.Association(
        sa.child(),
        in.spi(),
        out.map(OutboundEntry::spi).orElse(0),
        child.map(ConnectionStatus.ChildStatus::suite).orElse(sa.encryption().toString()),
        sa.esn(),
        sa.local().stream().map(TrafficSelector::toString).toList(),
        sa.remote().stream().map(TrafficSelector::toString).toList(),
        in.mtu(),
        child.map(c -> age(c.ageNanos())).orElse(Duration.ZERO),
        child.flatMap(c -> rekey(c.rekeyInNanos())),
        in.counter.packets(),
        in.counter.bytes(),
        out.map(o -> o.counter.packets()).orElse(0L),
        out.map(o -> o.counter.bytes()).orElse(0L));
  }

  private GatewayStatus.Failure failure(IkeFailure f) {
    return new GatewayStatus.Failure(
        f.reason().code(), f.phase(), f.text(), f.local(), f.remote(), age(now - f.atNanos()));
  }

  private static GatewayStatus.IkeSa ikeSa(ConnectionStatus.IkeStatus s) {
    return new GatewayStatus.IkeSa(
        s.initiatorSpi(),
        s.responderSpi(),
        s.initiator(),
        s.suite().toString(),
        s.nat(),
        age(s.ageNanos()),
        rekey(s.rekeyInNanos()));
  }

  private static Optional<Duration> rekey(long inNanos) {
    boolean known = inNanos > 0 && inNanos != Long.MAX_VALUE;
    return known ? Optional.of(age(inNanos)) : Optional.empty();
  }

  private static Duration age(long nanos) {
    return Duration.ofNanos(Math.max(0, nanos));
  }
}
