package org.vpnhub.interop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The sites run what was exported, the hub something else; the hub's status gives the reason with
 * the values of both sides.
 */
@ExtendWith(RigExtension.class)
class MismatchTest {

  private static final Duration SHOWN = Duration.ofSeconds(20);

  /**
   * @param code reason code
   * @param local part of what the hub has
   * @param remote part of what the site showed
   */
  private record Expected(String code, String local, String remote) {}

  @Test
  void wrongProposals(Rig rig) {
    ModelFile exported = rig.model("proposals");
    ModelFile hub = exported.copy("proposals-hub");
    hub.ike("shanghai", "ikeEncAlg", "aes128gcm16");
    hub.ike("hangzhou", "ikePfs", "group19");
    hub.ipsec("ningbo", "ipsecEncAlg", "aes256").ipsec("ningbo", "ipsecAuthAlg", "sha512");

    expect(
        rig,
        exported,
        hub,
        Map.of(
            "shanghai",
            new Expected("EncryptionAlgorithmMismatch", "AES_GCM_16_128", "AES_GCM_16_256"),
            "hangzhou",
            new Expected("DhGroupMismatch", "ECP_256", "CURVE_25519"),
            "ningbo",
            new Expected("EncryptionAlgorithmMismatch", "AES_CBC_256", "AES_GCM_16_256")));
  }

  @Test
  void wrongKeySelectorAndIdentity(Rig rig) {
    ModelFile exported = rig.model("peers");
    ModelFile hub = exported.copy("peers-hub");
    String wrongKey = "not-the-key-of-shanghai-0123456789";
    hub.ike("shanghai", "pskReference", "").ike("shanghai", "psk", wrongKey);
    hub.remoteSubnet("hangzhou", "10.99.20.0/24");
    hub.ike("ningbo", "remoteId", "another-office.example");

    HubStatus status =
        expect(
            rig,
            exported,
            hub,
            Map.of(
                "shanghai",
                new Expected("PskMismatch", "", ""),
                "hangzhou",
                new Expected("TrafficSelectorMismatch", "10.99.20.0/24", "10.10.20.0/24"),
                "ningbo",
                new Expected("PeerIdMismatch", "another-office.example", "198.51.100.13")));
    assertFalse(status.toString().contains(wrongKey), "the key in the status");
    assertFalse(rig.hub().lastLog().contains(wrongKey), "the key in the log");
  }

  private static HubStatus expect(
      Rig rig, ModelFile exported, ModelFile hub, Map<String, Expected> all) {
    // What the sites are and what the hub is told differ: the model's own errors.
    rig.serve(hub, "--force");
    rig.load(exported);
    for (String site : all.keySet()) {
      // The answer is an error, of course.
      rig.daemon(site).initiate();
    }
    return rig.hub()
        .await(
            "every reason is shown: " + all,
            SHOWN,
            s -> all.entrySet().stream().allMatch(e -> shows(s, hub, e.getKey(), e.getValue())));
  }

  private static boolean shows(HubStatus status, ModelFile hub, String site, Expected expected) {
    return status
        .connection(hub.connectionId(site))
        .filter(
            c ->
                !c.status().equals(HubStatus.UP)
                    && c.failure().equals(expected.code())
                    && c.failureText("local").contains(expected.local())
                    && c.failureText("remote").contains(expected.remote()))
        .isPresent();
  }

  @Test
  void theSameTunnelsComeUpOnceTheHubIsMended(Rig rig) {
    ModelFile model = rig.model("mended");
    ModelFile broken = model.copy("mended-before");
    broken.ike("shanghai", "ikePfs", "group14");
    rig.serve(broken);
    rig.load(model);
    rig.hub()
        .await(
            "the mismatch",
            SHOWN,
            s -> !s.connection(model.connectionId("shanghai")).orElseThrow().failure().isEmpty());

    rig.hub().apply(model);

    rig.awaitUp(model, Topology.SITES, SHOWN);
    assertTrue(rig.unreachable(Topology.SITES).isEmpty());
  }
}
