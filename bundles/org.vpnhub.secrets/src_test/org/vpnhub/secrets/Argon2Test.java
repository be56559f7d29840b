package org.vpnhub.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Argon2id against published vectors. */
class Argon2Test {
  private static byte[] bytes(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** RFC 9106 §5.3. */
  @Test
  void rfc9106() {
    byte[] tag =
        new Argon2Parameters(32, 3, 4).tag(bytes(32, 1), bytes(16, 2), bytes(8, 3), bytes(12, 4));
    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(tag));
  }

  /** test.c of the reference implementation, Argon2id version 1.3 (P-H-C/phc-winner-argon2). */
  @ParameterizedTest
  @CsvSource({
    "2, 65536, 1, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "2, 256, 1, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    "2, 256, 2, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"
  })
  void reference(int iterations, int memory, int lanes, String expected) {
    byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
    byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    byte[] key = new Argon2Parameters(memory, iterations, lanes).key(password, salt);
    assertEquals(expected, HexFormat.of().formatHex(key));
    assertEquals("password", new String(password, StandardCharsets.US_ASCII));
    assertEquals("somesalt", new String(salt, StandardCharsets.US_ASCII));
  }

  @Test
  void onlyReasonableCostIsBorne() {
    assertTrue(Argon2Parameters.DEFAULT.isBearable());
    assertTrue(Argon2Parameters.DEFAULT.memoryKib() >= 64 << 10);
    assertTrue(new Argon2Parameters(8, 1, 1).isBearable());
    int[][] bad = {
      {7, 1, 1},
      {8, 1, 2},
      {0, 1, 1},
      {-1, 1, 1},
      {(256 << 10) + 1, 1, 1},
      {Integer.MAX_VALUE, 1, 1},
      {64, 0, 1},
      {64, 17, 1},
      {64, -1, 1},
      {64, 1, 0},
      {1024, 1, 9},
      {64, 1, -1},
      {64, 1, 1 << 29}
    };
    for (int[] b : bad) {
      assertFalse(new Argon2Parameters(b[0], b[1], b[2]).isBearable(), Arrays.toString(b));
    }
  }
}
