package org.vpnhub.exporter.alibaba;

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

class AlibabaJsonTest {
  private static final DevicePlan DEVICE = DevicePlan.of("alibaba-json", "2016-04-28");
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/alibaba/golden");

  private static final String SCHEMA = schema();

  private final AlibabaJsonExporter exporter = new AlibabaJsonExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, DEVICE, GOLDEN));
  }

  @Test
  void hasTheShapeOfTheCloudsAnswer() {
    int written = 0;
    for (PlanCase c : PlanCases.on(DEVICE)) {
      Export export = exporter.export(c.open());
      if (export.refused()) continue;
      assertEquals(List.of(), faults(text(export)), c.name());
      written++;
    }
    assertTrue(written >= 10, "only " + written + " were written");
    Proof.form(exporter, "JSON schema of our own, " + written + " plans");
  }

  @Test
  void theSchemaFindsFaults() {
    String good = text(exporter.export(PlanCases.named("ikev2-two-tunnels", DEVICE).open()));
    assertEquals(List.of(), faults(good));
    for (String[] change :
        List.of(
            new String[] {"\"group14\"", "\"group19\""},
            new String[] {"\"IkePfs\"", "\"IkePFS\""},
            new String[] {"28800", "\"28800\""},
            new String[] {"\"RemoteId\": \"198.51.100.1\",", ""},
            new String[] {"10.10.20.0/24", "10.10.20.0"},
            new String[] {"\"TunnelId\": \"vco-2\"", "\"TunnelId\": 2"})) {
      String bad = good.replace(change[0], change[1]);
      assertNotEquals(List.of(), faults(bad), change[1]);
    }
  }

  private static List<String> faults(String json) {
    return new ValidatorFactory()
        .withJsonNodeFactory(new GsonNode.Factory()).validate(SCHEMA, json).getErrors().stream()
            .map(e -> e.getInstanceLocation() + " " + e.getError())
            .toList();
  }

  @Test
  void isSeenFromTheDevice() {
    JsonObject config = config("ikev2-nat");
    assertEquals("203.0.113.20", config.get("Local").getAsString());
    assertEquals("198.51.100.1", config.get("Remote").getAsString());
    assertEquals("10.10.20.0/24", config.get("LocalSubnet").getAsString());
    assertEquals(
        "10.0.0.0/16,10.10.10.0/24,10.10.30.0/24", config.get("RemoteSubnet").getAsString());
    JsonObject ike = config.getAsJsonObject("IkeConfig");
    assertEquals("hangzhou.example.com", ike.get("LocalId").getAsString());
    assertEquals("198.51.100.1", ike.get("RemoteId").getAsString());
  }

  @Test
  void twoTunnelsAreListed() {
    assertEquals(2, tunnels("ikev2-two-tunnels"));
    assertEquals(0, tunnels("ikev2-explicit"));
  }

  private static String schema() {
    try {
      return Files.readString(
          Path.of("src_test/org/vpnhub/exporter/alibaba/vpn-connection.schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int tunnels(String name) {
    return config(name).getAsJsonObject("TunnelsConfig").getAsJsonArray("TunnelConfig").size();
  }

  private JsonObject config(String name) {
    String text = text(exporter.export(PlanCases.named(name, DEVICE).open()));
    return JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("VpnConnectionConfig");
  }

  private static String text(Export export) {
    return export.files().getFirst().text();
  }
}
