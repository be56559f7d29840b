package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/** The responder's half of INFORMATIONAL (RFC 7296 §1.4): deletes, errors, signs of life. */
final class Informational {
  private Informational() {}

  static Reply answer(IkeSa sa, List<Payload> payloads) {
    List<Payload.Delete> deletes = Message.all(payloads, Payload.Delete.class).toList();
    boolean wholeSa = deletes.stream().anyMatch(d -> d.protocol() == Proposal.IKE);
    boolean refused =
        Message.notify(payloads, NotifyType.AUTHENTICATION_FAILED).isPresent()
            || Message.notify(payloads, NotifyType.INVALID_SYNTAX).isPresent();
    if (wholeSa || refused) return new Reply(List.of(), () -> deleteIke(sa, refused));
    List<byte[]> gone = new ArrayList<>();
    for (Payload.Delete d : deletes) {
      if (d.protocol() != Proposal.ESP) continue;
      for (byte[] spi : d.spis()) deleteChild(sa, Spi.of(spi)).ifPresent(gone::add);
    }
    return gone.isEmpty() ? Reply.EMPTY : Reply.of(List.of(new Payload.Delete(Proposal.ESP, gone)));
  }

  private static void deleteIke(IkeSa sa, boolean refused) {
    Optional<IkeSa> successor = RekeyIke.collisionOn(sa);
    if (sa.isEstablished() && successor.isPresent()) {
      // RFC 7296 §2.25.2: the peer's rekeying has won; ours is forgotten.
      RekeyIke.adopt(sa, successor.get(), false);
    }
    boolean wasUp = sa.isEstablished();
    Connection connection = sa.connection();
    sa.close(refused ? "the peer reports an error" : "deleted by the peer");
    if (!wasUp) return;
    connection.fail(
        refused ? FailureReason.NEGOTIATION_FAILED : FailureReason.RECEIVE_DELETE_NOTIFY,
        1,
        refused ? "the peer refuses this end" : "the peer has deleted the IKE SA",
        "up",
        "deleted");
  }

  /**
   * Deletes the pair that the peer names by its inbound SPI.
   *
   * @return our inbound SPI to answer; empty when there is none, or when our own delete has crossed
   *     with the peer's (RFC 7296 §1.4.1)
   */
  private static Optional<byte[]> deleteChild(IkeSa sa, int peerSpi) {
    Optional<Child> found =
        sa.children.stream().filter(c -> c.sa.outboundSpi() == peerSpi).findFirst();
    if (found.isEmpty()) return Optional.empty();
    Child child = found.get();
    byte[] ours = Spi.octets(child.sa.inboundSpi());
    return switch (child.phase) {
      case ChildPhase.Live p -> {
        Optional<Child> successor = CreateChild.collisionOn(sa, child);
        if (successor.isPresent()) {
          // The peer rekeyed the pair as we did, and its rekeying has won.
          successor.get().send();
          child.removeLate("rekeyed");
        } else {
          child.remove("deleted by the peer");
          sa.connection().childLost();
        }
        yield Optional.of(ours);
      }
      case ChildPhase.Replaced(Child by) -> {
        by.send();
        child.removeLate("rekeyed");
        yield Optional.of(ours);
      }
      case ChildPhase.Waiting p -> {
        child.removeLate("redundant");
        yield Optional.of(ours);
      }
      case ChildPhase.Redundant p -> {
        child.removeLate("redundant");
        yield Optional.of(ours);
      }
      case ChildPhase.Deleting p -> {
        boolean sent =
            sa.underWay().filter(e -> e instanceof DeleteChild d && d.deletes(child)).isPresent();
        if (sent) yield Optional.empty();
        child.deleted();
        yield Optional.of(ours);
      }
      case ChildPhase.Gone p -> Optional.empty();
    };
  }
}
