package org.vpnhub.dataplane;

import java.util.Arrays;
import java.util.HexFormat;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;

/**
 * Packets for tests, made byte by byte and with a checksum of their own, so that they do not agree
 * with the code under test by construction.
 */
public final class Packets {
  private Packets() {}

  public static int ip(String address) {
    return Ipv4Address.parse(address).bits();
  }

  public static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  /** The textbook sum over 16-bit words, complemented. */
  public static int checksum(byte[] b, int from, int to, long start) {
    long sum = start;
    for (int i = from; i < to; i += 2) {
      sum += (b[i] & 0xff) << 8 | (i + 1 < to ? b[i + 1] & 0xff : 0);
    }
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
    return (int) ~sum & 0xffff;
  }

  private static void u16(byte[] b, int at, int value) {
    b[at] = (byte) (value >> 8);
    b[at + 1] = (byte) value;
  }

  private static void u32(byte[] b, int at, int value) {
    u16(b, at, value >>> 16);
    u16(b, at + 2, value);
  }

  /** An IPv4 packet; {@code flags} is the 16-bit field of flags and fragment offset. */
  public static byte[] ipv4(
      String from, String to, int protocol, int tos, int ttl, int flags, byte[] payload) {
    return ipv4(from, to, protocol, tos, ttl, flags, new byte[0], payload);
  }

  public static byte[] ipv4(
      String from,
      String to,
      int protocol,
      int tos,
      int ttl,
      int flags,
      byte[] options,
      byte[] payload) {
    int header = 20 + options.length;
    byte[] b = new byte[header + payload.length];
    b[0] = (byte) (0x40 | header / 4);
    b[1] = (byte) tos;
    u16(b, 2, b.length);
    u16(b, 4, 0x1234);
    u16(b, 6, flags);
    b[8] = (byte) ttl;
    b[9] = (byte) protocol;
    u32(b, 12, ip(from));
    u32(b, 16, ip(to));
    System.arraycopy(options, 0, b, 20, options.length);
    u16(b, 10, checksum(b, 0, header, 0));
    System.arraycopy(payload, 0, b, header, payload.length);
    return b;
  }

  public static byte[] udp(String from, String to, int bytes) {
    return udp(from, to, bytes, 64, 0);
  }

  /** A UDP packet of {@code bytes} altogether, ports 4660 and 22136, without UDP checksum. */
  public static byte[] udp(String from, String to, int bytes, int ttl, int flags) {
    byte[] payload = new byte[bytes - 20];
    u16(payload, 0, 0x1234);
    u16(payload, 2, 0x5678);
    u16(payload, 4, payload.length);
    for (int i = 8; i < payload.length; i++) payload[i] = (byte) (i * 7);
    return ipv4(from, to, 17, 0, ttl, flags, payload);
  }

  /** A TCP segment with these options; checksum good. */
  public static byte[] tcp(String from, String to, int flags, byte[] options, byte[] data) {
    byte[] t = new byte[20 + options.length + data.length];
    u16(t, 0, 40000);
    u16(t, 2, 443);
    u32(t, 4, 0x01020304);
    t[12] = (byte) ((20 + options.length) / 4 << 4);
    t[13] = (byte) flags;
    u16(t, 14, 64240);
    System.arraycopy(options, 0, t, 20, options.length);
    System.arraycopy(data, 0, t, 20 + options.length, data.length);
    u16(t, 16, tcpChecksum(ip(from), ip(to), t));
    return ipv4(from, to, 6, 0, 64, 0x4000, t);
  }

  /** RFC 9293 §3.1, with the checksum field of {@code t} as zero. */
  public static int tcpChecksum(int from, int to, byte[] t) {
    byte[] copy = t.clone();
    u16(copy, 16, 0);
    long pseudo = (from >>> 16) + (from & 0xffff) + (to >>> 16) + (to & 0xffff) + 6L + copy.length;
    return checksum(copy, 0, copy.length, pseudo);
  }

  /** The packet in a slot. */
  public static byte[] bytes(PacketBatch batch, int slot) {
    int at = batch.offset(slot);
    return Arrays.copyOfRange(batch.data(slot), at, at + batch.length(slot));
  }
}
