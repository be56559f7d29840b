package org.vpnhub.exporter.cisco;

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
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.ReaderContract;
import org.vpnhub.exporter.testkit.Sample;

/** A running configuration as a firewall prints it, which no exporter of ours wrote. */
class AsaReaderTest {
  private static final String OFFICE =
      new Sample(Path.of("src_test/org/vpnhub/exporter/cisco/read/office-asa.txt")).text();

  private static DeviceConfiguration read(String text) {
    return new AsaReader().read(text);
  }

  @Test
  void aMapEntryWithIkev1IsPutTogether() {
    FoundTunnel t = read(OFFICE).tunnels().getFirst();
    assertEquals("outside_map 10", t.name());
    says(t, Parameter.PEER, "198.51.100.1", 87);
    says(t, Parameter.IKE_VERSION, "ikev1", 88);
    says(t, Parameter.IKE_MODE, "main", 0);
    says(t, Parameter.IKE_ENCRYPTION, "aes256", 128);
    says(t, Parameter.IKE_HASH, "sha1", 129);
    says(t, Parameter.IKE_GROUP, "group5", 130);
    says(t, Parameter.IKE_LIFETIME, "28800", 131);
    says(t, Parameter.LOCAL_ID, "203.0.113.30", 0);
    says(t, Parameter.PFS, "group5", 86);
    says(t, Parameter.ESP_LIFETIME, "3600", 89);
    says(t, Parameter.VOLUME_LIFETIME, "none", 83);
    says(t, Parameter.DPD, "30", 156);
    says(t, Parameter.TCP_MSS, "1350", 76);
    assertEquals("Off1ce-Key", t.key().orElseThrow().text());
  }

  /** Objects, a group, and a group within the group. */
  @Test
  void objectsStandForTheirNetworks() {
    FoundTunnel t = read(OFFICE).tunnels().getFirst();
    assertEquals(
        List.of(
            new Found("10.10.10.0/24 - 10.0.0.0/16", 59),
            new Found("10.10.10.0/24 - 10.10.30.0/24", 59),
            new Found("10.10.10.0/24 - 10.10.40.7/32", 59)),
        t.all(Parameter.SELECTOR));
    DeviceConfiguration without = read(OFFICE.replace("object network VPC\n", ""));
    assertTrue(
        without.undefined().stream().anyMatch(l -> l.text().contains("network object VPC")),
        without.undefined().toString());
  }

  /** The printer's rule stands behind the one that translates the whole office. */
  @Test
  void onlyWhatIsExemptBeforeItIsTranslatedIsExempt() {
    says(
        read(OFFICE).tunnels().getFirst(),
        Parameter.NAT_EXEMPTION,
        "10.10.10.0/24 - 10.0.0.0/16",
        66);
    String late = OFFICE.replace(") source dynamic OFFICE", ") after-auto source dynamic OFFICE");
    assertEquals(2, read(late).tunnels().getFirst().all(Parameter.NAT_EXEMPTION).size());
    String off = OFFICE.replace("VPC VPC no-proxy-arp route-lookup", "VPC VPC inactive");
    assertEquals(List.of(), read(off).tunnels().getFirst().all(Parameter.NAT_EXEMPTION));
  }

  @Test
  void ofSeveralProposalsTheNearestCounts() {
    FoundTunnel t = read(OFFICE).tunnels().get(1);
    FoundTunnel agreed =
        t.agreed(
            Map.of(
                Parameter.IKE_ENCRYPTION, List.of("aes128"),
                Parameter.IKE_GROUP, List.of("group14"),
                Parameter.ESP_ENCRYPTION, List.of("aes128"),
                Parameter.ESP_HASH, List.of("sha1")));
    says(agreed, Parameter.IKE_ENCRYPTION, "aes128", 107);
    says(agreed, Parameter.IKE_GROUP, "group14", 109);
    says(agreed, Parameter.ESP_ENCRYPTION, "aes128", 80);
    says(agreed, Parameter.ESP_HASH, "sha1", 81);
    FoundTunnel gcm = t.agreed(Map.of(Parameter.IKE_ENCRYPTION, List.of("aes256gcm16")));
    says(gcm, Parameter.IKE_HASH, "sha384", 116);
  }

  @Test
  void eachPeerOfAnEntryIsATunnel() {
    List<FoundTunnel> tunnels = read(OFFICE).tunnels();
    assertEquals(3, tunnels.size());
    FoundTunnel first = tunnels.get(1);
    says(first, Parameter.PEER, "192.0.2.9", 93);
    says(first, Parameter.IKE_VERSION, "ikev2", 95);
    says(first, Parameter.DPD, "none", 161);
    says(first, Parameter.PFS, "the group that the release has", 92);
    says(first, Parameter.ESP_LIFETIME, "28800", 0);
    assertEquals("Second-Key", first.key().orElseThrow().text());
    // Without keys for IKEv2 it is IKEv1.
    says(tunnels.get(2), Parameter.IKE_VERSION, "ikev1", 94);
    assertTrue(tunnels.get(2).key().isEmpty());
  }

  @Test
  void whatIsBesideTheTunnelsIsSkippedAndWhatIsWrongInThemIsNot() {
    DeviceConfiguration found = read(OFFICE);
    assertEquals(
        Map.of(
            61, "access-list TO-SECOND extended permit tcp object OFFICE any4 object-group WEB",
            96, "crypto map outside_map 20 set shiny new-thing",
            132, "crypto ikev1 shiny other-thing"),
        texts(found.unknown()));
    assertEquals(
        Map.of(93, "tunnel group 192.0.2.10 is used and defined nowhere"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (int line :
        List.of(9, 12, 22, 27, 33, 40, 44, 53, 57, 67, 74, 84, 99, 102, 139, 145, 163)) {
      assertTrue(skipped.containsKey(line), line + " in " + skipped);
    }
    assertFalse(skipped.containsKey(16), skipped.toString());
  }

  @Test
  void theIdentityMayBeSet() {
    FoundTunnel named =
        read(OFFICE.replace("ssh version 2", "crypto isakmp identity hostname"))
            .tunnels()
            .getFirst();
    says(named, Parameter.LOCAL_ID, "HZ-FW.office.example.com", 134);
    FoundTunnel id =
        read(OFFICE.replace("ssh version 2", "crypto isakmp identity key-id hz"))
            .tunnels()
            .getFirst();
    says(id, Parameter.LOCAL_ID, "hz", 134);
    FoundTunnel dhcp =
        read(OFFICE.replace("203.0.113.30 255.255.255.252", "dhcp setroute")).tunnels().getFirst();
    assertTrue(dhcp.isElsewhere(Parameter.LOCAL_ID));
  }

  @Test
  void policiesWithoutIndentationAreTheSame() {
    String flat =
        OFFICE.replaceAll("(?m)^ (encryption|integrity|prf|group|hash|lifetime|ikev)", "$1");
    assertEquals(read(OFFICE).tunnels().toString(), read(flat).tunnels().toString());
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(), ReaderContract.check(new AsaReader(), OFFICE, "Off1ce-Key", "Second-Key"));
  }
}
