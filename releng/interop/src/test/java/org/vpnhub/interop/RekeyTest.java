package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rekeys under traffic lose no ping, whoever begins them, with PFS and without. */
@ExtendWith(RigExtension.class)
class RekeyTest {

  @Test
  void rekeysBegunByTheSitesLoseNothing(Rig rig) {
    ModelFile model = rig.model("rekey-by-sites");
    model.ipsec("hangzhou", "ipsecPfs", "disabled").ipsec("ningbo", "ipsecPfs", "group14");
    rig.bring(model);

    try (Traffic traffic = rig.traffic(rig.allPairs(Topology.SITES))) {
      for (int round = 0; round < 2; round++) {
        for (String site : Topology.SITES) rig.daemon(site).rekeyChildren();
        traffic.more(10);
        for (String site : Topology.SITES) rig.daemon(site).rekeyIke();
        traffic.more(10);
      }
      assertEquals(List.of(), traffic.losses());
    }
    assertEquals("", rig.daemon("hangzhou").installed().getFirst().child().value("dh-group"));
    assertEquals(
        "MODP_2048", rig.daemon("ningbo").installed().getFirst().child().value("dh-group"));
  }

  @Test
  void rekeysBegunByTheHubLoseNothing(Rig rig) {
    ModelFile model = rig.model("rekey-by-hub");
    model.ipsec("hangzhou", "ipsecPfs", "disabled");
    ModelFile hasty = model.copy("rekey-by-hub-hasty");
    for (String site : Topology.SITES) {
      hasty.ipsec(site, "ipsecLifetime", "10").ike(site, "ikeLifetime", "15");
    }
    rig.serve(hasty);
    rig.load(model);
    rig.awaitUp(hasty, Topology.SITES, Rig.UP);

    try (Traffic traffic = rig.traffic(rig.allPairs(Topology.SITES))) {
      Map<String, Set<String>> children = new HashMap<>();
      Map<String, Set<String>> ikes = new HashMap<>();
      for (String site : Topology.SITES) {
        children.put(site, rig.daemon(site).childIds());
        ikes.put(site, rig.daemon(site).ikeIds());
      }
      for (String site : Topology.SITES) {
        Charon daemon = rig.daemon(site);
        Await.until(
            "the hub rekeys IKE SA and CHILD SA of " + site,
            Duration.ofSeconds(25),
            () ->
                isDisjoint(children.get(site), daemon.childIds())
                    && isDisjoint(ikes.get(site), daemon.ikeIds()),
            daemon::lastLog);
      }
      traffic.more(20);
      assertEquals(List.of(), traffic.losses());
    }
  }

  private static boolean isDisjoint(Set<String> before, Set<String> now) {
    return !now.isEmpty() && now.stream().noneMatch(before::contains);
  }
}
