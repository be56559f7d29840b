package org.vpnhub.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed pseudorandom function, prf(K, ·) of RFC 7296 §2.13. Belongs to one thread. */
public final class Prf {
  /** RFC 7296 §2.13: the counter of prf+ is one octet, so there are at most 255 blocks. */
  private static final int MAX_BLOCKS = 255;

  private final PrfAlgorithm algorithm;
  private final Mac mac;

  Prf(PrfAlgorithm algorithm, byte[] key) {
    this.algorithm = algorithm;
    mac = hmac(algorithm.jcaName(), key);
  }

  static Mac hmac(String jcaName, byte[] key) {
    try {
      Mac mac = Mac.getInstance(jcaName);
      // RFC 2104 §2: short keys are filled up with zeros, so one zero octet stands for the empty
      // key, which the platform does not take.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, jcaName));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks " + jcaName, e);
    }
  }

  /** prf(K, parts joined), {@link PrfAlgorithm#outputLength} bytes in a new array. */
  public byte[] compute(byte[]... parts) {
    for (byte[] part : parts) mac.update(part);
    return mac.doFinal();
  }

  /**
   * prf+(K, seed parts joined), RFC 7296 §2.13.
   *
   * @param length bytes wanted, at most 255 times the output length
   */
  public byte[] plus(int length, byte[]... seed) {
    if (length < 0 || length > MAX_BLOCKS * algorithm.outputLength()) {
      throw new IllegalArgumentException("prf+ cannot give " + length + " bytes");
    }
    byte[] result = new byte[length];
    byte[] block = new byte[0];
    int at = 0;
    for (int i = 1; at < length; i++) {
      // RFC 7296 §2.13: Tn = prf(K, Tn-1 | S | n)
      mac.update(block);
      for (byte[] part : seed) mac.update(part);
      mac.update((byte) i);
      Arrays.fill(block, (byte) 0);
      block = mac.doFinal();
      int n = Math.min(block.length, length - at);
      System.arraycopy(block, 0, result, at, n);
      at += n;
    }
    Arrays.fill(block, (byte) 0);
    return result;
  }
}
