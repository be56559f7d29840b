package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void bytesHaveAReadableUnit() {
    assertEquals("0 B", Units.bytes(0));
    assertEquals("999 B", Units.bytes(999));
    assertEquals("1.0 kB", Units.bytes(1000));
    assertEquals("1.2 MB", Units.bytes(1_234_567));
    assertEquals("12 MB", Units.bytes(12_345_678));
    assertEquals("1.0 MB", Units.bytes(999_600));
  }

  @Test
  void ratesAreInBits() {
    assertEquals("4.8 Mbit/s", Units.bits(4_800_000));
    assertEquals("640 kbit/s", Units.bits(640_000));
  }

  @Test
  void suitesAreWrittenAsPeopleDo() {
    assertEquals("AES-256-GCM, X25519, ESN", Units.suite("AES_GCM_16_256/CURVE_25519/EXT_SEQ"));
    assertEquals(
        "AES-128-CBC, SHA-256, MODP-2048",
        Units.suite("AES_CBC_128/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048"));
    assertEquals("", Units.suite(""));
  }

  @Test
  void agesHaveTwoUnitsAtMost() {
    assertEquals("12 s", Units.age(Duration.ofSeconds(12)));
    assertEquals("3 min", Units.age(Duration.ofSeconds(180)));
    assertEquals("3 min 5 s", Units.age(Duration.ofSeconds(185)));
    assertEquals("59 min", Units.age(Duration.ofSeconds(3599)));
    assertEquals("2 h 5 min", Units.age(Duration.ofMinutes(125)));
    assertEquals("3 d 4 h", Units.age(Duration.ofHours(76)));
  }
}
