package org.vpnhub.ike.internal.v2;

import java.util.List;
import java.util.Optional;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.IkeReject.Misbehaved;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/** Which exchange takes a request, by the phase of the SA. */
final class Dispatch {
  private Dispatch() {}

  /** Empty: the request is passed over, as if it had been lost. */
  static Optional<Reply> request(
      IkeSa sa, ExchangeType type, List<Payload> payloads, IkeDatagram datagram) throws IkeReject {
    return switch (sa.phase()) {
      case Phase.InitAnswered p -> {
        if (type != ExchangeType.IKE_AUTH) throw new Misbehaved(type + " before IKE_AUTH");
        yield IkeAuth.answer(sa, p, payloads, datagram);
      }
      case Phase.Established p -> Optional.of(inUse(sa, type, payloads));
      // RFC 7296 §2.25.2: an SA that is being closed, or not in use yet, makes nothing new.
      case Phase.Candidate p -> Optional.of(notInUse(sa, type, payloads));
      case Phase.Replaced p -> Optional.of(notInUse(sa, type, payloads));
      case Phase.Deleting p -> Optional.of(notInUse(sa, type, payloads));
      case Phase.InitSent p -> throw new Misbehaved("request before IKE_SA_INIT is done");
      case Phase.AuthSent p -> throw new Misbehaved("request before IKE_AUTH is done");
      case Phase.Refused p -> throw new Misbehaved("request after a refusal");
      case Phase.Closed p -> throw new Misbehaved("request on a closed SA");
    };
  }

  private static Reply inUse(IkeSa sa, ExchangeType type, List<Payload> payloads) throws IkeReject {
    return switch (type) {
      case CREATE_CHILD_SA ->
          rekeysIke(payloads) ? RekeyIke.answer(sa, payloads) : CreateChild.answer(sa, payloads);
      case INFORMATIONAL -> Informational.answer(sa, payloads);
      case IKE_AUTH, IKE_SA_INIT -> throw new Malformed(type + " on an established SA");
    };
  }

  private static Reply notInUse(IkeSa sa, ExchangeType type, List<Payload> payloads)
      throws IkeReject {
    return switch (type) {
      case CREATE_CHILD_SA -> {
        adoptIfUsed(sa);
        yield sa.isEstablished()
            ? inUse(sa, type, payloads)
            : Reply.notify(NotifyType.TEMPORARY_FAILURE);
      }
      case INFORMATIONAL -> {
        boolean deletes = Message.first(payloads, Payload.Delete.class).isPresent();
        if (!deletes) adoptIfUsed(sa);
        yield Informational.answer(sa, payloads);
      }
      case IKE_AUTH, IKE_SA_INIT -> throw new Malformed(type + " on an established SA");
    };
  }

  /**
   * The peer uses an SA that it made while our own rekeying was under way: it does not know of
   * ours, or has found that its own wins. Either way that SA it is.
   */
  private static void adoptIfUsed(IkeSa candidate) {
    if (!(candidate.phase() instanceof Phase.Candidate)) return;
    candidate
        .connection()
        .established()
        .filter(old -> RekeyIke.collisionOn(old).filter(c -> c == candidate).isPresent())
        .findFirst()
        .ifPresent(old -> RekeyIke.adopt(old, candidate, false));
  }

  private static boolean rekeysIke(List<Payload> payloads) {
    return Message.first(payloads, Payload.Sa.class).stream()
        .flatMap(sa -> sa.proposals().stream())
        .anyMatch(p -> p.protocol() == Proposal.IKE);
  }
}
