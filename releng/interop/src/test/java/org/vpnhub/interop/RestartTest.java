package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub goes away during traffic and comes back; nobody touches the sites. */
@ExtendWith(RigExtension.class)
class RestartTest {

  /** From the start of the server's process to answers on every stream. */
  private static final Duration BACK = Duration.ofSeconds(10);

  @Test
  void sitesRecoverFromAStoppedHub(Rig rig) {
    recovers(rig, "stopped", rig.hub()::stop);
  }

  @Test
  void sitesRecoverFromAKilledHub(Rig rig) {
    recovers(rig, "killed", rig.hub()::kill);
  }

  private static void recovers(Rig rig, String how, Runnable end) {
    ModelFile model = rig.model(how);
    rig.bring(model);

    try (Traffic traffic = rig.traffic(rig.allPairs(Topology.SITES))) {
      end.run();
      traffic.awaitSilence();
      long started = System.nanoTime();
      rig.hub().start(model);
      traffic.more(5, BACK);
      long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
      System.out.println(
          "interop: hub " + how + ", all pairs back " + took + " ms after its start");
      traffic.more(25);
    }
    rig.awaitUp(model, Topology.SITES, BACK);
    assertEquals(List.of(), rig.unreachable(Topology.SITES));
    for (String site : Topology.SITES) {
      assertTrue(rig.daemon(site).isRunning());
    }
  }
}
