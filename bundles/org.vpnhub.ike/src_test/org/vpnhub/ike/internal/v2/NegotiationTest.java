package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.ike.internal.message.Payload.Identification;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.ike.internal.message.Transform;
import org.vpnhub.testkit.SeededRandom;

/** Choice of suites and selectors, identities, lifetimes. */
class NegotiationTest {
  private static final byte[] SPI = {1, 2, 3, 4};

  private static Proposal esp(Transform... transforms) {
    return new Proposal(1, Proposal.ESP, SPI, List.of(transforms));
  }

  private static final Transform GCM = new Transform(Transform.ENCR, 20, 128);
  private static final Transform NO_ESN = new Transform(Transform.ESN, 0);
  private static final Transform ESN = new Transform(Transform.ESN, 1);
  private static final Transform X25519 = new Transform(Transform.KE, 31);
  private static final Transform NO_KE = new Transform(Transform.KE, 0);

  private static Optional<Negotiation.EspChoice> choose(EspProposal own, Proposal offered) {
    return Negotiation.chooseEsp(List.of(own), List.of(offered), true, 9);
  }

  @Test
  void extendedSequenceNumbersWherePossible() {
    EspProposal wants =
        new EspProposal(
            EncryptionAlgorithm.AES_GCM_16_128,
            IntegrityAlgorithm.NONE,
            KeyExchangeMethod.NONE,
            true);
    assertTrue(choose(wants, esp(GCM, ESN, NO_ESN)).orElseThrow().esn());
    assertFalse(choose(wants, esp(GCM, NO_ESN)).orElseThrow().esn());
    assertFalse(choose(Configs.ESP, esp(GCM, ESN, NO_ESN)).orElseThrow().esn());
    assertTrue(choose(Configs.ESP, esp(GCM, ESN)).isEmpty());
    // A peer that leaves the transform out means 32 bits.
    assertFalse(choose(wants, esp(GCM)).orElseThrow().esn());
  }

  @Test
  void perfectForwardSecrecyMustBeAgreed() {
    EspProposal pfs =
        new EspProposal(
            EncryptionAlgorithm.AES_GCM_16_128,
            IntegrityAlgorithm.NONE,
            KeyExchangeMethod.CURVE_25519,
            false);
    assertTrue(choose(pfs, esp(GCM, X25519, NO_ESN)).isPresent());
    assertTrue(choose(pfs, esp(GCM, NO_ESN)).isEmpty());
    assertTrue(choose(Configs.ESP, esp(GCM, X25519, NO_ESN)).isEmpty());
    assertTrue(choose(Configs.ESP, esp(GCM, X25519, NO_KE, NO_ESN)).isPresent());
    // IKE_AUTH leaves the key exchange out of account.
    assertTrue(
        Negotiation.chooseEsp(List.of(pfs), List.of(esp(GCM, NO_ESN)), false, 9).isPresent());
    assertTrue(
        Negotiation.chooseEsp(List.of(Configs.ESP), List.of(esp(GCM, X25519, NO_ESN)), false, 9)
            .isPresent());
  }

  @Test
  void proposalsThatCannotBeServed() {
    Transform withAttribute =
        new Transform(
            Transform.ENCR, 20, 128, List.of(new Transform.Attribute(99, true, new byte[2])));
    assertTrue(choose(Configs.ESP, esp(withAttribute, NO_ESN)).isEmpty());
    assertTrue(choose(Configs.ESP, esp(GCM, NO_ESN, new Transform(6, 1))).isEmpty());
    assertTrue(choose(Configs.ESP, esp(GCM, NO_ESN, new Transform(Transform.INTEG, 12))).isEmpty());
    assertTrue(
        choose(Configs.ESP, esp(GCM, NO_ESN, new Transform(Transform.INTEG, 0))).isPresent());
    Proposal zero = new Proposal(1, Proposal.ESP, new byte[4], List.of(GCM, NO_ESN));
    assertTrue(choose(Configs.ESP, zero).isEmpty());
    Proposal longSpi = new Proposal(1, Proposal.ESP, new byte[8], List.of(GCM, NO_ESN));
    assertTrue(choose(Configs.ESP, longSpi).isEmpty());
    Proposal ah = new Proposal(1, Proposal.AH, SPI, List.of(GCM, NO_ESN));
    assertTrue(choose(Configs.ESP, ah).isEmpty());
    assertEquals(
        FailureReason.SECURITY_PROTOCOL_MISMATCH,
        Mismatch.ofEsp(List.of(Configs.ESP), List.of(ah), true).reason());
  }

  @Test
  void whatWasOfferedIsAccepted() {
    for (EspProposal own : List.of(Configs.ESP, Configs.ESP_PFS)) {
      List<Proposal> offer = Negotiation.offerEsp(List.of(own), 77, true);
      Negotiation.EspChoice choice =
          Negotiation.chooseEsp(List.of(own), offer, true, 88).orElseThrow();
      assertEquals(77, choice.peerSpi());
      Negotiation.EspChoice accepted =
          Negotiation.acceptedEsp(List.of(own), List.of(choice.reply()), true).orElseThrow();
      assertEquals(88, accepted.peerSpi());
      assertEquals(own.esn(), accepted.esn());
    }
    for (IkeProposal own : List.of(Configs.GCM, Configs.CBC)) {
      List<Proposal> offer = Negotiation.offerIke(List.of(own), new byte[0]);
      Negotiation.IkeChoice choice =
          Negotiation.chooseIke(List.of(own), offer, 0, new byte[0]).orElseThrow();
      assertEquals(
          Optional.of(own), Negotiation.acceptedIke(List.of(own), List.of(choice.reply())));
    }
  }

  @Test
  void answersThatChooseSomethingElseAreRefused() {
    List<EspProposal> own = List.of(Configs.ESP);
    assertTrue(Negotiation.acceptedEsp(own, List.of(esp(GCM, NO_ESN)), true).isPresent());
    assertTrue(Negotiation.acceptedEsp(own, List.of(esp(GCM)), true).isPresent());
    assertTrue(Negotiation.acceptedEsp(own, List.of(esp(GCM, NO_KE, NO_ESN)), true).isPresent());
    assertTrue(Negotiation.acceptedEsp(own, List.of(), true).isEmpty());
    assertTrue(Negotiation.acceptedEsp(own, List.of(esp(GCM, ESN)), true).isEmpty());
    assertTrue(Negotiation.acceptedEsp(own, List.of(esp(GCM, ESN, NO_ESN)), true).isEmpty());
    assertTrue(
        Negotiation.acceptedEsp(own, List.of(esp(GCM, NO_ESN), esp(GCM, NO_ESN)), true).isEmpty());
    Proposal second = new Proposal(2, Proposal.ESP, SPI, List.of(GCM, NO_ESN));
    assertTrue(Negotiation.acceptedEsp(own, List.of(second), true).isEmpty());
    Transform other = new Transform(Transform.ENCR, 20, 256);
    assertTrue(Negotiation.acceptedEsp(own, List.of(esp(other, NO_ESN)), true).isEmpty());
    Proposal ike = new Proposal(0, Proposal.IKE, new byte[0], List.of());
    assertTrue(Negotiation.acceptedIke(List.of(Configs.GCM), List.of(ike)).isEmpty());
    assertTrue(Negotiation.acceptedIke(List.of(Configs.GCM), List.of()).isEmpty());
  }

  @Test
  void theGroupAtHandIsPreferred() {
    IkeProposal modp =
        new IkeProposal(
            Configs.GCM.encryption(),
            Configs.GCM.integrity(),
            Configs.GCM.prf(),
            KeyExchangeMethod.MODP_2048);
    List<IkeProposal> own = List.of(Configs.GCM, modp);
    List<Proposal> offer = Negotiation.offerIke(own, new byte[0]);
    assertEquals(modp, Negotiation.chooseIke(own, offer, 14, new byte[0]).orElseThrow().suite());
    assertEquals(
        Configs.GCM, Negotiation.chooseIke(own, offer, 19, new byte[0]).orElseThrow().suite());
  }

  @Test
  void mismatchesNameWhatDiffers() {
    Transform des = new Transform(Transform.ENCR, 3);
    Mismatch m = Mismatch.ofEsp(List.of(Configs.ESP), List.of(esp(des, NO_ESN)), true);
    assertEquals("3DES_CBC", m.remote());
    Transform strange = new Transform(Transform.ENCR, 1234, 5);
    m = Mismatch.ofEsp(List.of(Configs.ESP), List.of(esp(strange)), true);
    assertEquals("transform 1.1234_5", m.remote());
    // Each attribute is there somewhere, but not together.
    Proposal a = esp(GCM, X25519);
    Proposal b = esp(new Transform(Transform.ENCR, 12, 128), NO_KE);
    m = Mismatch.ofEsp(List.of(Configs.ESP), List.of(a, b), true);
    assertEquals(FailureReason.PROPOSAL_MISMATCH, m.reason());
    assertEquals("AES_GCM_16_128", m.local());
    assertEquals(
        FailureReason.SECURITY_PROTOCOL_MISMATCH,
        Mismatch.ofIke(List.of(Configs.GCM), List.of(esp(GCM))).reason());
    m =
        Mismatch.ofIke(
            List.of(Configs.CBC),
            List.of(
                new Proposal(
                    1,
                    Proposal.IKE,
                    new byte[0],
                    List.of(
                        new Transform(Transform.ENCR, 12, 256),
                        new Transform(Transform.INTEG, 2),
                        new Transform(Transform.PRF, 2),
                        new Transform(Transform.KE, 2)))));
    assertEquals(FailureReason.AUTHENTICATION_ALGORITHM_MISMATCH, m.reason());
    assertEquals("HMAC_SHA1_96", m.remote());
    assertEquals("HMAC_SHA2_256_128", m.local());
  }

  @Test
  void narrowingIsTheIntersection() {
    assertEquals(
        Configs.ts("10.1.0.0/24"),
        Selectors.narrow(Configs.ts("0.0.0.0/0"), Configs.ts("10.1.0.0/24")));
    assertEquals(
        Configs.ts("10.1.0.0/24", "10.2.0.0/16"),
        Selectors.narrow(
            Configs.ts("0.0.0.0/0"), Configs.ts("10.1.0.0/24", "10.2.3.0/24", "10.2.0.0/16")));
    assertEquals(
        List.of(), Selectors.narrow(Configs.ts("10.0.0.0/8"), Configs.ts("172.16.0.0/12")));
    assertEquals("none for IPv4", Selectors.text(List.of()));
  }

  /** Against a naive oracle: an address passes the result exactly when it passes both lists. */
  @Test
  void narrowingAgainstAnOracle() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 3000; round++) {
      List<TrafficSelector> a = randomSelectors(random);
      List<TrafficSelector> b = randomSelectors(random);
      List<TrafficSelector> both = Selectors.narrow(a, b);
      for (int address = 0; address < 32; address++) {
        Ipv4Address at = new Ipv4Address(address);
        assertEquals(passes(a, at) && passes(b, at), passes(both, at), a + " " + b + " " + both);
      }
      assertTrue(Selectors.covers(a, both) && Selectors.covers(b, both));
      assertEquals(Selectors.same(a, b), Selectors.same(b, a));
    }
  }

  private static List<TrafficSelector> randomSelectors(SplittableRandom random) {
    List<TrafficSelector> list = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int start = random.nextInt(32);
      int end = random.nextInt(start, 32);
      list.add(new TrafficSelector(0, 0, 0xffff, new Ipv4Address(start), new Ipv4Address(end)));
    }
    return list;
  }

  private static boolean passes(List<TrafficSelector> list, Ipv4Address at) {
    return list.stream().anyMatch(s -> s.contains(at));
  }

  @Test
  void selectorsWithProtocolAndPorts() {
    Ipv4Address one = Ipv4Address.parse("10.0.0.1");
    TrafficSelector web = new TrafficSelector(6, 80, 80, one, one);
    TrafficSelector tcp = new TrafficSelector(6, 0, 0xffff, one, one);
    TrafficSelector udp = new TrafficSelector(17, 0, 0xffff, one, one);
    assertEquals("10.0.0.1/32[6/80]", web.toString());
    assertEquals("10.0.0.1/32[17]", udp.toString());
    assertEquals(
        "10.0.0.1-10.0.0.4[0/80-90]",
        new TrafficSelector(0, 80, 90, one, Ipv4Address.parse("10.0.0.4")).toString());
    assertEquals(Optional.of(web), tcp.intersect(web));
    assertEquals(Optional.empty(), udp.intersect(web));
    assertEquals(Optional.of(web), TrafficSelector.ANY.intersect(web));
    assertEquals("0.0.0.0/0", TrafficSelector.ANY.toString());
    assertEquals("10.0.0.0/8", TrafficSelector.ofPrefix(Ipv4Prefix.parse("10.0.0.0/8")).toString());
    assertTrue(tcp.contains(web));
    assertFalse(web.contains(tcp));
    assertThrows(IllegalArgumentException.class, () -> new TrafficSelector(256, 0, 0, one, one));
    assertThrows(IllegalArgumentException.class, () -> new TrafficSelector(0, 5, 4, one, one));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrafficSelector(0, 0, 0, one, new Ipv4Address(0)));
  }

  @Test
  void identities() {
    Identification fqdn = new Identification(true, Identification.FQDN, ascii("A.Test"));
    assertTrue(Identities.matches(new IkeIdentity.Fqdn("a.test"), fqdn));
    assertFalse(Identities.matches(new IkeIdentity.Fqdn("b.test"), fqdn));
    assertFalse(Identities.matches(new IkeIdentity.Email("a.test"), fqdn));
    IkeIdentity address = new IkeIdentity.Address(Configs.HUB);
    assertTrue(Identities.matches(address, Identities.payload(true, address)));
    assertFalse(
        Identities.matches(
            address, new Identification(true, Identification.IPV4_ADDR, new byte[3])));
    assertEquals("address 203.0.113.1", Identities.text(address));
    assertEquals("address 000000", text(Identification.IPV4_ADDR, new byte[3]));
    assertEquals("key id 0x00ff", text(Identification.KEY_ID, new byte[] {0, (byte) 0xff}));
    assertEquals("IPv6 address 0102", text(Identification.IPV6_ADDR, new byte[] {1, 2}));
    assertEquals("distinguished name 30", text(Identification.DER_ASN1_DN, new byte[] {0x30}));
    assertEquals("identity of type 99 x", text(99, ascii("x")));
    assertTrue(text(Identification.FQDN, ascii("x".repeat(500))).length() < 120);
  }

  private static String text(int type, byte[] data) {
    return Identities.text(new Identification(true, type, data));
  }

  private static byte[] ascii(String s) {
    return s.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void rekeyingBeginsInTimeForEveryLifetime() {
    SeededRandom random = new SeededRandom(3);
    for (int seconds : new int[] {1, 60, 300, 3600, 86400}) {
      for (int i = 0; i < 200; i++) {
        Lifetimes.Plan first = Lifetimes.plan(Duration.ofSeconds(seconds), true, random);
        Lifetimes.Plan second = Lifetimes.plan(Duration.ofSeconds(seconds), false, random);
        assertEquals(Duration.ofSeconds(seconds).toNanos(), first.expireAfter());
        assertTrue(first.rekeyAfter() > first.expireAfter() * 2 / 3 - 1, "too early");
        assertTrue(first.rekeyAfter() <= second.expireAfter() * 5 / 6 || seconds > 3600);
        assertTrue(second.rekeyAfter() < second.expireAfter());
      }
    }
    Lifetimes.Plan minute = Lifetimes.plan(Duration.ofMinutes(1), false, random);
    assertTrue(minute.expireAfter() - minute.rekeyAfter() >= Duration.ofSeconds(10).toNanos());
  }
}
