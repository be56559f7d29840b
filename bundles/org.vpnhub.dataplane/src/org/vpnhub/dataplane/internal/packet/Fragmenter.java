package org.vpnhub.dataplane.internal.packet;

import org.vpnhub.base.PacketBatch;

/** Splits an IPv4 packet that may be split (RFC 791 §3.2). */
public final class Fragmenter {
  private static final int COPIED = 0x80;

  private Fragmenter() {}

  /** How many fragments {@link #split} makes of a packet. */
  public static int fragments(byte[] b, int at, int mtu) {
    int header = Ipv4.headerLength(b, at);
    int room = mtu - header & ~7;
    int data = Ipv4.totalLength(b, at) - header;
    return room <= 0 ? Integer.MAX_VALUE : (data + room - 1) / room;
  }

  /**
   * Appends the fragments of a packet; one that is a fragment itself is split further. The caller
   * has seen to room for {@link #fragments} and to DF.
   */
  public static void split(PacketBatch from, int slot, int mtu, PacketBatch into) {
    byte[] b = from.data(slot);
    int at = from.offset(slot);
    int header = Ipv4.headerLength(b, at);
    int data = Ipv4.totalLength(b, at) - header;
    int room = mtu - header & ~7;
    int base = Ipv4.fragmentOffset(b, at);
    boolean more = Ipv4.moreFragments(b, at);
    for (int done = 0; done < data; done += room) {
      int count = Math.min(room, data - done);
      int piece = into.add();
      byte[] p = into.data(piece);
      int to = into.offset(piece);
      int h = done == 0 ? copyHeader(b, at, header, p, to) : copiedHeader(b, at, header, p, to);
      System.arraycopy(b, at + header + done, p, to + h, count);
      into.place(piece, to, h + count);
      Ipv4.refragment(p, to, h + count, base + done, more || done + count < data);
    }
  }

  private static int copyHeader(byte[] b, int at, int header, byte[] p, int to) {
    System.arraycopy(b, at, p, to, header);
    return header;
  }

  /** RFC 791 §3.1: fragments but the first carry only the options whose copied flag is set. */
  private static int copiedHeader(byte[] b, int at, int header, byte[] p, int to) {
    System.arraycopy(b, at, p, to, Ipv4.HEADER);
    int out = to + Ipv4.HEADER;
    int in = at + Ipv4.HEADER;
    int end = at + header;
    while (in < end && b[in] != 0) {
      int length = b[in] == 1 ? 1 : in + 1 < end ? b[in + 1] & 0xff : 0;
      if (length == 0 || in + length > end) break;
      if ((b[in] & COPIED) != 0) {
        System.arraycopy(b, in, p, out, length);
        out += length;
      }
      in += length;
    }
    while ((out - to & 3) != 0) p[out++] = 0;
    int newHeader = out - to;
    p[to] = (byte) (0x40 | newHeader >>> 2);
    return newHeader;
  }
}
