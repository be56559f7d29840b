package org.vpnhub.esp;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;

/** What the ESP tests share: suites, packets, batches, and a naive sealer to compare with. */
final class Esp {
  static final int SPI = 0xc0ffee01;

  private Esp() {}

  static List<EspSuite> suites() {
    List<EspSuite> all = new ArrayList<>();
    for (EncryptionAlgorithm e : EncryptionAlgorithm.values()) {
      for (IntegrityAlgorithm i : IntegrityAlgorithm.values()) {
        if (e.aead() == (i == IntegrityAlgorithm.NONE)) all.add(new EspSuite(e, i));
      }
    }
    return all;
  }

  static byte[] key(EspSuite suite) {
    byte[] key = new byte[suite.keyMaterialLength()];
    new Random(suite.hashCode()).nextBytes(key);
    return key;
  }

  /** An IPv4 packet of that length with random contents. */
  static byte[] ipv4(Random random, int length) {
    byte[] packet = new byte[length];
    random.nextBytes(packet);
    packet[0] = 0x45;
    Bytes.putU16(packet, 2, length);
    return packet;
  }

  static PacketBatch batch(byte[]... packets) {
    PacketBatch batch = new PacketBatch(Math.max(1, packets.length), 2048);
    for (byte[] p : packets) batch.add(p, 0, p.length);
    return batch;
  }

  static int[] slots(PacketBatch batch) {
    int[] slots = new int[batch.size()];
    for (int i = 0; i < slots.length; i++) slots[i] = i;
    return slots;
  }

  static byte[] packet(PacketBatch batch, int slot) {
    int at = batch.offset(slot);
    return Arrays.copyOfRange(batch.data(slot), at, at + batch.length(slot));
  }

  /** The trailer that RFC 4303 §2.4 asks for, behind the payload. */
  static byte[] padded(EspSuite suite, byte[] payload, int nextHeader) {
    int align = Math.max(4, suite.encryption().aead() ? 1 : 16);
    int pad = 0;
    while ((payload.length + pad + 2) % align != 0) pad++;
    byte[] text = Arrays.copyOf(payload, payload.length + pad + 2);
    for (int i = 0; i < pad; i++) text[payload.length + i] = (byte) (i + 1);
    text[text.length - 2] = (byte) pad;
    text[text.length - 1] = (byte) nextHeader;
    return text;
  }

  /** Seals as the RFCs say, step by step, with the IV given. The text has its trailer already. */
  static byte[] reference(
      EspSuite suite, byte[] key, int spi, long sequence, boolean esn, byte[] iv, byte[] text) {
    byte[] low = word((int) sequence);
    byte[] high = esn ? word((int) (sequence >>> 32)) : new byte[0];
    byte[] header = Bytes.concat(word(spi), low);
    int keyLength = suite.encryption().keyBits() / 8;
    SecretKeySpec cipherKey = new SecretKeySpec(key, 0, keyLength, "AES");
    try {
      if (suite.encryption().aead()) {
        byte[] nonce = Bytes.concat(Arrays.copyOfRange(key, keyLength, keyLength + 4), iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(Bytes.concat(word(spi), high, low));
        return Bytes.concat(header, iv, cipher.doFinal(text));
      }
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(iv));
      byte[] sealed = Bytes.concat(header, iv, cipher.doFinal(text));
      return Bytes.concat(sealed, icv(suite, key, Bytes.concat(sealed, high)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The truncated HMAC of RFC 4868. */
  static byte[] icv(EspSuite suite, byte[] key, byte[] authenticated) {
    String name =
        switch (suite.integrity()) {
          case HMAC_SHA2_256_128 -> "HmacSHA256";
          case HMAC_SHA2_384_192 -> "HmacSHA384";
          case HMAC_SHA2_512_256 -> "HmacSHA512";
          case NONE -> throw new IllegalArgumentException();
        };
    int keyLength = suite.encryption().keyBits() / 8;
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key, keyLength, key.length - keyLength, name));
      byte[] full = mac.doFinal(authenticated);
      return Arrays.copyOf(full, full.length / 2);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] word(int value) {
    byte[] b = new byte[4];
    Bytes.putI32(b, 0, value);
    return b;
  }
}
