package org.vpnhub.dataplane;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;

/**
 * What an engine is doing, at one moment.
 *
 * @param gateway name of the gateway
 * @param address its outer address
 * @param nativeEsp whether ESP can travel as IP protocol 50; otherwise UDP encapsulation is forced
 * @param connections every connection of the plan in its order, refused ones included
 * @param drops packets dropped by reason since the start, all connections together
 */
public record GatewayStatus(
    String gateway,
    Ipv4Address address,
    boolean nativeEsp,
    List<Connection> connections,
    Map<DropReason, Long> drops) {

  public GatewayStatus {
    connections = List.copyOf(connections);
    drops = copy(drops);
  }

  private static Map<DropReason, Long> copy(Map<DropReason, Long> drops) {
    Map<DropReason, Long> sorted = new EnumMap<>(DropReason.class);
    sorted.putAll(drops);
    return Collections.unmodifiableMap(sorted);
  }

  public Optional<Connection> connection(ConnectionId id) {
    return connections.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** Whether every connection has a CHILD SA in both directions. */
  public boolean allEstablished() {
    return connections.stream().allMatch(c -> c.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED);
  }

  /**
   * One connection.
   *
   * @param id model id
   * @param name its name
   * @param peer the other end as people know it
   * @param localAddress outer address of this end
   * @param remoteAddress outer address of the other end by the plan
   * @param status how far the negotiation has come
   * @param refused why the engine does not run this connection; empty when it does
   * @param ike the IKE SA; empty when there is none
   * @param espSuite negotiated suite of the newest CHILD SA; empty when there is none
   * @param udpEncapsulated whether ESP travels in UDP
   * @param packetsIn packets opened since the connection was first planned, over all rekeys
   * @param bytesIn their inner bytes
   * @param packetsOut packets sealed likewise
   * @param bytesOut their inner bytes
   * @param associations the CHILD SAs, newest first
   * @param lastFailure the last failure of a negotiation; empty when there was none
   * @param drops packets of this connection dropped by reason
   */
  public record Connection(
      ConnectionId id,
      String name,
      String peer,
      Ipv4Address localAddress,
      Ipv4Address remoteAddress,
      NegotiationStatus status,
      Optional<String> refused,
      Optional<IkeSa> ike,
      String espSuite,
      boolean udpEncapsulated,
      long packetsIn,
      long bytesIn,
      long packetsOut,
      long bytesOut,
      List<Association> associations,
      Optional<Failure> lastFailure,
      Map<DropReason, Long> drops) {

    public Connection {
      associations = List.copyOf(associations);
      drops = copy(drops);
    }

    /** Negotiated suite of the IKE SA; empty when there is none. */
    public String ikeSuite() {
      return ike.map(IkeSa::suite).orElse("");
    }
  }

  /**
   * The IKE SA of a connection.
   *
   * @param initiatorSpi SPI of the end that began
   * @param responderSpi SPI of the other end
   * @param initiator whether this end began
   * @param suite encryption, integrity, PRF and group
   * @param nat which ends are behind a NAT: {@code none}, {@code local}, {@code remote}, {@code
   *     both}
   * @param age time since it was established
   * @param nextRekey time until it is rekeyed; empty when that is not known
   */
  public record IkeSa(
      long initiatorSpi,
      long responderSpi,
      boolean initiator,
      String suite,
      String nat,
      Duration age,
      Optional<Duration> nextRekey) {}

  /**
   * One CHILD SA: a pair of security associations.
   *
   * @param child name of the planned child
   * @param inboundSpi security parameters index of this end
   * @param outboundSpi that of the other end; 0 while only the inbound half is installed
   * @param suite encryption and integrity
   * @param extendedSequenceNumbers whether sequence numbers have 64 bits
   * @param local selectors of this end as text
   * @param remote selectors of the other end as text
   * @param mtu largest inner packet in bytes
   * @param age time since the inbound half was installed
   * @param nextRekey time until it is rekeyed; empty when that is not known
   * @param packetsIn packets opened
   * @param bytesIn their inner bytes
   * @param packetsOut packets sealed
   * @param bytesOut their inner bytes
   */
  public record Association(
      String child,
      int inboundSpi,
      int outboundSpi,
      String suite,
      boolean extendedSequenceNumbers,
      List<String> local,
      List<String> remote,
      int mtu,
      Duration age,
      Optional<Duration> nextRekey,
      long packetsIn,
      long bytesIn,
      long packetsOut,
      long bytesOut) {

    public Association {
      local = List.copyOf(local);
      remote = List.copyOf(remote);
    }
  }

  /**
   * Why a negotiation failed, with the values of both ends; of a key never the value nor a hash.
   *
   * @param code reason code of the domain model, for example {@code PskMismatch}
   * @param phase 1 for the IKE SA, 2 for a CHILD SA
   * @param text one sentence for the operator
   * @param local what this end has
   * @param remote what the other end has, as far as it showed it
   * @param age time since
   */
  public record Failure(
      String code, int phase, String text, String local, String remote, Duration age) {}
}
