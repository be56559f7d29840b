package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeCommand;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.testkit.LossyNetwork.Weather;

/** NAT traversal: RFC 7296 §2.23, RFC 3948. */
class NatTest {
  private static final Ipv4Address INSIDE = Ipv4Address.parse("192.168.7.2");

  private final World world = new World(4, Weather.FAIR);
  private final Node hub = world.add(Configs.HUB, "hub");
  private final Node site = world.add(INSIDE, "site");
  private int mappedPort = 61000;

  /** The site is behind a NAT that shows it as {@link Configs#SITE}. */
  private void nat() {
    world.outward =
        d ->
            d.local().equals(INSIDE)
                ? new IkeDatagram(
                    Configs.SITE,
                    d.localPort() == 500 ? 60500 : mappedPort,
                    d.remote(),
                    d.remotePort(),
                    d.message())
                : d;
    world.inward =
        d -> {
          if (!d.local().equals(Configs.SITE)) return d;
          int port = d.localPort() == 60500 ? 500 : 4500;
          boolean mapped = d.localPort() == 60500 || d.localPort() == mappedPort;
          Ipv4Address to = mapped ? INSIDE : Ipv4Address.parse("192.0.2.99");
          return new IkeDatagram(to, port, d.remote(), d.remotePort(), d.message());
        };
  }

  private void up() {
    nat();
    world.configure(hub, Configs.hub());
    world.configure(site, Configs.with(Configs.site(), c -> c.localAddress = INSIDE));
    world.run(Duration.ofSeconds(3));
    Agreement.holds(world.now(), hub, site, 1, "behind a NAT");
  }

  @Test
  void floatsToPort4500AndEncapsulates() {
    up();
    var atHub = hub.outbound.getFirst().sa();
    assertTrue(atHub.udpEncapsulated());
    assertEquals(4500, atHub.localPort());
    assertEquals(61000, atHub.remotePort());
    var atSite = site.outbound.getFirst().sa();
    assertTrue(atSite.udpEncapsulated());
    assertEquals(4500, atSite.remotePort());
    assertEquals("remote", hub.status(world.now()).ike().orElseThrow().nat());
    assertEquals("local", site.status(world.now()).ike().orElseThrow().nat());
  }

  @Test
  void keepsTheMappingOpen() {
    up();
    world.run(Duration.ofSeconds(100));
    assertEquals(5, site.keepalives);
    assertEquals(0, hub.keepalives);
  }

  @Test
  void followsANewMapping() {
    up();
    mappedPort = 62222;
    world.run(Duration.ofSeconds(15));
    IkeAction.UpdateEndpoints update =
        hub.log.stream()
            .filter(IkeAction.UpdateEndpoints.class::isInstance)
            .map(IkeAction.UpdateEndpoints.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(62222, update.remotePort());
    assertTrue(update.udpEncapsulated());
    world.command(hub, new IkeCommand.RekeyChild(Configs.ID, OptionalInt.empty()));
    world.run(Duration.ofSeconds(10));
    Agreement.holds(world.now(), hub, site, 1, "after the move");
    assertEquals(62222, hub.outbound.getFirst().sa().remotePort());
    assertTrue(site.log.stream().noneMatch(IkeAction.UpdateEndpoints.class::isInstance));
  }

  @Test
  void forgedAndOldMessagesMoveNothing() {
    up();
    List<IkeDatagram> old = List.copyOf(world.seen);
    for (IkeDatagram d : old) {
      if (!d.remote().equals(Configs.HUB)) continue;
      IkeDatagram elsewhere =
          new IkeDatagram(Configs.HUB, 4500, Ipv4Address.parse("198.51.100.66"), 4500, d.message());
      hub.receive(world.now(), elsewhere);
    }
    assertTrue(hub.log.stream().noneMatch(IkeAction.UpdateEndpoints.class::isInstance));
    assertEquals(61000, hub.status(world.now()).ike().orElseThrow().remotePort());
  }

  @Test
  void withoutNatNothingFloats() {
    Node direct = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.hub());
    world.configure(direct, Configs.site());
    world.run(Duration.ofSeconds(3));
    assertFalse(hub.outbound.getFirst().sa().udpEncapsulated());
    assertEquals(500, hub.status(world.now()).ike().orElseThrow().remotePort());
  }

  @Test
  void forcedEncapsulationShowsAsNatToThePeer() {
    Node direct = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.with(Configs.hub(), c -> c.forceUdpEncapsulation = true));
    world.configure(direct, Configs.site());
    world.run(Duration.ofSeconds(3));
    Agreement.holds(world.now(), hub, direct, 1, "forced");
    assertTrue(hub.outbound.getFirst().sa().udpEncapsulated());
    assertTrue(direct.outbound.getFirst().sa().udpEncapsulated());
    assertEquals(4500, direct.outbound.getFirst().sa().remotePort());
    assertEquals("remote", direct.status(world.now()).ike().orElseThrow().nat());
  }

  @Test
  void forcedEncapsulationAsInitiator() {
    Node direct = world.add(Configs.SITE, "site");
    world.configure(direct, Configs.with(Configs.site(), c -> c.initiate = false));
    world.configure(
        hub,
        Configs.with(
            Configs.hub(),
            c -> {
              c.forceUdpEncapsulation = true;
              c.initiate = true;
            }));
    world.run(Duration.ofSeconds(3));
    Agreement.holds(world.now(), hub, direct, 1, "forced");
    assertTrue(direct.outbound.getFirst().sa().udpEncapsulated());
  }

  @Test
  void forcedEncapsulationNeedsAPeerThatCan() {
    Node direct = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.with(Configs.hub(), c -> c.forceUdpEncapsulation = true));
    world.configure(direct, Configs.with(Configs.site(), c -> c.natTraversal = false));
    world.run(Duration.ofSeconds(3));
    assertEquals(FailureReason.NAT_T_MISMATCH, hub.failures().getFirst().reason());
    assertEquals(0, hub.established() + direct.established());
  }

  @Test
  void forcedEncapsulationAsInitiatorNeedsAPeerThatCan() {
    Node direct = world.add(Configs.SITE, "site");
    world.configure(
        direct,
        Configs.with(
            Configs.site(),
            c -> {
              c.natTraversal = false;
              c.initiate = false;
            }));
    world.configure(
        hub,
        Configs.with(
            Configs.hub(),
            c -> {
              c.forceUdpEncapsulation = true;
              c.initiate = true;
            }));
    world.run(Duration.ofSeconds(3));
    assertEquals(FailureReason.NAT_T_MISMATCH, hub.failures().getFirst().reason());
    assertEquals(0, hub.established() + direct.established());
  }

  @Test
  void natTraversalOffNeverFloats() {
    nat();
    world.configure(hub, Configs.with(Configs.hub(), c -> c.natTraversal = false));
    world.configure(site, Configs.with(Configs.site(), c -> c.localAddress = INSIDE));
    world.run(Duration.ofSeconds(3));
    assertTrue(world.seen.stream().noneMatch(d -> d.localPort() == 4500));
    assertFalse(hub.outbound.getFirst().sa().udpEncapsulated());
  }

  @Test
  void natTraversalOffRefusesToFloat() {
    Node direct = world.add(Configs.SITE, "site");
    world.configure(hub, Configs.with(Configs.hub(), c -> c.natTraversal = false));
    // A peer that floats although nobody offered it.
    world.outward =
        d ->
            d.local().equals(Configs.SITE) && d.message()[18] == 35
                ? new IkeDatagram(d.local(), 4500, d.remote(), 4500, d.message())
                : d;
    world.configure(direct, Configs.site());
    world.run(Duration.ofSeconds(3));
    assertEquals(FailureReason.NAT_T_MISMATCH, hub.failures().getFirst().reason());
    assertEquals("NAT traversal off", hub.failures().getFirst().local());
    assertEquals(0, hub.established());
  }
}
