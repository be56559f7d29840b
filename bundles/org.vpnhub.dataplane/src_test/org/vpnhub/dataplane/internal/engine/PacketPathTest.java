package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vpnhub.dataplane.Packets.ip;
import static org.vpnhub.dataplane.internal.engine.Offices.HANGZHOU;
import static org.vpnhub.dataplane.internal.engine.Offices.NINGBO;
import static org.vpnhub.dataplane.internal.engine.Offices.SHANGHAI;
import static org.vpnhub.dataplane.internal.engine.Offices.VPC;
import static org.vpnhub.dataplane.internal.engine.Offices.oneHop;
import static org.vpnhub.dataplane.internal.engine.Offices.threeOffices;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.dataplane.MemoryUnderlay.Datagram;
import org.vpnhub.dataplane.Packets;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.dataplane.internal.packet.Ipv4;
import org.vpnhub.esp.EspSuite;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;

/** Where packets go, and which do not. */
class PacketPathTest {
  @Test
  void hairpinFromSiteToSite() {
    Offices o = new Offices();
    byte[] packet = Packets.udp(SHANGHAI, HANGZHOU, 1000);
    o.shanghai.send(packet);
    o.bench.run();
    List<byte[]> got = o.hangzhou.received();
    assertEquals(1, got.size());
    assertArrayEquals(oneHop(packet), got.getFirst());
    assertEquals(1, o.bench.tunnel("shanghai").in.packets());
    assertEquals(1000, o.bench.tunnel("shanghai").in.bytes());
    assertEquals(1, o.bench.tunnel("hangzhou").out.packets());
    assertEquals(1000, o.bench.tunnel("hangzhou").out.bytes());
    assertEquals(0, o.bench.tunnel("ningbo").out.packets());
  }

  @Test
  void everySuiteAndNativeEsp() {
    EspSuite[] suites = {
      new EspSuite(EncryptionAlgorithm.AES_GCM_16_256, IntegrityAlgorithm.NONE),
      new EspSuite(EncryptionAlgorithm.AES_CBC_256, IntegrityAlgorithm.HMAC_SHA2_256_128),
      new EspSuite(EncryptionAlgorithm.AES_CBC_128, IntegrityAlgorithm.HMAC_SHA2_512_256),
    };
    for (EspSuite suite : suites) {
      Bench bench = new Bench(threeOffices());
      Bench.Peer from = bench.peer("shanghai", false, suite).install();
      Bench.Peer to = bench.peer("hangzhou", false, suite).install();
      from.send(Packets.udp(SHANGHAI, HANGZHOU, 999));
      bench.run();
      List<Datagram> sent = bench.underlay.take();
      assertEquals(1, sent.size(), suite.toString());
      assertEquals(0, sent.getFirst().localPort(), "IP protocol 50");
      assertArrayEquals(
          oneHop(Packets.udp(SHANGHAI, HANGZHOU, 999)), to.open(sent.getFirst()), suite.toString());
    }
  }

  @Test
  void toTheVpcAndBack() {
    Offices o = new Offices();
    byte[] there = Packets.udp(SHANGHAI, VPC, 200);
    o.shanghai.send(there);
    o.bench.run();
    assertArrayEquals(oneHop(there), o.bench.inside.take().getFirst());
    byte[] back = Packets.udp(VPC, SHANGHAI, 300);
    o.bench.inside.arrive(back);
    o.bench.run();
    assertArrayEquals(oneHop(back), o.shanghai.received().getFirst());
  }

  @Test
  void spoofedSourcesAreDropped() {
    Offices o = new Offices();
    o.shanghai.send(Packets.udp(HANGZHOU, NINGBO, 100)); // another site's
    o.shanghai.send(Packets.udp(VPC, HANGZHOU, 100)); // the VPC's
    o.shanghai.send(Packets.udp("8.8.8.8", HANGZHOU, 100)); // nobody's
    o.bench.run();
    assertEquals(3, o.bench.drops("shanghai", DropReason.SOURCE_NOT_ALLOWED));
    assertEquals(0, o.bench.underlay.take().size());
    assertEquals(3, o.bench.tunnel("shanghai").in.packets(), "opened, then dropped");
  }

  private static final List<ChildPlan> ANY =
      List.of(new ChildPlan("any", List.of(Ipv4Prefix.ANY), List.of(Ipv4Prefix.ANY)));

  /** Behaviours B9 and B10. */
  @Test
  void twoConnectionsFromAnyToAny() {
    List<ConnectionPlan> both =
        List.of(Plans.hubConnection("a", 10, ANY), Plans.hubConnection("b", 20, ANY));
    List<DestinationRoute> routes =
        List.of(
            new DestinationRoute(Ipv4Prefix.parse("10.10.10.0/24"), Plans.id("a"), 100),
            new DestinationRoute(Ipv4Prefix.parse("10.10.20.0/24"), Plans.id("b"), 100));
    Bench bench = new Bench(Plans.hub(both, List.of(), routes));
    Bench.Peer a = bench.peer("a").install();
    Bench.Peer b = bench.peer("b").install();
    a.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    bench.run();
    assertEquals(1, b.received().size());
    b.send(Packets.udp(HANGZHOU, SHANGHAI, 100));
    bench.run();
    assertEquals(1, a.received().size());
    a.send(Packets.udp(HANGZHOU, SHANGHAI, 100));
    a.send(Packets.udp(SHANGHAI, "10.10.10.77", 100));
    bench.run();
    assertEquals(1, bench.drops("a", DropReason.SOURCE_NOT_ALLOWED));
    assertEquals(1, bench.drops("a", DropReason.ROUTE_LOOP));
    assertEquals(0, bench.underlay.take().size());
  }

  @Test
  void destinationOutsideTheSelectors() {
    ChildPlan narrow =
        new ChildPlan("x", Plans.prefixes("192.168.0.0/16"), Plans.prefixes("10.10.10.0/24"));
    Bench bench =
        new Bench(
            Plans.hub(
                Plans.hubConnection("shanghai", 10, List.of(narrow)),
                Plans.hubConnection("hangzhou", 20)));
    Bench.Peer shanghai = bench.peer("shanghai").install();
    bench.peer("hangzhou").install();
    shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    bench.run();
    assertEquals(1, bench.drops("shanghai", DropReason.DESTINATION_NOT_ALLOWED));
  }

  @Test
  void whatIsNotOursOrNotAuthentic() {
    Offices o = new Offices();
    Datagram good = o.shanghai.sealed(Packets.udp(SHANGHAI, HANGZHOU, 100), -1);
    o.bench.underlay.arrive(good);
    o.bench.underlay.arrive(good);
    byte[] forged = o.shanghai.sealed(Packets.udp(SHANGHAI, HANGZHOU, 100), -1).payload();
    forged[forged.length - 1] ^= 1;
    o.bench.underlay.arrive(datagram(4500, forged));
    byte[] stranger = good.payload().clone();
    stranger[0] ^= 1;
    o.bench.underlay.arrive(datagram(4500, stranger));
    o.bench.underlay.arrive(datagram(4500, new byte[7]));
    o.bench.underlay.arrive(datagram(500, new byte[27]));
    o.bench.run();
    assertEquals(1, o.hangzhou.received().size());
    assertEquals(1, o.bench.drops("shanghai", DropReason.REPLAYED));
    assertEquals(1, o.bench.drops("shanghai", DropReason.INTEGRITY_FAILED));
    assertEquals(1, o.bench.drops.get(DropReason.UNKNOWN_SPI));
    assertEquals(2, o.bench.drops.get(DropReason.MALFORMED_DATAGRAM));
  }

  /** After a restart the sites' packets come on associations that are lost. */
  @Test
  void unknownAssociationsOfAKnownPeerWakeItsConnection() {
    Bench bench = new Bench(threeOffices());
    Bench.Peer lost = bench.peer("shanghai");
    for (int i = 0; i < 10; i++) lost.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    bench.run();
    assertEquals(List.of("wanted vco-shanghai"), bench.hints, "once, and that one alone");
    assertEquals(10, bench.drops.get(DropReason.UNKNOWN_SPI));
    bench.peer("shanghai").install();
    bench.now += 5_000_000_000L;
    lost.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    bench.run();
    assertEquals(1, bench.hints.size(), "not while it is up");
  }

  private static Datagram from(Datagram d, int address, int port) {
    return new Datagram(d.local(), d.localPort(), address, port, d.tos(), d.payload());
  }

  /** RFC 7296 §2.23. */
  @Test
  void aPeerBehindANatIsFollowedByItsAuthenticPackets() {
    ConnectionPlan p = Plans.hubConnection("shanghai", 10);
    ConnectionPlan behindNat =
        new ConnectionPlan(
            p.id(),
            p.name(),
            p.peerName(),
            p.localAddress(),
            p.remoteAddress(),
            p.localId(),
            p.remoteId(),
            p.pskReference(),
            p.ike(),
            p.ipsec(),
            p.children(),
            false,
            p.dpd(),
            true,
            false,
            true,
            p.peerPrefixes(),
            true);
    for (boolean nat : new boolean[] {true, false}) {
      Bench bench = new Bench(Plans.hub(nat ? behindNat : p));
      Bench.Peer shanghai = bench.peer("shanghai").install();
      int elsewhere = ip("198.51.100.200");
      Datagram first = shanghai.sealed(Packets.udp(SHANGHAI, VPC, 100), -1);
      bench.underlay.arrive(from(first, elsewhere, 61234));
      bench.underlay.arrive(from(first, ip("198.51.100.66"), 1)); // a replay moves nothing
      bench.run();
      bench.inside.arrive(Packets.udp(VPC, SHANGHAI, 100));
      bench.run();
      Datagram sent = bench.underlay.take().getFirst();
      assertEquals(nat ? elsewhere : p.remoteAddress().bits(), sent.remote());
      assertEquals(nat ? 61234 : 4500, sent.remotePort());
    }
  }

  @Test
  void innerPacketsThatAreNotSound() {
    Offices o = new Offices();
    byte[] bad = Packets.udp(SHANGHAI, HANGZHOU, 100);
    bad[10] ^= 1;
    o.shanghai.send(bad);
    byte[] inside = Packets.udp(VPC, HANGZHOU, 100);
    inside[10] ^= 1;
    o.bench.inside.arrive(inside);
    o.bench.run();
    assertEquals(1, o.bench.drops("shanghai", DropReason.MALFORMED_IP));
    assertEquals(1, o.bench.drops.get(DropReason.MALFORMED_IP));
    assertEquals(0, o.bench.underlay.take().size());
  }

  private static Datagram datagram(int port, byte[] payload) {
    return new Datagram(Plans.HUB.bits(), port, ip("198.51.100.10"), port, -1, payload);
  }

  /** RFC 3948 §2. */
  @Test
  void ikeIsToldFromEspAndKeepalives() {
    Offices o = new Offices();
    byte[] message = new byte[28];
    Arrays.fill(message, (byte) 0x5a);
    byte[] marked = new byte[32];
    System.arraycopy(message, 0, marked, 4, 28);
    o.bench.underlay.arrive(datagram(500, message));
    o.bench.underlay.arrive(datagram(4500, marked));
    o.bench.underlay.arrive(datagram(4500, new byte[] {(byte) 0xff}));
    o.bench.run();
    assertEquals(2, o.bench.ike.size());
    for (var d : o.bench.ike) assertArrayEquals(message, d.message());
    assertEquals(500, o.bench.ike.get(0).localPort());
    assertEquals(4500, o.bench.ike.get(1).localPort());
    assertEquals(0, o.bench.drops.nonZero().size());
  }

  @Test
  void anIkeFloodDoesNotReachBeyondItsQueue() {
    Offices o = new Offices();
    o.bench.ikeRoom = false;
    for (int i = 0; i < 500; i++) o.bench.underlay.arrive(datagram(500, new byte[100]));
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.run();
    assertEquals(500, o.bench.drops.get(DropReason.QUEUE_FULL));
    assertEquals(0, o.bench.ike.size());
    assertEquals(1, o.hangzhou.received().size());
  }

  @Test
  void theInsideSendsFromItsOwnAddressesAndNotToItself() {
    Offices o = new Offices();
    o.bench.inside.arrive(Packets.udp("10.10.10.10", HANGZHOU, 100));
    o.bench.inside.arrive(Packets.udp(VPC, "192.168.9.9", 100));
    o.bench.run();
    assertEquals(1, o.bench.drops.get(DropReason.INSIDE_SOURCE_NOT_ALLOWED));
    assertEquals(1, o.bench.drops.get(DropReason.ROUTE_LOOP));
    assertEquals(0, o.bench.underlay.take().size());
  }

  @Test
  void theNewestAssociationServesAndTotalsOutliveIt() {
    Offices o = new Offices();
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.run();
    assertEquals(1, o.hangzhou.received().size());
    Bench.Peer rekeyed = o.bench.peer("hangzhou").install();
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.run();
    assertEquals(1, rekeyed.received().size());
    o.hangzhou.send(Packets.udp(HANGZHOU, SHANGHAI, 100));
    rekeyed.send(Packets.udp(HANGZHOU, SHANGHAI, 100));
    o.bench.run();
    assertEquals(2, o.shanghai.received().size(), "in flight on the old one");
    o.bench.associations.removeOutbound(Plans.id("hangzhou"), rekeyed.peerSpi);
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.run();
    assertEquals(1, o.hangzhou.received().size(), "the earlier one serves again");
    o.bench.associations.removeInbound(o.hangzhou.hubSpi);
    o.hangzhou.send(Packets.udp(HANGZHOU, SHANGHAI, 100));
    o.bench.run();
    assertEquals(1, o.bench.drops.get(DropReason.UNKNOWN_SPI));
    assertEquals(3, o.bench.tunnel("hangzhou").out.packets());
    assertEquals(2, o.bench.tunnel("hangzhou").in.packets());
  }

  @Test
  void hintsForIke() {
    Offices o = new Offices();
    for (int i = 0; i < 100; i++) o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.run();
    assertEquals(
        List.of("confirmed vco-shanghai " + o.shanghai.hubSpi, "active vco-shanghai"),
        o.bench.hints);
    o.bench.now += 2_000_000_000L;
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.run();
    assertEquals("active vco-shanghai", o.bench.hints.getLast());
    assertEquals(3, o.bench.hints.size());
  }

  @Test
  void aRemovedConnectionTakesItsAssociationsWithIt() {
    Offices o = new Offices();
    Tunnel hangzhou = o.bench.tunnel("hangzhou");
    o.bench.apply(Plans.hub(Plans.hubConnection("hangzhou", 20)));
    assertEquals(1, o.bench.spis.size());
    assertEquals(hangzhou, o.bench.tunnel("hangzhou"));
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 100));
    o.bench.inside.arrive(Packets.udp(VPC, HANGZHOU, 100));
    o.bench.run();
    assertEquals(1, o.hangzhou.received().size(), "the other one goes on");
    assertEquals(1, o.bench.drops.get(DropReason.UNKNOWN_SPI));
  }

  @Test
  void aBatchOfManyPeersAtOnce() {
    ConnectionPlan[] sites = new ConnectionPlan[50];
    for (int i = 0; i < 50; i++) sites[i] = Plans.hubConnection("s" + i, i + 1);
    Bench bench = new Bench(Plans.hub(sites));
    Bench.Peer[] peers = new Bench.Peer[50];
    for (int i = 0; i < 50; i++) peers[i] = bench.peer("s" + i).install();
    for (int i = 0; i < 50; i++) {
      for (int j = 0; j < 50; j++) {
        if (i != j)
          peers[i].send(Packets.udp("10.10." + (i + 1) + ".1", "10.10." + (j + 1) + ".1", 64));
      }
    }
    bench.run();
    int[] got = new int[50];
    for (Datagram d : bench.underlay.take()) {
      int j = (d.remote() & 0xff) - 1;
      byte[] inner = peers[j].open(d);
      assertEquals(ip("10.10." + (j + 1) + ".1"), Ipv4.destination(inner, 0));
      got[j]++;
    }
    for (int n : got) assertEquals(49, n);
  }
}
