package org.vpnhub.exporter.meraki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.plan.DevicePlan;

class MerakiTest {
  private static final DevicePlan APPLIANCE = DevicePlan.of("cisco-meraki", "18.1");
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/meraki/golden");
  private static final String SCHEMA = schema();

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
    int written = 0;
    for (PlanCase c : PlanCases.on(APPLIANCE)) {
      Export export = exporter.export(c.open());
      if (export.refused()) continue;
      assertEquals(List.of(), faults(text(export)), c.name());
      written++;
    }
    assertTrue(written >= 9, "only " + written + " were written");
    Proof.form(exporter, "JSON schema of our own, " + written + " plans");
  }

  @Test
  void theSchemaFindsFaults() {
    String good = text(exporter.export(PlanCases.named("ikev2-explicit", APPLIANCE).open()));
    assertEquals(List.of(), faults(good));
    for (String[] change :
        List.of(
            new String[] {"\"group14\"", "\"group19\""},
            new String[] {"\"prfsha256\"", "\"prfsha256\", \"prfsha1\""},
            new String[] {"\"ikeVersion\": \"2\"", "\"ikeVersion\": 2"},
            new String[] {"\"childPfsGroup\"", "\"childPfsgroup\""},
            new String[] {"\"remoteId\": \"198.51.100.1\",", ""},
            new String[] {"10.0.0.0/16", "10.0.0.0/33"})) {
      assertNotEquals(List.of(), faults(good.replace(change[0], change[1])), change[1]);
    }
  }

  private static List<String> faults(String json) {
    return new ValidatorFactory()
        .withJsonNodeFactory(new GsonNode.Factory()).validate(SCHEMA, json).getErrors().stream()
            .map(e -> e.getInstanceLocation() + " " + e.getError())
            .toList();
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
    return JsonParser.parseString(text(export)).getAsJsonObject();
  }

  private static String text(Export export) {
    return export.files().getFirst().text();
  }

  private static String schema() {
    try {
      return Files.readString(
          Path.of("src_test/org/vpnhub/exporter/meraki/third-party-vpn-peers.schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
