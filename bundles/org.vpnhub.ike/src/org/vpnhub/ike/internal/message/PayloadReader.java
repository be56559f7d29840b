package org.vpnhub.ike.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.TrafficSelector;

/**
 * Payload bodies from the wire (RFC 7296 §3.3–§3.16). Counts are bounded; what is open ends
 * malformed.
 */
final class PayloadReader {
  private static final int MAX_PROPOSALS = 64;
  private static final int MAX_TRANSFORMS = 128;
  private static final int MAX_ATTRIBUTES = 8;
  private static final int MAX_SELECTORS = 255;
  private static final int MAX_DELETES = 1024;

  private PayloadReader() {}

  static Payload read(int typeNumber, boolean critical, Octets in) throws IkeReject {
    PayloadType type = PayloadType.of(typeNumber).orElse(null);
    if (type == null) return new Payload.Opaque(typeNumber, critical, in.rest());
    Payload payload =
        switch (type) {
          case SA -> new Payload.Sa(proposals(in));
          case KE -> keyExchange(in);
          case IDI -> identification(true, in);
          case IDR -> identification(false, in);
          case AUTH -> auth(in);
          case NONCE -> nonce(in);
          case NOTIFY -> notification(in);
          case DELETE -> delete(in);
          case TSI -> selectors(true, in);
          case TSR -> selectors(false, in);
          case CERT, CERTREQ, VENDOR, CP, EAP -> new Payload.Opaque(typeNumber, false, in.rest());
          case SK -> throw new IllegalArgumentException("SK is read by the chain");
        };
    if (in.remaining() != 0) throw new IkeReject.Malformed("octets behind a " + type + " body");
    return payload;
  }

  private static List<Proposal> proposals(Octets in) throws IkeReject {
    List<Proposal> proposals = new ArrayList<>();
    boolean more = true;
    while (more) {
      if (proposals.size() == MAX_PROPOSALS) throw new IkeReject.Malformed("too many proposals");
      more = moreFollow(in.u8(), 2);
      in.skip(1);
      Octets one = in.slice(in.u16() - 4);
      proposals.add(proposal(one));
      if (one.remaining() != 0) throw new IkeReject.Malformed("octets behind a proposal");
    }
    return proposals;
  }

  /** RFC 7296 §3.3.1, §3.3.2: 0 marks the last substructure, 2 or 3 one that another follows. */
  private static boolean moreFollow(int mark, int more) throws IkeReject {
    if (mark != 0 && mark != more) throw new IkeReject.Malformed("bad substructure mark " + mark);
    return mark == more;
  }

  private static Proposal proposal(Octets in) throws IkeReject {
    int number = in.u8();
    int protocol = in.u8();
    int spiLength = in.u8();
    int count = in.u8();
    if (count > MAX_TRANSFORMS) throw new IkeReject.Malformed("too many transforms");
    byte[] spi = in.take(spiLength);
    List<Transform> transforms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (moreFollow(in.u8(), 3) != i + 1 < count) {
        throw new IkeReject.Malformed("transform count differs from their marks");
      }
      in.skip(1);
      transforms.add(transform(in.slice(in.u16() - 4)));
    }
    return new Proposal(number, protocol, spi, transforms);
  }

  private static Transform transform(Octets in) throws IkeReject {
    int type = in.u8();
    in.skip(1);
    int id = in.u16();
    int keyBits = 0;
    List<Transform.Attribute> others = new ArrayList<>();
    while (in.remaining() > 0) {
      // RFC 7296 §3.3.5: the upper bit says that the value itself follows, of two octets.
      int head = in.u16();
      boolean fixed = (head & 0x8000) != 0;
      int attribute = head & 0x7fff;
      if (fixed && attribute == Transform.KEY_LENGTH && keyBits == 0) {
        keyBits = in.u16();
      } else {
        byte[] value = in.take(fixed ? 2 : in.u16());
        others.add(new Transform.Attribute(attribute, fixed, value));
      }
      if (others.size() > MAX_ATTRIBUTES) throw new IkeReject.Malformed("too many attributes");
    }
    return new Transform(type, id, keyBits, others);
  }

  private static Payload keyExchange(Octets in) throws IkeReject {
    int method = in.u16();
    in.skip(2);
    return new Payload.KeyExchange(method, in.rest());
  }

  private static Payload identification(boolean ofInitiator, Octets in) throws IkeReject {
    int type = in.u8();
    in.skip(3);
    return new Payload.Identification(ofInitiator, type, in.rest());
  }

  private static Payload auth(Octets in) throws IkeReject {
    int method = in.u8();
    in.skip(3);
    return new Payload.Auth(method, in.rest());
  }

  private static Payload nonce(Octets in) throws IkeReject {
    // RFC 7296 §3.9: between 16 and 256 octets.
    if (in.remaining() < 16 || in.remaining() > 256) {
      throw new IkeReject.Malformed("nonce of " + in.remaining() + " octets");
    }
    return new Payload.Nonce(in.rest());
  }

  private static Payload notification(Octets in) throws IkeReject {
    int protocol = in.u8();
    int spiLength = in.u8();
    int type = in.u16();
    return new Payload.Notify(protocol, in.take(spiLength), type, in.rest());
  }

  private static Payload delete(Octets in) throws IkeReject {
    int protocol = in.u8();
    int spiLength = in.u8();
    int count = in.u16();
    if (count > MAX_DELETES) throw new IkeReject.Malformed("too many SPIs to delete");
    // RFC 7296 §3.11: no SPI for the IKE SA, four octets for AH and ESP.
    if (protocol == Proposal.IKE ? spiLength != 0 || count != 0 : spiLength != 4) {
      throw new IkeReject.Malformed("SPI size does not fit the protocol");
    }
    List<byte[]> spis = new ArrayList<>();
    for (int i = 0; i < count; i++) spis.add(in.take(spiLength));
    return new Payload.Delete(protocol, spis);
  }

  private static Payload selectors(boolean ofInitiator, Octets in) throws IkeReject {
    int count = in.u8();
    in.skip(3);
    if (count == 0 || count > MAX_SELECTORS) throw new IkeReject.Malformed("no traffic selector");
    List<Payload.Selector> selectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int type = in.u8();
      int protocol = in.u8();
      Octets body = in.slice(in.u16() - 4);
      selectors.add(selector(type, protocol, body.rest()));
    }
    return new Payload.Selectors(ofInitiator, selectors);
  }

  private static Payload.Selector selector(int type, int protocol, byte[] body) throws IkeReject {
    Payload.Selector other = new Payload.Selector.Other(type, protocol, body);
    if (type != PayloadWriter.TS_IPV4_ADDR_RANGE) return other;
    if (body.length != 12) throw new IkeReject.Malformed("IPv4 selector of a wrong length");
    Octets in = new Octets(body, 0, body.length);
    int startPort = in.u16();
    int endPort = in.u16();
    Ipv4Address start = new Ipv4Address(in.i32());
    Ipv4Address end = new Ipv4Address(in.i32());
    if (startPort > endPort || start.compareTo(end) > 0) return other;
    return new Payload.Selector.Ipv4(new TrafficSelector(protocol, startPort, endPort, start, end));
  }
}
