package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.ChildConfig;
import org.vpnhub.ike.ConnectionConfig;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.ike.IkeEndpointConfig;
import org.vpnhub.testkit.SeededRandom;

/**
 * Both ends act at once: every order in which the messages can arrive is tried, with none lost and
 * with each single one lost. Between any two arrivals both ends send packets; none may meet an end
 * that has no SA for it.
 */
class CrossingTest {

  /** What one end does, and what must be left in the end. */
  record Scenario(
      String name, boolean pfs, List<IkeCommand> hub, List<IkeCommand> site, boolean staysUp) {

    /** Two acts at each end have too many orders to try all in each build. */
    boolean isLarge() {
      return hub.size() + site.size() > 2;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Orders that are tried where there are thousands; {@code -Dvpnhub.all} tries every one. */
  private static final int SAMPLE = Boolean.getBoolean("vpnhub.all") ? Integer.MAX_VALUE : 200;

  private static final IkeCommand CHILD =
      new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty());
  private static final IkeCommand IKE = new IkeCommand.RekeyIke(Configs.ID);
  private static final IkeCommand END = new IkeCommand.Terminate(Configs.ID);

  static Stream<Scenario> scenarios() {
    return Stream.of(
        new Scenario(
            "child rekey against child rekey", false, List.of(CHILD), List.of(CHILD), true),
        new Scenario("child rekey, PFS, both", true, List.of(CHILD), List.of(CHILD), true),
        new Scenario("child rekey by the hub alone", false, List.of(CHILD), List.of(), true),
        new Scenario("IKE rekey against IKE rekey", false, List.of(IKE), List.of(IKE), true),
        new Scenario("IKE rekey by the site alone", false, List.of(), List.of(IKE), true),
        new Scenario("child rekey against IKE rekey", false, List.of(CHILD), List.of(IKE), true),
        new Scenario(
            "child then IKE rekey against child rekey",
            false,
            List.of(CHILD, IKE),
            List.of(CHILD),
            true),
        new Scenario(
            "IKE then child rekey against IKE rekey",
            false,
            List.of(IKE, CHILD),
            List.of(IKE),
            true),
        new Scenario("child rekey against termination", false, List.of(CHILD), List.of(END), false),
        new Scenario("IKE rekey against termination", false, List.of(IKE), List.of(END), false),
        new Scenario("termination against termination", false, List.of(END), List.of(END), false));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyOrderEndsInAgreement(Scenario scenario) {
    if (scenario.isLarge()) {
      Explorer.sample(SAMPLE, c -> new Run(scenario, c, 0).play());
    } else {
      Explorer.explore(c -> new Run(scenario, c, 0).play());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyOrderWithOneLossEndsInAgreement(Scenario scenario) {
    if (scenario.isLarge()) {
      Explorer.sample(SAMPLE, c -> new Run(scenario, c, 1).play());
    } else {
      long orders = Explorer.explore(c -> new Run(scenario, c, 1).play());
      assertTrue(orders >= 5, "only " + orders + " orders");
    }
  }

  /** One order of events. */
  private static final class Run {
    private final Scenario scenario;
    private final Explorer.Choices choices;
    private final List<IkeDatagram> flying = new ArrayList<>();
    private final List<Flight> packets = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private final Node hub;
    private final Node site;
    private int losses;
    private long now;

    private record Flight(Node to, Node.Packet packet) {}

    Run(Scenario scenario, Explorer.Choices choices, int losses) {
      this.scenario = scenario;
      this.choices = choices;
      this.losses = losses;
      hub = new Node("hub", engine(1), flying::add);
      site = new Node("site", engine(2), flying::add);
    }

    private static Engine engine(long seed) {
      return new Engine(IkeEndpointConfig.DEFAULTS, new SeededRandom(seed));
    }

    void play() {
      boolean pfs = scenario.pfs();
      hub.configure(now, pfs ? withPfs(Configs.hub()) : Configs.hub());
      site.configure(now, pfs ? withPfs(Configs.site()) : Configs.site());
      while (!flying.isEmpty()) arrive(flying.removeFirst());
      Agreement.holds(now, hub, site, 1, "set-up");

      scenario.hub().forEach(c -> hub.command(now, c));
      scenario.site().forEach(c -> site.command(now, c));
      for (int steps = 0; !flying.isEmpty() && steps < 30; steps++) {
        traffic();
        step();
      }
      settle();
      if (scenario.staysUp()) {
        Agreement.holds(now, hub, site, 1, story.toString());
      } else {
        assertTrue(hub.inbound.isEmpty() && site.inbound.isEmpty(), story.toString());
        assertTrue(hub.outbound.isEmpty() && site.outbound.isEmpty(), story.toString());
        assertTrue(hub.established() + site.established() == 0, story.toString());
      }
    }

    private static ConnectionConfig withPfs(ConnectionConfig c) {
      return Configs.children(
          c,
          k ->
              new ChildConfig(
                  k.name(),
                  k.local(),
                  k.remote(),
                  List.of(
                      new EspProposal(
                          Configs.ESP.encryption(),
                          Configs.ESP.integrity(),
                          KeyExchangeMethod.CURVE_25519,
                          false)),
                  k.lifetime()));
    }

    /** One message arrives, or is lost. */
    private void step() {
      int n = flying.size();
      int choice = choices.choose(losses > 0 ? 2 * n : n);
      IkeDatagram d = flying.remove(choice % n);
      if (choice < n) {
        story.append(" arrives:").append(describe(d));
        now += Duration.ofMillis(1).toNanos();
        arrive(d);
      } else {
        story.append(" lost:").append(describe(d));
        losses--;
      }
    }

    private static String describe(IkeDatagram d) {
      byte[] m = d.message();
      return (d.local().equals(Configs.HUB) ? "hub>" : "site>")
          + m[18]
          + ((m[19] & 0x20) != 0 ? "r" : "q")
          + m[23];
    }

    private void arrive(IkeDatagram d) {
      IkeDatagram seen =
          new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), d.message());
      node(d.remote()).receive(now, seen);
    }

    private Node node(Ipv4Address address) {
      return address.equals(Configs.HUB) ? hub : site;
    }

    /**
     * Packets of the last step arrive late, those of now at once; some are under way twice as long.
     */
    private void traffic() {
      for (Flight f : List.copyOf(packets)) land(f);
      packets.clear();
      hub.packet().ifPresent(p -> land(new Flight(site, p)));
      site.packet().ifPresent(p -> land(new Flight(hub, p)));
      hub.packet().ifPresent(p -> packets.add(new Flight(site, p)));
      site.packet().ifPresent(p -> packets.add(new Flight(hub, p)));
    }

    private void land(Flight f) {
      boolean taken = f.to().take(now, f.packet());
      // A termination is meant to stop packets; all else is not.
      if (scenario.staysUp()) {
        assertTrue(taken, "a packet to " + f.to().name + " met no SA:" + story);
      }
    }

    /** Time goes on, and the network is good from now on. */
    private void settle() {
      long end = now + Duration.ofSeconds(90).toNanos();
      while (true) {
        while (!flying.isEmpty()) {
          traffic();
          arrive(flying.removeFirst());
        }
        traffic();
        long due = Math.min(hub.engine.nextDeadline(), site.engine.nextDeadline());
        if (due > end) break;
        now = Math.max(now, due);
        hub.advance(now);
        site.advance(now);
      }
      now = end;
    }
  }
}
