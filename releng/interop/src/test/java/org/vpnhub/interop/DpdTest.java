package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A peer that dies without a word. */
@ExtendWith(RigExtension.class)
class DpdTest {

  @Test
  void aDeadPeerIsNoticedAndRecovers(Rig rig) {
    ModelFile model = rig.model("dpd");
    for (String site : Topology.SITES) model.tunnel(site, "dpdInterval", "2");
    rig.bring(model);
    String ningbo = model.connectionId("ningbo");

    try (Traffic others = rig.traffic(rig.allPairs(List.of("shanghai", "hangzhou")))) {
      rig.daemon("ningbo").kill();
      HubStatus noticed =
          rig.hub().await("the dead peer", Duration.ofSeconds(60), s -> !s.isUp(ningbo));
      assertEquals("DpdTimeout", noticed.connection(ningbo).orElseThrow().failure());

      rig.daemon("ningbo").start();
      rig.daemon("ningbo").load(rig.exported(model, "ningbo"));
      rig.awaitUp(model, List.of("ningbo"), Duration.ofSeconds(30));
      assertEquals(List.of(), others.losses());
    }
    assertEquals(List.of(), rig.unreachable(Topology.SITES));
  }
}
