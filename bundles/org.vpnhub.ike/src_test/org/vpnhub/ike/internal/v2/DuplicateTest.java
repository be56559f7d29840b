package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEvent;
import org.vpnhub.testkit.LossyNetwork.Weather;

/** Double CHILD SAs, lifetimes that run out, forgotten SAs, faults of our own. */
class DuplicateTest {
  private final World world = new World(30, Weather.FAIR);

  /** Both ends open the second child at once; one of the two pairs has to go. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void ofTwoNewPairsForTheSameOneIsDeleted(long seed) {
    World both = new World(seed, Weather.FAIR);
    Node hub = both.add(Configs.HUB, "hub");
    Node site = both.add(Configs.SITE, "site");
    both.configure(hub, Configs.with(Configs.hub(), c -> c.initiate = true));
    both.configure(site, Configs.site());
    both.run(Duration.ofSeconds(5));
    for (Node node : List.of(hub, site)) {
      IkeSa sa = node.engine.sas().stream().filter(IkeSa::isEstablished).findFirst().orElseThrow();
      ChildConfig config = sa.connection().config().children().getFirst();
      node.apply(
          node.engine.run(
              both.now(), () -> sa.start(new CreateChild(sa, config, Optional.empty()))));
      both.wake(node);
    }
    both.run(Duration.ofSeconds(30));
    assertEquals(3, hub.log.stream().filter(IkeAction.InstallInbound.class::isInstance).count());
    assertTrue(hub.outbound.size() <= 2, "left: " + hub.outbound.size());
    assertEquals(hub.outbound.size(), site.outbound.size());
  }

  /** Nobody rekeys: the hard limit ends the pair, and the initiating end makes another. */
  @Test
  void aPairIsNotUsedBeyondItsLifetime() {
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    ConnectionConfig atHub = brief(Configs.hub());
    world.configure(hub, atHub);
    world.configure(site, brief(Configs.site()));
    world.run(Duration.ofSeconds(3));
    // Requests for rekeying do not get through.
    world.outward =
        d ->
            d.message()[18] == 36
                ? new IkeDatagram(d.local(), d.localPort(), Configs.HUB, 1, new byte[1])
                : d;
    world.run(Duration.ofSeconds(130));
    world.outward = d -> d;
    world.run(Duration.ofSeconds(60));
    assertTrue(hub.established() == 1 && site.established() == 1);
    long oldest =
        site.status(world.now()).children().stream()
            .mapToLong(c -> c.ageNanos())
            .max()
            .orElseThrow();
    assertTrue(oldest < Duration.ofSeconds(121).toNanos());
  }

  private static ConnectionConfig brief(ConnectionConfig c) {
    return Configs.children(
        c,
        k ->
            new ChildConfig(
                k.name(), k.local(), k.remote(), k.proposals(), Duration.ofSeconds(120)));
  }

  @Test
  void theIkeSaEndsWithItsLifetime() {
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.hub());
    // The hub refuses to rekey: it speaks another suite by then. The site ends the SA and comes
    // anew.
    world.configure(site, Configs.with(Configs.site(), c -> c.lifetime = Duration.ofMinutes(2)));
    world.run(Duration.ofSeconds(3));
    long first = site.status(world.now()).ike().orElseThrow().initiatorSpi();
    world.outward =
        d ->
            d.message()[18] == 36
                ? new IkeDatagram(d.local(), d.localPort(), Configs.HUB, 1, new byte[1])
                : d;
    world.run(Duration.ofMinutes(3));
    world.outward = d -> d;
    world.run(Duration.ofSeconds(30));
    Agreement.holds(world.now(), hub, site, 1, "anew");
    assertTrue(first != site.status(world.now()).ike().orElseThrow().initiatorSpi());
  }

  /** The hub forgets everything and waits: its INVALID_IKE_SPI makes the site look sooner. */
  @Test
  void aHintShortensThePatience() {
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(3));
    Node again = world.restart(Configs.HUB);
    world.configure(again, Configs.hub());
    // DPD asks after ten seconds of silence; with the hint it gives up in eight more.
    world.run(Duration.ofSeconds(22));
    Agreement.holds(world.now(), again, site, 1, "found out by the hint");
  }

  @Test
  void aFaultOfOursEndsOneSaAndNothingElse() {
    Node hub = world.add(Configs.HUB, "hub");
    world.configure(hub, Configs.hub());
    Node site = world.add(Configs.SITE, "site");
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(2));
    IkeSa sa = hub.engine.sas().stream().filter(IkeSa::isEstablished).findFirst().orElseThrow();
    hub.engine
        .timers()
        .arm(
            world.now(),
            () -> sa,
            () -> {
              throw new IllegalStateException("psk-of-a-0123456789");
            });
    List<IkeAction> actions = hub.engine.advance(world.now());
    IkeEvent.Fault fault =
        actions.stream()
            .filter(IkeAction.Event.class::isInstance)
            .map(a -> ((IkeAction.Event) a).event())
            .filter(IkeEvent.Fault.class::isInstance)
            .map(IkeEvent.Fault.class::cast)
            .findFirst()
            .orElseThrow();
    assertTrue(fault.what().startsWith("java.lang.IllegalStateException at "), fault.what());
    assertTrue(!fault.what().contains("psk"), "a key in a report");
    assertTrue(actions.stream().anyMatch(IkeAction.RemoveInbound.class::isInstance));
    assertEquals(0, hub.established());
    actions.stream()
        .filter(a -> !(a instanceof IkeAction.Event))
        .forEach(a -> hub.apply(List.of(a)));
    // The site finds out by DPD, or the hub's hint, and comes again.
    world.run(Duration.ofSeconds(60));
    Agreement.holds(world.now(), hub, site, 1, "after the fault");
  }

  /**
   * A peer that takes every IKE SA and ends it at once is not met again and again without pause.
   */
  @Test
  void aPeerThatHangsUpIsNotHammered() {
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    for (int i = 0; i < 600; i++) {
      world.run(Duration.ofMillis(100));
      if (hub.established() > 0) world.command(hub, new IkeCommand.Terminate(Configs.ID));
    }
    long ups = site.events.stream().filter(IkeEvent.IkeUp.class::isInstance).count();
    assertTrue(ups > 5 && ups < 30, ups + " times in a minute");
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 1, "the peer has come to its senses");
  }

  @Test
  void statusSaysWhatIsGoingOn() {
    Node site = world.add(Configs.SITE, "site");
    world.configure(site, Configs.with(Configs.site(), c -> c.initiate = false));
    assertEquals("idle", site.status(0).phase());
    world.command(site, new IkeCommand.Initiate(Configs.ID));
    assertEquals("negotiating (IKE_SA_INIT sent)", site.status(0).phase());
    world.run(Duration.ofSeconds(30));
    assertTrue(site.failures().size() >= 1);
    assertTrue(
        List.of("waiting to retry", "negotiating (IKE_SA_INIT sent)")
            .contains(site.status(world.now()).phase()));
  }
}
