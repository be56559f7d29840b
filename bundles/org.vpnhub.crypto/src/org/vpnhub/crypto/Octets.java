package org.vpnhub.crypto;

import java.math.BigInteger;

/** Numbers as octets. */
final class Octets {
  private Octets() {}

  /** Big-endian without sign, zeros in front up to {@code length} octets. */
  static byte[] unsigned(BigInteger value, int length) {
    byte[] signed = value.toByteArray();
    int skip = signed.length > length ? signed.length - length : 0;
    byte[] result = new byte[length];
    int n = signed.length - skip;
    System.arraycopy(signed, skip, result, length - n, n);
    return result;
  }

  /** The octets in the opposite order, in a new array. */
  static byte[] reversed(byte[] octets) {
    byte[] result = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) result[i] = octets[octets.length - 1 - i];
    return result;
  }
}
