package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.ike.internal.message.Proposal;

/** A site that asks what it should not. The hub says why it refuses, and both agree afterwards. */
class TamperedRequestTest extends Tampering {
  /** Changes the site's next request of one kind. */
  private void tamper(ExchangeType type, UnaryOperator<List<Payload>> change) {
    world.outward = tampering(Configs.SITE, type, false, 1, change);
  }

  // IKE_AUTH

  @Test
  void aPeerThatWantsEapIsRefusedWithTheReason() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_AUTH, without(Payload.Auth.class));
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals("EAP", hub.failures().getFirst().remote());
    assertEquals("pre-shared key", hub.failures().getFirst().local());
    recovers("EAP once");
  }

  @Test
  void anAuthRequestThatIsMalformedIsRefused() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_AUTH, without(Payload.Identification.class));
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals("INVALID_SYNTAX", site.failures().getFirst().remote());
    recovers("malformed once");
  }

  @Test
  void theFirstChildMayBeMissingOrMalformed() {
    world.configure(hub, Configs.hub());
    tamper(ExchangeType.IKE_AUTH, without(Payload.Selectors.class));
    world.configure(site, Configs.site());
    world.run(Duration.ofMillis(100));
    assertEquals(1, hub.established());
    recovers("without selectors once");
    world.command(site, new IkeCommand.Terminate(Configs.ID));
    world.run(Duration.ofSeconds(1));
    tamper(ExchangeType.IKE_AUTH, without(Payload.Sa.class));
    world.command(site, new IkeCommand.Initiate(Configs.ID));
    world.run(Duration.ofMillis(100));
    assertEquals(1, hub.established());
    recovers("childless once");
  }

  // CREATE_CHILD_SA

  @Test
  void rekeyOfAPairThatThePeerDoesNotHave() {
    up();
    Payload unknown =
        new Payload.Notify(Proposal.ESP, new byte[] {1, 2, 3, 4}, NotifyType.REKEY_SA, new byte[0]);
    tamper(ExchangeType.CREATE_CHILD_SA, swap(unknown));
    world.command(site, REKEY_CHILD);
    world.run(Duration.ofSeconds(2));
    assertEquals(1, tampered);
    assertEquals(1, site.outbound.size());
    // The hub learns that its old pair is gone when it rekeys that.
    world.run(Duration.ofHours(2));
    Agreement.holds(world.now(), hub, site, 1, "hours later");
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
    tamper(ExchangeType.CREATE_CHILD_SA, swap(new Payload.Sa(List.of(alone))));
    world.command(site, REKEY_IKE);
    world.run(Duration.ofSeconds(2));
    Agreement.holds(world.now(), hub, site, 1, "INVALID_KE_PAYLOAD for the IKE SA");
    assertEquals(modp, site.status(world.now()).ike().orElseThrow().suite().keyExchange());
  }
}
