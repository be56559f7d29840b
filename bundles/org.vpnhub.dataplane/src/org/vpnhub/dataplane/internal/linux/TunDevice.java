package org.vpnhub.dataplane.internal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.dataplane.MissingPermissionException;
import org.vpnhub.dataplane.TunInside;

/** A TUN interface: made, addressed and brought up by ioctl, as netdevice(7) describes. */
public final class TunDevice implements AutoCloseable {
  private static final int O_RDWR_NONBLOCK_CLOEXEC = 0x2 | 0x800 | 0x80000;
  private static final long TUNSETIFF = 0x400454caL;
  private static final short IFF_TUN_NO_PI = 0x0001 | 0x1000;
  private static final short IFF_UP_RUNNING = 0x1 | 0x40;
  private static final long SIOCADDRT = 0x890bL;
  private static final long SIOCDELRT = 0x890cL;
  private static final long SIOCSIFFLAGS = 0x8914L;
  private static final long SIOCSIFADDR = 0x8916L;
  private static final long SIOCSIFNETMASK = 0x891cL;
  private static final long SIOCSIFMTU = 0x8922L;
  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int NAME_LENGTH = 16;
  private static final int IFREQ = 40;
  private static final int RTENTRY = 120;
  private static final short RTF_UP = 1;
  private static final short RTF_HOST = 4;

  private final Arena arena = Arena.ofShared();
  private final Libc libc = new Libc(arena);
  private final TunInside.Config config;
  private final int fd;
  private final Descriptor writer;
  private final Pump pump;

  /**
   * Opens the interface and starts to read.
   *
   * @param maxPacket largest packet in bytes that is taken
   * @param wakeup called when packets are waiting
   */
  public TunDevice(TunInside.Config config, int maxPacket, Runnable wakeup) throws IOException {
    this.config = config;
    int opened = -1;
    try {
      opened = libc.open(arena.allocateFrom("/dev/net/tun"), O_RDWR_NONBLOCK_CLOEXEC);
      if (opened < 0) throw failed("opening /dev/net/tun", libc.errno());
      fd = opened;
      attach();
      configure();
    } catch (IOException | RuntimeException e) {
      if (opened >= 0) libc.close(opened);
      arena.close();
      throw e;
    }
    writer = new Descriptor(arena, fd);
    pump = new Pump("tun " + config.name(), new Descriptor(arena, fd), maxPacket, wakeup);
    pump.start();
  }

  private MemorySegment request() {
    MemorySegment ifreq = arena.allocate(IFREQ, 8);
    byte[] name = config.name().getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(name, 0, ifreq, JAVA_BYTE, 0, Math.min(name.length, NAME_LENGTH - 1));
    return ifreq;
  }

  private void attach() throws IOException {
    MemorySegment ifreq = request();
    ifreq.set(JAVA_SHORT, NAME_LENGTH, IFF_TUN_NO_PI);
    if (libc.ioctl(fd, TUNSETIFF, ifreq) < 0) {
      throw failed("making the interface " + config.name(), libc.errno());
    }
  }

  private void configure() throws IOException {
    int socket = libc.socket(AF_INET, SOCK_DGRAM_CLOEXEC, 0);
    if (socket < 0) throw failed("opening a socket", libc.errno());
    try {
      int mask = Ipv4Prefix.mask(config.prefixLength());
      set(socket, SIOCSIFADDR, "its address", address(config.address().bits()));
      set(socket, SIOCSIFNETMASK, "its netmask", address(mask));
      MemorySegment mtu = request();
      mtu.set(JAVA_INT, NAME_LENGTH, config.mtu());
      set(socket, SIOCSIFMTU, "its MTU", mtu);
      MemorySegment up = request();
      up.set(JAVA_SHORT, NAME_LENGTH, IFF_UP_RUNNING);
      set(socket, SIOCSIFFLAGS, "it up", up);
      for (Ipv4Prefix route : config.routes()) addRoute(socket, route);
    } finally {
      libc.close(socket);
    }
  }

  private void set(int socket, long request, String what, MemorySegment ifreq) throws IOException {
    if (libc.ioctl(socket, request, ifreq) < 0) {
      throw failed("setting " + what + " on the interface " + config.name(), libc.errno());
    }
  }

  private MemorySegment address(int bits) {
    MemorySegment ifreq = request();
    sockaddr(ifreq, NAME_LENGTH, bits);
    return ifreq;
  }

  private static void sockaddr(MemorySegment to, long at, int bits) {
    to.set(JAVA_SHORT, at, (short) AF_INET);
    MemorySegment.copy(new Ipv4Address(bits).octets(), 0, to, JAVA_BYTE, at + 4, 4);
  }

  private void addRoute(int socket, Ipv4Prefix route) throws IOException {
    if (route(socket, SIOCADDRT, route) < 0 && libc.errno() != Libc.EEXIST) {
      throw failed("adding the route " + route + " by " + config.name(), libc.errno());
    }
  }

  private int route(int socket, long request, Ipv4Prefix route) {
    try (Arena own = Arena.ofConfined()) {
      MemorySegment entry = own.allocate(RTENTRY, 8);
      sockaddr(entry, 8, route.network());
      sockaddr(entry, 40, Ipv4Prefix.mask(route.length()));
      entry.set(JAVA_SHORT, 56, (short) (RTF_UP | (route.length() == 32 ? RTF_HOST : 0)));
      entry.set(ADDRESS, 88, own.allocateFrom(config.name()));
      return libc.ioctl(socket, request, entry);
    }
  }

  /** Adds and removes routes by the interface; one to be removed that is not there is no error. */
  public void changeRoutes(Collection<Ipv4Prefix> added, Collection<Ipv4Prefix> removed)
      throws IOException {
    int socket = libc.socket(AF_INET, SOCK_DGRAM_CLOEXEC, 0);
    if (socket < 0) throw failed("opening a socket", libc.errno());
    try {
      for (Ipv4Prefix route : removed) route(socket, SIOCDELRT, route);
      for (Ipv4Prefix route : added) addRoute(socket, route);
    } finally {
      libc.close(socket);
    }
  }

  private static IOException failed(String what, int errno) {
    return switch (errno) {
      case Libc.EPERM, Libc.EACCES ->
          new MissingPermissionException(
              what
                  + " is not permitted: a TUN interface needs CAP_NET_ADMIN (run as root, or with"
                  + " 'setpriv --ambient-caps +net_admin', or in a namespace of your own with"
                  + " 'unshare -rn'); without any rights the lab runs with its simulated network");
      case Libc.ENOENT ->
          new MissingPermissionException(
              what
                  + " fails because the device is not there: load the kernel module 'tun' and make"
                  + " /dev/net/tun visible; without it the lab runs with its simulated network");
      case Libc.EBUSY -> new IOException(what + " fails: another program holds it");
      default -> new IOException(what + " fails with error number " + errno);
    };
  }

  public int receive(PacketBatch batch, DropCounters drops) {
    return pump.receive(batch, drops);
  }

  public void send(PacketBatch batch, int[] slots, int count, DropCounters drops) {
    for (int i = 0; i < count; i++) {
      int length = writer.load(batch, slots[i]);
      if (writer.libc().write(fd, writer.buffer(), length) != length) {
        drops.count(DropReason.SEND_FAILED);
      }
    }
  }

  @Override
  public void close() {
    pump.close();
    libc.close(fd);
    arena.close();
  }
}
