package org.vpnhub.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bit/s",
    "999, 999 bit/s",
    "1000, 1.00 kbit/s",
    "811000, 811 kbit/s",
    "999499, 999 kbit/s",
    "999500, 1.00 Mbit/s",
    "12340000, 12.3 Mbit/s",
    "9999999, 10.0 Mbit/s",
    "1234567890123, 1.23 Tbit/s"
  })
  void rates(long bitsPerSecond, String text) {
    assertEquals(text, Words.rate(bitsPerSecond));
  }

  @Test
  void someOfMany() {
    assertEquals("—", Words.some(List.of(), 2));
    assertEquals("a, b", Words.some(List.of("a", "b"), 2));
    assertEquals("a, b +1", Words.some(List.of("a", "b", "c"), 2));
  }

  @Test
  void wraps() {
    assertEquals("", Words.wrap(""));
    assertEquals(
        "the device of Hangzhou does not\nsend 10.10.30.0/24 into the tunnel",
        Words.wrap("the device of Hangzhou does not send 10.10.30.0/24 into the tunnel"));
  }
}
