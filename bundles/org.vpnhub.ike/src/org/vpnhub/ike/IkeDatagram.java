package org.vpnhub.ike;

import org.vpnhub.base.Ipv4Address;

/**
 * One IKE message with its addresses, without the non-ESP marker: the carrier adds and removes that
 * on port 4500 (RFC 3948 §2.2). Ports are the logical ones, 500 and 4500 at this end.
 *
 * @param local this end's address
 * @param localPort 500 or 4500
 * @param remote the peer's address
 * @param remotePort the peer's port, any behind a NAT
 * @param message from the IKE header on; not to be changed after this call
 */
public record IkeDatagram(
    Ipv4Address local, int localPort, Ipv4Address remote, int remotePort, byte[] message) {

  @Override
  public String toString() {
    return local + "[" + localPort + "] " + remote + "[" + remotePort + "] " + message.length;
  }
}
