package org.vpnhub.dataplane.internal.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.dataplane.Packets.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.Packets;

class IcmpErrorTest {
  private static final String FROM = "10.10.20.10";
  private static final String TO = "10.10.30.10";

  private static byte[] error(byte[] about, int type, int code, int rest) {
    PacketBatch into = new PacketBatch(1, 1920);
    int router = Packets.ip("192.168.0.1");
    int slot = IcmpError.append(into, about, 0, about.length, type, code, rest, router, 7);
    return Packets.bytes(into, slot);
  }

  @Test
  void fragmentationNeededCarriesTheMtu() {
    byte[] about = Packets.udp(FROM, TO, 1500, 64, 0x4000);
    byte[] e = error(about, IcmpError.UNREACHABLE, IcmpError.FRAGMENTATION_NEEDED, 1438);
    assertEquals(576, e.length);
    assertEquals(576, Ipv4.soundLength(e, 0, e.length));
    assertEquals(0xc0, e[1] & 0xff);
    assertEquals(Packets.ip("192.168.0.1"), Ipv4.source(e, 0));
    assertEquals(Packets.ip(FROM), Ipv4.destination(e, 0));
    assertArrayEquals(hex("0304"), Arrays.copyOfRange(e, 20, 22));
    assertArrayEquals(hex("0000059e"), Arrays.copyOfRange(e, 24, 28));
    assertEquals(0, Packets.checksum(e, 20, e.length, 0));
    assertArrayEquals(Arrays.copyOf(about, 548), Arrays.copyOfRange(e, 28, 576));
  }

  @Test
  void timeExceededQuotesASmallPacketWhole() {
    byte[] about = Packets.udp(FROM, TO, 61, 1, 0);
    byte[] e = error(about, IcmpError.TIME_EXCEEDED, IcmpError.TTL_EXCEEDED, 0);
    assertEquals(20 + 8 + 61, e.length);
    assertArrayEquals(hex("0b00"), Arrays.copyOfRange(e, 20, 22));
    assertArrayEquals(about, Arrays.copyOfRange(e, 28, e.length));
    assertEquals(0, Packets.checksum(e, 20, e.length, 0));
  }

  private static boolean allowed(byte[] b) {
    return IcmpError.isAllowedAbout(b, 0, b.length);
  }

  private static byte[] icmp(int type) {
    return Packets.ipv4(FROM, TO, 1, 0, 64, 0, new byte[] {(byte) type, 0, 0, 0, 0, 0, 0, 0});
  }

  @Test
  void aboutOrdinaryPacketsAndEchoes() {
    assertTrue(allowed(Packets.udp(FROM, TO, 100)));
    assertTrue(allowed(icmp(8)));
    assertTrue(allowed(icmp(0)));
    assertTrue(allowed(Packets.udp(FROM, TO, 100, 64, 0x2000)), "the first fragment");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 11, 12})
  void notAboutIcmpErrors(int type) {
    assertFalse(allowed(icmp(type)));
  }

  @Test
  void notAboutLaterFragmentsOrPacketsWithoutASingleSenderOrReceiver() {
    assertFalse(allowed(Packets.udp(FROM, TO, 100, 64, 1)), "a later fragment");
    for (String to :
        new String[] {"224.0.0.1", "239.255.255.255", "255.255.255.255", "240.0.0.1"}) {
      assertFalse(allowed(Packets.udp(FROM, to, 100)), to);
    }
    for (String from : new String[] {"0.0.0.0", "127.0.0.1", "224.0.0.1", "255.255.255.255"}) {
      assertFalse(allowed(Packets.udp(from, TO, 100)), from);
    }
    assertFalse(allowed(Packets.ipv4(FROM, TO, 1, 0, 64, 0, new byte[0])), "ICMP without a type");
  }
}
