package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/**
 * CREATE_CHILD_SA for a CHILD SA (RFC 7296 §1.3.1, §1.3.3): a new pair, or the rekeying of one.
 *
 * <p>When both ends rekey one pair at once, each answers the other, and the pair made with the
 * lowest of the four nonces is closed by the end that began it (§2.8.1). The answers to what
 * arrives while a pair is being rekeyed or closed are those of §2.25.1.
 */
final class CreateChild extends Exchange {
  private static final long RETRY = Duration.ofSeconds(1).toNanos();

  /** Pause before the next try when a rekeying was refused outright. */
  private static final long REFUSED = Duration.ofSeconds(10).toNanos();

  private final ChildConfig config;
  private final Optional<Child> rekeyed;
  private final Set<Integer> methodsTried = new HashSet<>();
  private Optional<KeyExchangeMethod> wantedMethod = Optional.empty();
  private byte[] nonce = new byte[0];
  private @Nullable ChildOffer offer;

  /** What the peer made of the same pair while our request was under way. */
  private @Nullable Child collision;

  CreateChild(IkeSa sa, ChildConfig config, Optional<Child> rekeyed) {
    super(sa);
    this.config = config;
    this.rekeyed = rekeyed;
  }

  boolean rekeys(Child child) {
    return rekeyed.isPresent() && rekeyed.get() == child;
  }

  boolean creates(ChildConfig child) {
    return rekeyed.isEmpty() && config.equals(child);
  }

  // Initiator

  @Override
  ExchangeType type() {
    return ExchangeType.CREATE_CHILD_SA;
  }

  @Override
  boolean wanted() {
    return sa.isEstablished() && rekeyed.map(Child::isLive).orElse(true);
  }

  @Override
  String text() {
    return (rekeyed.isPresent() ? "rekeying of child " : "creation of child ") + config.name();
  }

  @Override
  List<Payload> request() {
    nonce = sa.engine.randomBytes(IkeSaInit.NONCE_LENGTH);
    KeyExchangeMethod method = wantedMethod.orElseGet(() -> config.proposals().getFirst().pfs());
    Optional<ChildOffer.Pfs> pfs =
        method == KeyExchangeMethod.NONE
            ? Optional.empty()
            : Optional.of(new ChildOffer.Pfs(method, method.start(sa.engine.random())));
    offer = new ChildOffer(sa, config, rekeyed, nonce, pfs);
    List<Payload> payloads = new ArrayList<>();
    // RFC 7296 §1.3.3: REKEY_SA names the SPI that its sender takes packets with.
    rekeyed.ifPresent(
        c ->
            payloads.add(
                new Payload.Notify(
                    Proposal.ESP,
                    Spi.octets(c.sa.inboundSpi()),
                    NotifyType.REKEY_SA,
                    new byte[0])));
    payloads.add(offer.proposals());
    payloads.add(new Payload.Nonce(nonce));
    pfs.ifPresent(
        p ->
            payloads.add(
                new Payload.KeyExchange(p.method().transformId(), p.keyExchange().publicValue())));
    payloads.addAll(offer.selectors());
    return payloads;
  }

  private ChildOffer offer() {
    if (offer == null) throw new IllegalStateException("no request sent");
    return offer;
  }

  @Override
  void response(List<Payload> payloads) throws IkeReject {
    if (!sa.isEstablished()) {
      // The IKE SA is being deleted, and with it what the peer has made.
      abandon();
      return;
    }
    if (ChildOffer.holdsPair(payloads)) {
      Payload.Nonce peerNonce = IkeSaInit.required(payloads, Payload.Nonce.class);
      made(offer().accept(payloads, peerNonce.data()));
    } else {
      refused(Message.error(payloads).orElseThrow(() -> new Malformed("no SA and no error")));
    }
  }

  private void made(Child child) {
    sa.noTemporaryFailure();
    if (rekeyed.isEmpty() || rekeyed.get().isGone() && collision == null) {
      child.receive();
      child.send();
      return;
    }
    Child old = rekeyed.get();
    if (collision == null || collision.isGone()) {
      child.replace(old);
      if (!old.isGone()) old.delete();
      return;
    }
    // RFC 7296 §2.8.1: the lowest of the four nonces loses.
    boolean lost =
        collision.isLive() || Arrays.compareUnsigned(child.lowestNonce, collision.lowestNonce) < 0;
    if (lost) {
      child.receive();
      child.delete();
      old.replacedByPeer(collision);
    } else {
      child.replace(old);
      collision.redundant();
      if (!old.isGone()) old.delete();
    }
  }

  private void refused(Payload.Notify error) throws IkeReject {
    switch (error.type()) {
      case NotifyType.INVALID_KE_PAYLOAD -> changeMethod(error);
      case NotifyType.TEMPORARY_FAILURE -> {
        abandon();
        again();
      }
      case NotifyType.CHILD_SA_NOT_FOUND -> {
        abandon();
        notFound();
      }
      default -> {
        offer().refused(error);
        sa.noTemporaryFailure();
        giveUp();
      }
    }
  }

  private void changeMethod(Payload.Notify error) throws IkeReject {
    abandon();
    if (error.data().length != 2) throw new Malformed("INVALID_KE_PAYLOAD without group");
    int wanted = Bytes.u16(error.data(), 0);
    wantedMethod =
        config.proposals().stream()
            .map(EspProposal::pfs)
            .filter(m -> m.transformId() == wanted && m != KeyExchangeMethod.NONE)
            .findFirst();
    if (wantedMethod.isPresent() && methodsTried.add(wanted)) {
      sa.startFirst(this);
    } else {
      offer().refused(error);
    }
  }

  /** The peer will not have our rekeying; if it has made a pair itself, that one it is. */
  private void giveUp() {
    Child old = rekeyed.filter(Child::isLive).orElse(null);
    if (old == null) return;
    if (collision != null && !collision.isGone()) {
      old.replacedByPeer(collision);
    } else {
      old.rekeyAfter(REFUSED);
    }
  }

  /** RFC 7296 §2.25: the peer is busy with the same thing, or with the IKE SA. */
  private void again() {
    if (rekeyed.isPresent() && collision != null) {
      // It has rekeyed the pair itself and is closing the old one.
      if (rekeyed.get().isLive()) rekeyed.get().replacedByPeer(collision);
      return;
    }
    if (sa.tooManyTemporaryFailures()) {
      sa.delete("the peer answers TEMPORARY_FAILURE again and again");
      return;
    }
    long pause = RETRY + (long) (sa.engine.random().nextDouble() * 2 * RETRY);
    if (rekeyed.isPresent()) {
      if (rekeyed.get().isLive()) rekeyed.get().rekeyAfter(pause);
    } else {
      sa.connection().childLost();
    }
  }

  /** RFC 7296 §2.25.1: the peer does not have the pair; it is dropped, and made anew. */
  private void notFound() {
    Child old = rekeyed.orElse(null);
    if (old == null || !old.isLive()) return;
    old.remove("the peer does not know it");
    boolean another = sa.connection().children().anyMatch(c -> c.config.equals(config));
    if (!another) sa.start(new CreateChild(sa, config, Optional.empty()));
  }

  @Override
  void rejected(IkeReject why) {
    offer().rejected(why);
    giveUp();
  }

  @Override
  void abandon() {
    if (offer != null) offer.abandon();
  }

  // Responder

  static Reply answer(IkeSa sa, List<Payload> payloads) throws IkeReject {
    Optional<Payload.Notify> rekey = Message.notify(payloads, NotifyType.REKEY_SA);
    // RFC 7296 §2.25.2: while the IKE SA is being rekeyed, nothing is made in it.
    boolean busy = sa.underWay().filter(e -> e instanceof RekeyIke).isPresent();
    if (busy) return Reply.notify(NotifyType.TEMPORARY_FAILURE);
    Optional<Child> old = Optional.empty();
    if (rekey.isPresent()) {
      old = byPeerSpi(sa, rekey.get());
      if (old.isEmpty()) return Reply.of(List.of(notFound(rekey.get())));
      // Who rekeys a pair uses it.
      old.get().confirm();
      // RFC 7296 §2.25.1: a pair that is being closed is not rekeyed.
      boolean closing = !old.get().isLive() || collisionOn(sa, old.get()).isPresent();
      if (closing) return Reply.notify(NotifyType.TEMPORARY_FAILURE);
    }
    byte[] nonce = sa.engine.randomBytes(IkeSaInit.NONCE_LENGTH);
    byte[] peerNonce = IkeSaInit.required(payloads, Payload.Nonce.class).data();
    ChildAnswer answer = ChildAnswer.of(sa, payloads, peerNonce, nonce, false, old);
    List<Payload> reply = new ArrayList<>();
    reply.add(answer.proposal());
    reply.add(new Payload.Nonce(nonce));
    answer.keyExchange().ifPresent(reply::add);
    reply.addAll(answer.selectors());
    Child made = answer.child();
    if (old.isEmpty()) {
      made.receive();
      return new Reply(reply, () -> sa.connection().childAnswered(made));
    }
    made.receiveAndWait(old.get());
    Child replaced = old.get();
    Optional<CreateChild> own =
        sa.underWay()
            .filter(e -> e instanceof CreateChild c && c.rekeys(replaced))
            .map(CreateChild.class::cast);
    if (own.isPresent()) {
      own.get().collision = made;
    } else {
      replaced.replacedByPeer(made);
    }
    return Reply.of(reply);
  }

  private static Payload.Notify notFound(Payload.Notify rekey) {
    return new Payload.Notify(
        rekey.protocol(), rekey.spi(), NotifyType.CHILD_SA_NOT_FOUND, new byte[0]);
  }

  /** The pair that the peer names by its own inbound SPI. */
  private static Optional<Child> byPeerSpi(IkeSa sa, Payload.Notify rekey) throws IkeReject {
    if (rekey.protocol() != Proposal.ESP || rekey.spi().length != 4) {
      throw new Malformed("REKEY_SA without an ESP SPI");
    }
    int spi = Spi.of(rekey.spi());
    return sa.children.stream().filter(c -> c.sa.outboundSpi() == spi).findFirst();
  }

  /** What the peer made while our rekeying of this pair is under way. */
  static Optional<Child> collisionOn(IkeSa sa, Child old) {
    return sa.underWay()
        .filter(e -> e instanceof CreateChild c && c.rekeys(old))
        .flatMap(e -> Optional.ofNullable(((CreateChild) e).collision))
        .filter(c -> !c.isGone());
  }
}
