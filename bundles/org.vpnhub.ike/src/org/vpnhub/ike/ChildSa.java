package org.vpnhub.ike;

import java.util.List;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;

/**
 * One negotiated pair of ESP SAs in tunnel mode.
 *
 * @param connection whose it is
 * @param child name of the {@link ChildConfig} that it fills
 * @param inboundSpi SPI of packets to this end, unique in the endpoint
 * @param outboundSpi SPI of packets to the peer
 * @param encryption cipher
 * @param integrity {@code NONE} with AEAD
 * @param esn whether extended sequence numbers were agreed
 * @param inboundKeys encryption key (with salt), then integrity key, of the packets to this end;
 *     the receiver of the action owns it and closes it
 * @param outboundKeys the same of the packets to the peer
 * @param local negotiated selectors of this end
 * @param remote negotiated selectors of the peer
 * @param udpEncapsulated whether ESP goes in UDP (RFC 3948)
 * @param localAddress outer address of this end
 * @param localPort UDP port of this end; meaningful when UDP-encapsulated
 * @param remoteAddress outer address of the peer
 * @param remotePort UDP port of the peer
 */
public record ChildSa(
    ConnectionId connection,
    String child,
    int inboundSpi,
    int outboundSpi,
    EncryptionAlgorithm encryption,
    IntegrityAlgorithm integrity,
    boolean esn,
    Secret inboundKeys,
    Secret outboundKeys,
    List<TrafficSelector> local,
    List<TrafficSelector> remote,
    boolean udpEncapsulated,
    Ipv4Address localAddress,
    int localPort,
    Ipv4Address remoteAddress,
    int remotePort) {

  public ChildSa {
    local = List.copyOf(local);
    remote = List.copyOf(remote);
  }
}
