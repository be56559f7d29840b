package org.vpnhub.ui.monitor.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.ui.live.LiveConnection.State;

/**
 * A row of the tunnels' table: a connection, below it phase 1 of each end that can be seen, below
 * that its pairs of security associations.
 *
 * @param kind what the row is
 * @param connection the connection it belongs to
 * @param site the site's name
 * @param state what colours it
 * @param cells the texts in the order of {@link #COLUMNS}
 * @param children rows below it
 */
public record TunnelRow(
    Kind kind,
    ConnectionId connection,
    String site,
    State state,
    List<String> cells,
    List<TunnelRow> children) {

  /** The titles of the columns; the first names the row. */
  public static final List<String> COLUMNS =
      List.of(
          "Tunnel",
          "State",
          "Rate in",
          "Rate out",
          "In",
          "Out",
          "Age",
          "Next rekey",
          "Suite",
          "Why it is not up",
          "SPIs in / out");

  /** What a row is. */
  public enum Kind {
    CONNECTION,
    PHASE1,
    PHASE2
  }

  public TunnelRow {
    cells = List.copyOf(cells);
    children = List.copyOf(children);
  }

  /** The rows of a snapshot, one for each connection. */
  public static List<TunnelRow> of(Snapshot snapshot) {
    return snapshot.connections().stream().map(c -> connection(snapshot, c)).toList();
  }

  private static TunnelRow connection(Snapshot snapshot, ConnectionSnapshot c) {
    GatewayStatus.Connection hub = c.hub();
    State state = snapshot.isGone() ? State.DOWN : c.state();
    boolean flows = c.isUp() && !snapshot.isGone();
    boolean lab = snapshot.kind() == Snapshot.Kind.LAB;
    List<TunnelRow> children = new ArrayList<>();
    children.add(phase1(c, hub, lab ? "Phase 1 at the hub" : "Phase 1"));
    c.site().ifPresent(s -> children.add(phase1(c, s, "Phase 1 at " + hub.peer())));
    return new TunnelRow(
        Kind.CONNECTION,
        c.id(),
        hub.peer(),
        state,
        List.of(
            hub.name(),
            (snapshot.isGone() ? "was " : "") + word(c),
            flows ? Units.bits(c.rate().bitsIn()) : "",
            flows ? Units.bits(c.rate().bitsOut()) : "",
            traffic(hub.packetsIn(), hub.bytesIn()),
            traffic(hub.packetsOut(), hub.bytesOut()),
            hub.ike().map(i -> Units.age(i.age())).orElse(""),
            rekey(hub.associations().stream().findFirst().flatMap(a -> a.nextRekey())),
            Units.suite(hub.espSuite()),
            c.reason(),
            ""),
        children);
  }

  private static TunnelRow phase1(
      ConnectionSnapshot c, GatewayStatus.Connection end, String title) {
    Optional<GatewayStatus.IkeSa> ike = end.ike();
    String reason =
        end.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED
            ? ""
            : end.refused().or(() -> end.lastFailure().map(TunnelRow::failure)).orElse("");
    boolean failed = ike.isEmpty() && end.lastFailure().isPresent();
    List<TunnelRow> children = end.associations().stream().map(a -> phase2(c, end, a)).toList();
    return new TunnelRow(
        Kind.PHASE1,
        c.id(),
        end.peer(),
        ike.isPresent() ? State.UP : failed ? State.FAILED : State.DOWN,
        List.of(
            title,
            ike.isPresent() ? "up" : failed ? "failed" : "down",
            "",
            "",
            "",
            "",
            ike.map(i -> Units.age(i.age())).orElse(""),
            rekey(ike.flatMap(GatewayStatus.IkeSa::nextRekey)),
            Units.suite(end.ikeSuite()),
            reason,
            ike.map(i -> "%016x / %016x".formatted(own(i), other(i))).orElse("")),
        children);
  }

  private static long own(GatewayStatus.IkeSa i) {
    return i.initiator() ? i.initiatorSpi() : i.responderSpi();
  }

  private static long other(GatewayStatus.IkeSa i) {
    return i.initiator() ? i.responderSpi() : i.initiatorSpi();
  }

  private static String failure(GatewayStatus.Failure f) {
    return f.code() + " in phase " + f.phase() + ", " + Units.age(f.age()) + " ago: " + f.text();
  }

  private static TunnelRow phase2(
      ConnectionSnapshot c, GatewayStatus.Connection end, GatewayStatus.Association a) {
    boolean complete = a.outboundSpi() != 0;
    String out = complete ? "%08x".formatted(a.outboundSpi()) : "pending";
    return new TunnelRow(
        Kind.PHASE2,
        c.id(),
        end.peer(),
        complete ? State.UP : State.NEGOTIATING,
        List.of(
            "Phase 2: " + String.join(", ", a.local()) + " \u2194 " + String.join(", ", a.remote()),
            complete ? "up" : "negotiating",
            "",
            "",
            traffic(a.packetsIn(), a.bytesIn()),
            traffic(a.packetsOut(), a.bytesOut()),
            Units.age(a.age()),
            rekey(a.nextRekey()),
            Units.suite(a.suite()),
            "",
            "%08x / %s".formatted(a.inboundSpi(), out)),
        List.of());
  }

  /** The state, and of a failure its code. */
  private static String word(ConnectionSnapshot c) {
    String word = word(c.state());
    return c.state() == State.FAILED
        ? c.failure().map(f -> word + ": " + f.code()).orElse(word)
        : word;
  }

  /** A state in a word. */
  public static String word(State state) {
    return switch (state) {
      case UP -> "up";
      case NEGOTIATING -> "negotiating";
      case DOWN -> "down";
      case FAILED -> "failed";
      case REFUSED -> "refused";
    };
  }

  private static String rekey(Optional<Duration> next) {
    return next.map(d -> "in " + Units.age(d)).orElse("");
  }

  private static String traffic(long packets, long bytes) {
    if (packets == 0) return "0 B";
    return Units.bytes(bytes) + " (" + Units.count(packets) + ")";
  }
}
