package org.vpnhub.dataplane.internal.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcnTest {

  /** RFC 6040 figure 4, row by row, as it is printed. */
  @ParameterizedTest
  @CsvSource({
    "Not-ECT, Not-ECT, Not-ECT, Not-ECT, drop",
    "ECT(0),  ECT(0),  ECT(0),  ECT(1),  CE",
    "ECT(1),  ECT(1),  ECT(1),  ECT(1),  CE",
    "CE,      CE,      CE,      CE,      CE"
  })
  void egress(String inner, String notEct, String ect0, String ect1, String ce) {
    String[] columns = {notEct, ect0, ect1, ce};
    int[] outer = {0b00, 0b10, 0b01, 0b11};
    for (int i = 0; i < outer.length; i++) {
      int expected = columns[i].equals("drop") ? -1 : 0xb8 | code(columns[i]);
      assertEquals(
          expected, Ecn.innerTos(0xb8 | code(inner), 0x48 | outer[i]), inner + " in " + outer[i]);
    }
  }

  private static int code(String name) {
    return switch (name) {
      case "Not-ECT" -> 0b00;
      case "ECT(1)" -> 0b01;
      case "ECT(0)" -> 0b10;
      case "CE" -> 0b11;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** RFC 6040 figure 3. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "2, 2, 0", "1, 1, 0", "3, 3, 0"})
  void ingress(int inner, int normal, int compatibility) {
    assertEquals(0xb8 | normal, Ecn.outerTos(0xb8 | inner, Ecn.Mode.NORMAL));
    assertEquals(0xb8 | compatibility, Ecn.outerTos(0xb8 | inner, Ecn.Mode.COMPATIBILITY));
  }
}
