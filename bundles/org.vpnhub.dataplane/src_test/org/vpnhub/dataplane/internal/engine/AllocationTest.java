package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.MemoryInside;
import org.vpnhub.dataplane.Packets;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.dataplane.internal.route.RouteTable;
import org.vpnhub.esp.InboundSa;
import org.vpnhub.esp.OutboundSa;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;

/**
 * The packet path allocates nothing of its own: what a hairpin through it allocates is what opening
 * and sealing the same packets allocates without it (the JCE's doing).
 */
class AllocationTest {
  private static final int BATCH = 64;
  private static final int WARM_UP = 3000;
  private static final int MEASURED = 1000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Seals a batch of packets of site a at each receive; forgets what is sent. */
  private static final class Wire implements Underlay {
    private final byte[] packet = Packets.udp("10.10.10.10", "10.10.20.10", 1000);
    private final int[] slots = new int[BATCH];
    private final DropCounters drops = new DropCounters();
    private final OutboundSa site = new OutboundSa(0x1001, Bench.SUITE, key(0x1001), true);
    private boolean open;
    long sent;

    Wire() {
      for (int i = 0; i < BATCH; i++) slots[i] = i;
    }

    @Override
    public void open(Selector selector, Runnable wakeup) {}

    @Override
    public int receive(PacketBatch batch, DropCounters counters) {
      if (!open) return 0;
      while (!batch.isFull()) {
        int slot = batch.add(packet, 0, packet.length);
        batch.outer(slot, Plans.HUB.bits(), 4500, 0xc6336401, 4500);
      }
      site.seal(batch, slots, BATCH, drops);
      return BATCH;
    }

    @Override
    public void send(PacketBatch batch, int[] which, int count, DropCounters counters) {
      sent += count;
    }

    @Override
    public boolean nativeEsp() {
      return false;
    }

    @Override
    public boolean seesTrafficClass(boolean udpEncapsulated) {
      return false;
    }

    @Override
    public void close() {}
  }

  private static byte[] key(int spi) {
    byte[] key = new byte[Bench.SUITE.keyMaterialLength()];
    for (int i = 0; i < key.length; i++) key[i] = (byte) (spi * 17 + i);
    return key;
  }

  private static ChildSa child(ConnectionPlan c, int in, int out) {
    return new ChildSa(
        c.id(),
        "x",
        in,
        out,
        Bench.SUITE.encryption(),
        Bench.SUITE.integrity(),
        true,
        new Secret(key(in)),
        new Secret(key(out)),
        Bench.selectors(c.children().getFirst().local()),
        Bench.selectors(c.children().getFirst().remote()),
        true,
        c.localAddress(),
        4500,
        c.remoteAddress(),
        4500);
  }

  @Test
  void noneButTheCryptography() {
    assumeTrue(
        THREADS.isThreadAllocatedMemorySupported(),
        "skipped: this JVM does not count what a thread allocates");
    double without = bytesPerPacket(cryptographyAlone());
    double with = bytesPerPacket(throughThePath());
    System.out.printf("bytes a packet: %.1f with the path, %.1f without%n", with, without);
    assertTrue(with - without < 1, with + " bytes a packet, " + without + " without the path");
  }

  private static double bytesPerPacket(Runnable batch) {
    for (int i = 0; i < WARM_UP; i++) batch.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < MEASURED; i++) batch.run();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    return (double) bytes / (MEASURED * BATCH);
  }

  private static Runnable throughThePath() {
    GatewayPlan plan = Plans.hub(Plans.hubConnection("a", 10), Plans.hubConnection("b", 20));
    Tunnel[] tunnels =
        plan.connections().stream().map(c -> new Tunnel(c, 100)).toArray(Tunnel[]::new);
    List<ConnectionId> order = plan.connections().stream().map(ConnectionPlan::id).toList();
    EngineOptions options = EngineOptions.defaults().withBatch(BATCH, 1920);
    SpiMap spis = new SpiMap();
    Associations associations = new Associations(options, spis);
    Forwarding forwarding =
        new Forwarding(new RouteTable(plan, order::indexOf), tunnels, 0, plan.linkMtu());
    associations.forwarding(forwarding);
    Wire wire = new Wire();
    PacketPath path =
        new PacketPath(
            wire, new MemoryInside(), options, new DropCounters(), spis, new NoHints(), forwarding);
    associations.installInbound(child(plan.connections().get(0), 0x1001, 0x2001));
    associations.installOutbound(child(plan.connections().get(1), 0x1002, 0x2002));
    wire.open = true;
    return () -> {
      long before = wire.sent;
      path.poll();
      assertEquals(BATCH, wire.sent - before);
    };
  }

  private static Runnable cryptographyAlone() {
    Wire wire = new Wire();
    wire.open = true;
    InboundSa in = new InboundSa(0x1001, Bench.SUITE, key(0x1001), true, 4096);
    OutboundSa out = new OutboundSa(0x2002, Bench.SUITE, key(0x2002), true);
    PacketBatch batch = new PacketBatch(BATCH, 1920);
    DropCounters drops = new DropCounters();
    return () -> {
      batch.clear();
      wire.receive(batch, drops);
      assertEquals(BATCH, in.open(batch, wire.slots, BATCH, drops));
      assertEquals(BATCH, out.seal(batch, wire.slots, BATCH, drops));
    };
  }

  /** Hints are given once a second, not for each packet. */
  private static final class NoHints implements Hints {
    @Override
    public boolean hasRoom() {
      return true;
    }

    @Override
    public boolean ike(IkeDatagram datagram) {
      return true;
    }

    @Override
    public void peerActive(ConnectionId connection) {}

    @Override
    public void confirmed(ConnectionId connection, int inboundSpi) {}

    @Override
    public void nearlyUsedUp(ConnectionId connection, int inboundSpi) {}

    @Override
    public void wanted(ConnectionId connection) {}
  }
}
