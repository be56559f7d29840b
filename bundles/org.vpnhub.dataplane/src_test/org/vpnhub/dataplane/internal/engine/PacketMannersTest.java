package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.dataplane.Packets.hex;
import static org.vpnhub.dataplane.Packets.ip;
import static org.vpnhub.dataplane.internal.engine.Offices.HANGZHOU;
import static org.vpnhub.dataplane.internal.engine.Offices.MTU;
import static org.vpnhub.dataplane.internal.engine.Offices.NINGBO;
import static org.vpnhub.dataplane.internal.engine.Offices.SHANGHAI;
import static org.vpnhub.dataplane.internal.engine.Offices.VPC;
import static org.vpnhub.dataplane.internal.engine.Offices.assertIcmp;
import static org.vpnhub.dataplane.internal.engine.Offices.oneHop;
import static org.vpnhub.dataplane.internal.engine.Offices.threeOffices;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.dataplane.MemoryUnderlay.Datagram;
import org.vpnhub.dataplane.Packets;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.dataplane.internal.packet.Ipv4;
import org.vpnhub.dataplane.internal.packet.Reassembly;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;

/** What a router owes its packets: time to live, MTU, fragments, ICMP, ECN, MSS. */
class PacketMannersTest {
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
}
