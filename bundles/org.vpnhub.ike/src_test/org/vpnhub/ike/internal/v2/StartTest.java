package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.testkit.LossyNetwork.Weather;
import org.vpnhub.testkit.SeededRandom;

/** Both ends begin at once, and ends that forget: in the end there is one IKE SA and one pair. */
class StartTest {
  private static final int SAMPLE = Boolean.getBoolean("vpnhub.all") ? 20_000 : 150;

  private static ConnectionConfig initiating(ConnectionConfig c) {
    return Configs.with(c, d -> d.initiate = true);
  }

  private static void begin(Duel duel) {
    duel.strict = false;
    duel.hub.configure(duel.now, initiating(Configs.hub()));
    duel.site.configure(duel.now, initiating(Configs.site()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothAtOnceInEveryOrder(long seed) {
    Explorer.explore(
        choices -> {
          Duel duel =
              new Duel(
                  choices,
                  new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed)),
                  new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed + 100)));
          begin(duel);
          duel.play(30);
          duel.settle(Duration.ofSeconds(5));
          duel.passes("five seconds later");
          duel.settle(Duration.ofSeconds(60));
          Agreement.holds(duel.now, duel.hub, duel.site, 1, duel.story.toString());
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothAtOnceWithLosses(long seed) {
    Explorer.sample(
        SAMPLE,
        choices -> {
          Duel duel =
              new Duel(
                  choices,
                  new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed)),
                  new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed + 100)));
          begin(duel);
          duel.losses = 3;
          duel.play(40);
          duel.settle(Duration.ofSeconds(60));
          duel.passes("a minute later");
          Agreement.holds(duel.now, duel.hub, duel.site, 1, duel.story.toString());
        });
  }

  /** strongSwan's manners at the site; nothing must be left over there that the hub has not. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void againstPeerThatKeepsDuplicates(long seed) {
    Explorer.sample(
        SAMPLE,
        choices -> {
          Duel duel =
              new Duel(
                  choices,
                  new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed)),
                  new LoosePeer(new SeededRandom(seed + 100)));
          begin(duel);
          duel.losses = (int) (seed % 3);
          duel.play(40);
          duel.settle(Duration.ofSeconds(20));
          duel.passes("twenty seconds later");
          duel.settle(Duration.ofSeconds(100));
          Agreement.holds(duel.now, duel.hub, duel.site, 1, duel.story.toString());
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void restartedEndClearsWhatTheOtherRemembers(boolean hubInitiates) {
    World world = new World(5, Weather.FAIR);
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    ConnectionConfig atHub = hubInitiates ? initiating(Configs.hub()) : Configs.hub();
    world.configure(hub, atHub);
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(5));
    Agreement.holds(world.now(), hub, site, 1, "before");
    Node again = world.restart(hubInitiates ? Configs.HUB : Configs.SITE);
    world.configure(again, hubInitiates ? atHub : Configs.site());
    world.run(Duration.ofSeconds(2));
    Node other = hubInitiates ? site : hub;
    Agreement.holds(world.now(), again, other, 1, "two seconds after the restart");
    world.run(Duration.ofMinutes(5));
    Agreement.holds(world.now(), again, other, 1, "five minutes after the restart");
  }

  /** Both forget at once, in the middle of everything. */
  @Test
  void bothRestart() {
    World world = new World(6, Weather.FOUL);
    world.configure(world.add(Configs.HUB, "hub"), initiating(Configs.hub()));
    world.configure(world.add(Configs.SITE, "site"), initiating(Configs.site()));
    world.run(Duration.ofSeconds(30));
    Node hub = world.restart(Configs.HUB);
    Node site = world.restart(Configs.SITE);
    world.configure(hub, initiating(Configs.hub()));
    world.configure(site, initiating(Configs.site()));
    world.network.weather(Weather.FAIR);
    world.run(Duration.ofSeconds(90));
    Agreement.holds(world.now(), hub, site, 1, "after both restarts");
    assertEquals(0, hub.failures().stream().filter(f -> f.phase() == 2).count());
  }

  /** Seconds of delay and most messages lost: attempts of both ends pass each other by. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bothAtOnceInTheWorstWeather(boolean loose) {
    Weather worst = new Weather(0.6, 0.2, Duration.ofMillis(5), Duration.ofSeconds(4));
    for (long seed = 1; seed <= 25; seed++) {
      World world = new World(seed, worst);
      Node hub = world.add(Configs.HUB, "hub");
      Node site =
          loose
              ? world.add(Configs.SITE, "site", new LoosePeer(new SeededRandom(seed + 500)))
              : world.add(Configs.SITE, "site");
      world.configure(hub, initiating(Configs.hub()));
      world.configure(site, initiating(Configs.site()));
      world.run(Duration.ofSeconds(seed));
      world.network.weather(Weather.FAIR);
      world.run(Duration.ofSeconds(110));
      Agreement.holds(world.now(), hub, site, 1, "seed " + seed);
    }
  }

  @Test
  void waitingHubAnswersAfterDaysOfSilence() {
    World world = new World(7, Weather.FAIR);
    Node site = world.add(Configs.SITE, "site");
    world.configure(site, Configs.site());
    world.run(Duration.ofHours(30));
    assertEquals("NoResponse", site.lastFailure().reason().code());
    Node hub = world.add(Configs.HUB, "hub");
    world.configure(hub, Configs.hub());
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 1, "ten seconds after the hub came");
    assertEquals(List.of(), hub.failures());
  }
}
