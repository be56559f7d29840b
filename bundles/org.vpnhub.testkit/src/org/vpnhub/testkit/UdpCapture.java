package org.vpnhub.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Address;

/**
 * The UDP datagrams over IPv4 of a pcap file with Ethernet frames, in order; other frames are left
 * out. For trusted test data.
 */
public final class UdpCapture {
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int FILE_HEADER = 24;
  private static final int ETHERNET = 14;

  private UdpCapture() {}

  /** One datagram: who sent it to whom, and what it carried. */
  public record Datagram(
      Ipv4Address source,
      int sourcePort,
      Ipv4Address destination,
      int destinationPort,
      byte[] payload) {}

  /**
   * @throws IllegalArgumentException when the file is not such a pcap file
   */
  public static List<Datagram> read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int magic = in.getInt(0);
    boolean ethernet = in.getInt(20) == 1;
    if (magic != MICROSECONDS && magic != NANOSECONDS || !ethernet) {
      throw new IllegalArgumentException(
          file + " is no little-endian pcap file of Ethernet frames");
    }
    List<Datagram> result = new ArrayList<>();
    in.position(FILE_HEADER);
    while (in.remaining() >= 16) {
      int captured = in.getInt(in.position() + 8);
      in.position(in.position() + 16);
      ByteBuffer frame = in.slice(in.position(), captured).order(ByteOrder.BIG_ENDIAN);
      in.position(in.position() + captured);
      if (isUdp(frame)) result.add(datagram(frame));
    }
    return result;
  }

  private static boolean isUdp(ByteBuffer frame) {
    return frame.limit() > ETHERNET + 28
        && frame.getShort(12) == 0x0800
        && frame.get(ETHERNET + 9) == 17;
  }

  private static Datagram datagram(ByteBuffer frame) {
    int udp = ETHERNET + (frame.get(ETHERNET) & 15) * 4;
    byte[] payload = new byte[(frame.getShort(udp + 4) & 0xffff) - 8];
    frame.get(udp + 8, payload);
    return new Datagram(
        new Ipv4Address(frame.getInt(ETHERNET + 12)),
        frame.getShort(udp) & 0xffff,
        new Ipv4Address(frame.getInt(ETHERNET + 16)),
        frame.getShort(udp + 2) & 0xffff,
        payload);
  }
}
