package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.dataplane.Packets.hex;
import static org.vpnhub.dataplane.Packets.ip;

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
import org.vpnhub.dataplane.internal.packet.Reassembly;
import org.vpnhub.esp.EspSuite;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;

class PacketPathTest {
  private static final String SHANGHAI = "10.10.10.10";
  private static final String HANGZHOU = "10.10.20.10";
  private static final String NINGBO = "10.10.30.10";
  private static final String VPC = "192.168.1.10";

  /** 1500 − 20 − 8 − 8 − 8 − 16 = 1440, floored to 4, − 2. */
  private static final int MTU = 1438;

  private static GatewayPlan threeOffices() {
    return Plans.hub(
        Plans.hubConnection("shanghai", 10),
        Plans.hubConnection("hangzhou", 20),
        Plans.hubConnection("ningbo", 30));
  }

  private static final class Offices {
    final Bench bench = new Bench(threeOffices());
    final Bench.Peer shanghai = bench.peer("shanghai").install();
    final Bench.Peer hangzhou = bench.peer("hangzhou").install();
  }

  private static byte[] oneHop(byte[] packet) {
    byte[] after = packet.clone();
    after[8]--;
    after[10] = 0;
    after[11] = 0;
    int sum = Packets.checksum(after, 0, 20, 0);
    after[10] = (byte) (sum >> 8);
    after[11] = (byte) sum;
    return after;
  }

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

  /** RFC 4301 §5.1.2.1: behind a TUN the kernel is the router and counts down; hairpin is ours. */
  @Test
  void aRoutedInsideCountsTheTimeToLiveDownItself() {
    Bench routed = routedBench();
    Bench.Peer shanghai = routed.peer("shanghai").install();
    Bench.Peer hangzhou = routed.peer("hangzhou").install();
    byte[] there = Packets.udp(SHANGHAI, VPC, 200);
    shanghai.send(there);
    routed.run();
    assertArrayEquals(there, routed.inside.take().getFirst());
    byte[] back = Packets.udp(VPC, SHANGHAI, 300, 1, 0);
    routed.inside.arrive(back);
    routed.run();
    assertArrayEquals(back, shanghai.received().getFirst());
    shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 300));
    routed.run();
    assertEquals(63, Ipv4.ttl(hangzhou.received().getFirst(), 0));
  }

  private static Bench routedBench() {
    Bench bench = new Bench(threeOffices());
    bench.inside.routed(true);
    bench.rebuild();
    return bench;
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

  private static void assertIcmp(byte[] b, int type, int code, String to, byte[] about) {
    assertEquals(b.length, Ipv4.soundLength(b, 0, b.length));
    assertEquals(ip("192.168.0.1"), Ipv4.source(b, 0), "the hub's own address");
    assertEquals(ip(to), Ipv4.destination(b, 0));
    assertEquals(type, b[20]);
    assertEquals(code, b[21]);
    assertEquals(0, Packets.checksum(b, 20, b.length, 0), "ICMP checksum");
    int quoted = Math.min(about.length, b.length - 28);
    assertArrayEquals(
        Arrays.copyOf(about, quoted), Arrays.copyOfRange(b, 28, 28 + quoted), "as it came");
  }

  @Test
  void timeToLiveUsedUp() {
    Offices o = new Offices();
    for (int ttl = 0; ttl < 2; ttl++) {
      byte[] packet = Packets.udp(SHANGHAI, HANGZHOU, 100, ttl, 0);
      o.shanghai.send(packet);
      o.bench.run();
      assertIcmp(o.shanghai.received().getFirst(), 11, 0, SHANGHAI, packet);
    }
    assertEquals(2, o.bench.drops("shanghai", DropReason.TTL_EXPIRED));
    byte[] inside = Packets.udp(VPC, HANGZHOU, 100, 1, 0);
    o.bench.inside.arrive(inside);
    o.bench.run();
    assertIcmp(o.bench.inside.take().getFirst(), 11, 0, VPC, inside);
    assertEquals(1, o.bench.drops.get(DropReason.TTL_EXPIRED));
  }

  @Test
  void dontFragmentIsAnsweredWithTheMtu() {
    Offices o = new Offices();
    byte[] fits = Packets.udp(SHANGHAI, HANGZHOU, MTU, 64, 0x4000);
    byte[] big = Packets.udp(SHANGHAI, HANGZHOU, MTU + 1, 64, 0x4000);
    o.shanghai.send(fits);
    o.bench.run();
    List<Datagram> sent = o.bench.underlay.take();
    assertEquals(1, sent.size());
    int outer = 20 + 8 + sent.getFirst().payload().length;
    assertEquals(1500, outer, "fills the link to the last byte");
    o.shanghai.send(big);
    o.bench.run();
    byte[] answer = o.shanghai.received().getFirst();
    assertIcmp(answer, 3, 4, SHANGHAI, big);
    assertEquals(MTU, (answer[26] & 0xff) << 8 | answer[27] & 0xff);
    assertEquals(1, o.bench.drops("shanghai", DropReason.TOO_BIG));
  }

  @Test
  void otherPacketsAreSplitToFit() {
    Offices o = new Offices();
    byte[] big = Packets.udp(SHANGHAI, HANGZHOU, 1500);
    o.shanghai.send(big);
    o.bench.run();
    List<byte[]> pieces = o.hangzhou.received();
    assertEquals(2, pieces.size());
    Reassembly reassembly = new Reassembly();
    assertNull(reassembly.add(pieces.get(0), 0));
    assertArrayEquals(oneHop(big), reassembly.add(pieces.get(1), 0));
    assertEquals(2, o.bench.tunnel("hangzhou").out.packets());
  }

  @Test
  void moreFragmentsThanTheBatchHolds() {
    Bench bench = new Bench(threeOffices(), 4);
    Bench.Peer shanghai = bench.peer("shanghai").install();
    Bench.Peer hangzhou = bench.peer("hangzhou").install();
    for (int i = 0; i < 9; i++) shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 1500));
    bench.run();
    assertEquals(18, hangzhou.received().size());
  }

  @Test
  void fragmentsPassWithoutBeingPutTogether() {
    Offices o = new Offices();
    byte[] first = Packets.udp(SHANGHAI, HANGZHOU, 1000, 64, 0x2000);
    byte[] last = Packets.udp(SHANGHAI, HANGZHOU, 500, 64, 123);
    o.shanghai.send(last);
    o.shanghai.send(first);
    o.bench.run();
    List<byte[]> got = o.hangzhou.received();
    assertArrayEquals(oneHop(last), got.get(0));
    assertArrayEquals(oneHop(first), got.get(1));
  }

  @Test
  void toAnInsideWithASmallerMtu() {
    Offices o = new Offices();
    o.bench.inside.mtu(1000);
    byte[] big = Packets.udp(SHANGHAI, VPC, 1400, 64, 0x4000);
    o.shanghai.send(big);
    o.shanghai.send(Packets.udp(SHANGHAI, VPC, 1400));
    o.bench.run();
    byte[] answer = o.shanghai.received().getFirst();
    assertIcmp(answer, 3, 4, SHANGHAI, big);
    assertEquals(1000, (answer[26] & 0xff) << 8 | answer[27] & 0xff);
    assertEquals(2, o.bench.inside.take().size());
  }

  @Test
  void synIsClampedInBothDirections() {
    Offices o = new Offices();
    byte[] mss = hex("020405b4");
    o.shanghai.send(Packets.tcp(SHANGHAI, HANGZHOU, 0x02, mss, new byte[0]));
    o.bench.run();
    byte[] syn = o.hangzhou.received().getFirst();
    assertEquals(MTU - 40, (syn[42] & 0xff) << 8 | syn[43] & 0xff);
    byte[] segment = Arrays.copyOfRange(syn, 20, syn.length);
    assertEquals(
        Packets.tcpChecksum(ip(SHANGHAI), ip(HANGZHOU), segment),
        (segment[16] & 0xff) << 8 | segment[17] & 0xff);
    o.shanghai.send(Packets.tcp(SHANGHAI, VPC, 0x12, mss, new byte[0]));
    o.bench.run();
    byte[] ack = o.bench.inside.take().getFirst();
    assertEquals(MTU - 40, (ack[42] & 0xff) << 8 | ack[43] & 0xff, "towards the inside as well");
  }

  @Test
  void trafficClassAcrossTheTunnel() {
    Offices o = new Offices();
    o.bench.underlay.showTrafficClass(true);
    byte[] ect0 = Packets.ipv4(SHANGHAI, HANGZHOU, 17, 0xb8 | 2, 64, 0, new byte[30]);
    byte[] notEct = Packets.ipv4(SHANGHAI, HANGZHOU, 17, 0xb8, 64, 0, new byte[30]);
    o.bench.underlay.arrive(o.shanghai.sealed(ect0, 0x03));
    o.bench.underlay.arrive(o.shanghai.sealed(notEct, 0x03));
    o.bench.underlay.arrive(o.shanghai.sealed(notEct, 0x48));
    o.bench.run();
    List<Datagram> sent = o.bench.underlay.take();
    assertEquals(2, sent.size());
    assertEquals(0xb8 | 3, sent.get(0).tos(), "outer gets DSCP and ECN of the inner");
    byte[] marked = o.hangzhou.open(sent.get(0));
    assertEquals(0xb8 | 3, Ipv4.tos(marked, 0), "congestion experienced is carried inwards");
    assertEquals(50, Ipv4.soundLength(marked, 0, 50));
    assertEquals(0xb8, sent.get(1).tos(), "the inner DSCP stays");
    assertEquals(1, o.bench.drops("shanghai", DropReason.ECN_INVALID));
  }

  @Test
  void whereOuterMarksAreNotSeenNoneAreInvited() {
    Offices o = new Offices();
    o.shanghai.send(Packets.ipv4(SHANGHAI, HANGZHOU, 17, 0xb8 | 2, 64, 0, new byte[30]));
    o.bench.run();
    Datagram sent = o.bench.underlay.take().getFirst();
    assertEquals(0xb8, sent.tos());
    assertEquals(0xb8 | 2, Ipv4.tos(o.hangzhou.open(sent), 0));
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
  void noRouteTunnelDownAndSelectorMismatchAreToldApart() {
    Offices o = new Offices();
    byte[] nowhere = Packets.udp(SHANGHAI, "10.99.0.1", 100);
    o.shanghai.send(nowhere);
    o.bench.run();
    assertIcmp(o.shanghai.received().getFirst(), 3, 0, SHANGHAI, nowhere);
    assertEquals(1, o.bench.drops("shanghai", DropReason.NO_ROUTE));
    byte[] down = Packets.udp(SHANGHAI, NINGBO, 100);
    o.shanghai.send(down);
    o.bench.run();
    assertIcmp(o.shanghai.received().getFirst(), 3, 1, SHANGHAI, down);
    assertEquals(1, o.bench.drops("ningbo", DropReason.TUNNEL_DOWN));
    assertTrue(o.bench.hints.contains("wanted vco-ningbo"), "traffic wakes a connection");
    o.bench.apply(
        Plans.hub(
            threeOffices().connections(),
            List.of(),
            List.of(
                new DestinationRoute(
                    Ipv4Prefix.parse("10.99.0.0/16"), Plans.id("hangzhou"), 100))));
    o.shanghai.send(nowhere);
    o.bench.run();
    assertIcmp(o.shanghai.received().getFirst(), 3, 13, SHANGHAI, nowhere);
    assertEquals(1, o.bench.drops("hangzhou", DropReason.SELECTOR_MISMATCH));
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
  void icmpErrorsAreLimitedForEachConnection() {
    Offices o = new Offices();
    for (int i = 0; i < 300; i++) o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, 60, 1, 0));
    o.hangzhou.send(Packets.udp(HANGZHOU, SHANGHAI, 60, 1, 0));
    o.bench.run();
    List<Datagram> sent = o.bench.underlay.take();
    long toShanghai = sent.stream().filter(d -> d.remote() == ip("198.51.100.10")).count();
    assertTrue(toShanghai >= 10 && toShanghai <= 25, "answers: " + toShanghai);
    assertEquals(1, sent.size() - toShanghai, "the other connection's are not used up");
    assertEquals(300, o.bench.drops("shanghai", DropReason.TTL_EXPIRED));
  }

  @Test
  void noAnswerToABroadcastOfTheInside() {
    Offices o = new Offices();
    o.shanghai.send(Packets.udp(SHANGHAI, "192.168.255.255", 100, 1, 0));
    o.bench.run();
    assertEquals(0, o.bench.underlay.take().size());
    assertEquals(1, o.bench.drops("shanghai", DropReason.TTL_EXPIRED));
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
  void aSmallerLinkMtuHoldsAtOnce() {
    Offices o = new Offices();
    GatewayPlan p = threeOffices();
    o.bench.apply(
        new GatewayPlan(
            p.id(),
            p.name(),
            p.address(),
            1400,
            p.insidePrefixes(),
            p.connections(),
            List.of(),
            List.of()));
    o.shanghai.send(Packets.udp(SHANGHAI, HANGZHOU, MTU, 64, 0x4000));
    o.bench.run();
    byte[] answer = o.shanghai.received().getFirst();
    assertEquals(MTU - 100, (answer[26] & 0xff) << 8 | answer[27] & 0xff);
  }

  @Test
  void paddingForTrafficFlowConfidentialityIsCutOff() {
    Offices o = new Offices();
    byte[] packet = Packets.udp(SHANGHAI, HANGZHOU, 100);
    o.shanghai.send(Arrays.copyOf(packet, 400));
    o.bench.run();
    assertArrayEquals(oneHop(packet), o.hangzhou.received().getFirst());
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
