package org.vpnhub.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.testkit.StrongswanTrace;

class AlgorithmsTest {
  private static String table() {
    StringBuilder t = new StringBuilder();
    for (EncryptionAlgorithm a : EncryptionAlgorithm.values()) {
      t.append(
          String.format(
              Locale.ROOT,
              "%s id %d key %d material %d iv %d icv %d block %d%n",
              a,
              a.transformId(),
              a.keyBits(),
              a.keyMaterialLength(),
              a.ivLength(),
              a.icvLength(),
              a.blockSize()));
    }
    for (IntegrityAlgorithm a : IntegrityAlgorithm.values()) {
      t.append(
          String.format(
              Locale.ROOT,
              "%s id %d key %d icv %d%n",
              a,
              a.transformId(),
              a.keyLength(),
              a.icvLength()));
    }
    for (PrfAlgorithm a : PrfAlgorithm.values()) {
      t.append(
          String.format(Locale.ROOT, "%s id %d output %d%n", a, a.transformId(), a.outputLength()));
    }
    for (KeyExchangeMethod m : KeyExchangeMethod.values()) {
      t.append(
          String.format(Locale.ROOT, "%s id %d public %d%n", m, m.transformId(), m.publicLength()));
    }
    return t.toString();
  }

  /** IANA "IKEv2 Parameters"; RFC 3602, 4106 §8, 4868 §2, 5903 §7, 8031 §3. */
  @Test
  void numbersAndSizes() {
    assertEquals(
        """
        AES_CBC_128 id 12 key 128 material 16 iv 16 icv 0 block 16
        AES_CBC_192 id 12 key 192 material 24 iv 16 icv 0 block 16
        AES_CBC_256 id 12 key 256 material 32 iv 16 icv 0 block 16
        AES_GCM_16_128 id 20 key 128 material 20 iv 8 icv 16 block 1
        AES_GCM_16_256 id 20 key 256 material 36 iv 8 icv 16 block 1
        NONE id 0 key 0 icv 0
        HMAC_SHA2_256_128 id 12 key 32 icv 16
        HMAC_SHA2_384_192 id 13 key 48 icv 24
        HMAC_SHA2_512_256 id 14 key 64 icv 32
        PRF_HMAC_SHA2_256 id 5 output 32
        PRF_HMAC_SHA2_384 id 6 output 48
        PRF_HMAC_SHA2_512 id 7 output 64
        NONE id 0 public 0
        MODP_2048 id 14 public 256
        ECP_256 id 19 public 64
        ECP_384 id 20 public 96
        CURVE_25519 id 31 public 32
        """,
        table().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void everyAlgorithmIsFoundByItsTransform() {
    for (EncryptionAlgorithm a : EncryptionAlgorithm.values()) {
      assertEquals(Optional.of(a), EncryptionAlgorithm.ofTransform(a.transformId(), a.keyBits()));
    }
    for (IntegrityAlgorithm a : IntegrityAlgorithm.values()) {
      assertEquals(Optional.of(a), IntegrityAlgorithm.ofTransform(a.transformId()));
    }
    for (PrfAlgorithm a : PrfAlgorithm.values()) {
      assertEquals(Optional.of(a), PrfAlgorithm.ofTransform(a.transformId()));
    }
    for (KeyExchangeMethod m : KeyExchangeMethod.values()) {
      assertEquals(Optional.of(m), KeyExchangeMethod.ofTransform(m.transformId()));
    }
  }

  @Test
  void whatTheEngineCannotDoIsNotFound() {
    assertTrue(EncryptionAlgorithm.ofTransform(12, 0).isEmpty());
    assertTrue(EncryptionAlgorithm.ofTransform(3, 0).isEmpty(), "3DES");
    assertTrue(EncryptionAlgorithm.ofTransform(20, 192).isEmpty());
    assertTrue(IntegrityAlgorithm.ofTransform(2).isEmpty(), "HMAC-SHA1-96");
    assertTrue(PrfAlgorithm.ofTransform(2).isEmpty(), "HMAC-SHA1");
    assertTrue(KeyExchangeMethod.ofTransform(2).isEmpty(), "MODP-1024");
  }

  /** The names in our logs are those of the peer's, so that two logs can be compared. */
  @Test
  void namesAreStrongswans() throws Exception {
    for (String name : TestData.IKEV2_TRACES) {
      StrongswanTrace trace = TestData.trace(name);
      String selected =
          trace.events().stream()
              .map(StrongswanTrace.Event::what)
              .filter(w -> w.startsWith("selected proposal: IKE:"))
              .findFirst()
              .orElseThrow();
      int known = 0;
      for (String part : selected.substring(23).split("/")) {
        boolean ours =
            Arrays.stream(EncryptionAlgorithm.values()).anyMatch(a -> a.toString().equals(part))
                || Arrays.stream(IntegrityAlgorithm.values())
                    .anyMatch(a -> a.toString().equals(part))
                || Arrays.stream(PrfAlgorithm.values()).anyMatch(a -> a.toString().equals(part))
                || Arrays.stream(KeyExchangeMethod.values())
                    .anyMatch(a -> a.toString().equals(part));
        assertTrue(ours, part);
        known++;
      }
      assertTrue(known >= 3, selected);
    }
  }
}
