package org.vpnhub.ike;

import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;

/**
 * What the endpoint wants done. Actions of one call are applied in order: an SA is installed before
 * the message that announces it leaves.
 */
public sealed interface IkeAction {

  /** Send an IKE message. */
  record Send(IkeDatagram datagram) implements IkeAction {}

  /** Send a NAT keepalive: one octet 0xFF on UDP, without marker (RFC 3948 §2.3). */
  record SendKeepalive(
      Ipv4Address localAddress, int localPort, Ipv4Address remoteAddress, int remotePort)
      implements IkeAction {}

  /**
   * Take packets of {@link ChildSa#inboundSpi} from now on. Its outbound keys are not for use yet.
   */
  record InstallInbound(ChildSa sa) implements IkeAction {}

  /**
   * Send with this SA from now on. It supersedes an earlier outbound SA of the same connection and
   * selectors; when it is removed while the earlier one is still there, the earlier serves again.
   */
  record InstallOutbound(ChildSa sa) implements IkeAction {}

  /** Take no more packets of this SPI, and wipe its keys. */
  record RemoveInbound(ConnectionId connection, int spi) implements IkeAction {}

  /**
   * Send no more with this SA.
   *
   * @param spi the outbound SPI (the peer's choice: unique only together with the connection)
   */
  record RemoveOutbound(ConnectionId connection, int spi) implements IkeAction {}

  /** The peer moved (NAT mapping changed): all SAs of the connection send to the new place. */
  record UpdateEndpoints(
      ConnectionId connection,
      boolean udpEncapsulated,
      Ipv4Address localAddress,
      int localPort,
      Ipv4Address remoteAddress,
      int remotePort)
      implements IkeAction {}

  /** Something to log, show or count. */
  record Event(IkeEvent event) implements IkeAction {}
}
