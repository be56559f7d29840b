package org.vpnhub.dataplane.internal.io;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Address;

/**
 * The model's endpoints (IPv4 address and UDP port, packed into a {@code long}) and the sockets
 * that stand for them.
 */
public interface Endpoints {
  /** No endpoint of the model. */
  long UNKNOWN = -1;

  /** The model's endpoint of a real socket address, or {@link #UNKNOWN}. */
  long model(InetSocketAddress real);

  /** The real socket address of a model endpoint; null when there is none. */
  @Nullable InetSocketAddress real(long model);

  static long pack(int address, int port) {
    return (address & 0xffffffffL) << 16 | port;
  }

  static int address(long endpoint) {
    return (int) (endpoint >>> 16);
  }

  static int port(long endpoint) {
    return (int) endpoint & 0xffff;
  }

  /** Packs a real IPv4 socket address as it is; {@link #UNKNOWN} when it is not IPv4. */
  static long pack(InetSocketAddress real) {
    byte[] octets = real.getAddress().getAddress();
    return octets.length == 4 ? pack(Bytes.i32(octets, 0), real.getPort()) : UNKNOWN;
  }

  /** The socket address with the very address and port of the endpoint. */
  static InetSocketAddress unpack(long endpoint) {
    try {
      byte[] octets = new Ipv4Address(address(endpoint)).octets();
      return new InetSocketAddress(InetAddress.getByAddress(octets), port(endpoint));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
