package org.vpnhub.ike;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Secret;

/**
 * One connection to one peer. Equal configurations are interchangeable: to configure an equal one
 * again touches nothing.
 *
 * @param id unique in the endpoint
 * @param localAddress this end's outer address
 * @param remoteAddress the peer's outer address (of the NAT in front of it, if there is one)
 * @param localId identity that this end proves
 * @param remoteId identity that the peer must prove
 * @param psk the pre-shared key; the caller keeps it open while the connection is configured
 * @param proposals IKE suites in order of preference, at least one
 * @param lifetime hard limit of one IKE SA; it is rekeyed before
 * @param children at least one
 * @param initiate whether this end negotiates at once, and again whenever a part is missing
 * @param dpdInterval silence after which the peer is asked for a sign of life; empty: never
 * @param natTraversal whether IKE and ESP may float to UDP port 4500 (RFC 3948)
 * @param forceUdpEncapsulation whether this end claims to be behind a NAT, so that ESP goes in UDP
 *     even where there is none; needs {@code natTraversal}
 */
public record ConnectionConfig(
    ConnectionId id,
    Ipv4Address localAddress,
    Ipv4Address remoteAddress,
    IkeIdentity localId,
    IkeIdentity remoteId,
    Secret psk,
    List<IkeProposal> proposals,
    Duration lifetime,
    List<ChildConfig> children,
    boolean initiate,
    Optional<Duration> dpdInterval,
    boolean natTraversal,
    boolean forceUdpEncapsulation) {

  public ConnectionConfig {
    proposals = List.copyOf(proposals);
    children = List.copyOf(children);
    if (proposals.isEmpty() || children.isEmpty()) {
      throw new IllegalArgumentException("connection " + id + " needs a proposal and a child");
    }
    if (forceUdpEncapsulation && !natTraversal) {
      throw new IllegalArgumentException(
          "connection " + id + " cannot force UDP encapsulation with NAT traversal switched off");
    }
    if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("connection " + id + " has lifetime " + lifetime);
    }
  }
}
