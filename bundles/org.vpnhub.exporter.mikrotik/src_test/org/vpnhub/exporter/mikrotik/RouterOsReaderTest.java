package org.vpnhub.exporter.mikrotik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.vpnhub.exporter.testkit.ReaderContract;
import org.vpnhub.exporter.testkit.Sample;

/** An export of a router that the exporter never saw. */
class RouterOsReaderTest {
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/mikrotik/read/branch.txt"));
  private final DeviceConfiguration found = RouterOsReader.READER.read(sample.text());

  @Test
  void aPeerWithPoliciesIsATunnel() {
    FoundTunnel hub = found.tunnels().getFirst();
    assertEquals(2, found.tunnels().size());
    assertEquals("hub", hub.name());
    assertEquals(16, hub.line());
    says(hub, Parameter.PEER, "198.51.100.1", 16);
    says(hub, Parameter.IKE_VERSION, "ikev2", 16);
    says(hub, Parameter.IKE_LIFETIME, "28800", 14);
    says(hub, Parameter.DPD, "20", 13);
    says(hub, Parameter.LOCAL_ID, "branch.example.com", 53);
    says(hub, Parameter.REMOTE_ID, "hub.example.net", 53);
    says(hub, Parameter.ESP_ENCRYPTION, "aes256gcm16", 23);
    says(hub, Parameter.ESP_HASH, "none", 23);
    says(hub, Parameter.PFS, "group19", 24);
    says(hub, Parameter.ESP_LIFETIME, "3600", 23);
    says(hub, Parameter.NAT_EXEMPTION, "192.168.88.0/24 - 172.16.0.0/16", 45);
    assertTrue(hub.isElsewhere(Parameter.PERMIT_IN));
    assertEquals(
        List.of(
            new Found("192.168.88.0/24 - 172.16.0.0/16", 58),
            new Found("192.168.88.0/24 - 172.17.0.0/16", 60)),
        hub.all(Parameter.SELECTOR));
    assertEquals("Br4nch \"Key\" $1?", hub.key().orElseThrow().text());
  }

  /** Two ciphers and two groups are four proposals, of which the wanted one is compared. */
  @Test
  void ofSeveralProposalsTheNearestCounts() {
    FoundTunnel hub = found.tunnels().getFirst();
    assertEquals(List.of(), hub.all(Parameter.IKE_GROUP));
    FoundTunnel agreed =
        hub.agreed(
            Map.of(
                Parameter.IKE_ENCRYPTION, List.of("aes128"),
                Parameter.IKE_GROUP, List.of("group14")));
    says(agreed, Parameter.IKE_ENCRYPTION, "aes128", 13);
    says(agreed, Parameter.IKE_GROUP, "group14", 13);
  }

  @Test
  void whatIsNotSaidIsTheDefaultAndWhatItWasSetTo() {
    FoundTunnel second =
        found.tunnels().getLast().agreed(Map.of(Parameter.IKE_ENCRYPTION, List.of("3des")));
    says(second, Parameter.IKE_ENCRYPTION, "3des", 0);
    says(second, Parameter.IKE_VERSION, "ikev1", 0);
    says(second, Parameter.IKE_MODE, "main", 0);
    says(second, Parameter.IKE_GROUP, "group14", 12);
    says(second, Parameter.IKE_HASH, "sha1", 0);
    says(second, Parameter.IKE_LIFETIME, "86400", 0);
    says(second, Parameter.ESP_HASH, "sha256", 21);
    says(second, Parameter.PFS, "none", 22);
    says(second, Parameter.ESP_LIFETIME, "1800", 0);
    says(second, Parameter.REMOTE_ID, "198.51.100.9", 0);
    assertTrue(second.isElsewhere(Parameter.LOCAL_ID));
    assertEquals("Second", second.key().orElseThrow().text());
  }

  @Test
  void whatIsWrongIsReportedAndWhatIsBesideIsSkipped() {
    assertEquals(
        Map.of(
            42, "the rule stands behind fasttrack, and has no effect",
            60, "the policy shares its SA with others; set level=unique",
            63, "ip ipsec peer missing is used and defined nowhere"),
        texts(found.undefined()));
    assertEquals(
        Map.of(60, "add dst-address=172.17.0.0/16 peer=hub proposal=to-hub shiny=yes \\"),
        texts(found.unknown()));
    Map<Integer, String> skipped = texts(found.skipped());
    assertTrue(skipped.containsKey(7), skipped.toString());
    assertTrue(skipped.containsKey(18), skipped.toString());
    assertTrue(skipped.containsKey(66), skipped.toString());
  }

  @Test
  void pathsWithSlashesAndCommandsBehindThemAreTheSame() {
    String slashes = sample.text().replace("/ip ipsec ", "/ip/ipsec/").replace("\n", "  \r\n");
    String oneLine = slashes.replace("\\  \r\n    ", "");
    assertEquals(
        found.tunnels().toString().replaceAll("\\d+", ""),
        RouterOsReader.READER.read(oneLine).tunnels().toString().replaceAll("\\d+", ""));
    assertEquals(
        1,
        RouterOsReader.READER
            .read(
                """
                /ip ipsec peer add name=a address=192.0.2.1
                /ip ipsec policy add peer=a tunnel=yes
                """)
            .tunnels()
            .size());
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(),
        ReaderContract.check(RouterOsReader.READER, sample.text(), "Br4nch", "5365636f6e64"));
  }
}
