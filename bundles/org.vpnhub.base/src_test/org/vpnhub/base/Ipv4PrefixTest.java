package org.vpnhub.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4PrefixTest {
  @Test
  void parsesWhatItPrints() {
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      int length = random.nextInt(33);
      var prefix = new Ipv4Prefix(random.nextInt() & Ipv4Prefix.mask(length), length);
      assertEquals(prefix, Ipv4Prefix.parse(prefix.toString()));
    }
  }

  @Test
  void hostBitsAreRefusedAndTheNetworkIsNamed() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Ipv4Prefix.parse("10.10.20.5/24"));
    assertEquals(
        "10.10.20.5/24 has host bits set; the network is 10.10.20.0/24", error.getMessage());
    assertEquals(Ipv4Prefix.parse("10.10.20.0/24"), Ipv4Prefix.parseMasked("10.10.20.5/24"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0/8",
        "/8",
        "10.0.0.0/8/8"
      })
  void refusesMalformedText(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ipv4Prefix.parse(text));
    assertThrows(IllegalArgumentException.class, () -> Ipv4Prefix.parseMasked(text));
  }

  @Test
  void containsAndOverlapsAgreeWithTheAddressRange() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      Ipv4Prefix a = nearby(random);
      Ipv4Prefix b = nearby(random);
      boolean overlap = a.first().compareTo(b.last()) <= 0 && b.first().compareTo(a.last()) <= 0;
      boolean inside = a.first().compareTo(b.first()) <= 0 && b.last().compareTo(a.last()) <= 0;
      assertEquals(overlap, a.overlaps(b), () -> a + " " + b);
      assertEquals(inside, a.contains(b), () -> a + " " + b);
      assertTrue(a.contains(a.first()) && a.contains(a.last()));
    }
  }

  private static Ipv4Prefix nearby(Random random) {
    int length = 24 + random.nextInt(9);
    return new Ipv4Prefix((0x0A000000 | random.nextInt(256)) & Ipv4Prefix.mask(length), length);
  }

  @Test
  void anyContainsEverything() {
    assertTrue(Ipv4Prefix.ANY.contains(Ipv4Prefix.parse("255.255.255.255/32")));
    assertFalse(Ipv4Prefix.parse("255.255.255.255/32").contains(Ipv4Prefix.ANY));
    assertEquals("255.255.255.255", Ipv4Prefix.ANY.last().toString());
  }
}
