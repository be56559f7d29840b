package org.vpnhub.dataplane.internal.packet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts fragments together (RFC 791 §3.2), as a host does; the gateway itself never reassembles. A
 * bounded number of packets is kept, the oldest is given up. For simulated hosts: it allocates.
 */
public final class Reassembly {
  private static final int MOST_PACKETS = 32;
  private static final int MOST_BYTES = 0xffff;

  private final Map<Key, Partial> partials =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Partial> eldest) {
          return size() > MOST_PACKETS;
        }
      };

  private record Key(int source, int destination, int protocol, int identification) {}

  /**
   * Takes a fragment; returns the whole packet when it was the last one missing, otherwise null.
   */
  public byte @Nullable [] add(byte[] b, int at) {
    Key key =
        new Key(
            Ipv4.source(b, at),
            Ipv4.destination(b, at),
            Ipv4.protocol(b, at),
            Ipv4.identification(b, at));
    Partial partial = partials.computeIfAbsent(key, k -> new Partial());
    partial.add(b, at);
    if (!partial.isWhole()) return null;
    partials.remove(key);
    return partial.packet();
  }

  private static final class Partial {
    private byte[] data = new byte[0];
    private byte[] header = new byte[0];
    private final java.util.BitSet present = new java.util.BitSet();
    private int length = -1;

    void add(byte[] b, int at) {
      int headerLength = Ipv4.headerLength(b, at);
      int from = Ipv4.fragmentOffset(b, at);
      int count = Ipv4.totalLength(b, at) - headerLength;
      if (from + count > MOST_BYTES) return;
      if (from == 0) header = Arrays.copyOfRange(b, at, at + headerLength);
      if (!Ipv4.moreFragments(b, at)) length = from + count;
      if (data.length < from + count) data = Arrays.copyOf(data, from + count);
      System.arraycopy(b, at + headerLength, data, from, count);
      present.set(from, from + count);
    }

    boolean isWhole() {
      return length >= 0 && header.length > 0 && present.nextClearBit(0) >= length;
    }

    byte[] packet() {
      byte[] packet = Arrays.copyOf(header, header.length + length);
      System.arraycopy(data, 0, packet, header.length, length);
      Ipv4.refragment(packet, 0, packet.length, 0, false);
      return packet;
    }
  }
}
