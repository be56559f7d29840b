package org.vpnhub.ike;

import java.time.Duration;

/**
 * Limits and timers of an endpoint. {@link #DEFAULTS} suit a hub; tests change single values.
 *
 * @param maxHalfOpen unauthenticated responder SAs at most, over all peers; more are not answered
 * @param maxHalfOpenPerPeer the same for one address
 * @param cookieThreshold half-open SAs from which on an initiator must return a cookie (RFC 7296
 *     §2.6)
 * @param halfOpenTimeout how long a responder waits for IKE_AUTH
 * @param retransmitFirst first wait for a response
 * @param retransmitCap longest wait between two retransmissions of an established SA; grows by
 *     factor two until then
 * @param retransmitTries transmissions of one request before an established peer counts as dead
 * @param setupRetransmitCap the same cap while an SA is set up: a restarted peer is met within this
 * @param setupTries transmissions of one request during set-up
 * @param retryFirst wait after the first failed set-up
 * @param retryCap longest wait between two set-ups
 * @param inboundLinger how long a replaced inbound SA still takes packets in flight
 * @param natKeepalive silence towards a NAT before a keepalive (RFC 3948 §4)
 * @param maxChildrenPerIkeSa CHILD SAs that one peer may open at most
 */
public record IkeEndpointConfig(
    int maxHalfOpen,
    int maxHalfOpenPerPeer,
    int cookieThreshold,
    Duration halfOpenTimeout,
    Duration retransmitFirst,
    Duration retransmitCap,
    int retransmitTries,
    Duration setupRetransmitCap,
    int setupTries,
    Duration retryFirst,
    Duration retryCap,
    Duration inboundLinger,
    Duration natKeepalive,
    int maxChildrenPerIkeSa) {

  public static final IkeEndpointConfig DEFAULTS =
      new IkeEndpointConfig(
          4096,
          16,
          64,
          Duration.ofSeconds(20),
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          7,
          Duration.ofSeconds(3),
          8,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          256);
}
