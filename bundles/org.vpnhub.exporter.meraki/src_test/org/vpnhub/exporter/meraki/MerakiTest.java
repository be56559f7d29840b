package org.vpnhub.exporter.meraki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.plan.DevicePlan;

class MerakiTest {
  private static final DevicePlan APPLIANCE = DevicePlan.of("cisco-meraki", "18.1");
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/meraki/golden");
  private static final String CIPHER = "aes(128|192|256)|tripledes|des";
  private static final String HASH = "md5|sha1|sha256";
  private static final String GROUP = "group(1|2|5|14)";

  /** The members of the API that hold an array with one word, and what it may be. */
  private static final Map<String, String> WORDS =
      Map.of(
          "ikeCipherAlgo", CIPHER,
          "ikeAuthAlgo", HASH,
          "ikePrfAlgo", "prf(" + HASH + ")",
          "ikeDiffieHellmanGroup", GROUP,
          "childCipherAlgo", CIPHER,
          "childAuthAlgo", HASH,
          "childPfsGroup", "disabled|" + GROUP);

  private final MerakiExporter exporter = new MerakiExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, APPLIANCE, GOLDEN));
  }

  @Test
  void hasTheShapeOfTheApi() {
    int peers = 0;
    for (PlanCase c : PlanCases.on(APPLIANCE)) {
      Export export = exporter.export(c.open());
      if (export.refused()) continue;
      JsonObject body = body(export);
      assertEquals(Set.of("peers"), body.keySet());
      for (JsonElement e : body.getAsJsonArray("peers")) {
        peer(e.getAsJsonObject());
        peers++;
      }
    }
    assertTrue(peers >= 10, "only " + peers + " were written");
  }

  private static void peer(JsonObject peer) {
    assertEquals(
        Set.of(
            "name",
            "publicIp",
            "privateSubnets",
            "localId",
            "remoteId",
            "secret",
            "ikeVersion",
            "ipsecPolicies",
            "networkTags"),
        peer.keySet());
    assertTrue(peer.get("ikeVersion").getAsString().matches("[12]"));
    JsonObject policies = peer.getAsJsonObject("ipsecPolicies");
    assertEquals(WORDS.size() + 2, policies.size());
    WORDS.forEach(
        (name, form) -> {
          assertEquals(1, policies.getAsJsonArray(name).size(), name);
          String word = policies.getAsJsonArray(name).get(0).getAsString();
          assertTrue(word.matches(form), name + " is " + word);
        });
    assertTrue(policies.getAsJsonPrimitive("ikeLifetime").isNumber());
    assertTrue(policies.getAsJsonPrimitive("childLifetime").isNumber());
  }

  @Test
  void keysComeThroughAsTheyAre() {
    JsonObject peer =
        body(exporter.export(PlanCases.named("odd-names", APPLIANCE).open()))
            .getAsJsonArray("peers")
            .get(0)
            .getAsJsonObject();
    assertEquals("p@ss'w$rd{}[]\\;:,.<>|`~&*()-_=+/", peer.get("secret").getAsString());
    assertEquals("to-hub-end-100", peer.get("name").getAsString());
  }

  @Test
  void refusesAggressiveMode() {
    Export export = exporter.export(PlanCases.named("ikev1-aggressive", APPLIANCE).open());
    assertTrue(export.refused());
    assertTrue(export.problems().toString().contains("no aggressive mode"));
  }

  private static JsonObject body(Export export) {
    return JsonParser.parseString(export.files().getFirst().text()).getAsJsonObject();
  }
}
