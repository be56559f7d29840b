package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An office whose strongSwan is configured the older way: the starter reads the exported {@code
 * ipsec.conf} and {@code ipsec.secrets}, unchanged, and brings the tunnel up by itself.
 */
@ExtendWith(RigExtension.class)
class IpsecConfTest {

  private static final String DEVICE = "strongswan-ipsec-conf";
  private static final String SITE = "shanghai";
  private static final List<String> OTHERS = List.of("hangzhou", "ningbo");

  @Test
  void ipsecConfCarriesTrafficThroughRekeys(Rig rig) {
    ModelFile model = rig.model("ipsec-conf");
    try (Charon daemon = bring(rig, model)) {
      Charon.Child child = daemon.installed().getFirst();
      assertEquals("AES_GCM_16-256", child.espSuite());
      // One SA for all networks: the VPC and the other offices.
      assertEquals(
          List.of("10.0.0.0/16", "10.10.20.0/24", "10.10.30.0/24"),
          Stream.of(child.child().value("remote-ts").split(" ")).sorted().toList());
      assertEquals(List.of(), rig.unreachable(Topology.SITES));
      try (Traffic traffic = rig.traffic(rig.allPairs(Topology.SITES))) {
        daemon.rekeyChildren();
        traffic.more(10);
        daemon.rekeyIke();
        traffic.more(25);
        assertEquals(List.of(), traffic.losses());
      }
    }
    Shown.of(DEVICE, "traffic through the hub");
  }

  @Test
  void ipsecConfOfAnotherSuite(Rig rig) {
    ModelFile model = rig.model("ipsec-conf-cbc");
    model.ike(SITE, "ikeEncAlg", "aes128").ike(SITE, "ikeAuthAlg", "sha384");
    model.ike(SITE, "ikePfs", "group20");
    model.ipsec(SITE, "ipsecEncAlg", "aes256").ipsec(SITE, "ipsecAuthAlg", "sha256");
    model.ipsec(SITE, "ipsecPfs", "group14");
    try (Charon daemon = bring(rig, model)) {
      Charon.Child child = daemon.installed().getFirst();
      assertEquals("AES_CBC-128/HMAC_SHA2_384_192/PRF_HMAC_SHA2_384/ECP_384", child.ikeSuite());
      assertEquals("AES_CBC-256/HMAC_SHA2_256_128", child.espSuite());
      daemon.rekeyChildren();
      assertEquals("MODP_2048", daemon.installed().getFirst().child().value("dh-group"));
      assertEquals(List.of(), rig.unreachable(Topology.SITES));
    }
  }

  /** The site by the starter, the others by swanctl; the daemon is closed by the caller. */
  private static Charon bring(Rig rig, ModelFile model) {
    model.site(SITE, "device", DEVICE);
    Charon daemon = rig.daemon(SITE);
    daemon.close();
    rig.serve(model);
    rig.load(model, OTHERS);
    daemon.start(rig.exportedFolder(model, SITE));
    rig.awaitUp(model, Topology.SITES, Rig.UP);
    return daemon;
  }
}
