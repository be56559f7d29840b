package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Bytes;
import org.vpnhub.crypto.InvalidPublicValueException;
import org.vpnhub.crypto.KeyExchange;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Incompatible;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.IkeReject.Misbehaved;
import org.vpnhub.ike.internal.message.Legality;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/** IKE_SA_INIT (RFC 7296 §1.2): suite, Diffie-Hellman, nonces, NAT detection, cookies. */
final class IkeSaInit extends Exchange {
  /** Octets of our nonces: at least half the longest PRF key (RFC 7296 §2.10). */
  static final int NONCE_LENGTH = 32;

  private static final int MAX_COOKIES = 3;

  private final ConnectionConfig config;
  private final byte[] nonce;
  private final Set<Integer> methodsTried = new HashSet<>();
  private KeyExchangeMethod method;
  private KeyExchange keyExchange;
  private byte @Nullable [] cookie;
  private int cookies;

  IkeSaInit(IkeSa sa) {
    super(sa);
    config = sa.connection().config();
    nonce = sa.engine.randomBytes(NONCE_LENGTH);
    method = config.proposals().getFirst().keyExchange();
    keyExchange = method.start(sa.engine.random());
    methodsTried.add(method.transformId());
  }

  byte[] nonce() {
    return nonce;
  }

  // Initiator

  @Override
  ExchangeType type() {
    return ExchangeType.IKE_SA_INIT;
  }

  @Override
  boolean wanted() {
    return true;
  }

  @Override
  String text() {
    return "IKE_SA_INIT";
  }

  @Override
  List<Payload> request() {
    List<Payload> payloads = new ArrayList<>();
    // RFC 7296 §2.6: the cookie comes first, all else stays as it was.
    if (cookie != null) payloads.add(new Payload.Notify(NotifyType.COOKIE, cookie));
    payloads.add(new Payload.Sa(Negotiation.offerIke(config.proposals(), new byte[0])));
    payloads.add(new Payload.KeyExchange(method.transformId(), keyExchange.publicValue()));
    payloads.add(new Payload.Nonce(nonce));
    if (config.natTraversal()) {
      payloads.addAll(
          NatDetection.payloads(sa.localSpi, 0, sa.path(), config.forceUdpEncapsulation()));
    }
    return payloads;
  }

  @Override
  void response(List<Payload> payloads) throws IkeReject {
    throw new Misbehaved("IKE_SA_INIT is never protected");
  }

  @Override
  void rejected(IkeReject why) {
    throw new IllegalStateException("IKE_SA_INIT is never protected");
  }

  /** Takes the answer, which nothing protects yet. */
  void clearResponse(Message message, IkeDatagram datagram) throws IkeReject {
    if (sa.connection().isSuperseded(sa)) {
      sa.close("the peer's attempt has gone first");
      return;
    }
    List<Payload> payloads = message.payloads();
    Optional<Payload.Notify> newCookie = Message.notify(payloads, NotifyType.COOKIE);
    Optional<Payload.Notify> otherMethod = Message.notify(payloads, NotifyType.INVALID_KE_PAYLOAD);
    if (newCookie.isPresent()) {
      returnCookie(newCookie.get());
    } else if (otherMethod.isPresent()) {
      changeMethod(otherMethod.get());
    } else if (Message.first(payloads, Payload.Sa.class).isPresent()) {
      accept(message, datagram);
    } else {
      refused(Message.error(payloads).orElseThrow(() -> new Malformed("no SA and no error")));
    }
  }

  private void returnCookie(Payload.Notify notify) throws IkeReject {
    int length = notify.data().length;
    // RFC 7296 §2.6: between 1 and 64 octets.
    if (length < 1 || length > 64) throw new Malformed("cookie of " + length + " octets");
    if (++cookies > MAX_COOKIES) throw new Misbehaved("cookies without end");
    cookie = notify.data();
    sa.restartInit(this);
  }

  private void changeMethod(Payload.Notify notify) throws IkeReject {
    if (notify.data().length != 2) throw new Malformed("INVALID_KE_PAYLOAD without group");
    int wanted = Bytes.u16(notify.data(), 0);
    Optional<KeyExchangeMethod> other =
        config.proposals().stream()
            .map(IkeProposal::keyExchange)
            .filter(m -> m.transformId() == wanted)
            .findFirst();
    // RFC 7296 §1.2: only a group that was offered, and no group twice.
    if (other.isEmpty() || !methodsTried.add(wanted)) {
      String offered = offered(IkeProposal::keyExchange);
      fail(
          FailureReason.DH_GROUP_MISMATCH,
          "the peer wants a Diffie-Hellman group that is not offered",
          offered,
          Mismatch.methodName(wanted));
      return;
    }
    method = other.get();
    keyExchange = method.start(sa.engine.random());
    sa.restartInit(this);
  }

  private String offered(java.util.function.Function<IkeProposal, ?> part) {
    return config.proposals().stream()
        .map(part)
        .map(Object::toString)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The class of causes is all that an initiator can know; what it offered stands beside it. */
  private void refused(Payload.Notify error) {
    FailureReason reason =
        error.type() == NotifyType.NO_PROPOSAL_CHOSEN
            ? FailureReason.PROPOSAL_MISMATCH
            : FailureReason.NEGOTIATION_FAILED;
    Connection connection = sa.connection();
    connection.refused(
        reason,
        1,
        "the peer refuses IKE_SA_INIT: algorithms, IKE version or addresses are not what it"
            + " expects",
        offered(p -> p),
        NotifyType.name(error.type()));
    sa.close("IKE_SA_INIT failed");
    connection.attemptFailed(true);
  }

  private void fail(FailureReason reason, String text, String local, String remote) {
    Connection connection = sa.connection();
    connection.fail(reason, 1, text, local, remote);
    sa.close("IKE_SA_INIT failed");
    connection.attemptFailed(true);
  }

  private void accept(Message message, IkeDatagram datagram) throws IkeReject {
    List<Payload> payloads = message.payloads();
    Payload.Sa answer = Message.first(payloads, Payload.Sa.class).orElseThrow();
    Payload.KeyExchange ke = required(payloads, Payload.KeyExchange.class);
    Payload.Nonce peerNonce = required(payloads, Payload.Nonce.class);
    IkeProposal suite =
        Negotiation.acceptedIke(config.proposals(), answer.proposals())
            .orElseThrow(() -> new Misbehaved("chooses what was not offered"));
    long responderSpi = message.header().responderSpi();
    if (responderSpi == 0) throw new Malformed("responder SPI is 0");
    if (suite.keyExchange() != method || ke.method() != method.transformId()) {
      throw new Misbehaved("answers with another group");
    }
    byte[] secret = sharedSecret(keyExchange, ke.data());
    IkeKeys keys = IkeKeys.first(suite, secret, nonce, peerNonce.data(), sa.localSpi, responderSpi);
    Arrays.fill(secret, (byte) 0);
    Handshake handshake =
        new Handshake(suite, keys, nonce, peerNonce.data(), sa.sentMessage(), datagram.message());
    sa.remoteSpi(responderSpi);
    sa.initAnswered();
    NatDetection nat = detectNat(config, payloads, sa);
    sa.nat(nat);
    if (config.forceUdpEncapsulation() && !nat.supported()) {
      keys.close();
      fail(
          FailureReason.NAT_T_MISMATCH,
          "ESP must go in UDP here, but the peer does not take part in NAT traversal",
          "NAT traversal required",
          "no NAT traversal");
      return;
    }
    if (nat.udpEncapsulation()) sa.path(sa.path().floated());
    IkeAuth auth = new IkeAuth(sa, handshake);
    sa.phase(new Phase.AuthSent(handshake, auth));
    sa.start(auth);
  }

  // Responder

  /**
   * Answers the first message of a peer.
   *
   * @param candidates the connections between these addresses, at least one
   * @throws IkeReject.Incompatible with the notification to answer
   */
  static void answer(
      Engine engine, List<Connection> candidates, Message request, IkeDatagram datagram)
      throws IkeReject {
    Legality.SA_INIT_REQUEST.check(request.payloads());
    List<Payload> payloads = request.payloads();
    Payload.Sa offer = required(payloads, Payload.Sa.class);
    Payload.KeyExchange ke = required(payloads, Payload.KeyExchange.class);
    Payload.Nonce peerNonce = required(payloads, Payload.Nonce.class);
    for (Connection c : candidates) {
      if (!c.admitsPeerAttempt(peerNonce.data())) return;
    }
    candidates.forEach(c -> c.offered(offer));
    Negotiation.IkeChoice choice = choose(candidates, offer, ke);
    KeyExchangeMethod method = choice.suite().keyExchange();
    if (ke.method() != method.transformId()) {
      byte[] wanted = new byte[2];
      Bytes.putU16(wanted, 0, method.transformId());
      throw new Incompatible(NotifyType.INVALID_KE_PAYLOAD, wanted, "another group is wanted");
    }
    KeyExchange own = method.start(engine.random());
    byte[] secret = sharedSecret(own, ke.data());
    long peerSpi = request.header().initiatorSpi();
    IkeSa sa = engine.newResponder(peerSpi, Path.of(datagram));
    byte[] nonce = engine.randomBytes(NONCE_LENGTH);
    IkeKeys keys =
        IkeKeys.first(choice.suite(), secret, peerNonce.data(), nonce, peerSpi, sa.localSpi);
    Arrays.fill(secret, (byte) 0);
    List<Payload> reply = new ArrayList<>();
    reply.add(new Payload.Sa(List.of(choice.reply())));
    reply.add(new Payload.KeyExchange(method.transformId(), own.publicValue()));
    reply.add(new Payload.Nonce(nonce));
    // RFC 7296 §2.23: a connection without NAT traversal stays silent, so that nobody floats.
    Optional<ConnectionConfig> natted =
        candidates.stream().map(Connection::config).filter(c -> c.natTraversal()).findFirst();
    if (natted.isPresent()) {
      sa.nat(detectNat(natted.get(), payloads, sa));
      if (sa.nat().supported()) {
        reply.addAll(
            NatDetection.payloads(
                peerSpi, sa.localSpi, sa.path(), natted.get().forceUdpEncapsulation()));
      }
    }
    Header header = Header.of(peerSpi, sa.localSpi, ExchangeType.IKE_SA_INIT, false, true, 0);
    byte[] response = new Message(header, reply).encode();
    Handshake handshake =
        new Handshake(choice.suite(), keys, peerNonce.data(), nonce, datagram.message(), response);
    engine.halfOpen(sa, handshake, datagram.message(), response);
    sa.answeredInit();
    engine.send(sa.path().datagram(response));
  }

  private static Negotiation.IkeChoice choose(
      List<Connection> candidates, Payload.Sa offer, Payload.KeyExchange ke) throws IkeReject {
    List<IkeProposal> suites =
        candidates.stream().flatMap(c -> c.config().proposals().stream()).distinct().toList();
    Optional<Negotiation.IkeChoice> choice =
        Negotiation.chooseIke(suites, offer.proposals(), ke.method(), new byte[0]);
    if (choice.isPresent()) return choice.get();
    for (Connection c : candidates) {
      Mismatch m = Mismatch.ofIke(c.config().proposals(), offer.proposals());
      c.failUnproven(
          m.reason(),
          "no IKE proposal of the peer fits: it offers " + Mismatch.text(offer.proposals()),
          m.local(),
          m.remote());
    }
    throw new Incompatible(NotifyType.NO_PROPOSAL_CHOSEN, "no IKE proposal fits");
  }

  // Both

  private static NatDetection detectNat(ConnectionConfig config, List<Payload> payloads, IkeSa sa) {
    if (!config.natTraversal()) return NatDetection.NONE;
    // The request carries responder SPI 0, the answer the real one.
    long responderSpi = sa.initiator ? sa.remoteSpi() : 0;
    return NatDetection.examine(
        payloads, sa.initiatorSpi(), responderSpi, sa.path(), config.forceUdpEncapsulation());
  }

  static byte[] sharedSecret(KeyExchange own, byte[] peerPublic) throws IkeReject {
    try {
      return own.sharedSecret(peerPublic);
    } catch (InvalidPublicValueException e) {
      // RFC 6989 §2, RFC 7748 §6.1.
      throw new Malformed("public value: " + e.getMessage());
    }
  }

  static <T extends Payload> T required(List<Payload> payloads, Class<T> kind) throws IkeReject {
    return Message.first(payloads, kind)
        .orElseThrow(() -> new Malformed("no " + kind.getSimpleName() + " payload"));
  }
}
