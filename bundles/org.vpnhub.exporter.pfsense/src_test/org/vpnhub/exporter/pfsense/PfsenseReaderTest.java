package org.vpnhub.exporter.pfsense;

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
class PfsenseReaderTest {
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/pfsense/read/config.xml"));
  private final DeviceConfiguration found = PfsenseReader.READER.read(sample.text());

  @Test
  void aPhase1WithItsPhases2IsATunnel() {
    assertEquals(1, found.tunnels().size());
    FoundTunnel hub =
        found.tunnels().getFirst().agreed(Map.of(Parameter.IKE_ENCRYPTION, List.of("aes256gcm16")));
    assertEquals("to the hub", hub.name());
    says(hub, Parameter.PEER, "198.51.100.1", 23);
    says(hub, Parameter.IKE_VERSION, "ikev2", 21);
    says(hub, Parameter.IKE_ENCRYPTION, "aes256gcm16", 32);
    says(hub, Parameter.IKE_HASH, "sha384", 35);
    says(hub, Parameter.IKE_GROUP, "group20", 37);
    says(hub, Parameter.IKE_LIFETIME, "28800", 0);
    says(hub, Parameter.LOCAL_ID, "branch.example.com", 26);
    says(hub, Parameter.REMOTE_ID, "198.51.100.1", 23);
    says(hub, Parameter.DPD, "none", 0);
    says(hub, Parameter.ESP_ENCRYPTION, "aes192", 82);
    says(hub, Parameter.ESP_HASH, "sha512", 85);
    says(hub, Parameter.PFS, "none", 0);
    says(hub, Parameter.ESP_LIFETIME, "1800", 86);
    assertEquals(
        List.of("192.168.10.0/24 - 172.16.0.5/32", "192.168.10.0/24 - 172.17.0.0/16"),
        hub.all(Parameter.SELECTOR).stream().map(Found::value).toList());
    assertEquals("Br4nch<Key", hub.key().orElseThrow().text());
  }

  @Test
  void whatIsWrongIsReportedAndWhatIsBesideIsSkipped() {
    assertEquals(
        Map.of(
            88, "phase 2 has another proposal than the first of its phase 1",
            108, "there is no phase 1 with the ikeid 9"),
        texts(found.undefined()));
    assertEquals(Map.of(57, "<shiny>yes</shiny>", 91, "<localid>"), texts(found.unknown()));
    assertEquals(
        List.of(3, 4, 8, 15, 18, 59, 65, 113), List.copyOf(texts(found.skipped()).keySet()));
  }

  @Test
  void whatIsNoXmlIsReportedWithoutItsKeys() {
    String[] lines = sample.text().split("\n");
    for (int i = 1; i < lines.length; i++) {
      String said =
          PfsenseReader.READER.read(String.join("\n", List.of(lines).subList(0, i))).toString();
      assertFalse(said.contains("Br4nch"), said);
    }
    assertEquals(1, PfsenseReader.READER.read("no XML").unknown().size());
  }
}
