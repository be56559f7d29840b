package org.vpnhub.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Secret;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PrfAlgorithm;
import org.vpnhub.testkit.SeededRandom;

/** The public face, as its users meet it: this is also the shortest example of its use. */
class IkeEndpointTest {
  private static final Ipv4Address HUB = Ipv4Address.parse("203.0.113.1");
  private static final Ipv4Address SITE = Ipv4Address.parse("203.0.113.11");
  private static final ConnectionId ID = new ConnectionId("vco-1");
  private static final IkeProposal SUITE =
      new IkeProposal(
          EncryptionAlgorithm.AES_CBC_128,
          IntegrityAlgorithm.HMAC_SHA2_256_128,
          PrfAlgorithm.HMAC_SHA2_256,
          KeyExchangeMethod.MODP_2048);
  private static final EspProposal ESP =
      new EspProposal(
          EncryptionAlgorithm.AES_CBC_128,
          IntegrityAlgorithm.HMAC_SHA2_256_128,
          KeyExchangeMethod.MODP_2048,
          false);

  private static ConnectionConfig connection(Ipv4Address local, Ipv4Address remote, boolean init) {
    List<TrafficSelector> any = List.of(TrafficSelector.ANY);
    return new ConnectionConfig(
        ID,
        local,
        remote,
        new IkeIdentity.Address(local),
        new IkeIdentity.Address(remote),
        Secret.ofText("a key of some length"),
        List.of(SUITE),
        Duration.ofHours(8),
        List.of(new ChildConfig("any", any, any, List.of(ESP), Duration.ofHours(1))),
        init,
        Optional.of(Duration.ofSeconds(30)),
        true,
        false);
  }

  @Test
  void twoEndpointsAgree() {
    IkeEndpoint hub = new IkeEndpoint(IkeEndpointConfig.DEFAULTS, new SeededRandom(1));
    IkeEndpoint site = new IkeEndpoint(IkeEndpointConfig.DEFAULTS, new SeededRandom(2));
    assertEquals(Long.MAX_VALUE, hub.nextDeadline());
    Deque<IkeDatagram> wire = new ArrayDeque<>();
    collect(hub.configure(0, connection(HUB, SITE, false)), wire);
    collect(site.configure(0, connection(SITE, HUB, true)), wire);
    while (!wire.isEmpty()) {
      IkeDatagram d = wire.remove();
      IkeDatagram seen =
          new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), d.message());
      collect((d.remote().equals(HUB) ? hub : site).receive(1, seen), wire);
    }
    ConnectionStatus atHub = hub.status(5).getFirst();
    ConnectionStatus atSite = site.status(5).getFirst();
    assertEquals("ipsec_sa_established", atHub.state().wire());
    assertEquals("ipsec_sa_established", atSite.state().wire());
    assertEquals("established", atHub.phase());
    assertEquals(SUITE, atHub.ike().orElseThrow().suite());
    assertEquals("AES_CBC_128/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048", SUITE.toString());
    assertEquals("AES_CBC_128/HMAC_SHA2_256_128/MODP_2048", atHub.children().getFirst().suite());
    assertTrue(hub.nextDeadline() < Duration.ofHours(1).toNanos());
    assertEquals(List.of(), hub.advance(2));
    List<IkeAction> goodbye = site.command(3, new IkeCommand.Close());
    assertTrue(goodbye.stream().anyMatch(IkeAction.RemoveInbound.class::isInstance));
    assertTrue(!hub.remove(3, ID).isEmpty());
  }

  private static void collect(List<IkeAction> actions, Deque<IkeDatagram> wire) {
    for (IkeAction a : actions) {
      if (a instanceof IkeAction.Send(IkeDatagram d)) wire.add(d);
    }
  }

  @Test
  void configurationsThatCannotBe() {
    ConnectionConfig c = connection(HUB, SITE, false);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new IkeProposal(
                EncryptionAlgorithm.AES_GCM_16_128,
                IntegrityAlgorithm.HMAC_SHA2_256_128,
                PrfAlgorithm.HMAC_SHA2_256,
                KeyExchangeMethod.ECP_256));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new IkeProposal(
                EncryptionAlgorithm.AES_GCM_16_128,
                IntegrityAlgorithm.NONE,
                PrfAlgorithm.HMAC_SHA2_256,
                KeyExchangeMethod.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new EspProposal(
                EncryptionAlgorithm.AES_CBC_128,
                IntegrityAlgorithm.NONE,
                KeyExchangeMethod.NONE,
                false));
    List<TrafficSelector> any = List.of(TrafficSelector.ANY);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChildConfig("x", List.of(), any, List.of(ESP), Duration.ofHours(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChildConfig("x", any, any, List.of(ESP), Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> changed(c, List.of(), c.lifetime(), true, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> changed(c, c.proposals(), Duration.ZERO, true, false));
    assertThrows(
        IllegalArgumentException.class, () -> changed(c, c.proposals(), c.lifetime(), false, true));
  }

  private static ConnectionConfig changed(
      ConnectionConfig c,
      List<IkeProposal> proposals,
      Duration lifetime,
      boolean natTraversal,
      boolean forced) {
    return new ConnectionConfig(
        c.id(),
        c.localAddress(),
        c.remoteAddress(),
        c.localId(),
        c.remoteId(),
        c.psk(),
        proposals,
        lifetime,
        c.children(),
        c.initiate(),
        c.dpdInterval(),
        natTraversal,
        forced);
  }

  @Test
  void textsForPeople() {
    assertEquals("fqdn", new IkeIdentity.Fqdn("fqdn").toString());
    assertEquals("a@b", new IkeIdentity.Email("a@b").toString());
    assertEquals("203.0.113.1", new IkeIdentity.Address(HUB).toString());
    assertEquals("PskMismatch", FailureReason.PSK_MISMATCH.toString());
    String text = connection(HUB, SITE, false).toString();
    assertTrue(!text.contains("a key of"), text);
  }
}
