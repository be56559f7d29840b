package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.ike.TrafficSelector;
import org.vpnhub.testkit.LossyNetwork.Weather;
import org.vpnhub.testkit.SeededRandom;

/** What a peer, or somebody who forges its address, may cost this end. */
class HardeningTest {
  private static final IkeEndpointConfig LIMITS = IkeEndpointConfig.DEFAULTS;
  private final Deque<IkeDatagram> wire = new ArrayDeque<>();
  private final Node hub = new Node("hub", new Engine(LIMITS, new SeededRandom(1)), wire::add);
  private long now;

  /** A fresh end at the site's address that knows nothing of those before it. */
  private Node stranger(int seed, ConnectionConfig config) {
    Engine engine =
        new Engine(LIMITS, new SeededRandom(seed)) {
          @Override
          Connection newConnection(ConnectionConfig wanted) {
            return new Connection(this, wanted) {
              @Override
              boolean claimsInitialContact() {
                return false;
              }
            };
          }
        };
    Node site = new Node("site " + seed, engine, wire::add);
    site.configure(now, config);
    return site;
  }

  /** Carries messages between both ends until none is under way. */
  private void exchange(Node site) {
    while (!wire.isEmpty()) {
      IkeDatagram d = wire.poll();
      IkeDatagram turned =
          new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), d.message());
      (d.remote().equals(Configs.HUB) ? hub : site).receive(now, turned);
    }
  }

  @Test
  void forgedOffersDoNotFloodTheLog() {
    hub.configure(now, Configs.with(Configs.hub(), c -> c.proposals = List.of(Configs.CBC)));
    for (int i = 0; i < 500; i++) {
      exchange(stranger(i + 10, Configs.site()));
      now += Duration.ofMillis(2).toNanos();
    }
    assertTrue(hub.failures().size() <= 2, "told " + hub.failures().size() + " times in a second");
    assertEquals(
        "AES_GCM_16_128", hub.status(now).lastFailure().orElseThrow().remote().split("/")[0]);
  }

  @Test
  void refusedAttemptsTakeNoMoreRoomThanHalfOpenOnes() {
    hub.configure(now, Configs.hub());
    ConnectionConfig wrongKey =
        Configs.with(Configs.site(), c -> c.psk = Secret.ofText("another-key-0123456789"));
    for (int i = 0; i < 100; i++) exchange(stranger(i + 10, wrongKey));
    assertTrue(
        hub.engine.knownSas() <= LIMITS.maxHalfOpenPerPeer(),
        hub.engine.knownSas() + " IKE SAs of one peer that never proved its key");
    // The packet thread may not have sent them yet.
    for (IkeAction action : hub.log) {
      if (action instanceof IkeAction.Send(IkeDatagram d)) {
        assertTrue(Bytes.i64(d.message(), 0) != 0, "a message was wiped that is still to be sent");
      }
    }
  }

  @Test
  void onePeerKeepsFewIkeSas() {
    hub.configure(now, Configs.hub());
    Node last = hub;
    for (int i = 0; i < 40; i++) {
      String part = "10.1.0." + i + "/32";
      last =
          stranger(
              i + 10,
              Configs.with(
                  Configs.site(),
                  c -> c.children = List.of(Configs.child("net", part, "0.0.0.0/0", Configs.ESP))));
      exchange(last);
    }
    assertTrue(hub.established() <= 8, hub.established() + " IKE SAs of one peer");
    assertEquals(
        last.status(now).ike().orElseThrow().initiatorSpi(),
        hub.status(now).ike().orElseThrow().initiatorSpi());
  }

  @Test
  void narrowingLosesNoSelector() {
    List<TrafficSelector> offered = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      offered.add(TrafficSelector.ofPrefix(new Ipv4Prefix(0x0a000000 | i << 9, 24)));
    }
    assertEquals(offered, Selectors.narrow(List.of(TrafficSelector.ANY), offered));
  }

  /** RFC 7296 §2.8.1: the peer refuses our rekeying outright, after it has made one of its own. */
  @Test
  void refusedChildRekeyLeavesThePairThatThePeerMade() {
    World world = new World(1, Weather.FAIR);
    IkeEndpointConfig d = LIMITS;
    IkeEndpointConfig oneChild =
        new IkeEndpointConfig(
            d.maxHalfOpen(),
            d.maxHalfOpenPerPeer(),
            d.cookieThreshold(),
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
            1);
    Node stern = world.add(Configs.HUB, "hub", new Engine(oneChild, new SeededRandom(1)));
    Node site = world.add(Configs.SITE, "site");
    world.configure(stern, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(3));
    world.command(stern, new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty()));
    world.command(site, new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty()));
    world.run(Duration.ofSeconds(7));
    Agreement.holds(world.now(), stern, site, 1, "rekeyed by the hub alone");
  }

  /** RFC 7296 §2.25.2: the same for the IKE SA. */
  @Test
  void refusedIkeRekeyTakesTheSaThatThePeerMade() {
    World world = new World(1, Weather.FAIR);
    boolean[] stern = {false};
    Engine engine =
        new Engine(LIMITS, new SeededRandom(1)) {
          @Override
          Connection newConnection(ConnectionConfig wanted) {
            return new Connection(this, wanted) {
              @Override
              ConnectionConfig config() {
                ConnectionConfig c = super.config();
                return stern[0] ? Configs.with(c, x -> x.proposals = List.of(Configs.CBC)) : c;
              }
            };
          }
        };
    Node peer = world.add(Configs.HUB, "hub", engine);
    Node site = world.add(Configs.SITE, "site");
    world.configure(peer, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(3));
    int pair = site.inbound.keySet().iterator().next();
    world.command(peer, new IkeCommand.RekeyIke(Configs.ID));
    world.command(site, new IkeCommand.RekeyIke(Configs.ID));
    stern[0] = true;
    world.run(Duration.ofSeconds(7));
    Agreement.holds(world.now(), peer, site, 1, "rekeyed by the hub alone");
    assertEquals(pair, site.inbound.keySet().iterator().next(), "the pair is inherited");
  }
}
