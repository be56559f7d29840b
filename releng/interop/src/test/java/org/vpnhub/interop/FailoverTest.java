package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One LAN behind two gateways, each with a tunnel of its own: the hub's routes name an active and a
 * standby one. (Of one connection with two tunnels the hub runs only the first.) Both gateways'
 * namespaces hold the LAN's host, so that it answers whichever way is taken.
 */
@ExtendWith(RigExtension.class)
class FailoverTest {

  private static final String ACTIVE = "shanghai";
  private static final String STANDBY = "hangzhou";
  private static final String OTHER = "ningbo";

  /** Dead peer detection at the hub: its interval, and the repetitions of the question. */
  private static final Duration NOTICED = Duration.ofSeconds(60);

  @Test
  void trafficGoesOnThroughTheStandbyTunnel(Rig rig) {
    String lan = Topology.cidr(ACTIVE);
    ModelFile model = rig.model("failover");
    model.sitePrefix(STANDBY, lan).remoteSubnet(STANDBY, lan).standby(STANDBY, ACTIVE);
    model.destinationRoute(ACTIVE, lan).standbyRoute(STANDBY, lan);
    for (String site : Topology.SITES) model.tunnel(site, "dpdInterval", "2");
    Host host = rig.site(ACTIVE);
    Namespace standby = rig.site(STANDBY).namespace();
    standby.ip("addr", "add", host.address() + "/24", "dev", "lo");
    try {
      rig.bring(model);
      // The hub has carried packets of earlier scenarios.
      long idle = sent(rig, model, STANDBY);
      List<Rig.Pair> pairs =
          List.of(new Rig.Pair(rig.topology().vpc(), host), new Rig.Pair(rig.site(OTHER), host));
      try (Traffic traffic = rig.traffic(pairs)) {
        assertEquals(List.of(), traffic.losses());
        assertEquals(idle, sent(rig, model, STANDBY), "packets to the standby while both are up");

        rig.daemon(ACTIVE).kill();
        traffic.awaitSilence();
        traffic.more(25, NOTICED);
        assertNotEquals(idle, sent(rig, model, STANDBY), "packets to the standby");

        rig.daemon(ACTIVE).start();
        rig.daemon(ACTIVE).load(rig.exported(model, ACTIVE));
        rig.awaitUp(model, List.of(ACTIVE), Duration.ofSeconds(30));
        traffic.more(25);
        long before = sent(rig, model, STANDBY);
        traffic.more(25);
        assertEquals(before, sent(rig, model, STANDBY), "packets to the standby once it is back");
      }
    } finally {
      standby.ip("addr", "del", host.address() + "/24", "dev", "lo");
    }
  }

  private static long sent(Rig rig, ModelFile model, String site) {
    String id = model.connectionId(site);
    return rig.hub().status().orElseThrow().connection(id).orElseThrow().number("packetsOut");
  }
}
