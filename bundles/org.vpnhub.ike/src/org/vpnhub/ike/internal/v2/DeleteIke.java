package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/** INFORMATIONAL that deletes the IKE SA (RFC 7296 §1.4.1), with the reason if there is one. */
final class DeleteIke extends Exchange {
  private final Optional<Payload.Notify> reason;

  DeleteIke(IkeSa sa) {
    this(sa, Optional.empty());
  }

  DeleteIke(IkeSa sa, Optional<Payload.Notify> reason) {
    super(sa);
    this.reason = reason;
  }

  @Override
  ExchangeType type() {
    return ExchangeType.INFORMATIONAL;
  }

  @Override
  boolean wanted() {
    return !sa.isClosed();
  }

  @Override
  String text() {
    return "deletion of the IKE SA";
  }

  @Override
  List<Payload> request() {
    List<Payload> payloads = new ArrayList<>();
    reason.ifPresent(payloads::add);
    payloads.add(new Payload.Delete(Proposal.IKE, List.of()));
    return payloads;
  }

  @Override
  void response(List<Payload> payloads) {
    sa.close("deleted");
  }

  @Override
  void rejected(IkeReject why) {
    sa.close("deleted");
  }
}
