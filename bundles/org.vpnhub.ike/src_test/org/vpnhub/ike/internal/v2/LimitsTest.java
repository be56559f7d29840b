package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.ike.internal.message.ExchangeType;
import org.vpnhub.ike.internal.message.Header;
import org.vpnhub.ike.internal.message.Message;
import org.vpnhub.ike.internal.message.NotifyType;
import org.vpnhub.ike.internal.message.Payload;
import org.vpnhub.testkit.LossyNetwork.Weather;
import org.vpnhub.testkit.SeededRandom;

/** What a peer or a stranger can make this end do, remember and send. */
class LimitsTest {
  private final World world = new World(8, Weather.FAIR);
  private final Node hub = world.add(Configs.HUB, "hub");

  private byte[] init(long spi, Optional<byte[]> cookie) {
    byte[] ke = Configs.GCM.keyExchange().start(new SeededRandom(9)).publicValue();
    List<Payload> payloads = new ArrayList<>();
    cookie.ifPresent(c -> payloads.add(new Payload.Notify(NotifyType.COOKIE, c)));
    payloads.add(new Payload.Sa(Negotiation.offerIke(List.of(Configs.GCM), new byte[0])));
    payloads.add(new Payload.KeyExchange(Configs.GCM.keyExchange().transformId(), ke));
    payloads.add(new Payload.Nonce(new byte[32]));
    Header h = Header.of(spi, 0, ExchangeType.IKE_SA_INIT, true, false, 0);
    return new Message(h, payloads).encode();
  }

  private List<byte[]> answers(byte[] message, Ipv4Address from) {
    int before = hub.log.size();
    hub.receive(world.now(), new IkeDatagram(Configs.HUB, 500, from, 500, message));
    return hub.log.subList(before, hub.log.size()).stream()
        .filter(IkeAction.Send.class::isInstance)
        .map(a -> ((IkeAction.Send) a).datagram().message())
        .toList();
  }

  private static Optional<byte[]> cookie(byte[] answer) throws Exception {
    return Message.notify(Message.decode(answer).payloads(), NotifyType.COOKIE)
        .map(Payload.Notify::data);
  }

  @Test
  void cookiesAreAskedForUnderLoadAndHonoured() throws Exception {
    world.configure(hub, Configs.hub());
    int asked = 0;
    for (int i = 1; i <= 10_000; i++) {
      List<byte[]> answer = answers(init(i, Optional.empty()), Configs.SITE);
      assertTrue(answer.size() <= 1);
      if (!answer.isEmpty() && cookie(answer.getFirst()).isPresent()) asked++;
    }
    assertTrue(asked > 9_900, "only " + asked);
    assertTrue(hub.engine.sas().size() <= 4, "half-open: " + hub.engine.sas().size());
    byte[] cookie =
        cookie(answers(init(77_777, Optional.empty()), Configs.SITE).getFirst()).orElseThrow();
    byte[] right = answers(init(77_777, Optional.of(cookie)), Configs.SITE).getFirst();
    assertTrue(Message.first(Message.decode(right).payloads(), Payload.Sa.class).isPresent());
    byte[] otherSpi = answers(init(88_888, Optional.of(cookie)), Configs.SITE).getFirst();
    assertTrue(cookie(otherSpi).isPresent(), "a cookie of another SPI");
    world.run(Duration.ofSeconds(61));
    hub.advance(world.now());
    assertEquals(0, hub.engine.sas().size(), "half-open SAs end");
  }

  @Test
  void cookieSecretChangesAndTheLastOneCounts() {
    Cookies cookies = new Cookies(new SeededRandom(1), 0);
    byte[] nonce = new byte[16];
    byte[] early = cookies.make(0, nonce, Configs.SITE, 5);
    long minute = Duration.ofMinutes(1).toNanos();
    assertTrue(cookies.fits(minute - 1, early, nonce, Configs.SITE, 5));
    assertTrue(cookies.fits(minute + 1, early, nonce, Configs.SITE, 5));
    assertTrue(!cookies.fits(minute + 1, early, nonce, Configs.HUB, 5));
    assertTrue(!cookies.fits(minute + 1, early, nonce, Configs.SITE, 6));
    assertTrue(!cookies.fits(minute + 1, early, new byte[17], Configs.SITE, 5));
    assertTrue(!cookies.fits(3 * minute, early, nonce, Configs.SITE, 5));
  }

  @Test
  void halfOpenSasAreBoundedEvenWithCookies() throws Exception {
    world.configure(hub, Configs.hub());
    for (int i = 1; i <= 200; i++) {
      byte[] first = answers(init(i, Optional.empty()), Configs.SITE).getFirst();
      Optional<byte[]> cookie = cookie(first);
      if (cookie.isPresent()) answers(init(i, cookie), Configs.SITE);
    }
    assertTrue(hub.engine.sas().size() <= IkeEndpointConfig.DEFAULTS.maxHalfOpenPerPeer());
  }

  @Test
  void noMoreThanTheLimitOfAllPeersTogether() {
    Node small = world.add(Configs.HUB, "small", new Engine(limits(2, 64), new SeededRandom(3)));
    small.configure(world.now(), Configs.hub());
    int answers = 0;
    for (int i = 1; i <= 10; i++) {
      int before = small.log.size();
      small.receive(
          world.now(),
          new IkeDatagram(Configs.HUB, 500, Configs.SITE, 500, init(i, Optional.empty())));
      answers += small.log.size() > before ? 1 : 0;
    }
    assertEquals(2, answers);
    assertEquals(2, small.engine.sas().size());
    small.command(world.now(), new IkeCommand.Close());
    assertEquals(0, small.engine.sas().size());
    small.receive(
        world.now(),
        new IkeDatagram(Configs.HUB, 500, Configs.SITE, 500, init(99, Optional.empty())));
    assertEquals(0, small.engine.sas().size());
  }

  private static IkeEndpointConfig limits(int maxHalfOpen, int cookieThreshold) {
    IkeEndpointConfig d = IkeEndpointConfig.DEFAULTS;
    return new IkeEndpointConfig(
        maxHalfOpen,
        d.maxHalfOpenPerPeer(),
        cookieThreshold,
        d.halfOpenTimeout(),
        d.retransmitFirst(),
        d.retransmitCap(),
        d.retransmitTries(),
        d.setupRetransmitCap(),
        d.setupTries(),
        d.retryFirst(),
        d.retryCap(),
        d.inboundLinger(),
        d.natKeepalive(),
        d.maxChildrenPerIkeSa());
  }

  @Test
  void anInitiatorReturnsTheCookie() {
    IkeEndpointConfig wary = limits(4096, 0);
    World wariness = new World(9, Weather.FAIR);
    Node atHub = wariness.add(Configs.HUB, "hub", new Engine(wary, new SeededRandom(3)));
    Node atSite = wariness.add(Configs.SITE, "site");
    wariness.configure(atHub, Configs.hub());
    wariness.configure(atSite, Configs.site());
    wariness.run(Duration.ofSeconds(2));
    Agreement.holds(wariness.now(), atHub, atSite, 1, "with a cookie");
    assertEquals(3, Agreement.sends(atSite));
  }

  @Test
  void strangersAreToldNothing() {
    world.configure(hub, Configs.hub());
    Ipv4Address stranger = Ipv4Address.parse("198.51.100.7");
    for (int i = 1; i < 1000; i++) {
      assertEquals(List.of(), answers(init(i, Optional.empty()), stranger));
      assertEquals(List.of(), answers(protectedFor(i), stranger));
    }
    assertEquals(1, hub.events.stream().filter(IkeEvent.UnknownPeer.class::isInstance).count());
    assertEquals(0, hub.engine.sas().size());
  }

  private static byte[] protectedFor(long spi) {
    Header h = Header.of(spi, spi + 1, ExchangeType.INFORMATIONAL, true, false, 3);
    return new Message(h, List.of(new Payload.Encrypted(0, new byte[40]))).encode();
  }

  @Test
  void unknownSpiOfAPeerIsAnsweredOnceASecond() throws Exception {
    world.configure(hub, Configs.hub());
    assertEquals(1, answers(protectedFor(5), Configs.SITE).size());
    assertEquals(0, answers(protectedFor(6), Configs.SITE).size());
    world.run(Duration.ofSeconds(2));
    byte[] answer = answers(protectedFor(7), Configs.SITE).getFirst();
    Message m = Message.decode(answer);
    assertTrue(Message.notify(m.payloads(), NotifyType.INVALID_IKE_SPI).isPresent());
    assertTrue(m.header().isResponse());
  }

  @Test
  void aHigherMajorVersionIsAnsweredInOurs() throws Exception {
    world.configure(hub, Configs.hub());
    byte[] v3 = init(9, Optional.empty());
    v3[17] = 0x30;
    Message answer = Message.decode(answers(v3, Configs.SITE).getFirst());
    assertTrue(Message.notify(answer.payloads(), NotifyType.INVALID_MAJOR_VERSION).isPresent());
  }

  @Test
  void otherGroupIsAskedForAndTaken() {
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.with(Configs.hub(), c -> c.proposals = List.of(Configs.CBC)));
    world.configure(
        site, Configs.with(Configs.site(), c -> c.proposals = List.of(Configs.GCM, Configs.CBC)));
    world.run(Duration.ofSeconds(2));
    Agreement.holds(world.now(), hub, site, 1, "second group");
    assertEquals(3, Agreement.sends(site));
    assertEquals(Configs.CBC, site.status(world.now()).ike().orElseThrow().suite());
    world.command(hub, new IkeCommand.RekeyIke(Configs.ID));
    world.run(Duration.ofSeconds(2));
    Agreement.holds(world.now(), hub, site, 1, "second group rekeyed");
  }

  @Test
  void anUnknownConnectionIsIgnored() {
    world.configure(hub, Configs.hub());
    var other = new org.vpnhub.base.ConnectionId("no such");
    world.command(hub, new IkeCommand.Initiate(other));
    world.command(hub, new IkeCommand.RekeyIke(other));
    world.command(hub, new IkeCommand.PeerActive(other));
    world.command(hub, new IkeCommand.Confirmed(other, 5));
    assertEquals(List.of(), hub.engine.remove(world.now(), other));
    assertEquals(List.of(), hub.log);
  }

  @Test
  void equalConfigurationTouchesNothingAndAnotherBeginsAnew() {
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    int before = site.log.size();
    world.configure(site, Configs.site());
    assertEquals(before, site.log.size());
    world.configure(site, Configs.with(Configs.site(), c -> c.lifetime = Duration.ofHours(2)));
    world.run(Duration.ofSeconds(30));
    Agreement.holds(world.now(), hub, site, 1, "configured anew");
    site.apply(site.engine.remove(world.now(), Configs.ID));
    world.wake(site);
    world.run(Duration.ofSeconds(60));
    Agreement.nothing(hub, site, "removed");
    assertEquals(List.of(), site.engine.status(world.now()));
  }

  @Test
  void closeSaysGoodbyeAndAnswersNobodyNew() {
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    world.command(hub, new IkeCommand.Close());
    world.run(Duration.ofSeconds(30));
    Agreement.nothing(hub, site, "closed");
    assertEquals(0, hub.engine.sas().size());
  }
}
