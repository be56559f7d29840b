package org.vpnhub.ike.internal.v2;

import java.util.List;
import java.util.Optional;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/** INFORMATIONAL that deletes one CHILD SA pair (RFC 7296 §1.4.1). */
final class DeleteChild extends Exchange {
  private final int inboundSpi;
  private final Optional<Child> child;

  DeleteChild(IkeSa sa, Child child) {
    super(sa);
    this.child = Optional.of(child);
    inboundSpi = child.sa.inboundSpi();
  }

  /** For a pair that the peer has made and we have not. */
  DeleteChild(IkeSa sa, int inboundSpi) {
    super(sa);
    this.child = Optional.empty();
    this.inboundSpi = inboundSpi;
  }

  boolean deletes(Child other) {
    return child.isPresent() && child.get() == other;
  }

  @Override
  ExchangeType type() {
    return ExchangeType.INFORMATIONAL;
  }

  @Override
  boolean wanted() {
    return sa.isEstablished() && child.map(c -> !c.isGone()).orElse(true);
  }

  @Override
  String text() {
    return "deletion of child " + Spi.text(inboundSpi);
  }

  @Override
  List<Payload> request() {
    // RFC 7296 §3.11: the SPIs that the sender takes packets with.
    return List.of(new Payload.Delete(Proposal.ESP, List.of(Spi.octets(inboundSpi))));
  }

  @Override
  void response(List<Payload> payloads) {
    // The answer names the peer's half, or nothing if both deletes have crossed: all the same.
    child.ifPresent(c -> c.deleted());
  }

  @Override
  void rejected(IkeReject why) {
    child.ifPresent(c -> c.deleted());
  }
}
