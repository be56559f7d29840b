package org.vpnhub.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {
  @Test
  void parsesWhatItPrints() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      Ipv4Address address = new Ipv4Address(random.nextInt());
      assertEquals(address, Ipv4Address.parse(address.toString()));
    }
  }

  @Test
  void readsTheOctetsInNetworkOrder() {
    Ipv4Address address = Ipv4Address.parse("192.0.2.1");
    assertEquals(0xC0000201, address.bits());
    assertArrayEquals(new byte[] {(byte) 192, 0, 2, 1}, address.octets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "256.0.0.1",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.04",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1,2,3,4",
        "a.b.c.d",
        "-1.2.3.4",
        "1.2.3.4/24",
        "٣.1.1.1",
        "1.2.3.0000004",
        "999999999999.1.1.1"
      })
  void refusesAnythingElse(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> Ipv4Address.parse(text));
    assertTrue(error.getMessage().contains("'" + text + "'"), error.getMessage());
  }

  @Test
  void ordersAsUnsigned() {
    assertTrue(Ipv4Address.parse("9.255.255.255").compareTo(Ipv4Address.parse("192.0.0.0")) < 0);
  }
}
