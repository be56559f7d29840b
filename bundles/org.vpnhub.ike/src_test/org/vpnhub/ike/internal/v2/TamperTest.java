package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.IkeReject;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.ike.internal.message.Transform;
import org.vpnhub.testkit.LossyNetwork.Weather;

/**
 * A hub that answers what it should not: what it sends is opened, changed and sealed again with its
 * own keys. The site must end every attempt cleanly, and hold nothing that the hub has not.
 */
class TamperTest {
  private final World world = new World(12, Weather.FAIR);
  private final Node hub = world.add(Configs.HUB, "hub");
  private final Node site = world.add(Configs.SITE, "site");
  private int tampered;
  private long sealings;

  private static final IkeCommand REKEY_CHILD =
      new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty());
  private static final IkeCommand REKEY_IKE = new IkeCommand.RekeyIke(Configs.ID);

  private void up() {
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    Agreement.holds(world.now(), hub, site, 1, "set-up");
  }

  /** Changes the hub's protected messages of one kind, so many times. */
  private void tamper(
      ExchangeType type, boolean response, int times, UnaryOperator<List<Payload>> change) {
    world.outward = tampering(Configs.HUB, type, response, times, change);
  }

  private UnaryOperator<IkeDatagram> tampering(
      Ipv4Address from,
      ExchangeType type,
      boolean response,
      int times,
      UnaryOperator<List<Payload>> change) {
    tampered = 0;
    return d -> {
      byte[] m = d.message();
      boolean meant =
          d.local().equals(from)
              && m[18] == type.number()
              && ((m[19] & Header.RESPONSE) != 0) == response
              && tampered < times;
      if (!meant) return d;
      tampered++;
      byte[] changed = type == ExchangeType.IKE_SA_INIT ? clear(m, change) : sealed(m, change);
      return new IkeDatagram(d.local(), d.localPort(), d.remote(), d.remotePort(), changed);
    };
  }

  private static byte[] clear(byte[] octets, UnaryOperator<List<Payload>> change) {
    try {
      Message m = Message.decode(octets);
      return new Message(m.header(), change.apply(m.payloads())).encode();
    } catch (IkeReject e) {
      throw new AssertionError(e);
    }
  }

  private byte[] sealed(byte[] octets, UnaryOperator<List<Payload>> change) {
    try {
      Message m = Message.decode(octets);
      IkeSa sa =
          hub.engine.sas().stream()
              .filter(s -> s.responderSpi() == m.header().responderSpi())
              .findFirst()
              .orElseThrow();
      Payload.Encrypted sk = m.encrypted().orElseThrow();
      byte[] text = sa.keys().open(m.header().fromInitiator(), octets, sk.body().length);
      List<Payload> payloads = change.apply(Message.decodeChain(sk.firstInner(), text, 0));
      byte[] iv = Spi.octets(Long.MIN_VALUE + sealings++);
      return sa.keys().seal(m.header().fromInitiator(), iv, m.header(), payloads);
    } catch (IkeReject e) {
      throw new AssertionError(e);
    }
  }

  private static UnaryOperator<List<Payload>> only(Payload... payloads) {
    return p -> List.of(payloads);
  }

  private static UnaryOperator<List<Payload>> notify(int type, int... data) {
    byte[] octets = new byte[data.length];
    for (int i = 0; i < data.length; i++) octets[i] = (byte) data[i];
    return only(new Payload.Notify(type, octets));
  }

  /** Puts a payload in the place of the first of its kind. */
  private static UnaryOperator<List<Payload>> swap(Payload with) {
    return payloads -> {
      List<Payload> changed = new ArrayList<>(payloads);
      changed.replaceAll(p -> p.typeNumber() == with.typeNumber() ? with : p);
      return changed;
    };
  }

  private static UnaryOperator<List<Payload>> without(Class<? extends Payload> kind) {
    return payloads -> payloads.stream().filter(p -> !kind.isInstance(p)).toList();
  }

  private void recovers(String context) {
    world.outward = d -> d;
    world.run(Duration.ofSeconds(45));
    Agreement.holds(world.now(), hub, site, 1, context);
  }

  // IKE_SA_INIT

  static Stream<UnaryOperator<List<Payload>>> nonsense() {
    return Stream.of(
        only(),
        notify(NotifyType.COOKIE),
        notify(NotifyType.INVALID_KE_PAYLOAD, 1),
        without(Payload.KeyExchange.class),
        without(Payload.Nonce.class),
        swap(new Payload.Sa(Negotiation.offerIke(List.of(Configs.CBC), new byte[0]))),
        swap(new Payload.KeyExchange(19, new byte[64])),
        swap(new Payload.KeyExchange(31, new byte[32])));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void initAnswersThatCannotBeAreWaitedOut(UnaryOperator<List<Payload>> answer) {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_SA_INIT, true, 3, answer);
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    assertEquals(3, tampered);
    assertEquals(0, site.established());
    recovers("after nonsense in IKE_SA_INIT");
  }

  @Test
  void cookiesWithoutEndAreNotFollowed() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_SA_INIT, true, 1000, notify(NotifyType.COOKIE, 1, 2, 3));
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    assertTrue(Agreement.sends(site) < 10, "sends " + Agreement.sends(site));
    recovers("after cookies without end");
  }

  @Test
  void aGroupThatWasNotOfferedIsReported() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_SA_INIT, true, 1, notify(NotifyType.INVALID_KE_PAYLOAD, 0, 2));
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(1));
    assertEquals(FailureReason.DH_GROUP_MISMATCH, site.failures().getFirst().reason());
    assertEquals("MODP_1024", site.failures().getFirst().remote());
    recovers("after another group");
  }

  // IKE_AUTH

  private void auth(UnaryOperator<List<Payload>> change, FailureReason expected) {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_AUTH, true, 1, change);
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals(1, tampered);
    assertEquals(0, site.established());
    assertEquals(0, site.inbound.size());
    assertEquals(expected, site.failures().getFirst().reason());
    world.run(Duration.ofMillis(400));
    assertTrue(hub.established() <= 1);
    recovers("after a false IKE_AUTH");
  }

  @Test
  void hubWithAnotherKey() {
    auth(swap(new Payload.Auth(2, new byte[32])), FailureReason.PSK_MISMATCH);
  }

  @Test
  void hubWithAnotherMethod() {
    auth(swap(new Payload.Auth(1, new byte[32])), FailureReason.PSK_MISMATCH);
  }

  @Test
  void hubWithoutIdentity() {
    auth(without(Payload.Identification.class), FailureReason.NEGOTIATION_FAILED);
  }

  @Test
  void hubWithEmptyAnswer() {
    auth(only(), FailureReason.NEGOTIATION_FAILED);
  }

  @Test
  void hubWithIllegalAnswer() {
    auth(only(new Payload.Nonce(new byte[16])), FailureReason.NEGOTIATION_FAILED);
  }

  @Test
  void hubWithAnotherIdentity() {
    // The hub believes in another name of its own, and proves it soundly.
    world.configure(
        hub, Configs.with(Configs.hub(), c -> c.localId = new IkeIdentity.Fqdn("other.test")));
    world.configure(site, Configs.site());
    world.outward =
        d -> {
          byte[] m = d.message();
          boolean request = d.local().equals(Configs.SITE) && m[18] == 35;
          if (!request) return d;
          byte[] changed = withoutIdr(m);
          return new IkeDatagram(d.local(), d.localPort(), d.remote(), d.remotePort(), changed);
        };
    world.run(Duration.ofSeconds(1));
    assertEquals(FailureReason.PEER_ID_MISMATCH, site.failures().getFirst().reason());
    assertEquals("FQDN other.test", site.failures().getFirst().remote());
    assertEquals(0, site.established());
    world.run(Duration.ofMillis(100));
    assertTrue(hub.failures().stream().anyMatch(f -> f.text().contains("refuses")));
  }

  private byte[] withoutIdr(byte[] octets) {
    return sealed(
        octets,
        payloads ->
            payloads.stream()
                .filter(p -> !(p instanceof Payload.Identification i) || i.ofInitiator())
                .toList());
  }

  @Test
  void firstChildThatWasNotAskedFor() {
    world.configure(hub, Configs.hub());
    tamper(
        ExchangeType.IKE_AUTH,
        true,
        1,
        swap(Selectors.payload(false, Configs.ts("0.0.0.0/0", "10.0.0.0/8"))));
    world.configure(
        site,
        Configs.with(
            Configs.site(),
            c ->
                c.children =
                    List.of(Configs.child("net", "10.1.0.0/24", "10.0.0.0/8", Configs.ESP))));
    world.run(Duration.ofMillis(100));
    assertEquals(1, site.established());
    assertEquals(0, site.inbound.size());
    assertEquals(FailureReason.NEGOTIATION_FAILED, site.failures().getFirst().reason());
    assertEquals(TunnelState.IPSEC_SA_NOT_ESTABLISHED, site.status(world.now()).state());
    recovers("the child is made by CREATE_CHILD_SA");
  }

  @Test
  void firstChildWithoutAnswer() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_AUTH, true, 1, payloads -> payloads.subList(0, 2));
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(1));
    assertEquals(1, site.established());
    assertEquals(1, site.outbound.size());
  }

  // CREATE_CHILD_SA

  private void rekey(IkeCommand command, int times, UnaryOperator<List<Payload>> change) {
    up();
    tamper(ExchangeType.CREATE_CHILD_SA, true, times, change);
    world.command(site, command);
    world.run(Duration.ofSeconds(2));
    assertTrue(tampered > 0);
  }

  @Test
  void rekeyAnsweredWithWrongSelectors() {
    rekey(REKEY_CHILD, 1, swap(Selectors.payload(true, Configs.ts("10.0.0.0/8"))));
    world.run(Duration.ofSeconds(6));
    Agreement.holds(world.now(), hub, site, 1, "the old pair goes on");
    recovers("wrong selectors");
  }

  @Test
  void rekeyAnsweredWithWrongSuite() {
    Transform other = new Transform(Transform.ENCR, 12, 256);
    Proposal p = new Proposal(1, Proposal.ESP, new byte[] {1, 1, 1, 1}, List.of(other));
    rekey(REKEY_CHILD, 1, swap(new Payload.Sa(List.of(p))));
    recovers("wrong suite");
  }

  @Test
  void rekeyAnsweredWithNothing() {
    rekey(REKEY_CHILD, 1, only());
    // RFC 7296 §2.21.3: that peer is broken; everything begins anew.
    recovers("empty answer");
  }

  @Test
  void rekeyAnsweredWithIllegalPayload() {
    rekey(REKEY_CHILD, 1, only(new Payload.Delete(Proposal.IKE, List.of())));
    assertTrue(site.failures().getFirst().text().contains("broke the protocol"));
    recovers("illegal answer");
  }

  @Test
  void rekeyOfAPairThatThePeerDoesNotHave() {
    up();
    Payload unknown =
        new Payload.Notify(Proposal.ESP, new byte[] {1, 2, 3, 4}, NotifyType.REKEY_SA, new byte[0]);
    world.outward = tampering(Configs.SITE, ExchangeType.CREATE_CHILD_SA, false, 1, swap(unknown));
    world.command(site, REKEY_CHILD);
    world.run(Duration.ofSeconds(2));
    assertEquals(1, tampered);
    assertEquals(1, site.outbound.size());
    // The hub learns that its old pair is gone when it rekeys that.
    world.run(Duration.ofHours(2));
    Agreement.holds(world.now(), hub, site, 1, "hours later");
  }

  /** The hub refuses, and its refusal reaches the site as TEMPORARY_FAILURE. */
  private void busy(IkeCommand command, int times) {
    up();
    Payload foreign =
        command == REKEY_IKE
            ? new Payload.Sa(
                Negotiation.offerIke(List.of(Configs.CBC), new byte[] {1, 1, 1, 1, 1, 1, 1, 1}))
            : Selectors.payload(true, Configs.ts("192.0.2.0/24"));
    var request =
        tampering(Configs.SITE, ExchangeType.CREATE_CHILD_SA, false, 2 * times, swap(foreign));
    var answer =
        tampering(
            Configs.HUB,
            ExchangeType.CREATE_CHILD_SA,
            true,
            2 * times,
            notify(NotifyType.TEMPORARY_FAILURE));
    world.outward = d -> answer.apply(request.apply(d));
    world.command(site, command);
  }

  @Test
  void temporaryFailuresAreWaitedOut() {
    for (IkeCommand command : List.of(REKEY_CHILD, REKEY_IKE)) {
      busy(command, 3);
      world.run(Duration.ofSeconds(4));
      recovers("busy for a while");
      assertEquals(List.of(), site.failures());
    }
  }

  @Test
  void temporaryFailuresWithoutEndEndTheSa() {
    for (IkeCommand command : List.of(REKEY_CHILD, REKEY_IKE)) {
      busy(command, 1000);
      world.run(Duration.ofMinutes(3));
      assertTrue(tampered <= 50, "asked " + tampered / 2 + " times");
      recovers("busy without end");
    }
  }

  @Test
  void ikeRekeyRefused() {
    rekey(REKEY_IKE, 1, notify(NotifyType.NO_PROPOSAL_CHOSEN));
    assertEquals("NO_PROPOSAL_CHOSEN", site.failures().getFirst().remote());
    recovers("IKE rekey refused");
  }

  @Test
  void ikeRekeyAnsweredWithNonsense() {
    List<UnaryOperator<List<Payload>>> answers =
        List.of(
            notify(NotifyType.INVALID_KE_PAYLOAD, 0, 2),
            swap(new Payload.Sa(Negotiation.offerIke(List.of(Configs.CBC), new byte[8]))),
            swap(new Payload.KeyExchange(19, new byte[64])),
            swap(new Payload.Sa(Negotiation.offerIke(List.of(Configs.GCM), new byte[0]))));
    for (UnaryOperator<List<Payload>> answer : answers) {
      rekey(REKEY_IKE, 1, answer);
      recovers("nonsense for an IKE rekey");
    }
  }

  @Test
  void otherGroupsForRekeys() {
    KeyExchangeMethod modp = KeyExchangeMethod.MODP_2048;
    IkeProposal second =
        new IkeProposal(Configs.GCM.encryption(), Configs.GCM.integrity(), Configs.GCM.prf(), modp);
    EspProposal x25519 =
        new EspProposal(
            Configs.ESP.encryption(),
            Configs.ESP.integrity(),
            KeyExchangeMethod.CURVE_25519,
            false);
    EspProposal ecp =
        new EspProposal(
            Configs.ESP.encryption(), Configs.ESP.integrity(), KeyExchangeMethod.ECP_256, false);
    world.configure(
        hub,
        Configs.with(
            Configs.hub(),
            c -> {
              c.proposals = List.of(Configs.GCM, second);
              c.children = List.of(Configs.child("net", "0.0.0.0/0", "10.1.0.0/24", ecp));
            }));
    world.configure(
        site,
        Configs.with(
            Configs.site(),
            c -> {
              c.proposals = List.of(Configs.GCM, second);
              c.children = List.of(Configs.child("net", "10.1.0.0/24", "0.0.0.0/0", x25519, ecp));
            }));
    world.run(Duration.ofSeconds(2));
    // IKE_AUTH carries no group, so the site takes x25519's suite until the rekey.
    world.command(site, REKEY_CHILD);
    world.run(Duration.ofSeconds(8));
    Agreement.holds(world.now(), hub, site, 1, "INVALID_KE_PAYLOAD for the child");
    assertEquals(Optional.empty(), site.status(world.now()).lastFailure());
    byte[] spi = {1, 2, 3, 4, 5, 6, 7, 8};
    Proposal alone =
        new Proposal(
            2,
            Proposal.IKE,
            spi,
            Negotiation.offerIke(List.of(second), spi).getFirst().transforms());
    world.outward =
        tampering(
            Configs.SITE,
            ExchangeType.CREATE_CHILD_SA,
            false,
            1,
            swap(new Payload.Sa(List.of(alone))));
    world.command(site, REKEY_IKE);
    world.run(Duration.ofSeconds(2));
    Agreement.holds(world.now(), hub, site, 1, "INVALID_KE_PAYLOAD for the IKE SA");
    assertEquals(modp, site.status(world.now()).ike().orElseThrow().suite().keyExchange());
  }

  @Test
  void rekeyWithPfsAnsweredWithNonsense() {
    ConnectionConfig atHub =
        Configs.with(
            Configs.hub(),
            c ->
                c.children =
                    List.of(Configs.child("net", "0.0.0.0/0", "10.1.0.0/24", Configs.ESP_PFS)));
    world.configure(hub, atHub);
    world.configure(site, Configs.with(Configs.mirror(atHub), c -> c.initiate = true));
    for (UnaryOperator<List<Payload>> answer :
        List.<UnaryOperator<List<Payload>>>of(
            swap(new Payload.KeyExchange(19, new byte[64])),
            swap(new Payload.KeyExchange(31, new byte[32])))) {
      world.run(Duration.ofSeconds(2));
      tamper(ExchangeType.CREATE_CHILD_SA, true, 1, answer);
      int before = site.failures().size();
      world.command(site, REKEY_CHILD);
      world.run(Duration.ofSeconds(1));
      assertEquals(1, tampered);
      assertTrue(site.failures().size() > before, "nothing told");
      recovers("nonsense for a rekey with PFS");
    }
  }

  @Test
  void aPeerThatWantsEapIsRefusedWithTheReason() {
    world.configure(hub, Configs.hub());
    world.outward =
        tampering(Configs.SITE, ExchangeType.IKE_AUTH, false, 1, without(Payload.Auth.class));
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals("EAP", hub.failures().getFirst().remote());
    assertEquals("pre-shared key", hub.failures().getFirst().local());
    recovers("EAP once");
  }

  @Test
  void anAuthRequestThatIsMalformedIsRefused() {
    world.configure(hub, Configs.hub());
    world.outward =
        tampering(
            Configs.SITE, ExchangeType.IKE_AUTH, false, 1, without(Payload.Identification.class));
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals("INVALID_SYNTAX", site.failures().getFirst().remote());
    recovers("malformed once");
  }

  @Test
  void theFirstChildMayBeMissingOrMalformed() {
    world.configure(hub, Configs.hub());
    world.outward =
        tampering(Configs.SITE, ExchangeType.IKE_AUTH, false, 1, without(Payload.Selectors.class));
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals(1, hub.established());
    recovers("without selectors once");
    world.command(site, new IkeCommand.Terminate(Configs.ID));
    world.run(Duration.ofSeconds(1));
    world.outward =
        tampering(Configs.SITE, ExchangeType.IKE_AUTH, false, 1, without(Payload.Sa.class));
    world.command(site, new IkeCommand.Initiate(Configs.ID));
    world.run(Duration.ofMillis(100));
    assertEquals(1, hub.established());
    recovers("childless once");
  }

  // INFORMATIONAL

  /** For ten seconds no delete reaches anybody, though each is answered. */
  @ParameterizedTest
  @MethodSource("rekeys")
  void whatThePeerForgetsToDeleteGoesInTheEnd(IkeCommand command, boolean both) {
    for (int round = 0; round < 4; round++) {
      up();
      UnaryOperator<List<Payload>> strip = without(Payload.Delete.class);
      var atHub = tampering(Configs.HUB, ExchangeType.INFORMATIONAL, false, 1000, strip);
      var atSite = tampering(Configs.SITE, ExchangeType.INFORMATIONAL, false, 1000, strip);
      world.outward = d -> atHub.apply(atSite.apply(d));
      world.command(site, command);
      if (both) world.command(hub, command);
      world.run(Duration.ofSeconds(10));
      world.outward = d -> d;
      world.command(round % 2 == 0 ? site : hub, REKEY_CHILD);
      world.run(Duration.ofHours(3));
      Agreement.holds(world.now(), hub, site, 1, "round " + round);
    }
  }

  static Stream<Arguments> rekeys() {
    return Stream.of(
        Arguments.of(REKEY_CHILD, false),
        Arguments.of(REKEY_CHILD, true),
        Arguments.of(REKEY_IKE, false),
        Arguments.of(REKEY_IKE, true));
  }

  @Test
  void deletesAreDoneWhateverTheAnswer() {
    up();
    tamper(ExchangeType.INFORMATIONAL, true, 1, only(new Payload.Opaque(201, true, new byte[0])));
    world.command(site, REKEY_CHILD);
    recovers("delete of the old pair");
    tamper(ExchangeType.INFORMATIONAL, true, 1, only(new Payload.Opaque(201, true, new byte[0])));
    world.command(site, new IkeCommand.Terminate(Configs.ID));
    world.run(Duration.ofSeconds(60));
    Agreement.nothing(hub, site, "delete of the IKE SA");
  }

  @Test
  void livenessTakesAnyAnswer() {
    up();
    tamper(ExchangeType.INFORMATIONAL, true, 5, only(new Payload.Opaque(201, true, new byte[0])));
    world.run(Duration.ofSeconds(60));
    assertTrue(tampered > 0);
    Agreement.holds(world.now(), hub, site, 1, "odd answers to DPD");
  }

  @Test
  void replaysAndForgeriesChangeNothing() {
    up();
    for (IkeDatagram d : List.copyOf(world.seen)) {
      byte[] cut = Arrays.copyOf(d.message(), d.message().length - 1);
      byte[] bent = d.message().clone();
      bent[bent.length - 1] ^= 1;
      for (byte[] m : List.of(d.message(), cut, bent)) {
        Node to = d.remote().equals(Configs.HUB) ? hub : site;
        to.receive(
            world.now(), new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), m));
      }
    }
    world.run(Duration.ofSeconds(30));
    Agreement.holds(world.now(), hub, site, 1, "after replays");
    assertEquals(List.of(), hub.failures());
  }
}
