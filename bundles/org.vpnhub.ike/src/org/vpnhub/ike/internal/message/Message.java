package org.vpnhub.ike.internal.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vpnhub.base.Bytes;

/**
 * A message as it stands on the wire: header and payloads, a protected part still closed in its
 * {@link Payload.Encrypted}.
 */
public record Message(Header header, List<Payload> payloads) {

  /** Largest message that is parsed, in octets. */
  public static final int MAX_LENGTH = 0xffff;

  /** Most payloads in one chain. */
  static final int MAX_PAYLOADS = 200;

  public Message {
    payloads = List.copyOf(payloads);
  }

  /**
   * Parses a message.
   *
   * @throws IkeReject.Malformed for everything that is no IKEv2 message
   */
  public static Message decode(byte[] message) throws IkeReject {
    if (message.length > MAX_LENGTH) throw new IkeReject.Malformed("longer than 65535 octets");
    Header header = Header.read(message);
    if (header.majorVersion() != 2) throw new IkeReject.Malformed("major version is not 2");
    return new Message(header, decodeChain(Bytes.u8(message, 16), message, Header.LENGTH));
  }

  /**
   * Parses a chain of payloads up to the end of the array.
   *
   * @param first type number of the first payload; 0 for none
   */
  public static List<Payload> decodeChain(int first, byte[] data, int from) throws IkeReject {
    Octets in = new Octets(data, from, data.length);
    List<Payload> payloads = new ArrayList<>();
    int type = first;
    while (type != 0) {
      if (payloads.size() == MAX_PAYLOADS) throw new IkeReject.Malformed("too many payloads");
      // RFC 7296 §3.2: next payload, critical bit and seven reserved bits, length with this header.
      int next = in.u8();
      boolean critical = (in.u8() & 0x80) != 0;
      int length = in.u16();
      Octets body = in.slice(length - 4);
      if (type == PayloadType.SK.number()) {
        // RFC 7296 §3.14: SK is the last payload; its next field names the first one inside.
        payloads.add(new Payload.Encrypted(next, body.rest()));
        break;
      }
      payloads.add(PayloadReader.read(type, critical, body));
      type = next;
    }
    if (in.remaining() != 0) throw new IkeReject.Malformed("octets behind the last payload");
    return payloads;
  }

  public byte[] encode() {
    byte[] chain = encodeChain(payloads);
    byte[] message = new byte[Header.LENGTH + chain.length];
    header.write(message, firstType(payloads));
    System.arraycopy(chain, 0, message, Header.LENGTH, chain.length);
    return message;
  }

  /** The payloads one behind the other, each with its generic header. */
  public static byte[] encodeChain(List<Payload> payloads) {
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      Payload payload = payloads.get(i);
      byte[] body = PayloadWriter.write(payload);
      byte[] generic = new byte[4];
      int next = i + 1 < payloads.size() ? payloads.get(i + 1).typeNumber() : 0;
      generic[0] = (byte) (payload instanceof Payload.Encrypted sk ? sk.firstInner() : next);
      generic[1] = (byte) (payload instanceof Payload.Opaque o && o.critical() ? 0x80 : 0);
      Bytes.putU16(generic, 2, 4 + body.length);
      parts.add(generic);
      parts.add(body);
    }
    return Bytes.concat(parts.toArray(new byte[0][]));
  }

  /** Type number of the first payload, 0 for none. */
  public static int firstType(List<Payload> payloads) {
    return payloads.isEmpty() ? 0 : payloads.getFirst().typeNumber();
  }

  /** The closed protected part; empty for a message in the clear. */
  public Optional<Payload.Encrypted> encrypted() {
    return !payloads.isEmpty() && payloads.getLast() instanceof Payload.Encrypted sk
        ? Optional.of(sk)
        : Optional.empty();
  }

  /** The payloads of one kind, in order. */
  public static <T extends Payload> Stream<T> all(List<Payload> payloads, Class<T> kind) {
    return payloads.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The first payload of one kind. */
  public static <T extends Payload> Optional<T> first(List<Payload> payloads, Class<T> kind) {
    return all(payloads, kind).findFirst();
  }

  /** The first notification of one type. */
  public static Optional<Payload.Notify> notify(List<Payload> payloads, int type) {
    return all(payloads, Payload.Notify.class).filter(n -> n.type() == type).findFirst();
  }

  /** The first notification that is an error. */
  public static Optional<Payload.Notify> error(List<Payload> payloads) {
    return all(payloads, Payload.Notify.class).filter(Payload.Notify::isError).findFirst();
  }
}
