package org.vpnhub.ike.internal.v2;

import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.IkeDatagram;

/** Where the messages of an IKE SA go: the outer addresses and UDP ports of both ends. */
record Path(Ipv4Address local, int localPort, Ipv4Address remote, int remotePort) {
  static final int IKE_PORT = 500;
  static final int NAT_PORT = 4500;

  static Path of(IkeDatagram d) {
    return new Path(d.local(), d.localPort(), d.remote(), d.remotePort());
  }

  /** RFC 7296 §2.23: with a NAT on the way, everything goes on between the ports 4500. */
  Path floated() {
    return new Path(local, NAT_PORT, remote, NAT_PORT);
  }

  IkeDatagram datagram(byte[] message) {
    return new IkeDatagram(local, localPort, remote, remotePort, message);
  }
}
