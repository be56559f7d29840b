package org.vpnhub.esp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;

class EspSuiteTest {
  private static final int MSS = 40;

  /** AES-CBC over NAT-T at 1500, as AWS publishes it: 1422 / MSS 1382 for SHA-1, 1406 / 1366. */
  @Test
  void publishedFigures() {
    assertEquals(1422, EspSuite.maxInner(1500, true, 16, 12, 16), "SHA-1");
    assertEquals(1382, EspSuite.maxInner(1500, true, 16, 12, 16) - MSS);
    EspSuite sha512 =
        new EspSuite(EncryptionAlgorithm.AES_CBC_256, IntegrityAlgorithm.HMAC_SHA2_512_256);
    assertEquals(1406, sha512.maxInner(1500, true));
    assertEquals(1366, sha512.maxInner(1500, true) - MSS);
  }

  @Test
  void gcmFigures() {
    EspSuite gcm = new EspSuite(EncryptionAlgorithm.AES_GCM_16_256, IntegrityAlgorithm.NONE);
    assertEquals(1446, gcm.maxInner(1500, false));
    assertEquals(1438, gcm.maxInner(1500, true));
    assertEquals(1338, gcm.maxInner(1400, true));
  }

  static List<EspSuite> suites() {
    return Esp.suites();
  }

  /** The figure is exact: such a packet fits the link, and one byte more does not. */
  @ParameterizedTest
  @MethodSource("suites")
  void figureIsExact(EspSuite suite) {
    Random random = new Random(5);
    for (int link = 200; link <= 1600; link++) {
      for (int udp = 0; udp <= 8; udp += 8) {
        int inner = suite.maxInner(link, udp > 0);
        int outer = 20 + udp;
        assertTrue(outer + suite.sealedLength(inner) <= link);
        assertTrue(outer + suite.sealedLength(inner + 1) > link);
      }
    }
    for (int length = 20; length < 400; length++) {
      PacketBatch batch = Esp.batch(Esp.ipv4(random, length));
      new OutboundSa(1, suite, Esp.key(suite), false)
          .seal(batch, Esp.slots(batch), 1, new DropCounters());
      assertEquals(suite.sealedLength(length), batch.length(0));
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void tinyLinksCarryNothing(EspSuite suite) {
    assertEquals(0, suite.maxInner(40, true));
    assertEquals(0, suite.maxInner(0, false));
  }

  @Test
  void unfittingAlgorithmsAreRefused() {
    EncryptionAlgorithm gcm = EncryptionAlgorithm.AES_GCM_16_128;
    EncryptionAlgorithm cbc = EncryptionAlgorithm.AES_CBC_128;
    assertThrows(
        IllegalArgumentException.class,
        () -> new EspSuite(gcm, IntegrityAlgorithm.HMAC_SHA2_256_128));
    assertThrows(IllegalArgumentException.class, () -> new EspSuite(cbc, IntegrityAlgorithm.NONE));
  }

  @Test
  void textNamesTheAlgorithms() {
    assertEquals(
        "AES_GCM_16_128",
        new EspSuite(EncryptionAlgorithm.AES_GCM_16_128, IntegrityAlgorithm.NONE).toString());
    assertEquals(
        "AES_CBC_192/HMAC_SHA2_384_192",
        new EspSuite(EncryptionAlgorithm.AES_CBC_192, IntegrityAlgorithm.HMAC_SHA2_384_192)
            .toString());
  }
}
