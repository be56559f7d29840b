package org.vpnhub.base;

/** Why a packet was not carried on. Every drop is counted under one of these; none is silent. */
public enum DropReason {
  /** A datagram too short or too long for what it claims to be. */
  MALFORMED_DATAGRAM,
  /** ESP with a security parameters index that no security association has. */
  UNKNOWN_SPI,
  /** ESP shorter than its suite allows, or not a whole number of blocks. */
  MALFORMED_ESP,
  /** Sequence number seen before, or left of the replay window (RFC 4303 §3.4.3). */
  REPLAYED,
  /** The integrity check value does not fit (RFC 4303 §3.4.4). */
  INTEGRITY_FAILED,
  /** Padding or pad length wrong after decryption. */
  BAD_PADDING,
  /** Next header is not IPv4 in a tunnel-mode security association. */
  UNSUPPORTED_NEXT_HEADER,
  /** A dummy packet for traffic flow confidentiality, thrown away by rule (RFC 4303 §2.6). */
  DUMMY,
  /** The outbound sequence number is used up; the security association must be rekeyed. */
  SEQUENCE_EXHAUSTED,
  /** Inner packet is not a sound IPv4 packet. */
  MALFORMED_IP,
  /** Inner source is outside the selectors, or outside the site's own prefixes. */
  SOURCE_NOT_ALLOWED,
  /** Inner destination is outside the selectors of the security association it came by. */
  DESTINATION_NOT_ALLOWED,
  /** No route to the destination. */
  NO_ROUTE,
  /** The route leads back into the connection that the packet came from. */
  ROUTE_LOOP,
  /** The route's connection has no outbound security association that covers the packet. */
  SELECTOR_MISMATCH,
  /** The route's connection is down. */
  TUNNEL_DOWN,
  /** Time to live used up; answered with ICMP Time Exceeded. */
  TTL_EXPIRED,
  /** Larger than the tunnel and not to be fragmented; answered with ICMP Fragmentation Needed. */
  TOO_BIG,
  /** ECN marks of inner and outer header that must not be joined (RFC 6040 §4.2). */
  ECN_INVALID,
  /** A bounded queue was full. */
  QUEUE_FULL,
  /** The operating system did not take the packet. */
  SEND_FAILED,
  /** An IKE message from an address with no connection. */
  UNKNOWN_PEER,
  /** A packet from the inside whose source is not an inside address. */
  INSIDE_SOURCE_NOT_ALLOWED
}
