package org.vpnhub.ike.internal.v2;

import java.util.List;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Payload;

/** An empty INFORMATIONAL: is the peer alive (RFC 7296 §2.4)? Whatever comes back, it is. */
final class Liveness extends Exchange {
  Liveness(IkeSa sa) {
    super(sa);
  }

  @Override
  ExchangeType type() {
    return ExchangeType.INFORMATIONAL;
  }

  @Override
  boolean wanted() {
    return sa.isEstablished();
  }

  @Override
  String text() {
    return "dead peer detection";
  }

  @Override
  List<Payload> request() {
    return List.of();
  }

  @Override
  void response(List<Payload> payloads) {}

  @Override
  void rejected(IkeReject why) {}
}
