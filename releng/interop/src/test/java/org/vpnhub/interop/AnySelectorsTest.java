package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two sites that both propose 0.0.0.0/0 on both sides: the hub's routes tell them apart. */
@ExtendWith(RigExtension.class)
class AnySelectorsTest {

  @Test
  void routesDecideBetweenIdenticalSelectors(Rig rig) {
    ModelFile model = rig.model("any");
    for (String site : List.of("shanghai", "ningbo")) {
      model.site(site, "selectorMode", "ANY").remoteSubnet(site, "0.0.0.0/0");
      model.destinationRoute(site, Topology.cidr(site));
    }

    rig.bring(model);

    for (String site : List.of("shanghai", "ningbo")) {
      Vici.Section child = rig.daemon(site).installed().getFirst().child();
      assertEquals("0.0.0.0/0", child.value("local-ts"), site);
      assertEquals("0.0.0.0/0", child.value("remote-ts"), site);
    }
    assertEquals(List.of(), rig.unreachable(Topology.SITES));
  }
}
