package org.vpnhub.dataplane.internal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.internal.io.Endpoints;
import org.vpnhub.dataplane.internal.io.PortMap;

/**
 * A UDP socket that hands many datagrams of one size to the kernel in one call and takes them
 * likewise (udp(7): UDP_SEGMENT and UDP_GRO). The outer TOS octet is seen and set. Sending belongs
 * to the packet thread; a thread of its own reads ahead.
 */
public final class SegmentingSocket implements AutoCloseable {
  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x80000;
  private static final int SOL_IP = 0;
  private static final int IP_TOS = 1;
  private static final int IP_MTU_DISCOVER = 10;
  private static final int IP_RECVTOS = 13;
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;
  private static final int SOL_UDP = 17;
  private static final int UDP_SEGMENT = 103;
  private static final int UDP_GRO = 104;
  private static final int SOCKET_BUFFER = 4 << 20;
  private static final int MOST_SEGMENTS = 64;
  private static final int MOST_BYTES = 65_000;
  private static final int LARGEST = 65_535;
  private static final int SOCKADDR = 16;

  // struct msghdr, struct iovec and struct cmsghdr of 64-bit Linux.
  private static final int MSGHDR = 56;
  private static final int NAME = 0;
  private static final int NAME_LENGTH = 8;
  private static final int IOV = 16;
  private static final int IOV_COUNT = 24;
  private static final int CONTROL = 32;
  private static final int CONTROL_LENGTH = 40;
  private static final int IOVEC = 16;
  private static final int CMSG_HEADER = 16;
  private static final int CMSG_SPACE = 24;
  private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt ADDRESS_BITS = JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final Libc libc = new Libc(arena);
  private final PortMap ports;
  private final int localAddress;
  private final int modelPort;
  private final int fd;
  private final Message out = new Message(arena);
  private final Pump pump;
  private boolean segmentation;

  /** A message header with one buffer, a name and room for two control messages. */
  private static final class Message {
    final MemorySegment header;
    final MemorySegment buffer;
    final MemorySegment name;
    final MemorySegment iovec;
    final MemorySegment control;

    Message(Arena arena) {
      header = arena.allocate(MSGHDR, 8);
      buffer = arena.allocate(LARGEST);
      name = arena.allocate(SOCKADDR, 8);
      iovec = arena.allocate(IOVEC, 8);
      control = arena.allocate(4 * CMSG_SPACE, 8);
      header.set(ADDRESS, NAME, name);
      header.set(ADDRESS, IOV, iovec);
      header.set(JAVA_LONG, IOV_COUNT, 1);
      header.set(ADDRESS, CONTROL, control);
      iovec.set(ADDRESS, 0, buffer);
    }

    void lengths(int name, long bytes, long controlBytes) {
      header.set(JAVA_INT, NAME_LENGTH, name);
      iovec.set(JAVA_LONG, 8, bytes);
      header.set(JAVA_LONG, CONTROL_LENGTH, controlBytes);
    }

    /** Writes a control message at its place; returns the place of the next. */
    long control(long at, int level, int type, int dataBytes) {
      control.set(JAVA_LONG, at, CMSG_HEADER + dataBytes);
      control.set(JAVA_INT, at + 8, level);
      control.set(JAVA_INT, at + 12, type);
      return at + CMSG_SPACE;
    }
  }

  /**
   * Binds and begins to read.
   *
   * @param bind real local address; 0.0.0.0 for all
   * @param port real local port
   * @param modelPort 500 or 4500
   * @throws IOException naming the address and port, and what may be done
   */
  public SegmentingSocket(
      Ipv4Address bind,
      int port,
      PortMap ports,
      int localAddress,
      int modelPort,
      int maxPacket,
      Runnable wakeup)
      throws IOException {
    this.ports = ports;
    this.localAddress = localAddress;
    this.modelPort = modelPort;
    fd = libc.socket(AF_INET, SOCK_DGRAM_NONBLOCK_CLOEXEC, 0);
    address(out.name, Endpoints.pack(bind.bits(), port));
    if (fd < 0 || libc.bind(fd, out.name, SOCKADDR) < 0) {
      int errno = libc.errno();
      if (fd >= 0) libc.close(fd);
      arena.close();
      throw new IOException(
          "UDP port %d of %s is not to be had (error number %d); end the program that holds it, run with the right to bind it, or choose other ports"
              .formatted(port, bind, errno));
    }
    option(SOL_SOCKET, SO_RCVBUF, SOCKET_BUFFER);
    option(SOL_SOCKET, SO_SNDBUF, SOCKET_BUFFER);
    option(SOL_IP, IP_MTU_DISCOVER, 0);
    option(SOL_IP, IP_RECVTOS, 1);
    option(SOL_UDP, UDP_GRO, 1);
    // A kernel before 4.18 does not know it, and would send a train as one huge datagram.
    segmentation = option(SOL_UDP, UDP_SEGMENT, 0);
    pump = new Pump("udp " + port, new Reader(arena), maxPacket, wakeup);
    pump.start();
  }

  /** A kernel that does not know an option carries packets all the same, only slower. */
  private boolean option(int level, int name, int value) {
    out.control.set(JAVA_INT, 0, value);
    return libc.setsockopt(fd, level, name, out.control, 4) == 0;
  }

  private static void address(MemorySegment to, long endpoint) {
    to.set(JAVA_SHORT, 0, (short) AF_INET);
    to.set(PORT, 2, (short) Endpoints.port(endpoint));
    to.set(ADDRESS_BITS, 4, Endpoints.address(endpoint));
  }

  // ------------------------------------------------------------------------- receiving

  /** Appends what has been read, at most {@code limit} datagrams; on the packet thread. */
  public int receive(PacketBatch batch, int limit, DropCounters drops) {
    return pump.receive(batch, limit, drops);
  }

  /** Reads trains of datagrams and takes them apart; on the pump's thread. */
  private final class Reader implements Pump.Source {
    private final Descriptor descriptor;
    private final Message in;
    private final Libc reader;
    private int at;
    private int end;
    private int segment;
    private int tos;

    Reader(Arena arena) {
      descriptor = new Descriptor(arena, fd);
      reader = descriptor.libc();
      in = new Message(arena);
    }

    @Override
    public boolean await(int millis) {
      return at < end || descriptor.await(millis);
    }

    @Override
    public int read(PacketBatch batch, DropCounters drops) {
      int n = 0;
      while (!batch.isFull() && (at < end || next())) {
        int length = Math.min(segment, end - at);
        if (length == 0 || length > batch.maxPacket()) {
          drops.count(DropReason.MALFORMED_DATAGRAM);
        } else {
          take(batch, length);
          n++;
        }
        at += Math.max(1, length);
      }
      return n;
    }

    /** Reads the next train; false when none is there. */
    private boolean next() {
      in.lengths(SOCKADDR, LARGEST, 4 * CMSG_SPACE);
      long length = reader.recvmsg(fd, in.header, 0);
      if (length < 0) return false;
      at = 0;
      end = (int) Math.max(1, length); // an empty datagram is one that is malformed
      segment = (int) length;
      tos = PacketBatch.TOS_UNKNOWN;
      long controlEnd = in.header.get(JAVA_LONG, CONTROL_LENGTH);
      for (long c = 0; c + CMSG_HEADER < controlEnd; ) {
        int level = in.control.get(JAVA_INT, c + 8);
        int type = in.control.get(JAVA_INT, c + 12);
        if (level == SOL_UDP && type == UDP_GRO) {
          segment = in.control.get(JAVA_INT, c + CMSG_HEADER);
        } else if (level == SOL_IP && type == IP_TOS) {
          tos = in.control.get(JAVA_BYTE, c + CMSG_HEADER) & 0xff;
        }
        c += in.control.get(JAVA_LONG, c) + 7 & ~7;
      }
      return true;
    }

    private void take(PacketBatch batch, int length) {
      int slot = batch.add();
      int to = batch.offset(slot);
      MemorySegment.copy(in.buffer, JAVA_BYTE, at, batch.data(slot), to, length);
      batch.place(slot, to, length);
      long real = Endpoints.pack(in.name.get(ADDRESS_BITS, 4), in.name.get(PORT, 2) & 0xffff);
      long model = ports.model(real);
      batch.outer(slot, localAddress, modelPort, Endpoints.address(model), Endpoints.port(model));
      batch.tos(slot, tos);
    }
  }

  // --------------------------------------------------------------------------- sending

  /** Sends the slots; neighbours of one length, endpoint and TOS go as one train. */
  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    int i = 0;
    while (i < count) {
      int n = train(batch, slots, i, count);
      transmit(batch, slots, i, n, drops);
      i += n;
    }
  }

  /** How many slots from {@code first} on make a train: the last of it may be shorter. */
  private int train(PacketBatch batch, int[] slots, int first, int count) {
    int head = slots[first];
    int length = batch.length(head);
    if (!segmentation) return 1;
    int most = Math.min(Math.min(MOST_SEGMENTS, MOST_BYTES / Math.max(1, length)), count - first);
    int n = 1;
    while (n < most) {
      int slot = slots[first + n];
      boolean fits =
          batch.length(slot) <= length
              && batch.remoteAddress(slot) == batch.remoteAddress(head)
              && batch.remotePort(slot) == batch.remotePort(head)
              && batch.tos(slot) == batch.tos(head);
      if (!fits) break;
      n++;
      if (batch.length(slot) < length) break;
    }
    return n;
  }

  private void transmit(PacketBatch batch, int[] slots, int first, int n, DropCounters drops) {
    int head = slots[first];
    long bytes = 0;
    for (int i = first; i < first + n; i++) {
      int slot = slots[i];
      MemorySegment.copy(
          batch.data(slot), batch.offset(slot), out.buffer, JAVA_BYTE, bytes, batch.length(slot));
      bytes += batch.length(slot);
    }
    long model = Endpoints.pack(batch.remoteAddress(head), batch.remotePort(head));
    address(out.name, ports.real(model));
    long control = out.control(0, SOL_IP, IP_TOS, 4);
    out.control.set(JAVA_INT, CMSG_HEADER, Math.max(0, batch.tos(head)));
    if (n > 1) {
      long at = control;
      control = out.control(at, SOL_UDP, UDP_SEGMENT, 2);
      out.control.set(JAVA_SHORT, at + CMSG_HEADER, (short) batch.length(head));
    }
    out.lengths(SOCKADDR, bytes, control);
    if (libc.sendmsg(fd, out.header, 0) == bytes) return;
    if (n == 1) {
      drops.count(DropReason.SEND_FAILED);
      return;
    }
    // A device without checksum offload takes no trains, a path of a smaller MTU not this one.
    if (libc.errno() == Libc.EIO) segmentation = false;
    for (int i = first; i < first + n; i++) transmit(batch, slots, i, 1, drops);
  }

  @Override
  public void close() {
    pump.close();
    libc.close(fd);
    arena.close();
  }

  /** Whether this system has what is needed. */
  public static boolean isSupported() {
    return Libc.isLinux() && ADDRESS.byteSize() == 8;
  }
}
