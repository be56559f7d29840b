package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PacketCipher;
import org.vpnhub.crypto.PrfAlgorithm;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.Legality;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.ike.internal.message.Transform;
import org.vpnhub.testkit.StrongswanTrace;
import org.vpnhub.testkit.UdpCapture;

/**
 * Negotiations recorded between strongSwan daemons: every message parsed and written again, every
 * key derived, every AUTH computed and every protected message opened and sealed, octet by octet.
 */
class StrongswanTraceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2-aes128gcm16-x25519",
        "v2-aes256gcm16-ecp256",
        "v2-aes256-sha256-modp2048",
        "v2-chacha20poly1305-x25519"
      })
  void everyMessageIsParsedAndWrittenTheSame(String name) throws Exception {
    int count = 0;
    for (byte[] octets : messages(trace(name))) {
      assertArrayEquals(octets, Message.decode(octets).encode());
      count++;
    }
    assertTrue(count >= 16, "only " + count + " messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"v2-aes128gcm16-x25519", "v2-aes256gcm16-ecp256", "v2-aes256-sha256-modp2048"})
  void keysAuthenticationAndProtectionAreTheSame(String name) throws Exception {
    StrongswanTrace trace = trace(name);
    Replay replay = new Replay(trace);
    for (byte[] octets : messages(trace)) replay.take(octets);
    assertEquals(3, replay.ikeSas, "IKE SAs");
    assertEquals(trace.children().size(), replay.childSas, "CHILD SAs");
    assertEquals(trace.all("AUTH = prf(prf(secret, keypad), octets)").size(), replay.auths);
    assertTrue(replay.sealed >= 14, "only " + replay.sealed + " protected messages");
  }

  private static StrongswanTrace trace(String name) throws Exception {
    Optional<StrongswanTrace> trace = StrongswanTrace.find(name);
    Assumptions.assumeTrue(
        trace.isPresent(), "skipped: shared/vectors/ike-traces/" + name + " is absent");
    return trace.get();
  }

  /** The IKE messages of the capture, without non-ESP markers (RFC 3948 §2.2). */
  static List<byte[]> messages(StrongswanTrace trace) {
    List<byte[]> messages = new ArrayList<>();
    for (UdpCapture.Datagram d : trace.wire()) {
      byte[] p = d.payload();
      if (d.destinationPort() == 500) {
        messages.add(p);
      } else if (p.length > 4 && Bytes.i32(p, 0) == 0) {
        messages.add(Arrays.copyOfRange(p, 4, p.length));
      }
    }
    return messages;
  }

  /** Follows one recorded negotiation with the keys of both ends. */
  private static final class Replay {
    private final StrongswanTrace trace;
    private final List<byte[]> secrets;
    private final List<byte[]> seeds;
    private final List<byte[]> psks;
    private final Map<Long, byte[]> requests = new HashMap<>();
    private final Map<Long, List<Payload>> inner = new HashMap<>();
    private final Map<Long, Sa> sas = new HashMap<>();
    private int ikeSas;
    private int childSas;
    private int auths;
    private int sealed;

    private record Sa(IkeProposal suite, IkeKeys keys, Handshake handshake) {}

    Replay(StrongswanTrace trace) {
      this.trace = trace;
      secrets = trace.all("shared Diffie Hellman secret");
      seeds = trace.all("SKEYSEED");
      psks = trace.all("secret");
    }

    void take(byte[] octets) throws Exception {
      Message message = Message.decode(octets);
      Header h = message.header();
      if (h.exchange() != ExchangeType.IKE_SA_INIT.number()) {
        takeProtected(message, octets);
      } else if (!h.isResponse()) {
        Legality.SA_INIT_REQUEST.check(message.payloads());
        requests.put(h.initiatorSpi(), octets);
      } else {
        Legality.SA_INIT_RESPONSE.check(message.payloads());
        takeInitResponse(message, octets);
      }
    }

    private void takeInitResponse(Message answer, byte[] octets) throws Exception {
      Header h = answer.header();
      byte[] request = requests.get(h.initiatorSpi());
      byte[] ni = nonce(Message.decode(request).payloads());
      byte[] nr = nonce(answer.payloads());
      IkeProposal suite = suite(chosen(answer.payloads()));
      byte[] secret = secrets.get(ikeSas);
      byte[] seed = IkeKeys.firstSeed(suite, secret, ni, nr);
      checkKeys(suite, seed, ni, nr, h.initiatorSpi(), h.responderSpi());
      IkeKeys keys = IkeKeys.first(suite, secret, ni, nr, h.initiatorSpi(), h.responderSpi());
      Handshake handshake = new Handshake(suite, keys, ni, nr, request, octets);
      sas.put(h.responderSpi(), new Sa(suite, keys, handshake));
      ikeSas++;
    }

    /** SKEYSEED and all seven keys as strongSwan logged them. */
    private void checkKeys(
        IkeProposal suite, byte[] seed, byte[] ni, byte[] nr, long spiI, long spiR) {
      assertArrayEquals(seeds.get(ikeSas), seed, "SKEYSEED");
      List<byte[]> logged = new ArrayList<>();
      for (String key : List.of("Sk_d", "Sk_ai", "Sk_ar", "Sk_ei", "Sk_er", "Sk_pi", "Sk_pr")) {
        List<byte[]> all = trace.all(key + " secret");
        if (!all.isEmpty()) logged.add(all.get(ikeSas));
      }
      assertArrayEquals(
          Bytes.concat(logged.toArray(new byte[0][])),
          IkeKeys.derive(suite, seed, ni, nr, spiI, spiR),
          "SK_*");
    }

    private void takeProtected(Message message, byte[] octets) throws Exception {
      Legality.SEALED.check(message.payloads());
      Header h = message.header();
      Sa sa = sas.get(h.responderSpi());
      Payload.Encrypted sk = message.encrypted().orElseThrow();
      byte[] text = sa.keys().open(h.fromInitiator(), octets, sk.body().length);
      List<Payload> payloads = Message.decodeChain(sk.firstInner(), text, 0);
      assertArrayEquals(text, Message.encodeChain(payloads));
      ExchangeType type = h.exchangeType().orElseThrow();
      Legality.inside(type, h.isResponse()).check(payloads);
      seal(sa, h, sk, payloads, octets);
      long key = h.responderSpi() ^ h.messageId() ^ (h.fromInitiator() ? 1L << 63 : 0);
      if (!h.isResponse()) {
        inner.put(key, payloads);
        if (type == ExchangeType.IKE_AUTH) checkAuth(sa, payloads, true);
      } else if (type == ExchangeType.IKE_AUTH) {
        checkAuth(sa, payloads, false);
        checkChild(sa, sa.handshake().initiatorNonce(), sa.handshake().responderNonce());
      } else if (type == ExchangeType.CREATE_CHILD_SA) {
        created(sa, inner.get(key ^ 1L << 63), payloads);
      }
    }

    /** strongSwan pads CBC with random octets: there only what is inside can be compared. */
    private void seal(Sa sa, Header h, Payload.Encrypted sk, List<Payload> payloads, byte[] octets)
        throws Exception {
      byte[] iv = Arrays.copyOf(sk.body(), sa.suite().encryption().ivLength());
      byte[] again = sa.keys().seal(h.fromInitiator(), iv, h, payloads);
      if (sa.suite().encryption().aead()) {
        assertArrayEquals(octets, again);
      } else {
        assertEquals(octets.length, again.length);
        byte[] text = sa.keys().open(h.fromInitiator(), again, sk.body().length);
        assertArrayEquals(Message.encodeChain(payloads), text);
      }
      sealed++;
    }

    private void checkAuth(Sa sa, List<Payload> payloads, boolean initiator) {
      Payload.Identification id =
          Message.all(payloads, Payload.Identification.class)
              .filter(i -> i.ofInitiator() == initiator)
              .findFirst()
              .orElseThrow();
      Secret psk = new Secret(psks.get(auths));
      byte[] auth =
          initiator
              ? Authentication.ofInitiator(sa.handshake(), id, psk)
              : Authentication.ofResponder(sa.handshake(), id, psk);
      assertArrayEquals(trace.all("AUTH = prf(prf(secret, keypad), octets)").get(auths), auth);
      assertArrayEquals(Message.first(payloads, Payload.Auth.class).orElseThrow().data(), auth);
      auths++;
    }

    private void created(Sa sa, List<Payload> request, List<Payload> answer) throws Exception {
      byte[] ni = nonce(request);
      byte[] nr = nonce(answer);
      if (chosen(answer).protocol() == Proposal.ESP) {
        assertTrue(Message.notify(request, NotifyType.REKEY_SA).isPresent());
        checkChild(sa, ni, nr);
        return;
      }
      IkeProposal suite = suite(chosen(answer));
      long spiI = Bytes.i64(chosen(request).spi(), 0);
      long spiR = Bytes.i64(chosen(answer).spi(), 0);
      byte[] secret = secrets.get(ikeSas);
      checkKeys(suite, sa.keys().rekeySeed(secret, ni, nr), ni, nr, spiI, spiR);
      IkeKeys keys = sa.keys().rekeyed(suite, secret, ni, nr, spiI, spiR);
      sas.put(spiR, new Sa(suite, keys, sa.handshake()));
      ikeSas++;
    }

    private void checkChild(Sa sa, byte[] ni, byte[] nr) {
      StrongswanTrace.ChildKeys logged = trace.children().get(childSas++);
      IkeKeys.ChildKeys keys =
          sa.keys()
              .child(
                  new byte[0],
                  ni,
                  nr,
                  PacketCipher.keyMaterialLength(sa.suite().encryption(), sa.suite().integrity()));
      assertArrayEquals(logged.initiator(), keys.fromInitiator().bytes(), "initiator's keys");
      assertArrayEquals(logged.responder(), keys.fromResponder().bytes(), "responder's keys");
    }

    private static byte[] nonce(List<Payload> payloads) {
      return Message.first(payloads, Payload.Nonce.class).orElseThrow().data();
    }

    private static Proposal chosen(List<Payload> payloads) {
      return Message.first(payloads, Payload.Sa.class).orElseThrow().proposals().getFirst();
    }

    private static IkeProposal suite(Proposal p) {
      Transform e = p.ofType(Transform.ENCR).findFirst().orElseThrow();
      return new IkeProposal(
          EncryptionAlgorithm.ofTransform(e.id(), e.keyBits()).orElseThrow(),
          p.ofType(Transform.INTEG)
              .findFirst()
              .flatMap(t -> IntegrityAlgorithm.ofTransform(t.id()))
              .orElse(IntegrityAlgorithm.NONE),
          PrfAlgorithm.ofTransform(p.ofType(Transform.PRF).findFirst().orElseThrow().id())
              .orElseThrow(),
          KeyExchangeMethod.ofTransform(p.ofType(Transform.KE).findFirst().orElseThrow().id())
              .orElseThrow());
    }
  }
}
