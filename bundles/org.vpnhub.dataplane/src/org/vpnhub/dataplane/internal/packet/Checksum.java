package org.vpnhub.dataplane.internal.packet;

import org.vpnhub.base.Bytes;

/** The Internet checksum (RFC 1071), and its incremental update (RFC 1624). */
public final class Checksum {
  private Checksum() {}

  /** Ones' complement sum, not complemented, of the bytes; an odd last byte is padded with zero. */
  public static int sum(byte[] b, int from, int length, int initial) {
    long sum = initial;
    int end = from + (length & ~3);
    int at = from;
    for (; at < end; at += 4) sum += Bytes.i32(b, at) & 0xffffffffL;
    if ((length & 2) != 0) {
      sum += Bytes.u16(b, at);
      at += 2;
    }
    if ((length & 1) != 0) sum += Bytes.u8(b, at) << 8;
    sum = (sum & 0xffffffffL) + (sum >>> 32);
    sum = (sum & 0xffffffffL) + (sum >>> 32);
    return fold((int) (sum >>> 16) + (int) (sum & 0xffff));
  }

  /** The checksum field's value for the bytes, with the field itself zero among them. */
  public static int of(byte[] b, int from, int length) {
    return ~sum(b, from, length, 0) & 0xffff;
  }

  /** Whether bytes that include their checksum field add up. */
  public static boolean isGood(byte[] b, int from, int length) {
    return sum(b, from, length, 0) == 0xffff;
  }

  /**
   * The checksum after a 16-bit word changed.
   *
   * <p>RFC 1624 §3, equation 3: HC' = ~(~HC + ~m + m').
   */
  public static int update(int checksum, int oldWord, int newWord) {
    return ~fold((~checksum & 0xffff) + (~oldWord & 0xffff) + newWord) & 0xffff;
  }

  private static int fold(int sum) {
    int s = (sum & 0xffff) + (sum >>> 16);
    return (s & 0xffff) + (s >>> 16);
  }
}
