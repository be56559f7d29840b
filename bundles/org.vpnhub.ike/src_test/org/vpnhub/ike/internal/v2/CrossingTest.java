package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.testkit.SeededRandom;

/**
 * Both ends act at once: every order in which the messages can arrive is tried, with none lost and
 * with each single one lost. Between any two arrivals both ends send packets; none may meet an end
 * that has no SA for it.
 */
class CrossingTest {

  /**
   * What each end does at the same time.
   *
   * @param staysUp whether a pair must be left in the end, or nothing
   * @param seed decides whose nonces are higher
   */
  record Scenario(
      String name,
      boolean pfs,
      List<IkeCommand> hub,
      List<IkeCommand> site,
      boolean staysUp,
      int seed) {

    Scenario(
        String name, boolean pfs, List<IkeCommand> hub, List<IkeCommand> site, boolean staysUp) {
      this(name, pfs, hub, site, staysUp, 0);
    }

    Scenario seed(int other) {
      return new Scenario(name, pfs, hub, site, staysUp, other);
    }

    /** Two acts at each end have too many orders to try all in each build. */
    boolean isLarge() {
      return hub.size() + site.size() > 2;
    }

    @Override
    public String toString() {
      return name + ", seed " + seed;
    }
  }

  /** Orders that are tried where there are thousands; {@code -Dvpnhub.all} tries every one. */
  private static final int SAMPLE = Boolean.getBoolean("vpnhub.all") ? Integer.MAX_VALUE : 60;

  private static final IkeCommand CHILD =
      new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty());
  private static final IkeCommand IKE = new IkeCommand.RekeyIke(Configs.ID);
  private static final IkeCommand END = new IkeCommand.Terminate(Configs.ID);

  static Stream<Scenario> scenarios() {
    List<Scenario> all =
        List.of(
            new Scenario("child rekey x child rekey", false, List.of(CHILD), List.of(CHILD), true),
            new Scenario("child rekey x same with PFS", true, List.of(CHILD), List.of(CHILD), true),
            new Scenario("child rekey by the hub", false, List.of(CHILD), List.of(), true),
            new Scenario("IKE rekey x IKE rekey", false, List.of(IKE), List.of(IKE), true),
            new Scenario("IKE rekey by the site", false, List.of(), List.of(IKE), true),
            new Scenario("child rekey x IKE rekey", false, List.of(CHILD), List.of(IKE), true),
            new Scenario(
                "child, IKE rekey x child rekey", false, List.of(CHILD, IKE), List.of(CHILD), true),
            new Scenario(
                "IKE, child rekey x IKE rekey", false, List.of(IKE, CHILD), List.of(IKE), true),
            new Scenario("child rekey x end", false, List.of(CHILD), List.of(END), false),
            new Scenario("IKE rekey x end", false, List.of(IKE), List.of(END), false),
            new Scenario("end x end", false, List.of(END), List.of(END), false));
    return all.stream().flatMap(s -> IntStream.range(0, 4).mapToObj(s::seed));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyOrderEndsInAgreement(Scenario scenario) {
    if (scenario.isLarge()) {
      Explorer.sample(SAMPLE, c -> play(scenario, c, 0));
    } else {
      Explorer.explore(c -> play(scenario, c, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyOrderWithOneLossEndsInAgreement(Scenario scenario) {
    if (scenario.isLarge()) {
      Explorer.sample(SAMPLE, c -> play(scenario, c, 1));
    } else {
      long orders = Explorer.explore(c -> play(scenario, c, 1));
      assertTrue(orders >= 5, "only " + orders + " orders");
    }
  }

  private static void play(Scenario scenario, Explorer.Choices choices, int losses) {
    Duel duel = new Duel(choices, engine(scenario.seed() * 2), engine(scenario.seed() * 2 + 1));
    ConnectionConfig hub = Configs.hub();
    ConnectionConfig site = Configs.site();
    // Without word from the packet path, messages alone must lead to the same end.
    duel.hub.tells = scenario.seed() % 2 == 0;
    duel.site.tells = scenario.seed() % 2 == 0;
    duel.hub.configure(duel.now, scenario.pfs() ? withPfs(hub) : hub);
    duel.site.configure(duel.now, scenario.pfs() ? withPfs(site) : site);
    duel.calm();
    Agreement.holds(duel.now, duel.hub, duel.site, 1, "set-up");

    // A termination is meant to stop packets; all else is not.
    duel.strict = scenario.staysUp();
    duel.losses = losses;
    scenario.hub().forEach(c -> duel.hub.command(duel.now, c));
    scenario.site().forEach(c -> duel.site.command(duel.now, c));
    duel.play(30);
    duel.settle(Duration.ofSeconds(90));
    String story = duel.story.toString();
    if (scenario.staysUp()) {
      Agreement.holds(duel.now, duel.hub, duel.site, 1, story);
    } else {
      Agreement.nothing(duel.hub, duel.site, story);
    }
  }

  private static Engine engine(long seed) {
    return new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed));
  }

  private static ConnectionConfig withPfs(ConnectionConfig c) {
    EspProposal pfs =
        new EspProposal(
            Configs.ESP.encryption(),
            Configs.ESP.integrity(),
            KeyExchangeMethod.CURVE_25519,
            false);
    return Configs.children(
        c, k -> new ChildConfig(k.name(), k.local(), k.remote(), List.of(pfs), k.lifetime()));
  }
}
