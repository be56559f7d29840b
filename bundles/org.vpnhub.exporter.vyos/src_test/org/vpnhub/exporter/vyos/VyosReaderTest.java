package org.vpnhub.exporter.vyos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.exporter.testkit.Sample.says;
import static org.vpnhub.exporter.testkit.Sample.texts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.ReaderContract;
import org.vpnhub.exporter.testkit.Sample;

/** The commands of a router that the exporter never saw. */
class VyosReaderTest {
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/vyos/read/branch.txt"));
  private final DeviceConfiguration found = VyosReader.READER.read(sample.text());

  @Test
  void aPeerWithAnInterfaceOffersEverything() {
    assertEquals(2, found.tunnels().size());
    FoundTunnel hub = found.tunnels().getFirst();
    says(hub, Parameter.PEER, "198.51.100.1", 59);
    says(hub, Parameter.IKE_VERSION, "ikev2", 43);
    says(hub, Parameter.IKE_ENCRYPTION, "aes256gcm16", 45);
    says(hub, Parameter.IKE_HASH, "sha384", 46);
    says(hub, Parameter.IKE_GROUP, "group19", 44);
    says(hub, Parameter.IKE_LIFETIME, "28800", 0);
    says(hub, Parameter.DPD, "15", 41);
    says(hub, Parameter.LOCAL_ID, "branch.example.com", 54);
    says(hub, Parameter.REMOTE_ID, "hub.example.net", 56);
    says(hub, Parameter.ESP_LIFETIME, "1800", 33);
    says(hub, Parameter.PFS, "group19", 0);
    says(hub, Parameter.SELECTOR, "0.0.0.0/0 - 0.0.0.0/0", 60);
    says(hub, Parameter.ROUTE, "172.16.0.0/16", 23);
    says(hub, Parameter.TCP_MSS, "1360", 17);
    assertEquals("Br4nch-Key#1", hub.key().orElseThrow().text());
  }

  @Test
  void ofSeveralProposalsTheNearestCounts() {
    FoundTunnel hub = found.tunnels().getFirst();
    FoundTunnel agreed = hub.agreed(Map.of(Parameter.ESP_ENCRYPTION, List.of("aes128")));
    says(agreed, Parameter.ESP_HASH, "sha256", 36);
    agreed = hub.agreed(Map.of(Parameter.ESP_ENCRYPTION, List.of("aes256gcm16")));
    says(agreed, Parameter.ESP_HASH, "none", 34);
  }

  /** Rule 20 drops everything, so that rule 30 comes too late; NAT is for another interface. */
  @Test
  void rulesCountByTheirNumbers() {
    FoundTunnel hub = found.tunnels().getFirst();
    says(hub, Parameter.PERMIT_OUT, "192.168.10.0/24 - 172.16.0.0/16", 3);
    assertEquals(List.of(), hub.all(Parameter.PERMIT_IN));
    assertTrue(hub.isElsewhere(Parameter.NAT_EXEMPTION));
    String any = sample.text().replaceAll("(?m)^set nat source rule 20 outbound.*\n", "");
    assertFalse(
        VyosReader.READER.read(any).tunnels().getFirst().isElsewhere(Parameter.NAT_EXEMPTION));
  }

  @Test
  void whatIsNotSaidIsTheDefault() {
    FoundTunnel map = found.tunnels().getLast();
    says(map, Parameter.IKE_MODE, "aggressive", 48);
    says(map, Parameter.IKE_ENCRYPTION, "3des", 50);
    says(map, Parameter.IKE_HASH, "sha1", 0);
    says(map, Parameter.IKE_GROUP, "group2", 0);
    says(map, Parameter.DPD, "none", 0);
    says(map, Parameter.LOCAL_ID, "203.0.113.40", 65);
    says(map, Parameter.REMOTE_ID, "198.51.100.9", 66);
    says(map, Parameter.SELECTOR, "192.168.10.0/24 - 10.9.0.0/16", 69);
    assertEquals("Second-Key", map.key().orElseThrow().text());
    FoundTunnel old =
        VyosReader.READER
            .read(sample.text().replace("esp-group 'GONE'", "esp-group 'OLD'"))
            .tunnels()
            .getLast();
    says(old, Parameter.VOLUME_LIFETIME, "4608000", 37);
    says(old, Parameter.PFS, "group5", 39);
  }

  @Test
  void whatIsWrongIsReportedAndWhatIsBesideIsSkipped() {
    assertEquals(
        Map.of(67, "ESP group GONE is used and defined nowhere"), texts(found.undefined()));
    assertEquals(
        Map.of(
            18, "set interfaces vti vti7 shiny 'yes'",
            49, "set vpn ipsec ike-group OLD new-thing 'on'",
            53, "set vpn ipsec quantum 'yes'"),
        texts(found.unknown()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (int line : List.of(1, 13, 25, 26, 73)) {
      assertTrue(skipped.containsKey(line), line + " in " + skipped);
    }
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(), ReaderContract.check(VyosReader.READER, sample.text(), "Br4nch", "Second-Key"));
  }
}
