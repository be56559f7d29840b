package org.vpnhub.ike.internal.v2;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.crypto.KeyExchange;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Incompatible;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.IkeReject.Misbehaved;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/**
 * CREATE_CHILD_SA for the IKE SA itself (RFC 7296 §1.3.2, §2.18): a new IKE SA that inherits the
 * CHILD SAs. When both ends begin at once, the SA made with the lowest of the four nonces is closed
 * by the end that began it, and the other inherits (§2.8.2).
 */
final class RekeyIke extends Exchange {
  private static final long RETRY = Duration.ofSeconds(1).toNanos();
  private static final long REFUSED = Duration.ofSeconds(10).toNanos();

  private final Set<Integer> methodsTried = new HashSet<>();
  private Optional<KeyExchangeMethod> wantedMethod = Optional.empty();
  private List<IkeProposal> offered = List.of();
  private @Nullable KeyExchange keyExchange;
  private @Nullable KeyExchangeMethod method;
  private byte[] nonce = new byte[0];
  private long spi;

  /** The SA that the peer made while our request was under way. */
  private @Nullable Collision collision;

  private record Collision(IkeSa sa, byte[] lowestNonce) {}

  RekeyIke(IkeSa sa) {
    super(sa);
  }

  // Initiator

  @Override
  ExchangeType type() {
    return ExchangeType.CREATE_CHILD_SA;
  }

  @Override
  boolean wanted() {
    return sa.isEstablished();
  }

  @Override
  String text() {
    return "rekeying of the IKE SA";
  }

  @Override
  List<Payload> request() {
    offered = sa.connection().config().proposals();
    KeyExchangeMethod chosen =
        wantedMethod.orElseGet(
            () ->
                sa.phase() instanceof Phase.Established e
                    ? e.suite().keyExchange()
                    : offered.getFirst().keyExchange());
    method = chosen;
    keyExchange = chosen.start(sa.engine.random());
    nonce = sa.engine.randomBytes(IkeSaInit.NONCE_LENGTH);
    spi = sa.engine.newSpi();
    return List.of(
        new Payload.Sa(Negotiation.offerIke(offered, Spi.octets(spi))),
        new Payload.Nonce(nonce),
        new Payload.KeyExchange(chosen.transformId(), keyExchange.publicValue()));
  }

  @Override
  void response(List<Payload> payloads) throws IkeReject {
    if (!sa.isEstablished()) {
      // The peer's rekeying has won meanwhile, or the SA is being deleted.
      lateAnswer(payloads);
      return;
    }
    if (Message.first(payloads, Payload.Sa.class).isPresent()) {
      made(accept(payloads), payloads);
    } else {
      refused(Message.error(payloads).orElseThrow(() -> new Malformed("no SA and no error")));
    }
  }

  /** RFC 7296 §2.8.2: a redundant SA that the peer made for us is closed by us. */
  private void lateAnswer(List<Payload> payloads) throws IkeReject {
    if (Message.first(payloads, Payload.Sa.class).isEmpty()) return;
    IkeSa made = accept(payloads);
    made.delete("another rekeying went first");
  }

  private IkeSa accept(List<Payload> payloads) throws IkeReject {
    Payload.Sa answer = IkeSaInit.required(payloads, Payload.Sa.class);
    Payload.Nonce peerNonce = IkeSaInit.required(payloads, Payload.Nonce.class);
    Payload.KeyExchange ke = IkeSaInit.required(payloads, Payload.KeyExchange.class);
    IkeProposal suite =
        Negotiation.acceptedIke(offered, answer.proposals())
            .orElseThrow(() -> new Misbehaved("chooses what was not offered"));
    byte[] peerSpi = answer.proposals().getFirst().spi();
    if (peerSpi.length != 8 || Bytes.i64(peerSpi, 0) == 0) throw new Malformed("no SPI");
    if (keyExchange == null
        || suite.keyExchange() != method
        || ke.method() != suite.keyExchange().transformId()) {
      throw new Misbehaved("answers with another group");
    }
    long remoteSpi = Bytes.i64(peerSpi, 0);
    byte[] secret = IkeSaInit.sharedSecret(keyExchange, ke.data());
    IkeKeys keys = sa.keys().rekeyed(suite, secret, nonce, peerNonce.data(), spi, remoteSpi);
    Arrays.fill(secret, (byte) 0);
    return candidate(sa, true, spi, remoteSpi, suite, keys);
  }

  private void made(IkeSa made, List<Payload> payloads) {
    sa.noTemporaryFailure();
    if (collision == null || collision.sa().isClosed()) {
      adopt(sa, made, true);
      return;
    }
    byte[] peerNonce = Message.first(payloads, Payload.Nonce.class).orElseThrow().data();
    byte[] lowest = ChildAnswer.lower(nonce, peerNonce);
    boolean lost = Arrays.compareUnsigned(lowest, collision.lowestNonce()) < 0;
    if (lost) {
      made.delete("another rekeying went first");
      adopt(sa, collision.sa(), false);
    } else {
      IkeSa redundant = collision.sa();
      redundant.guard(Retransmission.PATIENCE, () -> redundant.delete("redundant"));
      adopt(sa, made, true);
    }
  }

  private void refused(Payload.Notify error) throws IkeReject {
    switch (error.type()) {
      case NotifyType.INVALID_KE_PAYLOAD -> changeMethod(error);
      case NotifyType.TEMPORARY_FAILURE -> again();
      default -> giveUp(NotifyType.name(error.type()));
    }
  }

  private void changeMethod(Payload.Notify error) throws IkeReject {
    if (error.data().length != 2) throw new Malformed("INVALID_KE_PAYLOAD without group");
    int wanted = Bytes.u16(error.data(), 0);
    wantedMethod =
        offered.stream()
            .map(IkeProposal::keyExchange)
            .filter(m -> m.transformId() == wanted)
            .findFirst();
    if (wantedMethod.isPresent() && methodsTried.add(wanted)) {
      sa.startFirst(this);
    } else {
      giveUp(NotifyType.name(error.type()) + " " + Mismatch.methodName(wanted));
    }
  }

  /** RFC 7296 §2.25: the peer is busy; if it has made an SA itself, that one it is. */
  private void again() {
    if (collision != null && !collision.sa().isClosed()) {
      adopt(sa, collision.sa(), false);
    } else if (sa.tooManyTemporaryFailures()) {
      sa.delete("the peer answers TEMPORARY_FAILURE again and again");
    } else {
      sa.rekeyAfter(RETRY + (long) (sa.engine.random().nextDouble() * 2 * RETRY));
    }
  }

  private void giveUp(String answer) {
    sa.noTemporaryFailure();
    if (collision != null && !collision.sa().isClosed()) {
      // The peer has made an SA itself: whatever it says to ours, that one it is.
      adopt(sa, collision.sa(), false);
      return;
    }
    sa.connection()
        .fail(
            FailureReason.NEGOTIATION_FAILED,
            1,
            "the peer refuses to rekey the IKE SA",
            offered.stream().map(Object::toString).collect(Collectors.joining(", ")),
            answer);
    sa.rekeyAfter(REFUSED);
  }

  @Override
  void rejected(IkeReject why) {
    if (sa.isEstablished()) giveUp(String.valueOf(why.getMessage()));
  }

  // Responder

  static Reply answer(IkeSa sa, List<Payload> payloads) throws IkeReject {
    Optional<Exchange> underWay = sa.underWay();
    // RFC 7296 §2.25.2: not while a CHILD SA is being made or closed.
    if (underWay.filter(e -> e instanceof CreateChild || e instanceof DeleteChild).isPresent()) {
      return Reply.notify(NotifyType.TEMPORARY_FAILURE);
    }
    RekeyIke own =
        underWay.filter(RekeyIke.class::isInstance).map(RekeyIke.class::cast).orElse(null);
    if (own != null && own.collision != null) {
      return Reply.notify(NotifyType.TEMPORARY_FAILURE);
    }
    Payload.Sa offer = IkeSaInit.required(payloads, Payload.Sa.class);
    byte[] peerNonce = IkeSaInit.required(payloads, Payload.Nonce.class).data();
    Payload.KeyExchange ke = IkeSaInit.required(payloads, Payload.KeyExchange.class);
    long localSpi = sa.engine.newSpi();
    Negotiation.IkeChoice choice = choose(sa, offer, ke, localSpi);
    long remoteSpi = peerSpi(offer, choice);
    KeyExchangeMethod method = choice.suite().keyExchange();
    KeyExchange exchange = method.start(sa.engine.random());
    byte[] secret = IkeSaInit.sharedSecret(exchange, ke.data());
    byte[] nonce = sa.engine.randomBytes(IkeSaInit.NONCE_LENGTH);
    IkeKeys keys = sa.keys().rekeyed(choice.suite(), secret, peerNonce, nonce, remoteSpi, localSpi);
    Arrays.fill(secret, (byte) 0);
    IkeSa made = candidate(sa, false, localSpi, remoteSpi, choice.suite(), keys);
    List<Payload> reply =
        List.of(
            new Payload.Sa(List.of(choice.reply())),
            new Payload.Nonce(nonce),
            new Payload.KeyExchange(method.transformId(), exchange.publicValue()));
    if (own != null) {
      own.collision = new Collision(made, ChildAnswer.lower(peerNonce, nonce));
      return Reply.of(reply);
    }
    return new Reply(reply, () -> adopt(sa, made, false));
  }

  private static Negotiation.IkeChoice choose(
      IkeSa sa, Payload.Sa offer, Payload.KeyExchange ke, long localSpi) throws IkeReject {
    List<IkeProposal> suites = sa.connection().config().proposals();
    Optional<Negotiation.IkeChoice> choice =
        Negotiation.chooseIke(suites, offer.proposals(), ke.method(), Spi.octets(localSpi));
    if (choice.isEmpty()) {
      Mismatch m = Mismatch.ofIke(suites, offer.proposals());
      sa.connection()
          .fail(m.reason(), 1, "no proposal fits to rekey the IKE SA", m.local(), m.remote());
      throw new Incompatible(NotifyType.NO_PROPOSAL_CHOSEN, "no IKE proposal fits");
    }
    int method = choice.get().suite().keyExchange().transformId();
    if (ke.method() != method) {
      byte[] wanted = new byte[2];
      Bytes.putU16(wanted, 0, method);
      throw new Incompatible(NotifyType.INVALID_KE_PAYLOAD, wanted, "another group is wanted");
    }
    return choice.get();
  }

  private static long peerSpi(Payload.Sa offer, Negotiation.IkeChoice choice) throws IkeReject {
    Proposal chosen =
        offer.proposals().stream()
            .filter(p -> p.number() == choice.reply().number())
            .findFirst()
            .orElseThrow();
    if (chosen.spi().length != 8 || Bytes.i64(chosen.spi(), 0) == 0) throw new Malformed("no SPI");
    return Bytes.i64(chosen.spi(), 0);
  }

  /** The SA that the peer made while our rekeying of this one is under way. */
  static Optional<IkeSa> collisionOn(IkeSa sa) {
    return sa.underWay()
        .filter(RekeyIke.class::isInstance)
        .flatMap(e -> Optional.ofNullable(((RekeyIke) e).collision))
        .map(Collision::sa)
        .filter(s -> !s.isClosed());
  }

  // Both

  private static IkeSa candidate(
      IkeSa old, boolean initiator, long local, long remote, IkeProposal suite, IkeKeys keys) {
    IkeSa made = old.engine.newRekeyed(initiator, local, remote, old.path());
    made.nat(old.nat());
    made.connection(old.connection());
    made.phase(new Phase.Candidate(keys, suite, old.engine.now()));
    // Whatever becomes of the collision, it does not stay undecided.
    made.guard(3 * Retransmission.PATIENCE, () -> made.delete("the rekeying came to nothing"));
    return made;
  }

  /** The new SA takes over from the old one. */
  static void adopt(IkeSa old, IkeSa made, boolean weDelete) {
    if (!(made.phase() instanceof Phase.Candidate c)) return;
    made.establish(c.suite(), c.keys());
    made.connection().rekeyed(made);
    made.engine.event(
        new IkeEvent.IkeUp(
            made.connection().id(),
            made.initiatorSpi(),
            made.responderSpi(),
            made.initiator,
            c.suite().toString(),
            true));
    old.replacedBy(made, weDelete);
  }
}
