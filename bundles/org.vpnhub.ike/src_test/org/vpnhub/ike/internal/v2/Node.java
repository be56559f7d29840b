package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.IkeFailure;

/**
 * One end: an engine with the packet path that its actions ask for. Packets are only an SPI with
 * the key that they are under: enough to see what would be lost.
 */
final class Node {
  final String name;
  final Engine engine;
  final List<IkeEvent> events = new ArrayList<>();
  final List<IkeAction> log = new ArrayList<>();

  /** Inbound SAs by SPI with the key. */
  final Map<Integer, Installed> inbound = new LinkedHashMap<>();

  /** Outbound SAs in the order of their installation. */
  final List<Installed> outbound = new ArrayList<>();

  private final Consumer<IkeDatagram> network;
  int keepalives;

  /** Whether the packet path tells the engine of what it receives. */
  boolean tells = true;

  /** An SA with its key as text, taken before the packet path closes the secret. */
  record Installed(ChildSa sa, String key) {}

  /** An encrypted packet. */
  record Packet(ConnectionId connection, int spi, String key) {}

  Node(String name, Engine engine, Consumer<IkeDatagram> network) {
    this.name = name;
    this.engine = engine;
    this.network = network;
  }

  void configure(long now, ConnectionConfig c) {
    apply(engine.configure(now, c));
  }

  void command(long now, IkeCommand c) {
    apply(engine.command(now, c));
  }

  void receive(long now, IkeDatagram d) {
    apply(engine.receive(now, d));
  }

  void advance(long now) {
    apply(engine.advance(now));
  }

  void apply(List<IkeAction> actions) {
    for (IkeAction action : actions) {
      log.add(action);
      apply(action);
    }
  }

  private void apply(IkeAction action) {
    switch (action) {
      case IkeAction.Send(IkeDatagram d) -> network.accept(d);
      case IkeAction.SendKeepalive k -> keepalives++;
      case IkeAction.InstallInbound(ChildSa sa) -> {
        Installed old = inbound.put(sa.inboundSpi(), take(sa, true));
        if (old != null) throw new AssertionError("inbound SPI installed twice");
      }
      case IkeAction.InstallOutbound(ChildSa sa) -> {
        if (!inbound.containsKey(sa.inboundSpi())) {
          throw new AssertionError("outbound before inbound");
        }
        outbound.add(take(sa, false));
      }
      case IkeAction.RemoveInbound(ConnectionId c, int spi) -> {
        if (inbound.remove(spi) == null) throw new AssertionError("no such inbound SA");
      }
      case IkeAction.RemoveOutbound(ConnectionId c, int spi) -> {
        boolean gone =
            outbound.removeIf(i -> i.sa().outboundSpi() == spi && i.sa().connection().equals(c));
        if (!gone) throw new AssertionError("no such outbound SA");
      }
      case IkeAction.UpdateEndpoints u -> {}
      case IkeAction.Event(IkeEvent e) -> {
        events.add(e);
        if (e instanceof IkeEvent.Fault f) throw new AssertionError(name + ": " + f.what());
      }
    }
  }

  private static Installed take(ChildSa sa, boolean in) {
    var secret = in ? sa.inboundKeys() : sa.outboundKeys();
    String key = Bytes.hex(secret.bytes());
    secret.close();
    return new Installed(sa, key);
  }

  /** A packet on the newest outbound SA; empty when there is none. */
  Optional<Packet> packet() {
    return packet(true);
  }

  /** A packet on the newest or the oldest outbound SA; empty when there is none. */
  Optional<Packet> packet(boolean newest) {
    if (outbound.isEmpty()) return Optional.empty();
    Installed on = newest ? outbound.getLast() : outbound.getFirst();
    return Optional.of(new Packet(on.sa().connection(), on.sa().outboundSpi(), on.key()));
  }

  /** Takes a packet; false when there is no SA for it, or one with another key. */
  boolean take(long now, Packet packet) {
    Installed sa = inbound.get(packet.spi());
    if (sa == null || !sa.key().equals(packet.key())) return false;
    if (!tells) return true;
    command(now, new IkeCommand.PeerActive(sa.sa().connection()));
    command(now, new IkeCommand.Confirmed(sa.sa().connection(), packet.spi()));
    return true;
  }

  ConnectionStatus status(long now) {
    return engine.status(now).getFirst();
  }

  ConnectionStatus status(long now, ConnectionId id) {
    return engine.status(now).stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  List<IkeFailure> failures() {
    return events.stream()
        .filter(IkeEvent.Failed.class::isInstance)
        .map(e -> ((IkeEvent.Failed) e).failure())
        .toList();
  }

  IkeFailure lastFailure() {
    return failures().getLast();
  }

  /** All SAs that the engine still knows, for checks of what is left. */
  long established() {
    return engine.sas().stream().filter(IkeSa::isEstablished).count();
  }
}
