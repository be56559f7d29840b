package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.KeyExchange;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PacketCipher;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Incompatible;
import org.vpnhub.ike.internal.message.IkeReject.Malformed;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/**
 * The responder's half of negotiating a CHILD SA, in IKE_AUTH and in CREATE_CHILD_SA.
 *
 * @param child the pair made; nothing is installed yet
 * @param proposal SA payload to answer
 * @param keyExchange KE payload to answer, with perfect forward secrecy
 * @param selectors TSi and TSr to answer
 */
record ChildAnswer(
    Child child,
    Payload.Sa proposal,
    Optional<Payload.KeyExchange> keyExchange,
    List<Payload> selectors) {

  /** SA, TSi, TSr: what IKE_AUTH carries. */
  List<Payload> payloads() {
    return List.of(proposal, selectors.get(0), selectors.get(1));
  }

  /** One of our CHILD configurations, narrowed to what the peer asks for. */
  private record Fit(
      ChildConfig config, List<TrafficSelector> local, List<TrafficSelector> remote) {
    boolean isEmpty() {
      return local.isEmpty() || remote.isEmpty();
    }
  }

  /**
   * Makes the pair that the peer asks for.
   *
   * @param inAuth IKE_AUTH negotiates no key exchange
   * @param rekeyed the pair that it replaces
   * @throws IkeReject.Incompatible with the notification to answer; the failure is recorded
   */
  static ChildAnswer of(
      IkeSa sa,
      List<Payload> payloads,
      byte[] peerNonce,
      byte[] nonce,
      boolean inAuth,
      Optional<Child> rekeyed)
      throws IkeReject {
    Payload.Sa offer = IkeSaInit.required(payloads, Payload.Sa.class);
    List<TrafficSelector> theirs = Selectors.ipv4(selectors(payloads, true));
    List<TrafficSelector> ours = Selectors.ipv4(selectors(payloads, false));
    if (sa.children.size() >= sa.engine.config().maxChildrenPerIkeSa()) {
      throw new Incompatible(NotifyType.NO_ADDITIONAL_SAS, "too many CHILD SAs");
    }
    Fit fit = fit(sa.connection(), ours, theirs, rekeyed);
    int spi = sa.engine.reserveInbound();
    try {
      return make(sa, payloads, offer, peerNonce, nonce, inAuth, fit, spi);
    } catch (IkeReject reject) {
      sa.engine.releaseInbound(spi);
      throw reject;
    }
  }

  private static ChildAnswer make(
      IkeSa sa,
      List<Payload> payloads,
      Payload.Sa offer,
      byte[] peerNonce,
      byte[] nonce,
      boolean inAuth,
      Fit fit,
      int spi)
      throws IkeReject {
    Negotiation.EspChoice choice = choose(sa.connection(), fit.config(), offer, !inAuth, spi);
    int peerSpi = choice.peerSpi();
    if (sa.connection().children().anyMatch(c -> c.sa.outboundSpi() == peerSpi)) {
      throw new Incompatible(NotifyType.NO_ADDITIONAL_SAS, "SPI in use already");
    }
    EspProposal suite = choice.suite();
    Optional<Payload.KeyExchange> reply = Optional.empty();
    byte[] secret = new byte[0];
    if (!inAuth && suite.pfs() != KeyExchangeMethod.NONE) {
      Payload.KeyExchange ke = peerKey(payloads, suite.pfs());
      KeyExchange own = suite.pfs().start(sa.engine.random());
      secret = IkeSaInit.sharedSecret(own, ke.data());
      reply = Optional.of(new Payload.KeyExchange(ke.method(), own.publicValue()));
    }
    int each = PacketCipher.keyMaterialLength(suite.encryption(), suite.integrity());
    IkeKeys.ChildKeys keys = sa.keys().child(secret, peerNonce, nonce, each);
    Arrays.fill(secret, (byte) 0);
    ChildSa made =
        childSa(
            sa,
            fit.config(),
            spi,
            choice,
            keys.fromInitiator(),
            keys.fromResponder(),
            fit.local(),
            fit.remote());
    Child child = new Child(sa, made, fit.config(), suite, lower(peerNonce, nonce), false);
    List<Payload> selectors =
        List.of(Selectors.payload(true, fit.remote()), Selectors.payload(false, fit.local()));
    return new ChildAnswer(child, new Payload.Sa(List.of(choice.reply())), reply, selectors);
  }

  /** The configuration that serves the request best; a rekey stays with its own. */
  private static Fit fit(
      Connection connection,
      List<TrafficSelector> ours,
      List<TrafficSelector> theirs,
      Optional<Child> rekeyed)
      throws IkeReject {
    List<ChildConfig> configs =
        rekeyed.map(c -> List.of(c.config)).orElse(connection.config().children());
    List<Fit> fits = new ArrayList<>();
    for (ChildConfig c : configs) {
      Fit fit = new Fit(c, Selectors.narrow(c.local(), ours), Selectors.narrow(c.remote(), theirs));
      if (!fit.isEmpty()) fits.add(fit);
    }
    return fits.stream()
        .max((a, b) -> Integer.compare(score(connection, a), score(connection, b)))
        .orElseThrow(() -> unacceptable(connection, configs, ours, theirs));
  }

  private static int score(Connection connection, Fit fit) {
    boolean whole =
        Selectors.same(fit.local(), fit.config().local())
            && Selectors.same(fit.remote(), fit.config().remote());
    boolean fresh = connection.children().noneMatch(c -> c.config.equals(fit.config()));
    return (whole ? 2 : 0) + (fresh ? 1 : 0);
  }

  private static Incompatible unacceptable(
      Connection connection,
      List<ChildConfig> configs,
      List<TrafficSelector> ours,
      List<TrafficSelector> theirs) {
    StringBuilder configured = new StringBuilder();
    for (ChildConfig c : configs) {
      if (!configured.isEmpty()) configured.append(", ");
      configured.append(Selectors.text(c.local())).append(" === ");
      configured.append(Selectors.text(c.remote()));
    }
    connection.explain(
        FailureReason.TRAFFIC_SELECTOR_MISMATCH,
        2,
        "the traffic selectors have nothing in common",
        configured.toString(),
        Selectors.text(ours) + " === " + Selectors.text(theirs));
    return new Incompatible(NotifyType.TS_UNACCEPTABLE, "selectors have nothing in common");
  }

  private static Negotiation.EspChoice choose(
      Connection connection, ChildConfig config, Payload.Sa offer, boolean withPfs, int spi)
      throws IkeReject {
    Optional<Negotiation.EspChoice> choice =
        Negotiation.chooseEsp(config.proposals(), offer.proposals(), withPfs, spi);
    if (choice.isPresent()) return choice.get();
    Mismatch m = Mismatch.ofEsp(config.proposals(), offer.proposals(), withPfs);
    connection.explain(
        m.reason(),
        2,
        "no ESP proposal of the peer fits child "
            + config.name()
            + ": it offers "
            + Mismatch.text(offer.proposals()),
        m.local(),
        m.remote());
    throw new Incompatible(NotifyType.NO_PROPOSAL_CHOSEN, "no ESP proposal fits");
  }

  private static Payload.KeyExchange peerKey(List<Payload> payloads, KeyExchangeMethod method)
      throws IkeReject {
    Optional<Payload.KeyExchange> ke = Message.first(payloads, Payload.KeyExchange.class);
    if (ke.isPresent() && ke.get().method() == method.transformId()) return ke.get();
    byte[] wanted = new byte[2];
    Bytes.putU16(wanted, 0, method.transformId());
    // RFC 7296 §1.3: the group in the KE payload must be the one chosen.
    throw new Incompatible(NotifyType.INVALID_KE_PAYLOAD, wanted, "another group is wanted");
  }

  // Shared with the initiator's half

  static Payload.Selectors selectors(List<Payload> payloads, boolean ofInitiator) throws IkeReject {
    return Message.all(payloads, Payload.Selectors.class)
        .filter(s -> s.ofInitiator() == ofInitiator)
        .findFirst()
        .orElseThrow(() -> new Malformed("no traffic selectors"));
  }

  static ChildSa childSa(
      IkeSa sa,
      ChildConfig config,
      int spi,
      Negotiation.EspChoice choice,
      Secret inboundKeys,
      Secret outboundKeys,
      List<TrafficSelector> local,
      List<TrafficSelector> remote) {
    Path path = sa.path();
    return new ChildSa(
        sa.connection().id(),
        config.name(),
        spi,
        choice.peerSpi(),
        choice.suite().encryption(),
        choice.suite().integrity(),
        choice.esn(),
        inboundKeys,
        outboundKeys,
        local,
        remote,
        sa.nat().udpEncapsulation(),
        path.local(),
        path.localPort(),
        path.remote(),
        path.remotePort());
  }

  /** RFC 7296 §2.8.1: nonces are compared octet by octet. */
  static byte[] lower(byte[] a, byte[] b) {
    return Arrays.compareUnsigned(a, b) <= 0 ? a : b;
  }
}
