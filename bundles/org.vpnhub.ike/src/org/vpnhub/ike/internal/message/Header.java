package org.vpnhub.ike.internal.message;

import java.util.Optional;
import org.vpnhub.base.Bytes;

/**
 * The IKE header (RFC 7296 §3.1) without next payload and length, which follow from the message.
 *
 * @param initiatorSpi SPI of the original initiator; never 0
 * @param responderSpi SPI of the original responder; 0 in the first request
 * @param version major version in the upper four bits, minor in the lower
 * @param exchange number of the exchange type
 * @param flags {@link #FROM_INITIATOR}, {@link #RESPONSE} and others, which are ignored
 * @param messageId counts the requests of one direction
 */
public record Header(
    long initiatorSpi, long responderSpi, int version, int exchange, int flags, int messageId) {

  /** Octets of the header on the wire. */
  public static final int LENGTH = 28;

  public static final int VERSION_2 = 0x20;
  public static final int FROM_INITIATOR = 0x08;
  public static final int RESPONSE = 0x20;

  /** Header of a message of version 2.0. */
  public static Header of(
      long initiatorSpi,
      long responderSpi,
      ExchangeType exchange,
      boolean fromInitiator,
      boolean response,
      int messageId) {
    int flags = (fromInitiator ? FROM_INITIATOR : 0) | (response ? RESPONSE : 0);
    return new Header(initiatorSpi, responderSpi, VERSION_2, exchange.number(), flags, messageId);
  }

  /**
   * Reads the fixed header alone: enough to find the SA, whatever follows.
   *
   * @throws IkeReject.Malformed when the bytes are too few or the length field does not fit
   */
  public static Header read(byte[] message) throws IkeReject {
    if (message.length < LENGTH) throw new IkeReject.Malformed("shorter than an IKE header");
    // RFC 7296 §3.1: the length is that of the whole message.
    if (Bytes.i32(message, 24) != message.length) {
      throw new IkeReject.Malformed("length field differs from the datagram");
    }
    return new Header(
        Bytes.i64(message, 0),
        Bytes.i64(message, 8),
        Bytes.u8(message, 17),
        Bytes.u8(message, 18),
        Bytes.u8(message, 19),
        Bytes.i32(message, 20));
  }

  /** Writes the header to the first 28 octets. */
  void write(byte[] message, int nextPayload) {
    Bytes.putI64(message, 0, initiatorSpi);
    Bytes.putI64(message, 8, responderSpi);
    message[16] = (byte) nextPayload;
    message[17] = (byte) version;
    message[18] = (byte) exchange;
    message[19] = (byte) flags;
    Bytes.putI32(message, 20, messageId);
    Bytes.putI32(message, 24, message.length);
  }

  public int majorVersion() {
    return version >>> 4;
  }

  public Optional<ExchangeType> exchangeType() {
    return ExchangeType.of(exchange);
  }

  /** Whether the sender is the original initiator of the IKE SA. */
  public boolean fromInitiator() {
    return (flags & FROM_INITIATOR) != 0;
  }

  public boolean isResponse() {
    return (flags & RESPONSE) != 0;
  }
}
