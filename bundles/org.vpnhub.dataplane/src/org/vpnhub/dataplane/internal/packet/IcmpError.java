package org.vpnhub.dataplane.internal.packet;

import org.vpnhub.base.Bytes;
import org.vpnhub.base.PacketBatch;

/** Makes ICMP error messages (RFC 792, RFC 1812 §4.3). */
public final class IcmpError {
  public static final int UNREACHABLE = 3;
  public static final int NET_UNREACHABLE = 0;
  public static final int HOST_UNREACHABLE = 1;
  public static final int FRAGMENTATION_NEEDED = 4;
  public static final int TIME_EXCEEDED = 11;
  public static final int TTL_EXCEEDED = 0;

  private static final int SOURCE_QUENCH = 4;
  private static final int REDIRECT = 5;
  private static final int PARAMETER_PROBLEM = 12;
  private static final int HEADER = 8;

  /** RFC 1812 §4.3.2.3: as much of the packet as fits 576 bytes. */
  private static final int LARGEST = 576;

  /** RFC 1812 §4.3.2.5: precedence 6, internetwork control. */
  private static final int TOS = 0xc0;

  private static final int TTL = 64;

  private IcmpError() {}

  /** Whether an error may be sent about this packet at all (RFC 1812 §4.3.2.7). */
  public static boolean isAllowedAbout(byte[] b, int at, int length) {
    if (Ipv4.fragmentOffset(b, at) != 0) return false;
    if (!isHost(Ipv4.source(b, at)) || !isUnicast(Ipv4.destination(b, at))) return false;
    if (Ipv4.protocol(b, at) != Ipv4.ICMP) return true;
    int icmp = Ipv4.headerLength(b, at);
    return length > icmp && !isError(Bytes.u8(b, at + icmp));
  }

  private static boolean isError(int type) {
    return type == UNREACHABLE
        || type == SOURCE_QUENCH
        || type == REDIRECT
        || type == TIME_EXCEEDED
        || type == PARAMETER_PROBLEM;
  }

  /** Not multicast, limited broadcast or reserved (224.0.0.0/3). */
  private static boolean isUnicast(int address) {
    return address >>> 29 != 0b111;
  }

  private static boolean isHost(int address) {
    return isUnicast(address) && address >>> 24 != 0 && address >>> 24 != 127;
  }

  /**
   * Appends an error about the packet of {@code length} bytes at {@code b[at]}.
   *
   * @param rest second word of the ICMP header; the MTU for {@link #FRAGMENTATION_NEEDED} (RFC 1191
   *     §4)
   * @param source address of this router
   * @return the slot
   */
  public static int append(
      PacketBatch into,
      byte[] b,
      int at,
      int length,
      int type,
      int code,
      int rest,
      int source,
      int identification) {
    int quoted = Math.min(length, LARGEST - Ipv4.HEADER - HEADER);
    int total = Ipv4.HEADER + HEADER + quoted;
    int slot = into.add();
    byte[] p = into.data(slot);
    int to = into.offset(slot);
    Ipv4.write(
        p,
        to,
        TOS,
        total,
        identification & 0xffff,
        false,
        TTL,
        Ipv4.ICMP,
        source,
        Ipv4.source(b, at));
    int icmp = to + Ipv4.HEADER;
    p[icmp] = (byte) type;
    p[icmp + 1] = (byte) code;
    Bytes.putU16(p, icmp + 2, 0);
    Bytes.putI32(p, icmp + 4, rest);
    System.arraycopy(b, at, p, icmp + HEADER, quoted);
    Bytes.putU16(p, icmp + 2, Checksum.of(p, icmp, HEADER + quoted));
    into.place(slot, to, total);
    return slot;
  }
}
