package org.vpnhub.dataplane.internal.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.dataplane.Packets.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.Packets;

class FragmenterTest {

  private static List<byte[]> split(byte[] packet, int mtu) {
    PacketBatch from = new PacketBatch(1, 1920);
    PacketBatch into = new PacketBatch(64, 1920);
    int slot = from.add(packet, 0, packet.length);
    Fragmenter.split(from, slot, mtu, into);
    assertEquals(into.size(), Fragmenter.fragments(packet, 0, mtu));
    List<byte[]> result = new ArrayList<>();
    for (int i = 0; i < into.size(); i++) result.add(Packets.bytes(into, i));
    return result;
  }

  @Test
  void fifteenHundredIntoATunnelOf1438() {
    byte[] packet = Packets.udp("10.10.10.10", "10.10.20.10", 1500);
    List<byte[]> f = split(packet, 1438);
    assertEquals(2, f.size());
    // 1438 - 20 = 1418, floored to eights 1416: total 1436, then 1480 - 1416 = 64 more.
    assertArrayEquals(hex("4500059c 12342000"), Arrays.copyOf(f.get(0), 8));
    assertArrayEquals(hex("45000054 123400b1"), Arrays.copyOf(f.get(1), 8));
    for (byte[] b : f) assertEquals(b.length, Ipv4.soundLength(b, 0, b.length));
  }

  @Test
  void aMiddleFragmentStaysInTheMiddle() {
    byte[] middle = Packets.udp("10.10.10.10", "10.10.20.10", 1500, 64, 0x2000 | 185);
    List<byte[]> f = split(middle, 1400);
    assertEquals(2, f.size());
    for (byte[] b : f) assertTrue(Ipv4.moreFragments(b, 0));
    assertEquals(1480, Ipv4.fragmentOffset(f.get(0), 0));
    assertEquals(1480 + 1376, Ipv4.fragmentOffset(f.get(1), 0));
    byte[] last = Packets.udp("10.10.10.10", "10.10.20.10", 1500, 64, 185);
    List<byte[]> g = split(last, 1400);
    assertTrue(Ipv4.moreFragments(g.get(0), 0));
    assertTrue(!Ipv4.moreFragments(g.get(1), 0));
  }

  /**
   * RFC 791 §3.1: record route (7) is in the first fragment alone, loose source route (131) in all.
   */
  @Test
  void optionsAreCopiedAsTheirFlagSays() {
    byte[] options = hex("0707040a000001 01 8307080a000002 01");
    byte[] packet = Packets.ipv4("10.0.0.1", "10.0.0.2", 17, 0, 64, 0, options, new byte[200]);
    List<byte[]> f = split(packet, 136);
    assertEquals(36, Ipv4.headerLength(f.get(0), 0));
    assertEquals(28, Ipv4.headerLength(f.get(1), 0));
    assertArrayEquals(hex("8307080a00000200"), Arrays.copyOfRange(f.get(1), 20, 28));
    for (byte[] b : f) assertEquals(b.length, Ipv4.soundLength(b, 0, b.length));
    assertTrue(f.stream().allMatch(b -> b.length <= 136));
  }

  @Test
  void fragmentsInAnyOrderMakeThePacketAgain() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      byte[] packet = Packets.udp("10.0.0.1", "10.0.0.2", 100 + random.nextInt(1400));
      List<byte[]> f = split(packet, 68 + random.nextInt(packet.length));
      if (f.size() == 1) continue;
      Collections.shuffle(f, random);
      Reassembly reassembly = new Reassembly();
      for (int i = 0; i < f.size() - 1; i++) assertNull(reassembly.add(f.get(i), 0));
      assertArrayEquals(packet, reassembly.add(f.getLast(), 0), "seed " + seed + " round " + round);
    }
  }

  @Test
  void anMtuWithoutRoomForData() {
    byte[] packet = Packets.udp("10.0.0.1", "10.0.0.2", 100);
    assertEquals(Integer.MAX_VALUE, Fragmenter.fragments(packet, 0, 27));
  }
}
