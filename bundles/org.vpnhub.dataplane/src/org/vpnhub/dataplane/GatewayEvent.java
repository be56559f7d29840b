package org.vpnhub.dataplane;

import java.time.Instant;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Severity;

/**
 * Something that has happened at a gateway, for people. Never holds a key.
 *
 * @param sequence position in its {@link EventLog}, from 1; 0 while it is in none
 * @param time when, by the clock of the machine
 * @param gateway name of the gateway that tells it
 * @param connection the connection it is about; empty when it is about none
 * @param name the connection's name; empty when it is about none
 * @param phase 1 for the IKE SA, 2 for a CHILD SA, 0 for neither
 * @param severity how much it matters
 * @param code reason code of a failure, such as {@code PskMismatch}; empty when nothing failed
 * @param text a sentence
 * @param local of a failure, what this end has; otherwise empty
 * @param remote of a failure, what the other end has as far as it showed it; otherwise empty
 */
public record GatewayEvent(
    long sequence,
    Instant time,
    String gateway,
    Optional<ConnectionId> connection,
    String name,
    int phase,
    Severity severity,
    String code,
    String text,
    String local,
    String remote) {

  /** Something about the gateway as a whole. */
  public static GatewayEvent of(String gateway, Severity severity, String text) {
    return new GatewayEvent(
        0, Instant.now(), gateway, Optional.empty(), "", 0, severity, "", text, "", "");
  }

  GatewayEvent at(long position) {
    return new GatewayEvent(
        position, time, gateway, connection, name, phase, severity, code, text, local, remote);
  }
}
