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
import org.vpnhub.dataplane.Packets;

class MssClampTest {
  private static final int SYN = 0x02;
  private static final int SYN_ACK = 0x12;
  private static final int ACK = 0x10;

  /** What Linux sends: MSS 1460, SACK permitted, timestamps, no-operation, window scale 7. */
  private static final String LINUX = "020405b4 0402 080a0102030400000000 01 030307";

  private static byte[] syn(int flags, String options) {
    return Packets.tcp("10.10.20.5", "10.10.30.7", flags, hex(options), new byte[0]);
  }

  private static void assertChecksum(byte[] b) {
    byte[] t = Arrays.copyOfRange(b, 20, b.length);
    int expected = Packets.tcpChecksum(Packets.ip("10.10.20.5"), Packets.ip("10.10.30.7"), t);
    assertEquals(expected, (t[16] & 0xff) << 8 | t[17] & 0xff);
  }

  @ParameterizedTest
  @ValueSource(ints = {SYN, SYN_ACK})
  void lowersTheMssOfBothDirections(int flags) {
    byte[] b = syn(flags, LINUX);
    assertTrue(MssClamp.clamp(b, 0, b.length, 1382));
    assertArrayEquals(hex("02040566"), Arrays.copyOfRange(b, 40, 44));
    assertChecksum(b);
  }

  @Test
  void anOptionAtAnOddOffset() {
    byte[] b = syn(SYN, "01 020405b4 01 0402");
    assertTrue(MssClamp.clamp(b, 0, b.length, 1234));
    assertArrayEquals(hex("01020404d2"), Arrays.copyOfRange(b, 40, 45));
    assertChecksum(b);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02040400", // smaller than the clamp
        "01010101", // no MSS
        "00000000 020405b4", // behind the end of the options
        "02050000 00000000", // an MSS of a wrong length
        "0200 05b4", // an option of length 0
        "0800 05b4 020405b4", // the same before an MSS
        "03ff 0000", // an option that runs over the end
        "01010102", // an option cut off after its kind
      })
  void leavesTheRestAlone(String options) {
    byte[] b = syn(SYN, options);
    byte[] before = b.clone();
    assertFalse(MssClamp.clamp(b, 0, b.length, 1382));
    assertArrayEquals(before, b);
  }

  @Test
  void onlyASyn() {
    byte[] b = syn(ACK, LINUX);
    assertFalse(MssClamp.clamp(b, 0, b.length, 1382));
  }

  @Test
  void onlyTcpAndOnlyAFirstFragment() {
    byte[] later = syn(SYN, LINUX);
    later[7] = 1;
    Ipv4.seal(later, 0);
    assertFalse(MssClamp.clamp(later, 0, later.length, 1382));
    byte[] udp = syn(SYN, LINUX);
    udp[9] = 17;
    assertFalse(MssClamp.clamp(udp, 0, udp.length, 1382));
  }

  @Test
  void aTruncatedSegmentIsNotReadBeyond() {
    byte[] b = syn(SYN, LINUX);
    for (int length = 20; length < b.length; length++) {
      byte[] cut = Arrays.copyOf(b, length);
      MssClamp.clamp(cut, 0, length, 1382);
    }
  }
}
