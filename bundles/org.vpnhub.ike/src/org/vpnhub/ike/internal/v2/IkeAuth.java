package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Incompatible;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.IkeReject.Unauthentic;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/** IKE_AUTH (RFC 7296 §1.2, §2.15): identities, pre-shared key, and the first CHILD SA. */
final class IkeAuth extends Exchange {
  private final Handshake handshake;
  private final ConnectionConfig config;
  private final Payload.Identification ownId;
  private final ChildOffer child;

  IkeAuth(IkeSa sa, Handshake handshake) {
    super(sa);
    this.handshake = handshake;
    config = sa.connection().config();
    ownId = Identities.payload(true, config.localId());
    child =
        new ChildOffer(
            sa,
            config.children().getFirst(),
            Optional.empty(),
            handshake.initiatorNonce(),
            Optional.empty());
  }

  // Initiator

  @Override
  ExchangeType type() {
    return ExchangeType.IKE_AUTH;
  }

  @Override
  boolean wanted() {
    return true;
  }

  @Override
  String text() {
    return "IKE_AUTH";
  }

  @Override
  List<Payload> request() {
    List<Payload> payloads = new ArrayList<>();
    payloads.add(ownId);
    if (sa.connection().claimsInitialContact()) {
      // RFC 7296 §2.4: this is the only IKE SA between the two identities.
      payloads.add(new Payload.Notify(NotifyType.INITIAL_CONTACT));
    }
    payloads.add(Identities.payload(false, config.remoteId()));
    payloads.add(
        new Payload.Auth(
            Payload.Auth.SHARED_KEY, Authentication.ofInitiator(handshake, ownId, config.psk())));
    payloads.addAll(child.payloads());
    return payloads;
  }

  @Override
  void response(List<Payload> payloads) throws IkeReject {
    Optional<Payload.Auth> auth = Message.first(payloads, Payload.Auth.class);
    if (auth.isEmpty()) {
      refused(Message.error(payloads).orElseThrow(() -> new Malformed("no AUTH and no error")));
      return;
    }
    authenticate(payloads, auth.get());
    Connection connection = sa.connection();
    sa.establish(handshake.suite(), handshake.keys());
    up(sa, handshake);
    Optional<Payload.Notify> error = Message.error(payloads);
    if (Message.first(payloads, Payload.Sa.class).isPresent()) {
      try {
        Child made = child.accept(payloads, handshake.responderNonce());
        made.receive();
        made.send();
      } catch (IkeReject reject) {
        child.rejected(reject);
      }
    } else if (error.isPresent()) {
      child.refused(error.get());
    } else {
      child.abandon();
    }
    boolean initialContact = Message.notify(payloads, NotifyType.INITIAL_CONTACT).isPresent();
    connection.authenticated(sa, initialContact);
  }

  private void authenticate(List<Payload> payloads, Payload.Auth auth) throws IkeReject {
    Payload.Identification peerId =
        Message.all(payloads, Payload.Identification.class)
            .findFirst()
            .orElseThrow(() -> new Malformed("no IDr"));
    byte[] expected = Authentication.ofResponder(handshake, peerId, config.psk());
    boolean authentic =
        auth.method() == Payload.Auth.SHARED_KEY && Authentication.same(expected, auth.data());
    if (!authentic) {
      sa.connection()
          .fail(
              FailureReason.PSK_MISMATCH,
              1,
              "the peer's authentication does not fit the pre-shared key",
              "the configured key",
              "a different key");
      throw new Unauthentic("AUTH of the responder differs");
    }
    if (!Identities.matches(config.remoteId(), peerId)) {
      sa.connection()
          .fail(
              FailureReason.PEER_ID_MISMATCH,
              1,
              "the peer proves another identity than the one expected",
              Identities.text(config.remoteId()),
              Identities.text(peerId));
      throw new Unauthentic("identity of the responder differs");
    }
  }

  private void refused(Payload.Notify error) {
    Connection connection = sa.connection();
    String sent =
        "pre-shared key as configured, own identity "
            + Identities.text(config.localId())
            + ", peer's "
            + Identities.text(config.remoteId());
    connection.refused(
        FailureReason.NEGOTIATION_FAILED,
        1,
        "the peer refuses the authentication: the pre-shared keys or the identities differ",
        sent,
        NotifyType.name(error.type()));
    sa.close("IKE_AUTH refused");
    connection.attemptFailed(true);
  }

  /** RFC 7296 §2.21.2: a responder that is not who it should be learns it, and the SA ends. */
  @Override
  void rejected(IkeReject why) {
    Connection connection = sa.connection();
    if (!(why instanceof Unauthentic)) {
      connection.fail(
          FailureReason.NEGOTIATION_FAILED,
          1,
          "the answer to IKE_AUTH cannot be used",
          "RFC 7296",
          String.valueOf(why.getMessage()));
    }
    child.abandon();
    sa.phase(new Phase.Deleting(handshake.keys()));
    sa.start(new DeleteIke(sa, Optional.of(RejectTable.notification(why))));
    connection.attemptFailed(true);
  }

  @Override
  void abandon() {
    child.abandon();
  }

  private static void up(IkeSa sa, Handshake handshake) {
    sa.engine.event(
        new IkeEvent.IkeUp(
            sa.connection().id(),
            sa.initiatorSpi(),
            sa.responderSpi(),
            sa.initiator,
            handshake.suite().toString(),
            false));
  }

  // Responder

  /** Empty: the request is passed over without an answer. */
  static Optional<Reply> answer(
      IkeSa sa, Phase.InitAnswered phase, List<Payload> payloads, IkeDatagram datagram)
      throws IkeReject {
    Handshake handshake = phase.handshake();
    Connection connection = connectionFor(sa, handshake, payloads);
    ConnectionConfig config = connection.config();
    Path path = Path.of(datagram);
    checkNat(connection, sa, path);
    verify(connection, handshake, payloads);
    if (!connection.admitsPeerAuth(handshake.initiatorNonce())) return Optional.empty();

    Payload.Identification ownId = Identities.payload(false, config.localId());
    List<Payload> reply = new ArrayList<>();
    reply.add(ownId);
    reply.add(
        new Payload.Auth(
            Payload.Auth.SHARED_KEY, Authentication.ofResponder(handshake, ownId, config.psk())));
    sa.engine.authenticated(sa);
    sa.connection(connection);
    sa.path(path);
    sa.establish(handshake.suite(), handshake.keys());
    up(sa, handshake);
    Optional<Child> child = firstChild(sa, handshake, payloads, reply);
    boolean initialContact = Message.notify(payloads, NotifyType.INITIAL_CONTACT).isPresent();
    return Optional.of(
        new Reply(
            reply,
            () -> {
              child.ifPresent(connection::childAnswered);
              connection.authenticated(sa, initialContact);
            }));
  }

  /** RFC 7296 §1.2: a refused CHILD SA does not hinder the IKE SA. */
  private static Optional<Child> firstChild(
      IkeSa sa, Handshake handshake, List<Payload> payloads, List<Payload> reply) {
    if (Message.first(payloads, Payload.Sa.class).isEmpty()) return Optional.empty();
    try {
      ChildAnswer answer =
          ChildAnswer.of(
              sa,
              payloads,
              handshake.initiatorNonce(),
              handshake.responderNonce(),
              true,
              Optional.empty());
      reply.addAll(answer.payloads());
      answer.child().receive();
      return Optional.of(answer.child());
    } catch (Incompatible i) {
      reply.add(new Payload.Notify(i.notifyType(), i.data()));
    } catch (IkeReject reject) {
      reply.add(new Payload.Notify(NotifyType.NO_PROPOSAL_CHOSEN));
    }
    return Optional.empty();
  }

  /** Peer address first, then identities, then the proposal (behaviours, part B 1). */
  private static Connection connectionFor(IkeSa sa, Handshake handshake, List<Payload> payloads)
      throws IkeReject {
    Payload.Identification idI = identification(payloads, true).orElseThrow();
    Optional<Payload.Identification> idR = identification(payloads, false);
    List<Connection> candidates =
        sa.engine.connectionsBetween(sa.path().local(), sa.path().remote());
    List<Connection> byId =
        candidates.stream()
            .filter(c -> Identities.matches(c.config().remoteId(), idI))
            .filter(c -> idR.isEmpty() || Identities.matches(c.config().localId(), idR.get()))
            .toList();
    if (byId.isEmpty()) {
      for (Connection c : candidates) reportId(c, idI, idR);
      throw new Unauthentic("no connection has these identities");
    }
    Optional<Connection> fit =
        byId.stream().filter(c -> c.config().proposals().contains(handshake.suite())).findFirst();
    if (fit.isEmpty()) {
      String configured =
          byId.getFirst().config().proposals().stream()
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      byId.getFirst()
          .failUnproven(
              FailureReason.PROPOSAL_MISMATCH,
              "the IKE suite belongs to another connection with this peer's address",
              configured,
              handshake.suite().toString());
      throw new Unauthentic("the suite is not this connection's");
    }
    return fit.get();
  }

  private static Optional<Payload.Identification> identification(
      List<Payload> payloads, boolean ofInitiator) {
    return Message.all(payloads, Payload.Identification.class)
        .filter(id -> id.ofInitiator() == ofInitiator)
        .findFirst();
  }

  private static void reportId(
      Connection c, Payload.Identification idI, Optional<Payload.Identification> idR) {
    boolean peerFits = Identities.matches(c.config().remoteId(), idI);
    if (peerFits && idR.isPresent()) {
      c.failUnproven(
          FailureReason.PEER_ID_MISMATCH,
          "the peer expects another identity of this end",
          Identities.text(c.config().localId()),
          Identities.text(idR.get()));
    } else {
      c.failUnproven(
          FailureReason.PEER_ID_MISMATCH,
          "the peer sends another identity than the one expected",
          Identities.text(c.config().remoteId()),
          Identities.text(idI));
    }
  }

  private static void checkNat(Connection connection, IkeSa sa, Path path) throws IkeReject {
    ConnectionConfig config = connection.config();
    boolean floated = path.localPort() == Path.NAT_PORT;
    if (!config.natTraversal() && (floated || sa.nat().supported())) {
      connection.failUnproven(
          FailureReason.NAT_T_MISMATCH,
          "the peer goes on through port 4500, but NAT traversal is switched off here",
          "NAT traversal off",
          "UDP port " + path.remotePort() + " to " + path.localPort());
      throw new Unauthentic("NAT traversal is switched off");
    }
    if (config.forceUdpEncapsulation() && !sa.nat().supported()) {
      connection.failUnproven(
          FailureReason.NAT_T_MISMATCH,
          "ESP must go in UDP here, but the peer does not take part in NAT traversal",
          "NAT traversal required",
          "no NAT traversal");
      throw new Unauthentic("the peer cannot encapsulate ESP in UDP");
    }
  }

  private static void verify(Connection connection, Handshake handshake, List<Payload> payloads)
      throws IkeReject {
    Payload.Identification idI = identification(payloads, true).orElseThrow();
    Optional<Payload.Auth> auth = Message.first(payloads, Payload.Auth.class);
    if (auth.isEmpty() || auth.get().method() != Payload.Auth.SHARED_KEY) {
      connection.failUnproven(
          FailureReason.NEGOTIATION_FAILED,
          "the peer does not authenticate with a pre-shared key",
          "pre-shared key",
          auth.map(a -> "method " + a.method()).orElse("EAP"));
      throw new Unauthentic("authentication method");
    }
    byte[] expected = Authentication.ofInitiator(handshake, idI, connection.config().psk());
    if (!Authentication.same(expected, auth.get().data())) {
      connection.failUnproven(
          FailureReason.PSK_MISMATCH,
          "the peer's authentication does not fit: the pre-shared keys differ",
          "the configured key",
          "a different key");
      throw new Unauthentic("AUTH of the initiator differs");
    }
  }
}
