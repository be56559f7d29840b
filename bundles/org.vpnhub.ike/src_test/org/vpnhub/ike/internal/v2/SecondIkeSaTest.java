package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.testkit.LossyNetwork.Weather;
import org.vpnhub.testkit.SeededRandom;

/** A site opens a second IKE SA beside the first: the older goes, and no packet is lost. */
class SecondIkeSaTest {
  /** How long a packet travels: longer than a delete. */
  private static final int FLIGHT_MILLIS = 60;

  private final World world = new World(30, Weather.FAIR);
  private final Doubling engine = new Doubling();
  private Node hub;
  private Node site;

  /** A peer that opens a second IKE SA beside the first, without INITIAL_CONTACT. */
  private static final class Doubling extends Engine {
    Doubling() {
      super(IkeEndpointConfig.DEFAULTS, new SeededRandom(31));
    }

    @Override
    Connection newConnection(ConnectionConfig wanted) {
      return new Connection(this, wanted) {
        @Override
        void settle(IkeSa newest) {}

        @Override
        boolean isSuperseded(IkeSa attempt) {
          return false;
        }
      };
    }

    void second() {
      Connection connection = connections().iterator().next();
      IkeSa sa = newInitiator(connection);
      IkeSaInit init = new IkeSaInit(sa);
      sa.phase(new Phase.InitSent(init));
      sa.start(init);
    }
  }

  @BeforeEach
  void up() {
    hub = world.add(Configs.HUB, "hub");
    site = world.add(Configs.SITE, "site", engine);
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
  }

  @Test
  void ofTwoIkeSasTheOlderIsDeleted() {
    long first = hub.status(world.now()).ike().orElseThrow().initiatorSpi();
    second();
    world.run(Duration.ofMillis(500));
    assertEquals(2, hub.established());
    assertEquals(2, hub.inbound.size());
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 1, "settled");
    assertTrue(first != hub.status(world.now()).ike().orElseThrow().initiatorSpi());
  }

  private void second() {
    site.apply(engine.run(world.now(), engine::second));
    world.wake(site);
  }

  /** Whichever of its pairs the peer sends on, and whether its packets tell the hub anything. */
  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void aSecondIkeSaCostsNoPacket(boolean sendsOnTheNewest, boolean hubIsTold) {
    second();
    hub.tells = hubIsTold;
    Deque<Node.Packet> inFlight = new ArrayDeque<>();
    for (int millis = 0; millis < 10_000; millis++) {
      assertTrue(site.take(world.now(), hub.packet().orElseThrow()), millis + " ms: to the site");
      inFlight.add(site.packet(sendsOnTheNewest).orElseThrow());
      if (inFlight.size() > FLIGHT_MILLIS) {
        assertTrue(hub.take(world.now(), inFlight.remove()), millis + " ms: to the hub");
      }
      world.run(Duration.ofMillis(1));
    }
    Agreement.holds(world.now(), hub, site, 1, "settled");
  }

  /** RFC 7296 §2.8: the pair in use goes on until the peer is seen to have the hub's answer. */
  @Test
  void aPairThatIsNotUsedYetIsNotSentOn() {
    int inUse = hub.packet().orElseThrow().spi();
    second();
    world.run(Duration.ofMillis(900));
    assertEquals(inUse, hub.packet().orElseThrow().spi());
    assertTrue(hub.take(world.now(), site.packet().orElseThrow()));
    assertNotEquals(inUse, hub.packet().orElseThrow().spi());
  }

  /** The pair in use is deleted by the peer: the other one does not wait any longer. */
  @Test
  void aPairThatWaitsTakesOverWhenTheOtherGoes() {
    IkeSa first = site.engine.sas().stream().filter(IkeSa::isEstablished).findFirst().orElseThrow();
    second();
    world.run(Duration.ofMillis(500));
    site.apply(site.engine.run(world.now(), () -> first.delete("by the operator")));
    world.wake(site);
    world.run(Duration.ofMillis(300));
    assertTrue(site.take(world.now(), hub.packet().orElseThrow()));
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 1, "settled");
  }
}
