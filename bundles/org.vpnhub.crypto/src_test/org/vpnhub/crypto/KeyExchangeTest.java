package org.vpnhub.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.crypto.TestData.hex;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vpnhub.base.Bytes;

class KeyExchangeTest {
  private static final byte[] NO_PUBLIC = {};

  private static KeyExchange x25519(byte[] privateKey) throws Exception {
    return new Curve25519KeyExchange(
        KeyFactory.getInstance("X25519")
            .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey)),
        NO_PUBLIC);
  }

  private static KeyExchange ecp(ECParameterSpec curve, byte[] privateKey) throws Exception {
    return new EcpKeyExchange(
        curve,
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, privateKey), curve)),
        NO_PUBLIC);
  }

  private static void refused(KeyExchange exchange, byte[] peer) {
    assertThrows(InvalidPublicValueException.class, () -> exchange.sharedSecret(peer));
  }

  /** Refused by a check of ours: the words are not those of the platform, which checks again. */
  private static void refused(KeyExchange exchange, byte[] peer, String reason) {
    assertEquals(
        reason,
        assertThrows(InvalidPublicValueException.class, () -> exchange.sharedSecret(peer))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void bothSidesAgree(KeyExchangeMethod method) throws Exception {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 5; i++) {
      KeyExchange a = method.start(random);
      KeyExchange b = method.start(random);
      assertEquals(method.publicLength(), a.publicValue().length);
      assertFalse(Arrays.equals(a.publicValue(), b.publicValue()));
      assertArrayEquals(a.sharedSecret(b.publicValue()), b.sharedSecret(a.publicValue()));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void sameRandomnessGivesTheSameKeys(KeyExchangeMethod method) throws Exception {
    byte[][] made = new byte[2][];
    for (int i = 0; i < 2; i++) {
      SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG");
      seeded.setSeed(42);
      made[i] = method.start(seeded).publicValue();
    }
    assertArrayEquals(made[0], made[1]);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void wrongLengthsAreRefused(KeyExchangeMethod method) {
    KeyExchange exchange = method.start(new SecureRandom());
    byte[] peer = method.start(new SecureRandom()).publicValue();
    refused(exchange, new byte[0]);
    refused(exchange, Arrays.copyOf(peer, peer.length - 1));
    refused(exchange, Arrays.copyOf(peer, peer.length + 1));
  }

  @Test
  void noneHasNothingToStart() {
    SecureRandom random = new SecureRandom();
    assertThrows(IllegalStateException.class, () -> KeyExchangeMethod.NONE.start(random));
  }

  @Test
  void theCallersCopyOfThePublicValueIsItsOwn() {
    for (KeyExchangeMethod m : KeyExchangeMethod.values()) {
      if (m == KeyExchangeMethod.NONE) continue;
      KeyExchange exchange = m.start(new SecureRandom());
      byte[] before = exchange.publicValue();
      exchange.publicValue()[0] ^= 1;
      assertArrayEquals(before, exchange.publicValue());
    }
  }

  /** RFC 7748 §5.2, the first two vectors. */
  @Test
  void rfc7748Multiplication() throws Exception {
    assertArrayEquals(
        hex("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
        x25519(hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"))
            .sharedSecret(hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")));
    assertArrayEquals(
        hex("95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"),
        x25519(hex("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d"))
            .sharedSecret(hex("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493")));
  }

  /** RFC 7748 §6.1. */
  @Test
  void rfc7748Exchange() throws Exception {
    byte[] a = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    byte[] b = hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    byte[] aPublic = hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    byte[] bPublic = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    byte[] shared = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    byte[] base = new byte[32];
    base[0] = 9;
    assertArrayEquals(aPublic, x25519(a).sharedSecret(base));
    assertArrayEquals(bPublic, x25519(b).sharedSecret(base));
    assertArrayEquals(shared, x25519(a).sharedSecret(bPublic));
    assertArrayEquals(shared, x25519(b).sharedSecret(aPublic));
  }

  @Test
  void wycheproofX25519() throws Exception {
    int agreed = 0;
    int refused = 0;
    for (TestData.Wycheproof t : TestData.wycheproof("x25519_test.json")) {
      KeyExchange exchange = x25519(t.bytes("private"));
      if (t.flagged("ZeroSharedSecret")) {
        refused(exchange, t.bytes("public"));
        refused++;
      } else {
        assertArrayEquals(t.bytes("shared"), exchange.sharedSecret(t.bytes("public")), t::id);
        agreed++;
      }
    }
    assertTrue(agreed > 400 && refused > 20, agreed + " agreed, " + refused + " refused");
  }

  @Test
  void wycheproofEcp256() throws Exception {
    wycheproofEcp("ecdh_secp256r1_ecpoint_test.json", EcpKeyExchange.P256);
  }

  @Test
  void wycheproofEcp384() throws Exception {
    wycheproofEcp("ecdh_secp384r1_ecpoint_test.json", EcpKeyExchange.P384);
  }

  private void wycheproofEcp(String file, ECParameterSpec curve) throws Exception {
    int agreed = 0;
    int refused = 0;
    for (TestData.Wycheproof t : TestData.wycheproof(file)) {
      KeyExchange exchange = ecp(curve, t.bytes("private"));
      byte[] point = t.bytes("public");
      boolean uncompressed = point.length > 0 && point[0] == 4;
      // RFC 5903 §7: the two coordinates without a format octet; nothing else exists
      byte[] peer = uncompressed ? Arrays.copyOfRange(point, 1, point.length) : point;
      if (t.is("valid")) {
        assertArrayEquals(t.bytes("shared"), exchange.sharedSecret(peer), t::id);
        agreed++;
      } else {
        assertThrows(InvalidPublicValueException.class, () -> exchange.sharedSecret(peer), t::id);
        refused++;
      }
    }
    assertTrue(agreed > 300 && refused > 15, agreed + " agreed, " + refused + " refused");
  }

  private static void rfc5903(ECParameterSpec curve, List<String> v) throws Exception {
    KeyExchange initiator = ecp(curve, hex(v.get(0)));
    KeyExchange responder = ecp(curve, hex(v.get(3)));
    byte[] gi = hex(v.get(1) + v.get(2));
    byte[] gr = hex(v.get(4) + v.get(5));
    assertArrayEquals(hex(v.get(6)), initiator.sharedSecret(gr));
    assertArrayEquals(hex(v.get(6)), responder.sharedSecret(gi));
    // The private keys belong to the public ones: i * G has the x coordinate of gi.
    int n = gi.length / 2;
    byte[] g =
        Bytes.concat(
            Octets.unsigned(curve.getGenerator().getAffineX(), n),
            Octets.unsigned(curve.getGenerator().getAffineY(), n));
    assertArrayEquals(hex(v.get(1)), initiator.sharedSecret(g));
    assertArrayEquals(hex(v.get(4)), responder.sharedSecret(g));
  }

  @Test
  void rfc5903Group19() throws Exception {
    rfc5903(
        EcpKeyExchange.P256,
        List.of(
            "C88F01F5 10D9AC3F 70A292DA A2316DE5 44E9AAB8 AFE84049 C62A9C57 862D1433",
            "DAD0B653 94221CF9 B051E1FE CA5787D0 98DFE637 FC90B9EF 945D0C37 72581180",
            "5271A046 1CDB8252 D61F1C45 6FA3E59A B1F45B33 ACCF5F58 389E0577 B8990BB3",
            "C6EF9C5D 78AE012A 011164AC B397CE20 88685D8F 06BF9BE0 B283AB46 476BEE53",
            "D12DFB52 89C8D4F8 1208B702 70398C34 2296970A 0BCCB74C 736FC755 4494BF63",
            "56FBF3CA 366CC23E 8157854C 13C58D6A AC23F046 ADA30F83 53E74F33 039872AB",
            "D6840F6B 42F6EDAF D13116E0 E1256520 2FEF8E9E CE7DCE03 812464D0 4B9442DE"));
  }

  @Test
  void rfc5903Group20() throws Exception {
    rfc5903(
        EcpKeyExchange.P384,
        List.of(
            """
            099F3C70 34D4A2C6 99884D73 A375A67F 7624EF7C 6B3C0F16
            0647B674 14DCE655 E35B5380 41E649EE 3FAEF896 783AB194\
            """,
            """
            667842D7 D180AC2C DE6F74F3 7551F557 55C7645C 20EF73E3
            1634FE72 B4C55EE6 DE3AC808 ACB4BDB4 C88732AE E95F41AA\
            """,
            """
            9482ED1F C0EEB9CA FC498462 5CCFC23F 65032149 E0E144AD
            A0241815 35A0F38E EB9FCFF3 C2C947DA E69B4C63 4573A81C\
            """,
            """
            41CB0779 B4BDB85D 47846725 FBEC3C94 30FAB46C C8DC5060
            855CC9BD A0AA2942 E0308312 916B8ED2 960E4BD5 5A7448FC\
            """,
            """
            E558DBEF 53EECDE3 D3FCCFC1 AEA08A89 A987475D 12FD950D
            83CFA417 32BC509D 0D1AC43A 0336DEF9 6FDA41D0 774A3571\
            """,
            """
            DCFBEC7A ACF31964 72169E83 8430367F 66EEBE3C 6E70C416
            DD5F0C68 759DD1FF F83FA401 42209DFF 5EAAD96D B9E6386C\
            """,
            """
            11187331 C279962D 93D60424 3FD592CB 9D0A926F 422E4718
            7521287E 7156C5C4 D6031355 69B9E9D0 9CF5D4A2 70F59746\
            """));
  }

  /** RFC 6989 §2.3: every near miss of a good point. */
  @Test
  void pointsOffTheCurveAreRefused() throws Exception {
    for (ECParameterSpec curve : List.of(EcpKeyExchange.P256, EcpKeyExchange.P384)) {
      KeyExchange exchange = EcpKeyExchange.generate(curve, new SecureRandom());
      byte[] good = EcpKeyExchange.generate(curve, new SecureRandom()).publicValue();
      for (int i = 0; i < good.length; i++) {
        byte[] bad = good.clone();
        bad[i] ^= 1;
        refused(exchange, bad);
        bad[i] ^= 1;
        bad[good.length - 1] ^= (byte) (i + 1);
        refused(exchange, bad, "the point is not on the curve");
      }
      refused(exchange, new byte[good.length], "the point is not on the curve");
    }
  }

  /** RFC 6989 §2.3: x + p names the same point, but is outside the field. */
  @Test
  void coordinatesOutsideTheFieldAreRefused() {
    ECParameterSpec curve = EcpKeyExchange.P256;
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger x = BigInteger.valueOf(5);
    while (true) {
      BigInteger right =
          x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
      BigInteger y = right.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
      if (y.multiply(y).mod(p).equals(right)) {
        ECPoint point = new ECPoint(x, y);
        KeyExchange exchange = EcpKeyExchange.generate(curve, new SecureRandom());
        byte[] yOctets = Octets.unsigned(point.getAffineY(), 32);
        assertEquals(32, sharedLength(exchange, Bytes.concat(Octets.unsigned(x, 32), yOctets)));
        refused(
            exchange,
            Bytes.concat(Octets.unsigned(x.add(p), 32), yOctets),
            "a coordinate is outside the field");
        return;
      }
      x = x.add(BigInteger.ONE);
    }
  }

  private static int sharedLength(KeyExchange exchange, byte[] peer) {
    try {
      return exchange.sharedSecret(peer).length;
    } catch (InvalidPublicValueException e) {
      return -1;
    }
  }

  /** RFC 3526 §3: the prime is 2^2048 - 2^1984 - 1 + 2^64 * ([2^1918 pi] + 124476), and safe. */
  @Test
  void rfc3526Prime() {
    BigInteger one = BigInteger.ONE;
    BigInteger pi = piTimesTwoTo(1918);
    BigInteger expected =
        one.shiftLeft(2048)
            .subtract(one.shiftLeft(1984))
            .subtract(one)
            .add(pi.add(BigInteger.valueOf(124476)).shiftLeft(64));
    assertEquals(expected, ModpKeyExchange.P);
    assertTrue(ModpKeyExchange.P.isProbablePrime(50));
    assertTrue(ModpKeyExchange.P.shiftRight(1).isProbablePrime(50));
  }

  // Machin: pi = 16 arctan(1/5) - 4 arctan(1/239)
  private static BigInteger piTimesTwoTo(int bits) {
    BigInteger one = BigInteger.ONE.shiftLeft(bits + 64);
    return arctanOfInverse(5, one)
        .multiply(BigInteger.valueOf(16))
        .subtract(arctanOfInverse(239, one).multiply(BigInteger.valueOf(4)))
        .shiftRight(64);
  }

  private static BigInteger arctanOfInverse(int n, BigInteger one) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = one.divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 1; power.signum() != 0; k++) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
      sum = k % 2 == 0 ? sum.add(term) : sum.subtract(term);
    }
    return sum;
  }

  /** RFC 6989 §2.1. */
  @Test
  void modpValuesOutOfRangeAreRefused() throws Exception {
    KeyExchange exchange = new ModpKeyExchange(BigInteger.valueOf(3));
    BigInteger p = ModpKeyExchange.P;
    for (BigInteger bad :
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            p.subtract(BigInteger.ONE),
            p,
            BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.ONE))) {
      refused(exchange, Octets.unsigned(bad, 256));
    }
    BigInteger last = p.subtract(BigInteger.TWO);
    assertArrayEquals(
        Octets.unsigned(p.subtract(BigInteger.valueOf(8)), 256),
        exchange.sharedSecret(Octets.unsigned(last, 256)));
  }

  /** RFC 7296 §2.14: a small g^ir keeps its leading zeros. */
  @Test
  void modpSecretIsPadded() throws Exception {
    byte[] secret =
        new ModpKeyExchange(BigInteger.valueOf(3))
            .sharedSecret(Octets.unsigned(BigInteger.TWO, 256));
    byte[] eight = new byte[256];
    eight[255] = 8;
    assertArrayEquals(eight, secret);
  }

  @Test
  void modpExponentHasTheSizeOfRfc3526() {
    // g^x with an exponent of 320 bits: seen by its effect, the public value is never small
    for (int i = 0; i < 5; i++) {
      byte[] publicValue = KeyExchangeMethod.MODP_2048.start(new SecureRandom()).publicValue();
      assertTrue(new BigInteger(1, publicValue).bitLength() > 1900);
    }
  }
}
