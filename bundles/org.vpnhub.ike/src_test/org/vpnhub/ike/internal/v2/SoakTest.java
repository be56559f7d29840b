package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Secret;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.testkit.LossyNetwork.Weather;

/** Hours of foul weather with short lifetimes and an operator who cannot leave it alone. */
class SoakTest {

  private static ConnectionConfig shortLived(ConnectionConfig c) {
    ConnectionConfig hurried = Configs.with(c, d -> d.lifetime = Duration.ofMinutes(7));
    return Configs.children(
        hurried,
        k ->
            new ChildConfig(
                k.name(), k.local(), k.remote(), List.of(Configs.ESP_PFS), Duration.ofSeconds(60)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void calmAfterTheStormFindsBothEndsInAgreement(long seed) {
    World world = new World(seed, Weather.FOUL);
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    ConnectionConfig atHub =
        Configs.with(shortLived(Configs.hub()), c -> c.initiate = seed % 2 == 0);
    world.configure(hub, atHub);
    world.configure(site, shortLived(Configs.site()));
    SplittableRandom operator = new SplittableRandom(seed);
    for (int i = 0; i < 120; i++) {
      world.run(Duration.ofSeconds(operator.nextInt(1, 30)));
      Node node = operator.nextBoolean() ? hub : site;
      world.command(node, command(operator));
    }
    world.command(hub, new IkeCommand.Initiate(Configs.ID));
    world.command(site, new IkeCommand.Initiate(Configs.ID));
    world.network.weather(Weather.FAIR);
    boolean agreed = false;
    // Between two rekeyings there is a moment of rest.
    for (int i = 0; i < 300 && !agreed; i++) {
      world.run(Duration.ofSeconds(1));
      agreed = i > 60 && isQuiet(hub) && isQuiet(site);
    }
    Agreement.holds(world.now(), hub, site, 1, "seed " + seed);
  }

  private static boolean isQuiet(Node n) {
    return n.inbound.size() == 1 && n.outbound.size() == 1 && n.established() == 1;
  }

  private static IkeCommand command(SplittableRandom operator) {
    return switch (operator.nextInt(5)) {
      case 0 -> new IkeCommand.RekeyIke(Configs.ID);
      case 1 -> new IkeCommand.Initiate(Configs.ID);
      case 2 -> new IkeCommand.Terminate(Configs.ID);
      default -> new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty());
    };
  }

  @Test
  void sameSeedSameRun() {
    assertEquals(run(11), run(11));
    assertTrue(!run(11).equals(run(12)));
  }

  private static String run(long seed) {
    World world = new World(seed, Weather.FOUL);
    Node hub = world.add(Configs.HUB, "hub");
    Node site = world.add(Configs.SITE, "site");
    world.configure(hub, shortLived(Configs.hub()));
    world.configure(site, shortLived(Configs.site()));
    world.run(Duration.ofMinutes(5));
    StringBuilder all = new StringBuilder();
    for (IkeAction a : hub.log) {
      all.append(
          a instanceof IkeAction.Send s ? java.util.Arrays.hashCode(s.datagram().message()) : a);
    }
    return all.toString();
  }

  /**
   * A hub with many sites: all come up, a restart of the hub brings all back within ten seconds.
   */
  @Test
  void manySitesComeBackAfterTheHubRestarts() {
    World world = new World(20, new Weather(0.02, 0, Duration.ofMillis(5), Duration.ofMillis(40)));
    Node hub = world.add(Configs.HUB, "hub");
    List<ConnectionConfig> configs = new ArrayList<>();
    List<Node> sites = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ConnectionConfig c = connection(i);
      configs.add(c);
      world.configure(hub, c);
      Node site = world.add(c.remoteAddress(), "site " + i);
      sites.add(site);
      world.configure(site, Configs.with(Configs.mirror(c), d -> d.initiate = true));
    }
    world.run(Duration.ofSeconds(15));
    allUp(world, hub, 40);
    Node again = world.restart(Configs.HUB);
    for (ConnectionConfig c : configs) {
      world.configure(again, Configs.with(c, d -> d.initiate = true));
    }
    world.run(Duration.ofSeconds(10));
    allUp(world, again, 40);
    for (Node site : sites) {
      assertEquals(1, site.established(), site.name);
      assertEquals(1, site.outbound.size(), site.name);
    }
    assertEquals(40, again.inbound.size());
  }

  private static void allUp(World world, Node hub, int count) {
    long up =
        hub.engine.status(world.now()).stream()
            .filter(s -> s.state() == TunnelState.IPSEC_SA_ESTABLISHED)
            .count();
    assertEquals(count, up);
  }

  private static ConnectionConfig connection(int i) {
    return Configs.with(
        Configs.hub(),
        c -> {
          c.id = new ConnectionId("vco-" + i);
          c.remoteAddress = new Ipv4Address(Configs.SITE.bits() + 1 + i);
          c.remoteId = new IkeIdentity.Fqdn("site" + i + ".test");
          c.psk = Secret.ofText("key of site " + i);
          c.children =
              List.of(Configs.child("net", "0.0.0.0/0", "10.2." + i + ".0/24", Configs.ESP));
        });
  }
}
