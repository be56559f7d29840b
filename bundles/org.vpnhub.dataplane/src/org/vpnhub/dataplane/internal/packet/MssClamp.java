package org.vpnhub.dataplane.internal.packet;

import org.vpnhub.base.Bytes;

/** Lowers the maximum segment size that a TCP SYN announces, so that segments fit the tunnel. */
public final class MssClamp {
  /** Bytes of an IPv4 and a TCP header without options. */
  public static final int HEADERS = 40;

  private static final int TCP_HEADER = 20;
  private static final int SYN = 0x02;
  private static final int END = 0;
  private static final int NO_OPERATION = 1;
  private static final int MSS = 2;
  private static final int MSS_LENGTH = 4;

  private MssClamp() {}

  /**
   * Clamps in place; anything but a first fragment with a TCP SYN and a larger MSS is left alone.
   *
   * @param length bytes of the packet
   * @return whether the packet was changed
   */
  public static boolean clamp(byte[] b, int at, int length, int mss) {
    if (Ipv4.protocol(b, at) != Ipv4.TCP || Ipv4.fragmentOffset(b, at) != 0) return false;
    int tcp = at + Ipv4.headerLength(b, at);
    int end = at + length;
    if (end - tcp < TCP_HEADER || (b[tcp + 13] & SYN) == 0) return false;
    int options = tcp + TCP_HEADER;
    int optionsEnd = Math.min(end, tcp + ((b[tcp + 12] & 0xf0) >>> 2));
    int value = find(b, options, optionsEnd);
    return value >= 0 && lower(b, tcp, value, mss);
  }

  /** Where the value of the MSS option is; -1 when there is none. RFC 9293 §3.1. */
  private static int find(byte[] b, int from, int end) {
    int at = from;
    while (at < end && b[at] != END) {
      if (b[at] == NO_OPERATION) {
        at++;
        continue;
      }
      if (at + 1 >= end) return -1;
      int length = Bytes.u8(b, at + 1);
      if (length < 2 || at + length > end) return -1;
      if (b[at] == MSS) return length == MSS_LENGTH ? at + 2 : -1;
      at += length;
    }
    return -1;
  }

  private static boolean lower(byte[] b, int tcp, int value, int mss) {
    int old = Bytes.u16(b, value);
    if (old <= mss) return false;
    Bytes.putU16(b, value, mss);
    // A value at an odd offset lies crosswise to the words that are summed (RFC 1071 §2 B).
    boolean odd = (value - tcp & 1) != 0;
    int checksum = Bytes.u16(b, tcp + 16);
    int next = Checksum.update(checksum, odd ? swap(old) : old, odd ? swap(mss) : mss);
    Bytes.putU16(b, tcp + 16, next);
    return true;
  }

  private static int swap(int word) {
    return (word & 0xff) << 8 | word >>> 8;
  }
}
