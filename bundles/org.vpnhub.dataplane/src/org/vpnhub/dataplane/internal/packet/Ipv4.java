package org.vpnhub.dataplane.internal.packet;

import org.vpnhub.base.Bytes;

/** The IPv4 header (RFC 791) at offset {@code at} of a byte array. */
public final class Ipv4 {
  public static final int HEADER = 20;
  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;

  private static final int DONT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int FRAGMENT_OFFSET = 0x1fff;

  private Ipv4() {}

  public static int headerLength(byte[] b, int at) {
    return (b[at] & 0x0f) << 2;
  }

  public static int tos(byte[] b, int at) {
    return Bytes.u8(b, at + 1);
  }

  public static int totalLength(byte[] b, int at) {
    return Bytes.u16(b, at + 2);
  }

  public static int identification(byte[] b, int at) {
    return Bytes.u16(b, at + 4);
  }

  public static int ttl(byte[] b, int at) {
    return Bytes.u8(b, at + 8);
  }

  public static int protocol(byte[] b, int at) {
    return Bytes.u8(b, at + 9);
  }

  public static int checksum(byte[] b, int at) {
    return Bytes.u16(b, at + 10);
  }

  public static int source(byte[] b, int at) {
    return Bytes.i32(b, at + 12);
  }

  public static int destination(byte[] b, int at) {
    return Bytes.i32(b, at + 16);
  }

  public static boolean dontFragment(byte[] b, int at) {
    return (Bytes.u16(b, at + 6) & DONT_FRAGMENT) != 0;
  }

  public static boolean moreFragments(byte[] b, int at) {
    return (Bytes.u16(b, at + 6) & MORE_FRAGMENTS) != 0;
  }

  /** Offset of this fragment's data in the whole packet's, in bytes. */
  public static int fragmentOffset(byte[] b, int at) {
    return (Bytes.u16(b, at + 6) & FRAGMENT_OFFSET) << 3;
  }

  /** Whether the packet is a fragment: the first, a middle, or the last one. */
  public static boolean isFragment(byte[] b, int at) {
    return (Bytes.u16(b, at + 6) & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) != 0;
  }

  /**
   * The packet's total length if {@code available} bytes hold a sound IPv4 packet; otherwise -1.
   *
   * <p>RFC 1812 §5.2.2: length, checksum, version, header length, total length. Bytes behind the
   * total length are padding (RFC 4303 §2.7 hides lengths that way).
   */
  public static int soundLength(byte[] b, int at, int available) {
    if (available < HEADER || (b[at] & 0xf0) != 0x40) return -1;
    int header = headerLength(b, at);
    int total = totalLength(b, at);
    if (header < HEADER || total < header || total > available) return -1;
    return Checksum.isGood(b, at, header) ? total : -1;
  }

  /** Takes one from the time to live. RFC 1624 §4: TTL is the high octet of its 16-bit word. */
  public static void decrementTtl(byte[] b, int at) {
    int word = Bytes.u16(b, at + 8);
    setWord(b, at, 8, word, word - 0x100);
  }

  public static void setTos(byte[] b, int at, int tos) {
    int word = Bytes.u16(b, at);
    setWord(b, at, 0, word, word & 0xff00 | tos);
  }

  private static void setWord(byte[] b, int at, int field, int oldWord, int newWord) {
    Bytes.putU16(b, at + field, newWord);
    Bytes.putU16(b, at + 10, Checksum.update(checksum(b, at), oldWord, newWord));
  }

  /** Sets total length and fragment fields, and computes the checksum anew. */
  static void refragment(byte[] b, int at, int total, int offsetBytes, boolean more) {
    Bytes.putU16(b, at + 2, total);
    int keep = Bytes.u16(b, at + 6) & DONT_FRAGMENT;
    Bytes.putU16(b, at + 6, keep | (more ? MORE_FRAGMENTS : 0) | offsetBytes >>> 3);
    seal(b, at);
  }

  /**
   * Writes a header of 20 bytes.
   *
   * @param total bytes of header and payload
   */
  public static void write(
      byte[] b,
      int at,
      int tos,
      int total,
      int identification,
      boolean dontFragment,
      int ttl,
      int protocol,
      int source,
      int destination) {
    b[at] = 0x45;
    b[at + 1] = (byte) tos;
    Bytes.putU16(b, at + 2, total);
    Bytes.putU16(b, at + 4, identification);
    Bytes.putU16(b, at + 6, dontFragment ? DONT_FRAGMENT : 0);
    b[at + 8] = (byte) ttl;
    b[at + 9] = (byte) protocol;
    Bytes.putI32(b, at + 12, source);
    Bytes.putI32(b, at + 16, destination);
    seal(b, at);
  }

  /** Computes the header checksum anew. */
  public static void seal(byte[] b, int at) {
    Bytes.putU16(b, at + 10, 0);
    Bytes.putU16(b, at + 10, Checksum.of(b, at, headerLength(b, at)));
  }
}
