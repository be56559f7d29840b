package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A peer that does not ask for UDP encapsulation and has no NAT: ESP travels as IP protocol 50,
 * unless the hub may not open a raw socket; then the hub makes the peer encapsulate. strongSwan's
 * userspace ESP always encapsulates, and kernels without ESP are common, so here our own engine
 * plays the office: a second server on the mirrored model.
 */
@ExtendWith(RigExtension.class)
class EncapsulationTest {

  private static final String SITE = "shanghai";
  private static final String KEY = "one-key-for-both-ends-0123456789";
  private static final int PINGS = 20;

  @Test
  void espTravelsAsItsOwnProtocolWhereTheHubMay(Rig rig) {
    Counted counted = pingWith(rig, List.of());

    assertTrue(counted.nativeEsp() >= 2 * PINGS, counted.toString());
    assertFalse(counted.status().flag("udpEncapsulated"));
  }

  @Test
  void hubWithoutRawSocketMakesThePeerEncapsulate(Rig rig) {
    Counted counted = pingWith(rig, List.of("setpriv", "--bounding-set", "-net_raw"));

    assertEquals(0, counted.nativeEsp(), counted.toString());
    assertTrue(counted.udp4500() >= 2 * PINGS, counted.toString());
    assertTrue(counted.status().flag("udpEncapsulated"));
  }

  @Test
  void natTraversalSwitchedOffWithoutRawSocketIsAnError(Rig rig) {
    ModelFile model = rig.model("no-nat-t").tunnel(SITE, "enableNatTraversal", "false");
    rig.hub().close();
    try (HubServer hub =
        rig.server("hub-no-nat-t", List.of("setpriv", "--bounding-set", "-net_raw"))) {
      hub.start(model);
      HubStatus status =
          hub.await(
              "the connection is refused",
              Duration.ofSeconds(20),
              s -> s.connection(model.connectionId(SITE)).isPresent());
      HubStatus.Connection refused = status.connection(model.connectionId(SITE)).orElseThrow();
      assertFalse(refused.text("refused").isEmpty(), status.toString());
    }
  }

  /** What went over the wire in both directions. */
  private record Counted(long nativeEsp, long udp4500, HubStatus.Connection status) {}

  private static Counted pingWith(Rig rig, List<String> before) {
    rig.hub().close();
    rig.daemon(SITE).close();
    ModelFile model = rig.model("encapsulation");
    model.ike(SITE, "pskReference", "").ike(SITE, "psk", KEY);
    ModelFile mirror = rig.mirror(SITE, KEY);
    Host site = rig.site(SITE);
    Wire fromHub = new Wire(rig.topology().hub());
    Wire fromSite = new Wire(site.namespace());
    try (HubServer hub = rig.server("hub-encapsulation", before);
        HubServer peer = rig.peer(SITE)) {
      hub.start(model);
      peer.start(mirror);
      HubStatus status =
          hub.await("the tunnel is up", Rig.UP, s -> s.isUp(model.connectionId(SITE)));
      long esp = fromHub.nativeEsp() + fromSite.nativeEsp();
      long udp = fromHub.udp4500() + fromSite.udp4500();
      try (Traffic traffic = rig.traffic(List.of(new Rig.Pair(site, rig.topology().vpc())))) {
        traffic.more(PINGS);
        assertEquals(List.of(), traffic.losses());
      }
      return new Counted(
          fromHub.nativeEsp() + fromSite.nativeEsp() - esp,
          fromHub.udp4500() + fromSite.udp4500() - udp,
          status.connection(model.connectionId(SITE)).orElseThrow());
    }
  }
}
