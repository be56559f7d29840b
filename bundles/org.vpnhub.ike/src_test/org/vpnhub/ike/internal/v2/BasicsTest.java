package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vpnhub.ike.ConnectionStatus;
import org.vpnhub.ike.ConnectionStatus.TunnelState;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.testkit.LossyNetwork.Weather;

/** The plain course of events between two ends. */
class BasicsTest {
  private final World world = new World(1, Weather.FAIR);
  private final Node hub = world.add(Configs.HUB, "hub");
  private final Node site = world.add(Configs.SITE, "site");

  private void up() {
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.site());
    world.run(Duration.ofSeconds(3));
    Agreement.holds(world.now(), hub, site, 1, "set-up");
  }

  @Test
  void setUpTakesTwoRoundTrips() {
    up();
    assertEquals(2, Agreement.sends(site));
    assertEquals(2, Agreement.sends(hub));
    assertEquals(List.of(), hub.failures());
  }

  @Test
  void childRekeyReplacesThePair() {
    up();
    int before = site.inbound.keySet().iterator().next();
    world.command(site, new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty()));
    world.run(Duration.ofSeconds(8));
    Agreement.holds(world.now(), hub, site, 1, "rekeyed");
    assertTrue(site.inbound.keySet().iterator().next() != before);
  }

  @Test
  void ikeRekeyKeepsThePair() {
    up();
    ConnectionStatus before = hub.status(world.now());
    world.command(hub, new IkeCommand.RekeyIke(Configs.ID));
    world.run(Duration.ofSeconds(3));
    Agreement.holds(world.now(), hub, site, 1, "rekeyed");
    ConnectionStatus after = hub.status(world.now());
    assertTrue(
        before.ike().orElseThrow().initiatorSpi() != after.ike().orElseThrow().initiatorSpi());
    assertEquals(
        before.children().getFirst().inboundSpi(), after.children().getFirst().inboundSpi());
  }

  @Test
  void terminateDeletesAtBothEnds() {
    up();
    world.command(site, new IkeCommand.Terminate(Configs.ID));
    world.run(Duration.ofSeconds(60));
    assertEquals(TunnelState.IKE_SA_NOT_ESTABLISHED, site.status(world.now()).state());
    assertEquals(TunnelState.IKE_SA_NOT_ESTABLISHED, hub.status(world.now()).state());
    assertEquals(0, hub.inbound.size() + hub.outbound.size());
    assertEquals(0, site.inbound.size() + site.outbound.size());
  }

  @Test
  void lifetimesEndInRekeysForHours() {
    world.configure(hub, Configs.with(Configs.hub(), c -> c.lifetime = Duration.ofMinutes(10)));
    world.configure(site, Configs.with(Configs.site(), c -> c.lifetime = Duration.ofMinutes(10)));
    world.run(Duration.ofHours(5));
    Agreement.holds(world.now(), hub, site, 1, "five hours");
    assertEquals(List.of(), hub.failures());
    assertEquals(List.of(), site.failures());
  }

  @Test
  void silentPeerIsNoticedAndMetAgain() {
    up();
    world.nodes.remove(Configs.HUB);
    world.run(Duration.ofSeconds(60));
    assertEquals(TunnelState.IKE_SA_NOT_ESTABLISHED, site.status(world.now()).state());
    assertEquals("DpdTimeout", site.failures().getFirst().reason().code());
    world.nodes.put(Configs.HUB, hub);
    Node again = world.restart(Configs.HUB);
    world.configure(again, Configs.hub());
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), again, site, 1, "hub restarted");
  }

  @Test
  void severalChildrenAreOpened() {
    world.configure(
        hub,
        Configs.with(
            Configs.hub(),
            c ->
                c.children =
                    List.of(
                        Configs.child("one", "10.0.0.0/8", "10.1.0.0/24", Configs.ESP_PFS),
                        Configs.child("two", "172.16.0.0/12", "10.1.0.0/24", Configs.ESP_PFS))));
    world.configure(
        site,
        Configs.with(
            Configs.site(),
            c ->
                c.children =
                    List.of(
                        Configs.child("one", "10.1.0.0/24", "10.0.0.0/8", Configs.ESP_PFS),
                        Configs.child("two", "10.1.0.0/24", "172.16.0.0/12", Configs.ESP_PFS))));
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 2, "two children");
    world.command(hub, new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty()));
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 2, "two children rekeyed");
    assertTrue(hub.outbound.getFirst().sa().esn());
    assertEquals(Optional.empty(), site.status(world.now()).lastFailure());
  }
}
