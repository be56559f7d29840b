package org.vpnhub.ike.internal.v2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vpnhub.crypto.KeyExchange;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PacketCipher;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.IkeReject.Misbehaved;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;

/** The initiator's half of negotiating a CHILD SA, in IKE_AUTH and in CREATE_CHILD_SA. */
final class ChildOffer {
  /** A key exchange of ours for perfect forward secrecy. */
  record Pfs(KeyExchangeMethod method, KeyExchange keyExchange) {}

  private final IkeSa sa;
  private final ChildConfig config;
  private final Optional<Child> rekeyed;
  private final byte[] nonce;
  private final Optional<Pfs> pfs;
  private final boolean inAuth;
  private final int spi;

  /**
   * @param rekeyed the pair to be replaced, if this is a rekey
   * @param nonce our nonce of the exchange
   * @param pfs empty in IKE_AUTH and without perfect forward secrecy
   */
  ChildOffer(
      IkeSa sa, ChildConfig config, Optional<Child> rekeyed, byte[] nonce, Optional<Pfs> pfs) {
    this.sa = sa;
    this.config = config;
    this.rekeyed = rekeyed;
    this.nonce = nonce;
    this.pfs = pfs;
    this.inAuth = sa.phase().isSetup();
    this.spi = sa.engine.reserveInbound();
  }

  Payload.Sa proposals() {
    return new Payload.Sa(Negotiation.offerEsp(config.proposals(), spi, !inAuth));
  }

  List<Payload> selectors() {
    return List.of(
        Selectors.payload(true, config.local()), Selectors.payload(false, config.remote()));
  }

  /** SA, TSi, TSr: what IKE_AUTH carries. */
  List<Payload> payloads() {
    return List.of(proposals(), selectors().get(0), selectors().get(1));
  }

  int spi() {
    return spi;
  }

  /** Makes the pair from the peer's answer; nothing is installed yet. */
  Child accept(List<Payload> payloads, byte[] peerNonce) throws IkeReject {
    Payload.Sa answer = IkeSaInit.required(payloads, Payload.Sa.class);
    Negotiation.EspChoice choice =
        Negotiation.acceptedEsp(config.proposals(), answer.proposals(), !inAuth)
            .orElseThrow(() -> new Misbehaved("chooses what was not offered"));
    // RFC 7296 §2.9: the answer may only be narrower than the offer.
    List<TrafficSelector> local = subset(payloads, true, config.local());
    List<TrafficSelector> remote = subset(payloads, false, config.remote());
    byte[] secret = sharedSecret(payloads, choice.suite());
    EspProposal suite = choice.suite();
    IkeKeys.ChildKeys keys =
        sa.keys()
            .child(
                secret,
                nonce,
                peerNonce,
                PacketCipher.keyMaterialLength(suite.encryption(), suite.integrity()));
    Arrays.fill(secret, (byte) 0);
    ChildSa made =
        ChildAnswer.childSa(
            sa, config, spi, choice, keys.fromResponder(), keys.fromInitiator(), local, remote);
    return new Child(sa, made, config, suite, ChildAnswer.lower(nonce, peerNonce), true);
  }

  private static List<TrafficSelector> subset(
      List<Payload> payloads, boolean ofInitiator, List<TrafficSelector> offered) throws IkeReject {
    List<TrafficSelector> answer = Selectors.ipv4(ChildAnswer.selectors(payloads, ofInitiator));
    if (answer.isEmpty() || !Selectors.covers(offered, answer)) {
      throw new Misbehaved("answers selectors that were not offered: " + Selectors.text(answer));
    }
    return answer;
  }

  private byte[] sharedSecret(List<Payload> payloads, EspProposal suite) throws IkeReject {
    if (inAuth || suite.pfs() == KeyExchangeMethod.NONE) return new byte[0];
    Payload.KeyExchange ke = IkeSaInit.required(payloads, Payload.KeyExchange.class);
    if (pfs.isEmpty()
        || pfs.get().method() != suite.pfs()
        || ke.method() != suite.pfs().transformId()) {
      throw new Misbehaved("answers with another group");
    }
    return IkeSaInit.sharedSecret(pfs.get().keyExchange(), ke.data());
  }

  // When it does not come to a pair

  /** The peer answers an error: records the class of causes, which is all there is to know. */
  void refused(Payload.Notify error) {
    abandon();
    Connection connection = sa.connection();
    String offered =
        config.proposals().stream().map(EspProposal::toString).collect(Collectors.joining(", "));
    String wire = NotifyType.name(error.type());
    if (error.type() == NotifyType.TS_UNACCEPTABLE) {
      connection.refused(
          FailureReason.TRAFFIC_SELECTOR_MISMATCH,
          2,
          "the peer refuses the traffic selectors of child " + config.name(),
          Selectors.text(config.local()) + " === " + Selectors.text(config.remote()),
          wire);
    } else if (error.type() == NotifyType.NO_PROPOSAL_CHOSEN && rekeyed.isPresent()) {
      // The same suite was fine in IKE_AUTH, where no key exchange is negotiated.
      connection.refused(
          FailureReason.PFS_MISMATCH,
          2,
          "the peer refuses to rekey child " + config.name() + ": most likely PFS differs",
          offered,
          wire);
    } else {
      FailureReason reason =
          error.type() == NotifyType.NO_PROPOSAL_CHOSEN
              ? FailureReason.PROPOSAL_MISMATCH
              : FailureReason.NEGOTIATION_FAILED;
      connection.refused(reason, 2, "the peer refuses child " + config.name(), offered, wire);
    }
    if (rekeyed.isEmpty()) connection.childFailed(true);
  }

  /** The peer's answer is no use: the pair that it has made is deleted. */
  void rejected(IkeReject why) {
    abandon();
    sa.connection()
        .fail(
            FailureReason.NEGOTIATION_FAILED,
            2,
            "the answer for child " + config.name() + " cannot be used",
            Selectors.text(config.local()) + " === " + Selectors.text(config.remote()),
            String.valueOf(why.getMessage()));
    sa.start(new DeleteChild(sa, spi));
    if (rekeyed.isEmpty()) sa.connection().childFailed(true);
  }

  void abandon() {
    sa.engine.releaseInbound(spi);
  }

  /** Whether the answer holds a pair at all. */
  static boolean holdsPair(List<Payload> payloads) {
    return Message.first(payloads, Payload.Sa.class).isPresent();
  }
}
