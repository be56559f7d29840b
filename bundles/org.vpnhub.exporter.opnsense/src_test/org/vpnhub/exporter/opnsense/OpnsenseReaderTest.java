package org.vpnhub.exporter.opnsense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.vpnhub.exporter.testkit.Sample.says;
import static org.vpnhub.exporter.testkit.Sample.texts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.Sample;

/** A config.xml that the exporter never saw. */
class OpnsenseReaderTest {
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/opnsense/read/config.xml"));
  private final DeviceConfiguration found = OpnsenseReader.READER.read(sample.text());

  @Test
  void aConnectionWithItsChildrenIsATunnel() {
    assertEquals(1, found.tunnels().size());
    FoundTunnel hub =
        found.tunnels().getFirst().agreed(Map.of(Parameter.IKE_GROUP, List.of("group20")));
    assertEquals("to the hub", hub.name());
    says(hub, Parameter.PEER, "198.51.100.1", 37);
    says(hub, Parameter.IKE_VERSION, "ikev1 or ikev2", 34);
    says(hub, Parameter.IKE_ENCRYPTION, "aes256gcm16", 31);
    says(hub, Parameter.IKE_HASH, "sha384", 31);
    says(hub, Parameter.IKE_LIFETIME, "14400", 0);
    says(hub, Parameter.DPD, "15", 39);
    says(hub, Parameter.LOCAL_ID, "branch.example.com", 55);
    says(hub, Parameter.REMOTE_ID, "hub.example.net", 64);
    says(hub, Parameter.ESP_HASH, "none", 76);
    says(hub, Parameter.PFS, "group20", 76);
    says(hub, Parameter.ESP_LIFETIME, "1800", 81);
    assertEquals(
        List.of("192.168.10.0/24 - 172.16.0.0/16", "192.168.11.0/24 - 172.16.0.0/16"),
        hub.all(Parameter.SELECTOR).stream().map(Found::value).toList());
    assertEquals("Br4nch&Key", hub.key().orElseThrow().text());
  }

  @Test
  void whatIsWrongIsReportedAndWhatIsBesideIsSkipped() {
    assertEquals(
        Map.of(
            66,
            "there is no connection gone",
            83,
            "the child has another proposal than the first; the child is not in tunnel mode"
                + " with policies"),
        texts(found.undefined()));
    assertEquals(Map.of(40, "<shiny>1</shiny>"), texts(found.unknown()));
    assertEquals(List.of(3, 7, 11, 43, 92), List.copyOf(texts(found.skipped()).keySet()));
  }

  @Test
  void whatIsNoXmlIsReportedWithoutItsKeys() {
    String[] lines = sample.text().split("\n");
    for (int i = 1; i < lines.length; i++) {
      String said =
          OpnsenseReader.READER.read(String.join("\n", List.of(lines).subList(0, i))).toString();
      assertFalse(said.contains("Br4nch"), said);
    }
    assertEquals(1, OpnsenseReader.READER.read("no XML").unknown().size());
  }
}
