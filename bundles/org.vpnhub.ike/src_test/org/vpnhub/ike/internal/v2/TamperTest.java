package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.ike.internal.message.Transform;

/**
 * A hub that answers what it should not. The site must end every attempt cleanly, and hold nothing
 * that the hub has not.
 */
class TamperTest extends Tampering {
  /** Changes so many of the hub's answers of one kind. */
  private void tamper(ExchangeType type, int times, UnaryOperator<List<Payload>> change) {
    world.outward = tampering(Configs.HUB, type, true, times, change);
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
    tamper(ExchangeType.IKE_SA_INIT, 3, answer);
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    assertEquals(3, tampered);
    assertEquals(0, site.established());
    recovers("after nonsense in IKE_SA_INIT");
  }

  @Test
  void cookiesWithoutEndAreNotFollowed() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_SA_INIT, 1000, notify(NotifyType.COOKIE, 1, 2, 3));
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    assertTrue(Agreement.sends(site) < 10, "sends " + Agreement.sends(site));
    recovers("after cookies without end");
  }

  @Test
  void aGroupThatWasNotOfferedIsReported() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_SA_INIT, 1, notify(NotifyType.INVALID_KE_PAYLOAD, 0, 2));
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(1));
    assertEquals(FailureReason.DH_GROUP_MISMATCH, site.failures().getFirst().reason());
    assertEquals("MODP_1024", site.failures().getFirst().remote());
    recovers("after another group");
  }

  // IKE_AUTH

  private void auth(UnaryOperator<List<Payload>> change, FailureReason expected) {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_AUTH, 1, change);
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
    tamper(ExchangeType.IKE_AUTH, 1, payloads -> payloads.subList(0, 2));
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(1));
    assertEquals(1, site.established());
    assertEquals(1, site.outbound.size());
  }

  // CREATE_CHILD_SA

  private void rekey(IkeCommand command, int times, UnaryOperator<List<Payload>> change) {
    up();
    tamper(ExchangeType.CREATE_CHILD_SA, times, change);
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
      tamper(ExchangeType.CREATE_CHILD_SA, 1, answer);
      int before = site.failures().size();
      world.command(site, REKEY_CHILD);
      world.run(Duration.ofSeconds(1));
      assertEquals(1, tampered);
      assertTrue(site.failures().size() > before, "nothing told");
      recovers("nonsense for a rekey with PFS");
    }
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
    tamper(ExchangeType.INFORMATIONAL, 1, only(new Payload.Opaque(201, true, new byte[0])));
    world.command(site, REKEY_CHILD);
    recovers("delete of the old pair");
    tamper(ExchangeType.INFORMATIONAL, 1, only(new Payload.Opaque(201, true, new byte[0])));
    world.command(site, new IkeCommand.Terminate(Configs.ID));
    world.run(Duration.ofSeconds(60));
    Agreement.nothing(hub, site, "delete of the IKE SA");
  }

  @Test
  void livenessTakesAnyAnswer() {
    up();
    tamper(ExchangeType.INFORMATIONAL, 5, only(new Payload.Opaque(201, true, new byte[0])));
    world.run(Duration.ofSeconds(60));
    assertTrue(tampered > 0);
    Agreement.holds(world.now(), hub, site, 1, "odd answers to DPD");
  }
}
