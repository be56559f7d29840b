package org.vpnhub.ike.internal.message;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.vpnhub.ike.TrafficSelector;

/** Payload bodies to the wire: the mirror of {@link PayloadReader}. */
final class PayloadWriter {
  static final int TS_IPV4_ADDR_RANGE = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PayloadWriter() {}

  static byte[] write(Payload payload) {
    PayloadWriter writer = new PayloadWriter();
    writer.body(payload);
    return writer.out.toByteArray();
  }

  private void body(Payload payload) {
    switch (payload) {
      case Payload.Sa p -> proposals(p.proposals());
      case Payload.KeyExchange p -> u16(p.method()).u16(0).octets(p.data());
      case Payload.Identification p -> u8(p.idType()).u8(0).u16(0).octets(p.data());
      case Payload.Auth p -> u8(p.method()).u8(0).u16(0).octets(p.data());
      case Payload.Nonce p -> octets(p.data());
      case Payload.Notify p ->
          u8(p.protocol()).u8(p.spi().length).u16(p.type()).octets(p.spi()).octets(p.data());
      case Payload.Delete p -> delete(p);
      case Payload.Selectors p -> selectors(p.selectors());
      case Payload.Encrypted p -> octets(p.body());
      case Payload.Opaque p -> octets(p.body());
    }
  }

  private void proposals(List<Proposal> proposals) {
    for (int i = 0; i < proposals.size(); i++) {
      Proposal p = proposals.get(i);
      PayloadWriter inner = new PayloadWriter();
      inner.transforms(p.transforms());
      u8(i + 1 < proposals.size() ? 2 : 0).u8(0).u16(8 + p.spi().length + inner.out.size());
      u8(p.number()).u8(p.protocol()).u8(p.spi().length).u8(p.transforms().size());
      octets(p.spi()).octets(inner.out.toByteArray());
    }
  }

  private void transforms(List<Transform> transforms) {
    for (int i = 0; i < transforms.size(); i++) {
      Transform t = transforms.get(i);
      PayloadWriter inner = new PayloadWriter();
      if (t.keyBits() != 0) inner.u16(0x8000 | Transform.KEY_LENGTH).u16(t.keyBits());
      for (Transform.Attribute a : t.others()) inner.attribute(a);
      u8(i + 1 < transforms.size() ? 3 : 0).u8(0).u16(8 + inner.out.size());
      u8(t.type()).u8(0).u16(t.id()).octets(inner.out.toByteArray());
    }
  }

  private void attribute(Transform.Attribute a) {
    u16((a.fixed() ? 0x8000 : 0) | a.type());
    if (!a.fixed()) u16(a.value().length);
    octets(a.value());
  }

  private void delete(Payload.Delete p) {
    u8(p.protocol()).u8(p.protocol() == Proposal.IKE ? 0 : 4).u16(p.spis().size());
    for (byte[] spi : p.spis()) octets(spi);
  }

  private void selectors(List<Payload.Selector> selectors) {
    u8(selectors.size()).u8(0).u16(0);
    for (Payload.Selector selector : selectors) {
      switch (selector) {
        case Payload.Selector.Ipv4(TrafficSelector s) -> {
          u8(TS_IPV4_ADDR_RANGE).u8(s.protocol()).u16(16).u16(s.startPort()).u16(s.endPort());
          octets(s.start().octets()).octets(s.end().octets());
        }
        case Payload.Selector.Other o ->
            u8(o.type()).u8(o.protocol()).u16(4 + o.body().length).octets(o.body());
      }
    }
  }

  private PayloadWriter u8(int value) {
    out.write(value);
    return this;
  }

  private PayloadWriter u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  private PayloadWriter octets(byte[] value) {
    out.writeBytes(value);
    return this;
  }
}
