package org.vpnhub.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.crypto.TestData.hex;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.base.Bytes;
import org.vpnhub.testkit.StrongswanTrace;

class PrfTest {
  private static void check(byte[] key, byte[] data, String sha256, String sha384, String sha512) {
    assertArrayEquals(hex(sha256), PrfAlgorithm.HMAC_SHA2_256.prf(key).compute(data));
    assertArrayEquals(hex(sha384), PrfAlgorithm.HMAC_SHA2_384.prf(key).compute(data));
    assertArrayEquals(hex(sha512), PrfAlgorithm.HMAC_SHA2_512.prf(key).compute(data));
  }

  private static byte[] repeated(int value, int count) {
    byte[] result = new byte[count];
    Arrays.fill(result, (byte) value);
    return result;
  }

  @Test
  void rfc4231Case1() {
    check(
        repeated(0x0b, 20),
        "Hi There".getBytes(US_ASCII),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        """
        afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59c
        faea9ea9076ede7f4af152e8b2fa9cb6\
        """,
        """
        87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde
        daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854\
        """);
  }

  @Test
  void rfc4231Case2ShortKey() {
    check(
        "Jefe".getBytes(US_ASCII),
        "what do ya want for nothing?".getBytes(US_ASCII),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        """
        af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e
        8e2240ca5e69e2c78b3239ecfab21649\
        """,
        """
        164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554
        9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737\
        """);
  }

  @Test
  void rfc4231Case6KeyLongerThanTheBlock() {
    check(
        repeated(0xaa, 131),
        "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        """
        4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c6
        0c2ef6ab4030fe8296248df163f44952\
        """,
        """
        80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352
        6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598\
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "hmac_sha256_test.json, HMAC_SHA2_256",
    "hmac_sha384_test.json, HMAC_SHA2_384",
    "hmac_sha512_test.json, HMAC_SHA2_512"
  })
  void wycheproof(String file, PrfAlgorithm algorithm) throws Exception {
    int valid = 0;
    int invalid = 0;
    for (TestData.Wycheproof t : TestData.wycheproof(file)) {
      byte[] tag = t.bytes("tag");
      byte[] computed = algorithm.prf(t.bytes("key")).compute(t.bytes("msg"));
      boolean same = Arrays.equals(tag, Arrays.copyOf(computed, tag.length));
      assertEquals(t.is("valid"), same, t.id());
      if (same) valid++;
      else invalid++;
    }
    assertTrue(valid >= 60 && invalid >= 100, valid + " valid, " + invalid + " invalid");
  }

  @Test
  void partsAreJoined() {
    Prf prf = PrfAlgorithm.HMAC_SHA2_256.prf(new byte[32]);
    assertArrayEquals(
        prf.compute("abcdef".getBytes(US_ASCII)),
        prf.compute("ab".getBytes(US_ASCII), new byte[0], "cdef".getBytes(US_ASCII)));
  }

  @Test
  void emptyKeyIsThatOfZeros() {
    assertArrayEquals(
        PrfAlgorithm.HMAC_SHA2_256.prf(new byte[64]).compute(hex("01")),
        PrfAlgorithm.HMAC_SHA2_256.prf(new byte[0]).compute(hex("01")));
  }

  /** RFC 7296 §2.17: KEYMAT = prf+(SK_d, Ni | Nr), against what strongSwan derived. */
  @ParameterizedTest
  @ValueSource(
      strings = {"v2-aes128gcm16-x25519", "v2-aes256gcm16-ecp256", "v2-aes256-sha256-modp2048"})
  void childKeysOfStrongswan(String name) throws Exception {
    StrongswanTrace trace = TestData.trace(name);
    List<StrongswanTrace.ChildKeys> children = trace.children();
    assertEquals(3, children.size());
    for (StrongswanTrace.ChildKeys child : children) {
      byte[] expected = child.keymat();
      boolean found = false;
      for (byte[] skD : trace.all("Sk_d secret")) {
        Prf prf = PrfAlgorithm.HMAC_SHA2_256.prf(skD);
        found |= Arrays.equals(expected, prf.plus(expected.length, child.seed()));
      }
      assertTrue(found, () -> "no SK_d gives " + Bytes.hex(expected));
    }
  }

  @Test
  void prfPlusBlocksFollowTheDefinition() {
    Prf prf = PrfAlgorithm.HMAC_SHA2_384.prf(hex("0102"));
    byte[] seed = hex("a0a1a2");
    byte[] t1 = prf.compute(seed, new byte[] {1});
    byte[] t2 = prf.compute(t1, seed, new byte[] {2});
    byte[] t3 = prf.compute(t2, seed, new byte[] {3});
    byte[] whole = Bytes.concat(t1, t2, t3);
    assertArrayEquals(whole, prf.plus(144, seed));
    assertArrayEquals(Arrays.copyOf(whole, 100), prf.plus(100, hex("a0"), hex("a1a2")));
    assertEquals(0, prf.plus(0, seed).length);
  }

  @Test
  void prfPlusEndsAfter255Blocks() {
    Prf prf = PrfAlgorithm.HMAC_SHA2_256.prf(hex("01"));
    assertEquals(255 * 32, prf.plus(255 * 32, hex("02")).length);
    assertThrows(IllegalArgumentException.class, () -> prf.plus(255 * 32 + 1, hex("02")));
    assertThrows(IllegalArgumentException.class, () -> prf.plus(-1, hex("02")));
  }
}
