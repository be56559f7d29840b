package org.vpnhub.dataplane;

import java.time.Duration;
import java.util.Optional;
import org.vpnhub.base.Ipv4Address;

/**
 * What became of one ICMP echo request.
 *
 * @param outcome what became of it
 * @param roundTrip time to the answer; zero when there was none
 * @param answerer who answered; empty when nobody did
 * @param mtu next-hop MTU of a Fragmentation Needed (RFC 1191 §4); otherwise 0
 */
public record PingResult(
    Outcome outcome, Duration roundTrip, Optional<Ipv4Address> answerer, int mtu) {

  /** The kinds of answer. */
  public enum Outcome {
    /** An echo reply with the same content. */
    REPLY,
    /** No answer in time. */
    NO_ANSWER,
    /** The host's own network does not send the destination to the gateway. */
    NO_ROUTE,
    /** ICMP Time Exceeded. */
    TIME_EXCEEDED,
    /** ICMP Fragmentation Needed and DF set. */
    FRAGMENTATION_NEEDED,
    /** Another ICMP Destination Unreachable. */
    UNREACHABLE
  }

  public boolean isReply() {
    return outcome == Outcome.REPLY;
  }
}
