package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PrfAlgorithm;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeFailure;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.testkit.LossyNetwork.Weather;

/** What each end tells for each mismatch: the table of domain/behaviours.md, part D. */
class FailureTest {
  private final World world = new World(3, Weather.FAIR);
  private final Node hub = world.add(Configs.HUB, "hub");
  private final Node site = world.add(Configs.SITE, "site");

  private void start(Consumer<Configs.Draft> siteChange) {
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.with(Configs.site(), siteChange));
    world.run(Duration.ofSeconds(2));
  }

  private void expect(
      IkeFailure failure, FailureReason reason, int phase, String local, String remote) {
    assertEquals(reason, failure.reason(), failure.text());
    assertEquals(phase, failure.phase(), failure.text());
    assertEquals(local, failure.local());
    assertEquals(remote, failure.remote());
  }

  private static IkeProposal ike(
      EncryptionAlgorithm e, IntegrityAlgorithm i, PrfAlgorithm p, KeyExchangeMethod k) {
    return new IkeProposal(e, i, p, k);
  }

  @Test
  void presharedKeyDiffers() {
    start(c -> c.psk = Secret.ofText("quite another key"));
    expect(
        hub.failures().getFirst(),
        FailureReason.PSK_MISMATCH,
        1,
        "the configured key",
        "a different key");
    IkeFailure atSite = site.failures().getFirst();
    assertEquals(FailureReason.NEGOTIATION_FAILED, atSite.reason());
    assertEquals("AUTHENTICATION_FAILED", atSite.remote());
    assertEquals(TunnelState.IKE_SA_NOT_ESTABLISHED, hub.status(world.now()).state());
    String everything = hub.log.toString() + site.log + hub.engine.status(world.now());
    assertFalse(everything.contains("psk-of-a"), "a key in the log");
    assertFalse(everything.contains("quite another"), "a key in the log");
  }

  @Test
  void ikeEncryptionDiffers() {
    start(
        c ->
            c.proposals =
                List.of(
                    ike(
                        EncryptionAlgorithm.AES_GCM_16_256,
                        IntegrityAlgorithm.NONE,
                        PrfAlgorithm.HMAC_SHA2_256,
                        KeyExchangeMethod.CURVE_25519)));
    expect(
        hub.failures().getFirst(),
        FailureReason.ENCRYPTION_ALGORITHM_MISMATCH,
        1,
        "AES_GCM_16_128",
        "AES_GCM_16_256");
    IkeFailure atSite = site.failures().getFirst();
    assertEquals(FailureReason.PROPOSAL_MISMATCH, atSite.reason());
    assertEquals("AES_GCM_16_256/PRF_HMAC_SHA2_256/CURVE_25519", atSite.local());
    assertEquals("NO_PROPOSAL_CHOSEN", atSite.remote());
    assertEquals(
        "AES_GCM_16_256/PRF_HMAC_SHA2_256/CURVE_25519",
        hub.status(world.now()).lastOffer().orElseThrow());
  }

  @Test
  void ikePrfDiffers() {
    start(
        c ->
            c.proposals =
                List.of(
                    ike(
                        EncryptionAlgorithm.AES_GCM_16_128,
                        IntegrityAlgorithm.NONE,
                        PrfAlgorithm.HMAC_SHA2_512,
                        KeyExchangeMethod.CURVE_25519)));
    expect(
        hub.failures().getFirst(),
        FailureReason.AUTHENTICATION_ALGORITHM_MISMATCH,
        1,
        "PRF_HMAC_SHA2_256",
        "PRF_HMAC_SHA2_512");
  }

  @Test
  void groupDiffers() {
    start(
        c ->
            c.proposals =
                List.of(
                    ike(
                        EncryptionAlgorithm.AES_GCM_16_128,
                        IntegrityAlgorithm.NONE,
                        PrfAlgorithm.HMAC_SHA2_256,
                        KeyExchangeMethod.MODP_2048)));
    expect(
        hub.failures().getFirst(), FailureReason.DH_GROUP_MISMATCH, 1, "CURVE_25519", "MODP_2048");
  }

  @Test
  void espEncryptionDiffers() {
    start(
        c ->
            c.children =
                List.of(
                    Configs.child(
                        "net",
                        "10.1.0.0/24",
                        "0.0.0.0/0",
                        new EspProposal(
                            EncryptionAlgorithm.AES_CBC_256,
                            IntegrityAlgorithm.HMAC_SHA2_256_128,
                            KeyExchangeMethod.NONE,
                            false))));
    expect(
        hub.failures().getFirst(),
        FailureReason.ENCRYPTION_ALGORITHM_MISMATCH,
        2,
        "AES_GCM_16_128",
        "AES_CBC_256");
    assertEquals(TunnelState.IPSEC_SA_NOT_ESTABLISHED, site.status(world.now()).state());
    assertEquals(FailureReason.PROPOSAL_MISMATCH, site.failures().getFirst().reason());
  }

  @Test
  void pfsDiffersShowsAtTheRekey() {
    start(
        c ->
            c.children =
                List.of(
                    Configs.child(
                        "net",
                        "10.1.0.0/24",
                        "0.0.0.0/0",
                        new EspProposal(
                            Configs.ESP.encryption(),
                            Configs.ESP.integrity(),
                            KeyExchangeMethod.ECP_256,
                            false))));
    Agreement.holds(world.now(), hub, site, 1, "comes up all the same");
    world.command(site, new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty()));
    world.run(Duration.ofSeconds(2));
    expect(hub.failures().getFirst(), FailureReason.PFS_MISMATCH, 2, "NONE", "ECP_256");
    expect(
        site.failures().getFirst(),
        FailureReason.PFS_MISMATCH,
        2,
        "AES_GCM_16_128/ECP_256",
        "NO_PROPOSAL_CHOSEN");
    Agreement.holds(world.now(), hub, site, 1, "the old pair goes on");
  }

  @Test
  void selectorsDiffer() {
    start(c -> c.children = List.of(Configs.child("net", "10.9.0.0/24", "0.0.0.0/0", Configs.ESP)));
    expect(
        hub.failures().getFirst(),
        FailureReason.TRAFFIC_SELECTOR_MISMATCH,
        2,
        "0.0.0.0/0 === 10.1.0.0/24",
        "0.0.0.0/0 === 10.9.0.0/24");
    expect(
        site.failures().getFirst(),
        FailureReason.TRAFFIC_SELECTOR_MISMATCH,
        2,
        "10.9.0.0/24 === 0.0.0.0/0",
        "TS_UNACCEPTABLE");
    assertEquals(TunnelState.IPSEC_SA_NOT_ESTABLISHED, hub.status(world.now()).state());
  }

  @Test
  void siteSendsAnotherIdentity() {
    start(c -> c.localId = new IkeIdentity.Email("a@test"));
    expect(
        hub.failures().getFirst(),
        FailureReason.PEER_ID_MISMATCH,
        1,
        "FQDN a.test",
        "email a@test");
  }

  @Test
  void siteExpectsAnotherHub() {
    start(c -> c.remoteId = new IkeIdentity.Address(Configs.HUB));
    expect(
        hub.failures().getFirst(),
        FailureReason.PEER_ID_MISMATCH,
        1,
        "FQDN hub.test",
        "address 203.0.113.1");
  }

  @Test
  void ikeVersionOne() {
    world.configure(hub, Configs.hub());
    byte[] v1 = new byte[28];
    v1[0] = 1;
    v1[17] = 0x10;
    v1[18] = 2;
    v1[27] = 28;
    for (int i = 0; i < 5; i++) {
      hub.receive(world.now(), new IkeDatagram(Configs.HUB, 500, Configs.SITE, 500, v1));
    }
    expect(hub.failures().getFirst(), FailureReason.IKE_VERSION_MISMATCH, 1, "IKEv2", "IKEv1");
    assertEquals(1, hub.failures().size(), "told once");
    assertEquals(0, Agreement.sends(hub));
  }

  @Test
  void noAnswer() {
    world.nodes.remove(Configs.HUB);
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(30));
    assertEquals(FailureReason.NO_RESPONSE, site.failures().getFirst().reason());
    assertEquals("IKE_SA_INIT to 203.0.113.1", site.failures().getFirst().local());
  }

  @Test
  void deletedByThePeer() {
    start(c -> {});
    world.command(hub, new IkeCommand.Terminate(Configs.ID));
    world.run(Duration.ofMillis(50));
    assertEquals(FailureReason.RECEIVE_DELETE_NOTIFY, site.lastFailure().reason());
    world.run(Duration.ofSeconds(5));
    Agreement.holds(world.now(), hub, site, 1, "the site comes again");
  }

  @Test
  void severalConnectionsOfOneAddressAreToldApartByIdentity() {
    ConnectionConfig second =
        Configs.with(
            Configs.hub(),
            c -> {
              c.id = new org.vpnhub.base.ConnectionId("vco-b");
              c.remoteId = new IkeIdentity.Fqdn("b.test");
              c.psk = Secret.ofText("psk-of-b");
              c.children = List.of(Configs.child("net", "0.0.0.0/0", "10.2.0.0/24", Configs.ESP));
            });
    world.configure(hub, second);
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.with(Configs.mirror(second), c -> c.initiate = true));
    world.run(Duration.ofSeconds(3));
    assertEquals(List.of(), hub.failures());
    assertEquals(TunnelState.IPSEC_SA_ESTABLISHED, hub.status(world.now(), second.id()).state());
    assertEquals(TunnelState.IKE_SA_NOT_ESTABLISHED, hub.status(world.now(), Configs.ID).state());
    assertTrue(hub.outbound.getFirst().sa().remote().equals(Configs.ts("10.2.0.0/24")));
  }

  @Test
  void suiteOfAnotherConnectionOfTheSameAddressIsRefused() {
    ConnectionConfig second =
        Configs.with(
            Configs.hub(),
            c -> {
              c.id = new org.vpnhub.base.ConnectionId("vco-b");
              c.remoteId = new IkeIdentity.Fqdn("b.test");
              c.proposals = List.of(Configs.CBC);
            });
    world.configure(hub, second);
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.with(Configs.site(), c -> c.proposals = List.of(Configs.CBC)));
    world.run(Duration.ofSeconds(1));
    IkeFailure failure = hub.failures().getFirst();
    assertEquals(FailureReason.PROPOSAL_MISMATCH, failure.reason());
    assertEquals("AES_GCM_16_128/PRF_HMAC_SHA2_256/CURVE_25519", failure.local());
    assertEquals(Configs.CBC.toString(), failure.remote());
  }

  @Test
  void retriesGoOnForEverAndSucceedWhenTheKeyIsMended() {
    start(c -> c.psk = Secret.ofText("wrong"));
    world.run(Duration.ofHours(2));
    assertTrue(site.failures().size() > 100, "tries go on");
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(3));
    Agreement.holds(world.now(), hub, site, 1, "mended");
  }
}
