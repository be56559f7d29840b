package org.vpnhub.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.crypto.TestData.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Bytes;

class PacketCipherTest {
  record Suite(EncryptionAlgorithm encryption, IntegrityAlgorithm integrity) {
    byte[] key(Random random) {
      byte[] key = new byte[PacketCipher.keyMaterialLength(encryption, integrity)];
      random.nextBytes(key);
      return key;
    }
  }

  static List<Suite> suites() {
    List<Suite> all = new ArrayList<>();
    for (EncryptionAlgorithm e : EncryptionAlgorithm.values()) {
      for (IntegrityAlgorithm i : IntegrityAlgorithm.values()) {
        if (e.aead() == (i == IntegrityAlgorithm.NONE)) all.add(new Suite(e, i));
      }
    }
    return all;
  }

  /** AES-GCM through our layout: additional data, IV without salt, text, tag. */
  private record Gcm(byte[] key, byte[] nonce, byte[] aad) {
    private byte[] message(byte[] text, byte[] tag) {
      return Bytes.concat(aad, Arrays.copyOfRange(nonce, 4, 12), text, tag);
    }

    private PacketCipher cipher() {
      EncryptionAlgorithm algorithm =
          key.length == 16
              ? EncryptionAlgorithm.AES_GCM_16_128
              : EncryptionAlgorithm.AES_GCM_16_256;
      byte[] material = Bytes.concat(key, Arrays.copyOf(nonce, 4));
      return PacketCipher.of(algorithm, IntegrityAlgorithm.NONE, material);
    }

    byte[] seal(byte[] text) {
      byte[] b = message(text, new byte[16]);
      cipher().seal(b, 0, aad.length, text.length);
      return Arrays.copyOfRange(b, aad.length + 8, b.length);
    }

    /** The text, or nothing when the tag does not fit. */
    byte[] open(byte[] text, byte[] tag) {
      byte[] b = message(text, tag);
      boolean authentic = cipher().open(b, 0, aad.length, text.length);
      int at = aad.length + 8;
      return authentic ? Arrays.copyOfRange(b, at, at + text.length) : null;
    }
  }

  @Test
  void wycheproofGcm() throws Exception {
    int valid = 0;
    int invalid = 0;
    for (TestData.Wycheproof t : TestData.wycheproof("aes_gcm_test.json")) {
      byte[] key = t.bytes("key");
      byte[] nonce = t.bytes("iv");
      // RFC 4106 has 12 octets of nonce, and we do 128 and 256 bits of key
      if (nonce.length != 12 || key.length == 24) continue;
      Gcm gcm = new Gcm(key, nonce, t.bytes("aad"));
      byte[] opened = gcm.open(t.bytes("ct"), t.bytes("tag"));
      if (t.is("valid")) {
        assertArrayEquals(t.bytes("msg"), opened, t::id);
        assertArrayEquals(
            Bytes.concat(t.bytes("ct"), t.bytes("tag")), gcm.seal(t.bytes("msg")), t::id);
        valid++;
      } else {
        assertEquals(null, opened, t::id);
        invalid++;
      }
    }
    assertTrue(valid > 70 && invalid > 40, valid + " valid, " + invalid + " invalid");
  }

  /** Test cases 4 and 16 of the GCM specification that NIST SP 800-38D rests on. */
  @Test
  void nistGcm() {
    byte[] text =
        hex(
            """
            d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
            1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39\
            """);
    byte[] aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] nonce = hex("cafebabefacedbaddecaf888");
    byte[] key = hex("feffe9928665731c6d6a8f9467308308");
    assertArrayEquals(
        hex(
            """
            42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e
            21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091
            5bc94fbc3221a5db94fae95ae7121a47\
            """),
        new Gcm(key, nonce, aad).seal(text));
    assertArrayEquals(
        hex(
            """
            522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
            8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
            76fc6ece0f4e1768cddf8853bb2d551b\
            """),
        new Gcm(Bytes.concat(key, key), nonce, aad).seal(text));
  }

  private static void cbc(
      EncryptionAlgorithm algorithm, String k, String v, byte[] text, String c) {
    byte[] material = Bytes.concat(hex(k), new byte[32]);
    PacketCipher cipher =
        PacketCipher.of(algorithm, IntegrityAlgorithm.HMAC_SHA2_256_128, material);
    byte[] b = Bytes.concat(hex(v), text, new byte[16]);
    cipher.seal(b, 0, 0, text.length);
    assertArrayEquals(hex(c), Arrays.copyOfRange(b, 16, 16 + text.length));
    assertTrue(cipher.open(b, 0, 0, text.length));
    assertArrayEquals(text, Arrays.copyOfRange(b, 16, 16 + text.length));
  }

  /** RFC 3602 §4, cases 1 to 4. */
  @Test
  void rfc3602() {
    EncryptionAlgorithm aes128 = EncryptionAlgorithm.AES_CBC_128;
    cbc(
        aes128,
        "06a9214036b8a15b512e03d534120006",
        "3dafba429d9eb430b422da802c9fac41",
        "Single block msg".getBytes(US_ASCII),
        "e353779c1079aeb82708942dbe77181a");
    cbc(
        aes128,
        "c286696d887c9aa0611bbb3e2025a45a",
        "562e17996d093d28ddb3ba695a2e6f58",
        hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
        "d296cd94c2cccf8a3a863028b5e1dc0a7586602d253cfff91b8266bea6d61ab1");
    cbc(
        aes128,
        "6c3ea0477630ce21a2ce334aa746c2cd",
        "c782dc4c098c66cbd9cd27d825682c81",
        "This is a 48-byte message (exactly 3 AES blocks)".getBytes(US_ASCII),
        """
        d0a02b3836451753d493665d33f0e8862dea54cdb293abc7506939276772f8d5
        021c19216bad525c8579695d83ba2684\
        """);
    cbc(
        aes128,
        "56e47a38c5598974bc46903dba290349",
        "8ce82eefbea0da3c44699ed7db51b7d9",
        hex(
            """
            a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf
            c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf\
            """),
        """
        c30e32ffedc0774e6aff6af0869f71aa0f3af07a9a31a9c684db207eb0ef8e4e
        35907aa632c3ffdf868bb7b29d3d46ad83ce9f9a102ee99d49a53e87f4c3da55\
        """);
  }

  /** NIST SP 800-38A F.2.1, F.2.3 and F.2.5: 128, 192 and 256 bits. */
  @Test
  void nistCbc() {
    byte[] text =
        hex(
            """
            6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51
            30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710\
            """);
    String iv = "000102030405060708090a0b0c0d0e0f";
    cbc(
        EncryptionAlgorithm.AES_CBC_128,
        "2b7e151628aed2a6abf7158809cf4f3c",
        iv,
        text,
        """
        7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2
        73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7\
        """);
    cbc(
        EncryptionAlgorithm.AES_CBC_192,
        "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        iv,
        text,
        """
        4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a
        571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd\
        """);
    cbc(
        EncryptionAlgorithm.AES_CBC_256,
        "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        iv,
        text,
        """
        f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d
        39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b\
        """);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void textsOfEveryLengthComeBack(Suite suite) {
    Random random = new Random(1);
    byte[] key = suite.key(random);
    PacketCipher out = PacketCipher.of(suite.encryption(), suite.integrity(), key);
    PacketCipher in = PacketCipher.of(suite.encryption(), suite.integrity(), key);
    int block = out.blockSize();
    for (int n = 0; n < 300; n++) {
      int length = n < 290 ? n * block : random.nextInt(4000) * block;
      byte[] text = new byte[length];
      random.nextBytes(text);
      int from = random.nextInt(20);
      int header = 8 + random.nextInt(40);
      int ivAt = from + header;
      int textAt = ivAt + out.ivLength();
      byte[] b = new byte[textAt + length + out.icvLength() + 3];
      random.nextBytes(b);
      System.arraycopy(text, 0, b, textAt, length);
      byte[] before = b.clone();
      out.writeIv(b, ivAt, n);
      out.seal(b, from, ivAt, length);
      assertFalse(
          length >= 16 && Arrays.equals(text, Arrays.copyOfRange(b, textAt, textAt + length)));
      assertArrayEquals(Arrays.copyOf(before, ivAt), Arrays.copyOf(b, ivAt));
      assertEquals(before[b.length - 1], b[b.length - 1], "bytes behind the ICV are left alone");
      byte[] wire = b.clone();
      assertTrue(in.open(b, from, ivAt, length));
      assertArrayEquals(text, Arrays.copyOfRange(b, textAt, textAt + length));
      assertFalse(in.openExtended(wire, from, ivAt, length, 0), "zero is not the same as absent");
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyFlippedBitIsNoticed(Suite suite) {
    Random random = new Random(2);
    byte[] key = suite.key(random);
    PacketCipher cipher = PacketCipher.of(suite.encryption(), suite.integrity(), key);
    int ivAt = 8;
    int length = 32;
    byte[] b = new byte[ivAt + cipher.ivLength() + length + cipher.icvLength()];
    random.nextBytes(b);
    cipher.sealExtended(b, 0, ivAt, length, 7);
    for (int bit = 0; bit < b.length * 8; bit++) {
      byte[] bad = b.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(cipher.openExtended(bad, 0, ivAt, length, 7), "bit " + bit);
    }
    assertFalse(cipher.openExtended(b.clone(), 0, ivAt, length, 6));
    assertFalse(cipher.open(b.clone(), 0, ivAt, length));
    assertTrue(cipher.openExtended(b.clone(), 0, ivAt, length, 7));
  }

  /** NIST SP 800-38A appendix C: the IV is the number, encrypted under the key. */
  @Test
  void cbcIvIsTheEncryptedNumber() throws Exception {
    byte[] key = new byte[64];
    new Random(3).nextBytes(key);
    PacketCipher cipher =
        PacketCipher.of(EncryptionAlgorithm.AES_CBC_256, IntegrityAlgorithm.HMAC_SHA2_256_128, key);
    Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
    block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, 32, "AES"));
    Set<String> seen = new HashSet<>();
    for (long n : new long[] {0, 1, 2, 255, 256, 1L << 32, Long.MAX_VALUE, -1}) {
      byte[] iv = new byte[16];
      cipher.writeIv(iv, 0, n);
      byte[] number = new byte[16];
      Bytes.putI64(number, 8, n);
      assertArrayEquals(block.doFinal(number), iv);
      assertTrue(seen.add(Bytes.hex(iv)));
    }
  }

  @Test
  void gcmIvIsTheNumber() {
    PacketCipher cipher =
        PacketCipher.of(EncryptionAlgorithm.AES_GCM_16_128, IntegrityAlgorithm.NONE, new byte[20]);
    byte[] iv = new byte[8];
    cipher.writeIv(iv, 0, 0x0102030405060708L);
    assertArrayEquals(hex("0102030405060708"), iv);
  }

  @Test
  void sealingTwiceUnderOneGcmIvIsABug() {
    PacketCipher cipher =
        PacketCipher.of(EncryptionAlgorithm.AES_GCM_16_128, IntegrityAlgorithm.NONE, new byte[20]);
    byte[] b = new byte[8 + 8 + 16 + 16];
    cipher.seal(b, 0, 8, 16);
    assertThrows(IllegalStateException.class, () -> cipher.seal(b, 0, 8, 16));
  }

  @Test
  void wrongKeyMaterialIsRefused() {
    EncryptionAlgorithm gcm = EncryptionAlgorithm.AES_GCM_16_128;
    EncryptionAlgorithm cbc = EncryptionAlgorithm.AES_CBC_128;
    IntegrityAlgorithm none = IntegrityAlgorithm.NONE;
    IntegrityAlgorithm sha = IntegrityAlgorithm.HMAC_SHA2_256_128;
    for (Runnable wrong :
        List.<Runnable>of(
            () -> PacketCipher.of(gcm, none, new byte[16]),
            () -> PacketCipher.of(gcm, sha, new byte[52]),
            () -> PacketCipher.of(cbc, none, new byte[16]),
            () -> PacketCipher.of(cbc, sha, new byte[47]))) {
      assertThrows(IllegalArgumentException.class, wrong::run);
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void closedCiphersDoNothing(Suite suite) {
    PacketCipher cipher =
        PacketCipher.of(suite.encryption(), suite.integrity(), suite.key(new Random(4)));
    byte[] b = new byte[200];
    cipher.close();
    cipher.close();
    assertThrows(IllegalStateException.class, () -> cipher.seal(b, 0, 8, 32));
    assertThrows(IllegalStateException.class, () -> cipher.open(b, 0, 8, 32));
  }

  @Test
  void keysAreWipedAndNeverShown() {
    WipeableKey key = new WipeableKey(hex("0102030405060708090a0b0c0d0e0f10"), 16);
    assertFalse(key.toString().contains("01"));
    assertEquals("AES", key.getAlgorithm());
    assertEquals("RAW", key.getFormat());
    key.destroy();
    assertTrue(key.isDestroyed());
    assertThrows(IllegalStateException.class, key::getEncoded);
  }
}
