package org.vpnhub.dataplane.internal.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.MissingPermissionException;
import org.vpnhub.dataplane.Underlay;
import org.vpnhub.dataplane.internal.packet.Ipv4;

/** ESP as IP protocol 50 through a raw socket (raw(7)). The outer TOS octet is seen and set. */
public final class RawEsp implements AutoCloseable {
  private static final int AF_INET = 2;
  private static final int SOCK_RAW_NONBLOCK_CLOEXEC = 3 | 0x800 | 0x80000;
  private static final int IPPROTO_IP = 0;
  private static final int IPPROTO_ESP = 50;
  private static final int IP_TOS = 1;
  private static final int IP_MTU_DISCOVER = 10;
  private static final int IP_PMTUDISC_DONT = 0;
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;
  private static final int SOCKET_BUFFER = 4 << 20;
  private static final int SOCKADDR = 16;

  private final Arena arena = Arena.ofShared();
  private final Libc libc = new Libc(arena);
  private final int modelAddress;
  private final int fd;
  private final Descriptor writer;
  private final Pump pump;
  private final MemorySegment destination;
  private final MemorySegment option;
  private int currentTos;

  /**
   * Opens the socket and starts to read.
   *
   * @param bind local address; 0.0.0.0 for all
   * @param modelAddress the model's address of this end
   * @param maxPacket largest packet in bytes that is taken, IP header included
   * @throws MissingPermissionException without CAP_NET_RAW
   */
  public RawEsp(Ipv4Address bind, int modelAddress, int maxPacket, Runnable wakeup)
      throws IOException {
    this.modelAddress = modelAddress;
    destination = arena.allocate(SOCKADDR, 4);
    option = arena.allocate(4, 4);
    fd = libc.socket(AF_INET, SOCK_RAW_NONBLOCK_CLOEXEC, IPPROTO_ESP);
    if (fd < 0) {
      int errno = libc.errno();
      arena.close();
      throw refused(errno);
    }
    option(SOL_SOCKET, SO_RCVBUF, SOCKET_BUFFER);
    option(SOL_SOCKET, SO_SNDBUF, SOCKET_BUFFER);
    option(IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DONT);
    if (bind.bits() != 0 && libc.bind(fd, to(bind.bits()), SOCKADDR) < 0) {
      int errno = libc.errno();
      libc.close(fd);
      arena.close();
      throw new IOException("binding ESP to " + bind + " fails with error number " + errno);
    }
    writer = new Descriptor(arena, fd);
    pump = new Pump("esp", new Descriptor(arena, fd), maxPacket, wakeup);
    pump.start();
  }

  private static IOException refused(int errno) {
    if (errno != Libc.EPERM && errno != Libc.EACCES) {
      return new IOException("a raw socket for ESP is not to be had: error number " + errno);
    }
    return new MissingPermissionException(
        "ESP as IP protocol 50 needs CAP_NET_RAW (run as root, or with 'setpriv --ambient-caps"
            + " +net_raw'); without it the engine forces UDP encapsulation, which any peer with NAT"
            + " traversal switched on accepts");
  }

  private void option(int level, int name, int value) {
    option.set(JAVA_INT, 0, value);
    // Buffers and TOS are wishes; a kernel that grants less still carries packets.
    int ignored = libc.setsockopt(fd, level, name, option, 4);
  }

  private MemorySegment to(int address) {
    destination.set(JAVA_SHORT, 0, (short) AF_INET);
    destination.set(JAVA_BYTE, 4, (byte) (address >>> 24));
    destination.set(JAVA_BYTE, 5, (byte) (address >>> 16));
    destination.set(JAVA_BYTE, 6, (byte) (address >>> 8));
    destination.set(JAVA_BYTE, 7, (byte) address);
    return destination;
  }

  /**
   * Appends at most {@code limit} ESP packets; the outer IP header is taken off, its addresses and
   * TOS are kept.
   */
  public int receive(PacketBatch batch, int limit, DropCounters drops) {
    int first = batch.size();
    int n = pump.receive(batch, limit, drops);
    for (int slot = first; slot < batch.size(); slot++) {
      byte[] b = batch.data(slot);
      int at = batch.offset(slot);
      int length = batch.length(slot);
      int header = length < Ipv4.HEADER ? length : Ipv4.headerLength(b, at);
      if (header >= length) {
        drops.count(DropReason.MALFORMED_DATAGRAM);
        batch.drop(slot);
        continue;
      }
      batch.outer(slot, modelAddress, Underlay.NATIVE_ESP, Ipv4.source(b, at), Underlay.NATIVE_ESP);
      batch.tos(slot, Ipv4.tos(b, at));
      batch.place(slot, at + header, length - header);
    }
    return n;
  }

  /** Sends the ESP packet in a slot; the kernel puts the IP header on. */
  public void send(PacketBatch batch, int slot, DropCounters drops) {
    int tos = batch.tos(slot);
    if (tos >= 0 && tos != currentTos) {
      option(IPPROTO_IP, IP_TOS, tos);
      currentTos = tos;
    }
    int length = writer.load(batch, slot);
    MemorySegment to = to(batch.remoteAddress(slot));
    if (writer.libc().sendto(fd, writer.buffer(), length, 0, to, SOCKADDR) != length) {
      drops.count(DropReason.SEND_FAILED);
    }
  }

  @Override
  public void close() {
    pump.close();
    libc.close(fd);
    arena.close();
  }

  /** Whether this system has raw sockets at all. */
  public static boolean isSupported() {
    return Libc.isLinux();
  }
}
