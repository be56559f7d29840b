package org.vpnhub.dataplane.internal.engine;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.MemoryInside;
import org.vpnhub.dataplane.MemoryUnderlay;
import org.vpnhub.dataplane.MemoryUnderlay.Datagram;
import org.vpnhub.dataplane.Packets;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.dataplane.internal.route.RouteTable;
import org.vpnhub.esp.EspSuite;
import org.vpnhub.esp.InboundSa;
import org.vpnhub.esp.OutboundSa;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;

/**
 * A packet path driven by hand, in one thread and in a time of its own, with peers that seal and
 * open for themselves. No IKE: child SAs are put in place.
 */
final class Bench implements Hints {
  static final EspSuite SUITE =
      new EspSuite(EncryptionAlgorithm.AES_GCM_16_128, IntegrityAlgorithm.NONE);

  final MemoryUnderlay underlay = new MemoryUnderlay();
  final MemoryInside inside = new MemoryInside();
  final DropCounters drops = new DropCounters();
  final Map<ConnectionId, Tunnel> tunnels = new LinkedHashMap<>();
  final List<IkeDatagram> ike = new ArrayList<>();
  final List<String> hints = new ArrayList<>();
  final SpiMap spis = new SpiMap();
  final EngineOptions options;
  final Associations associations;
  PacketPath path;
  long now = 1_000_000_000L;
  boolean ikeRoom = true;
  private GatewayPlan plan;
  private int nextSpi = 0x1000;

  Bench(GatewayPlan plan) {
    this(plan, 64);
  }

  Bench(GatewayPlan plan, int slots) {
    this.plan = plan;
    options =
        EngineOptions.defaults()
            .withRandom(new SecureRandom())
            .withTime(() -> now)
            .withBatch(slots, 1920);
    associations = new Associations(options, spis);
    path = newPath();
  }

  private PacketPath newPath() {
    Forwarding forwarding = forwarding(plan);
    associations.forwarding(forwarding);
    return new PacketPath(underlay, inside, options, drops, spis, this, forwarding);
  }

  /** A new path, for one that asked the sides something when it was made. */
  void rebuild() {
    path = newPath();
  }

  private Forwarding forwarding(GatewayPlan p) {
    Map<ConnectionId, Tunnel> next = new LinkedHashMap<>();
    for (ConnectionPlan c : p.connections()) {
      Tunnel known = tunnels.get(c.id());
      next.put(c.id(), known == null ? new Tunnel(c, options.icmpPerSecond()) : known);
      if (known != null) known.adopt(c);
    }
    tunnels.clear();
    tunnels.putAll(next);
    List<ConnectionId> order = List.copyOf(next.keySet());
    RouteTable routes = new RouteTable(p, order::indexOf);
    return new Forwarding(
        routes, next.values().toArray(Tunnel[]::new), Packets.ip("192.168.0.1"), p.linkMtu());
  }

  void apply(GatewayPlan next) {
    plan = next;
    Forwarding forwarding = forwarding(next);
    associations.forwarding(forwarding);
    path.forwarding(forwarding);
  }

  Tunnel tunnel(String name) {
    return tunnels.get(Plans.id(name));
  }

  long drops(String name, DropReason reason) {
    return tunnel(name).drops.get(reason);
  }

  /** The far end of a connection of the plan, with the selectors of its first child. */
  Peer peer(String name) {
    return peer(name, true, SUITE);
  }

  Peer peer(String name, boolean udp, EspSuite suite) {
    ConnectionPlan c =
        plan.connections().stream()
            .filter(x -> x.id().equals(Plans.id(name)))
            .findFirst()
            .orElseThrow();
    ChildPlan child = c.children().getFirst();
    return new Peer(c, selectors(child.local()), selectors(child.remote()), udp, suite);
  }

  static List<TrafficSelector> selectors(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(TrafficSelector::ofPrefix).toList();
  }

  /** The far end of one pair of security associations. */
  final class Peer {
    final ConnectionPlan connection;
    final int hubSpi = nextSpi++;
    final int peerSpi = nextSpi++;
    private final boolean udp;
    private final OutboundSa towardsHub;
    private final InboundSa fromHub;
    private final byte[] hubIn;
    private final byte[] hubOut;
    private final EspSuite suite;
    private final List<TrafficSelector> local;
    private final List<TrafficSelector> remote;

    Peer(
        ConnectionPlan connection,
        List<TrafficSelector> local,
        List<TrafficSelector> remote,
        boolean udp,
        EspSuite suite) {
      this.connection = connection;
      this.local = local;
      this.remote = remote;
      this.udp = udp;
      this.suite = suite;
      hubIn = key(hubSpi);
      hubOut = key(peerSpi);
      towardsHub = new OutboundSa(hubSpi, suite, hubIn, false);
      fromHub = new InboundSa(peerSpi, suite, hubOut, false, 1024);
    }

    private byte[] key(int seed) {
      byte[] key = new byte[suite.keyMaterialLength()];
      for (int i = 0; i < key.length; i++) key[i] = (byte) (seed * 31 + i);
      return key;
    }

    ChildSa childSa() {
      return new ChildSa(
          connection.id(),
          "child",
          hubSpi,
          peerSpi,
          suite.encryption(),
          suite.integrity(),
          false,
          new Secret(hubIn),
          new Secret(hubOut),
          local,
          remote,
          udp,
          connection.localAddress(),
          4500,
          connection.remoteAddress(),
          4500);
    }

    Peer install() {
      associations.installInbound(childSa());
      associations.installOutbound(childSa());
      return this;
    }

    /** An inner packet as it comes from this peer. */
    Datagram sealed(byte[] inner, int outerTos) {
      PacketBatch one = new PacketBatch(1, 4096);
      one.add(inner, 0, inner.length);
      if (towardsHub.seal(one, new int[] {0}, 1, new DropCounters()) != 1) {
        throw new AssertionError("not sealed");
      }
      int port = udp ? 4500 : 0;
      return new Datagram(
          connection.localAddress().bits(),
          port,
          connection.remoteAddress().bits(),
          port,
          outerTos,
          Packets.bytes(one, 0));
    }

    void send(byte[] inner) {
      underlay.arrive(sealed(inner, PacketBatch.TOS_UNKNOWN));
    }

    /** Opens what the hub sent to this peer; null when it is not of this pair. */
    byte[] open(Datagram d) {
      PacketBatch one = new PacketBatch(1, 4096);
      one.add(d.payload(), 0, d.payload().length);
      int opened = fromHub.open(one, new int[] {0}, 1, new DropCounters());
      return opened == 1 ? Packets.bytes(one, 0) : null;
    }

    /** Opens everything that the hub sent, which must all be for this peer. */
    List<byte[]> received() {
      List<byte[]> result = new ArrayList<>();
      for (Datagram d : underlay.take()) {
        if (d.remote() != connection.remoteAddress().bits()) {
          throw new AssertionError("sent to another peer: " + d);
        }
        byte[] inner = open(d);
        if (inner == null) throw new AssertionError("does not open");
        result.add(inner);
      }
      return result;
    }
  }

  /** Runs the path until nothing is left to do. */
  void run() {
    while (path.poll()) now += 1000;
  }

  @Override
  public boolean hasRoom() {
    return ikeRoom;
  }

  @Override
  public boolean ike(IkeDatagram datagram) {
    ike.add(datagram);
    return true;
  }

  @Override
  public void peerActive(ConnectionId connection) {
    hints.add("active " + connection);
  }

  @Override
  public void confirmed(ConnectionId connection, int inboundSpi) {
    hints.add("confirmed " + connection + " " + inboundSpi);
  }

  @Override
  public void nearlyUsedUp(ConnectionId connection, int inboundSpi) {
    hints.add("rekey " + connection + " " + inboundSpi);
  }

  @Override
  public void wanted(ConnectionId connection) {
    hints.add("wanted " + connection);
  }
}
