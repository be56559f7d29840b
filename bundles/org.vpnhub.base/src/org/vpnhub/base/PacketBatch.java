package org.vpnhub.base;

/**
 * Up to {@link #capacity()} packets: the unit of every packet interface.
 *
 * <p>Each slot has a buffer of its own with {@link #HEADROOM} bytes before and {@link #TAILROOM}
 * bytes behind the largest packet, so that ESP is opened and sealed in place. {@code offset} and
 * {@code length} say where the packet stands at the moment; length 0 is a slot whose packet was
 * dropped. The address fields belong to the outer datagram.
 *
 * <p>Not thread-safe: the batch belongs to one thread at a time, and is handed on whole.
 */
public final class PacketBatch {
  /** Room before a packet, in bytes: UDP or ESP header, extended sequence number and IV fit. */
  public static final int HEADROOM = 64;

  /** Room behind a packet, in bytes: ESP padding, trailer and integrity check value fit. */
  public static final int TAILROOM = 64;

  /** Traffic class of an outer datagram whose IP header could not be seen. */
  public static final int TOS_UNKNOWN = -1;

  private final byte[][] data;
  private final int[] offset;
  private final int[] length;
  private final int[] remoteAddress;
  private final int[] remotePort;
  private final int[] localAddress;
  private final int[] localPort;
  private final int[] tos;
  private final int maxPacket;
  private int size;

  /**
   * @param capacity number of slots
   * @param maxPacket largest packet in bytes that a slot can take
   */
  public PacketBatch(int capacity, int maxPacket) {
    this.maxPacket = maxPacket;
    data = new byte[capacity][HEADROOM + maxPacket + TAILROOM];
    offset = new int[capacity];
    length = new int[capacity];
    remoteAddress = new int[capacity];
    remotePort = new int[capacity];
    localAddress = new int[capacity];
    localPort = new int[capacity];
    tos = new int[capacity];
  }

  public int capacity() {
    return data.length;
  }

  /** Largest packet in bytes that fits a slot. */
  public int maxPacket() {
    return maxPacket;
  }

  /** Number of slots in use, dropped ones included. */
  public int size() {
    return size;
  }

  public boolean isFull() {
    return size == data.length;
  }

  public void clear() {
    size = 0;
  }

  /** Takes the next slot, empty, its offset at {@link #HEADROOM}; returns its index. */
  public int add() {
    int slot = size++;
    offset[slot] = HEADROOM;
    length[slot] = 0;
    tos[slot] = TOS_UNKNOWN;
    return slot;
  }

  /** Takes the next slot and copies a packet into it; returns its index. */
  public int add(byte[] packet, int from, int count) {
    int slot = add();
    System.arraycopy(packet, from, data[slot], HEADROOM, count);
    length[slot] = count;
    return slot;
  }

  /** Takes the next slot and copies slot {@code from} of another batch with its addresses. */
  public int add(PacketBatch other, int from) {
    int slot = add(other.data[from], other.offset[from], other.length[from]);
    outer(
        slot,
        other.localAddress[from],
        other.localPort[from],
        other.remoteAddress[from],
        other.remotePort[from]);
    tos[slot] = other.tos[from];
    return slot;
  }

  public byte[] data(int slot) {
    return data[slot];
  }

  public int offset(int slot) {
    return offset[slot];
  }

  public int length(int slot) {
    return length[slot];
  }

  /** Says where in the slot's buffer the packet stands now. */
  public void place(int slot, int newOffset, int newLength) {
    offset[slot] = newOffset;
    length[slot] = newLength;
  }

  /** Empties the slot: its packet goes no further. */
  public void drop(int slot) {
    length[slot] = 0;
  }

  public boolean isDropped(int slot) {
    return length[slot] == 0;
  }

  /** Outer addresses (IPv4, big-endian 32-bit values) and UDP ports; port 0 means native ESP. */
  public void outer(int slot, int local, int localUdpPort, int remote, int remoteUdpPort) {
    localAddress[slot] = local;
    localPort[slot] = localUdpPort;
    remoteAddress[slot] = remote;
    remotePort[slot] = remoteUdpPort;
  }

  public int localAddress(int slot) {
    return localAddress[slot];
  }

  public int localPort(int slot) {
    return localPort[slot];
  }

  public int remoteAddress(int slot) {
    return remoteAddress[slot];
  }

  public int remotePort(int slot) {
    return remotePort[slot];
  }

  /** Sets the outer IPv4 header's TOS octet (DSCP and ECN), or {@link #TOS_UNKNOWN}. */
  public void tos(int slot, int value) {
    tos[slot] = value;
  }

  /** The outer IPv4 header's TOS octet, 0 to 255, or {@link #TOS_UNKNOWN}. */
  public int tos(int slot) {
    return tos[slot];
  }
}
