package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.MemoryUnderlay.Datagram;
import org.vpnhub.dataplane.Packets;

/** Where packets to a peer behind a NAT go (RFC 7296 §2.23). */
class EndpointTest {
  private static final int OLD = 4500;
  private static final int NEW = 61_000;

  private final Bench bench = new Bench(Offices.threeOffices());
  private final Bench.Peer shanghai = bench.peer("shanghai").install();

  /** The packet of a peer as it comes through one mapping of its NAT. */
  private static Datagram from(int port, Datagram d) {
    return new Datagram(d.local(), d.localPort(), d.remote(), port, d.tos(), d.payload());
  }

  private int portOfTheNextAnswer() {
    bench.underlay.take();
    bench.inside.arrive(Packets.udp(Offices.VPC, Offices.SHANGHAI, 100));
    bench.run();
    return bench.underlay.take().getFirst().remotePort();
  }

  @Test
  void aPacketThatWasOvertakenMovesNothing() {
    bench.tunnel("shanghai").behindNat = true;
    byte[] inner = Packets.udp(Offices.SHANGHAI, Offices.VPC, 100);
    Datagram late = from(OLD, shanghai.sealed(inner, PacketBatch.TOS_UNKNOWN));
    bench.underlay.arrive(from(NEW, shanghai.sealed(inner, PacketBatch.TOS_UNKNOWN)));
    bench.run();
    assertEquals(NEW, portOfTheNextAnswer());
    bench.underlay.arrive(late);
    bench.run();
    assertEquals(2, bench.inside.take().size(), "late, but authentic");
    assertEquals(NEW, portOfTheNextAnswer());
  }

  @Test
  void anythingButTheMappingOfAnAuthenticPacketIsIgnored() {
    bench.tunnel("shanghai").behindNat = true;
    byte[] inner = Packets.udp(Offices.SHANGHAI, Offices.VPC, 100);
    Datagram sealed = shanghai.sealed(inner, PacketBatch.TOS_UNKNOWN);
    bench.underlay.arrive(from(NEW, sealed));
    bench.run();
    bench.underlay.arrive(from(OLD, sealed));
    Datagram forged = shanghai.sealed(inner, PacketBatch.TOS_UNKNOWN);
    forged.payload()[forged.payload().length - 1] ^= 1;
    bench.underlay.arrive(from(OLD, forged));
    bench.run();
    assertEquals(NEW, portOfTheNextAnswer());
  }
}
