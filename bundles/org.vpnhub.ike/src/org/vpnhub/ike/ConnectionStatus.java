package org.vpnhub.ike;

import java.util.List;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;

/**
 * One connection at one moment.
 *
 * @param id which
 * @param state the status of the cloud's vocabulary
 * @param phase what the machine is doing, for people: {@code idle}, {@code waiting to retry},
 *     {@code negotiating (IKE_AUTH sent)}, {@code established}…
 * @param ike the IKE SA in use, if there is one
 * @param children CHILD SA pairs of all IKE SAs, oldest first
 * @param lastOffer the peer's last proposals as it wrote them
 * @param lastFailure the last thing that went wrong; kept when a later attempt succeeds
 */
public record ConnectionStatus(
    ConnectionId id,
    TunnelState state,
    String phase,
    Optional<IkeStatus> ike,
    List<ChildStatus> children,
    Optional<String> lastOffer,
    Optional<IkeFailure> lastFailure) {

  public ConnectionStatus {
    children = List.copyOf(children);
  }

  /** Negotiation status; {@link #wire} is the value of the cloud's API. */
  public enum TunnelState {
    IKE_SA_NOT_ESTABLISHED("ike_sa_not_established"),
    IKE_SA_ESTABLISHED("ike_sa_established"),
    IPSEC_SA_NOT_ESTABLISHED("ipsec_sa_not_established"),
    IPSEC_SA_ESTABLISHED("ipsec_sa_established");

    private final String wire;

    TunnelState(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  /**
   * An established IKE SA. Times are nanoseconds.
   *
   * @param initiator whether this end is its original initiator
   * @param nat which ends are behind a NAT: {@code none}, {@code local}, {@code remote}, {@code
   *     both}
   */
  public record IkeStatus(
      long initiatorSpi,
      long responderSpi,
      boolean initiator,
      IkeProposal suite,
      Ipv4Address localAddress,
      int localPort,
      Ipv4Address remoteAddress,
      int remotePort,
      String nat,
      long ageNanos,
      long rekeyInNanos) {}

  /**
   * A CHILD SA pair. Times are nanoseconds.
   *
   * @param phase {@code installed}, {@code waiting for the peer}, {@code replaced}, {@code
   *     deleting}
   * @param suite for example {@code AES_GCM_16_256/CURVE_25519/ESN}
   */
  public record ChildStatus(
      String child,
      String phase,
      int inboundSpi,
      int outboundSpi,
      String suite,
      boolean udpEncapsulated,
      List<TrafficSelector> local,
      List<TrafficSelector> remote,
      long ageNanos,
      long rekeyInNanos) {}
}
