package org.vpnhub.dataplane.internal.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.dataplane.Packets.hex;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vpnhub.dataplane.Packets;

class Ipv4Test {
  /** A UDP packet's header as printed in many textbooks; its checksum is b861. */
  private static final String HEADER = "45000073000040004011b861c0a80001c0a800c7";

  private static byte[] packet() {
    byte[] b = new byte[0x73];
    System.arraycopy(hex(HEADER), 0, b, 0, 20);
    return b;
  }

  @Test
  void sumOfRfc1071Section3() {
    assertEquals(0xddf2, Checksum.sum(hex("0001f203f4f5f6f7"), 0, 8, 0));
  }

  @Test
  void updateOfRfc1624Section4() {
    assertEquals(0x0000, Checksum.update(0xdd2f, 0x5555, 0x3285));
  }

  @Test
  void sumOfAnyLengthIsTheTextbookSum() {
    Random random = new Random(7);
    for (int length = 0; length < 70; length++) {
      byte[] b = new byte[length + 3];
      random.nextBytes(b);
      assertEquals(
          Packets.checksum(b, 3, b.length, 0), Checksum.of(b, 3, length), "length " + length);
    }
  }

  @Test
  void readsATextbookHeader() {
    byte[] b = packet();
    assertEquals(0x73, Ipv4.soundLength(b, 0, b.length));
    assertEquals(20, Ipv4.headerLength(b, 0));
    assertEquals(64, Ipv4.ttl(b, 0));
    assertEquals(17, Ipv4.protocol(b, 0));
    assertEquals(Packets.ip("192.168.0.1"), Ipv4.source(b, 0));
    assertEquals(Packets.ip("192.168.0.199"), Ipv4.destination(b, 0));
    assertTrue(Ipv4.dontFragment(b, 0));
    assertFalse(Ipv4.isFragment(b, 0));
  }

  @Test
  void paddingBehindTheTotalLengthIsNotPartOfThePacket() {
    byte[] b = new byte[0x73 + 40];
    System.arraycopy(packet(), 0, b, 0, 0x73);
    assertEquals(0x73, Ipv4.soundLength(b, 0, b.length));
  }

  @Test
  void unsoundHeadersAreRefused() {
    byte[] b = packet();
    assertEquals(-1, Ipv4.soundLength(b, 0, 19), "shorter than a header");
    assertEquals(-1, Ipv4.soundLength(b, 0, 0x72), "shorter than it says");
    for (int at : new int[] {0, 1, 2, 3, 4, 6, 8, 9, 10, 12, 19}) {
      byte[] bad = packet();
      bad[at] ^= 0x10;
      assertEquals(-1, Ipv4.soundLength(bad, 0, bad.length), "byte " + at);
    }
    byte[] six = packet();
    six[0] = 0x65;
    Ipv4.seal(six, 0);
    assertEquals(-1, Ipv4.soundLength(six, 0, six.length), "version 6");
    byte[] small = packet();
    small[0] = 0x44;
    Ipv4.seal(small, 0);
    assertEquals(-1, Ipv4.soundLength(small, 0, small.length), "header of 16 bytes");
    byte[] total = packet();
    total[3] = 19;
    total[2] = 0;
    Ipv4.seal(total, 0);
    assertEquals(-1, Ipv4.soundLength(total, 0, total.length), "total length under the header's");
  }

  @Test
  void ttlAndTosChangeTheChecksumAsComputedAnew() {
    Random random = new Random(11);
    for (int round = 0; round < 1000; round++) {
      byte[] b = packet();
      b[8] = (byte) (1 + random.nextInt(255));
      b[1] = (byte) random.nextInt(256);
      b[5] = (byte) random.nextInt(256);
      Ipv4.seal(b, 0);
      byte[] expected = b.clone();
      int tos = random.nextInt(256);
      expected[8]--;
      expected[1] = (byte) tos;
      Ipv4.seal(expected, 0);
      Ipv4.decrementTtl(b, 0);
      Ipv4.setTos(b, 0, tos);
      assertArrayEquals(expected, b);
    }
  }

  @Test
  void textbookTtl() {
    byte[] b = packet();
    Ipv4.decrementTtl(b, 0);
    // One less in the high octet of its word is one more in that of the checksum.
    assertArrayEquals(
        hex("45000073000040003f11b961c0a80001c0a800c7"), java.util.Arrays.copyOf(b, 20));
  }
}
