package org.vpnhub.exporter.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

/** A configuration as firewalls print it, which no exporter of ours wrote. */
class UsgReaderTest {
  private final VrpReader reader = VrpReader.USG;
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/huawei/read/branch-usg.txt"));

  @Test
  void anEntryOfThePolicyIsATunnel() {
    DeviceConfiguration found = reader.read(sample.text());
    assertEquals(2, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("office 1", t.name());
    sample.says(t, Parameter.PEER, "198.51.100.1", " remote-address 198.51.100.1");
    sample.says(t, Parameter.IKE_VERSION, "ikev1", "undo version 2");
    sample.says(t, Parameter.IKE_MODE, "aggressive", "exchange-mode");
    sample.says(t, Parameter.LOCAL_ID, "bj.example.com", " local-id bj");
    sample.says(t, Parameter.REMOTE_ID, "198.51.100.1", "remote-id-type");
    sample.says(t, Parameter.DPD, "30 on-demand", "dpd type");
    sample.says(t, Parameter.ESP_ENCRYPTION, "aes192", "esp encryption-algorithm aes-192");
    sample.says(t, Parameter.ESP_HASH, "sha512", "esp authentication-algorithm");
    sample.says(t, Parameter.PFS, "group5", "pfs");
    sample.says(t, Parameter.ESP_LIFETIME, "7200", "time-based");
    sample.says(t, Parameter.VOLUME_LIFETIME, "10485760", "traffic-based");
    sample.says(t, Parameter.TCP_MSS, "1360", "tcp-mss");
    sample.says(t, Parameter.ROUTE, "10.0.0.0/16", "ip route-static 10.0.0.0");
    assertEquals("%^%#Br4nch-Key%^%#", t.key().orElseThrow().text());
  }

  @Test
  void ofSeveralProposalsTheNearestCounts() {
    FoundTunnel t = reader.read(sample.text()).tunnels().getFirst();
    FoundTunnel agreed = t.agreed(Map.of(Parameter.IKE_ENCRYPTION, List.of("3des")));
    sample.says(agreed, Parameter.IKE_ENCRYPTION, "3des", "aes-256 3des");
    sample.says(agreed, Parameter.IKE_HASH, "sha1", "authentication-algorithm sha1");
    sample.says(agreed, Parameter.IKE_GROUP, "group2", "dh group2");
    sample.says(agreed, Parameter.IKE_LIFETIME, "28800", "sa duration 28800");
  }

  /** Versions, identities, algorithms and lifetimes that nobody set. */
  @Test
  void whatIsNotSetIsTheDefault() {
    FoundTunnel t = reader.read(sample.text()).tunnels().getLast();
    sample.says(t, Parameter.IKE_VERSION, "ikev1 and ikev2", "");
    sample.says(t, Parameter.LOCAL_ID, "203.0.113.20", "");
    sample.says(t, Parameter.REMOTE_ID, "198.51.100.2", "");
    sample.says(t, Parameter.ESP_ENCRYPTION, "aes256", "");
    sample.says(t, Parameter.PFS, "none", "");
    sample.says(t, Parameter.DPD, "none", "");
    sample.says(t, Parameter.ESP_LIFETIME, "3600", "");
    assertEquals("0.0.0.0/0 - 0.0.0.0/0", t.one(Parameter.SELECTOR).orElseThrow().value());
  }

  /** The first rule that fits counts: the deny covers one network of the address set. */
  @Test
  void onlyRulesThatAreReachedCount() {
    FoundTunnel t = reader.read(sample.text()).tunnels().getFirst();
    sample.says(
        t, Parameter.PERMIT_OUT, "10.10.20.0/24 - 10.0.0.0/16", "destination-address address-set");
    assertEquals(
        List.of("10.0.0.0/16 - 10.10.20.0/24"),
        t.all(Parameter.PERMIT_IN).stream().map(Found::value).toList());
  }

  @Test
  void anExemptionBelowTheTranslationIsNone() {
    FoundTunnel t = reader.read(sample.text()).tunnels().getFirst();
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.0/24 - 172.16.9.0/24"),
        t.all(Parameter.NAT_EXEMPTION).stream().map(Found::value).toList());
    String moved =
        sample.text().replace("#\nuser-interface", " rule move late top\n#\nuser-interface");
    assertEquals(3, reader.read(moved).tunnels().getFirst().all(Parameter.NAT_EXEMPTION).size());
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    DeviceConfiguration found = reader.read(sample.text());
    assertEquals(
        Map.of(
            sample.line("eq www"),
            "rule 15 permit tcp source 10.10.20.0 0.0.0.255 destination-port eq www",
            sample.line("shiny"),
            "shiny new-thing"),
        texts(found.unknown()));
    assertEquals(
        Map.of(
            sample.line("ike-proposal 9"),
            "IKE proposal 9 is used and defined nowhere",
            sample.line("policy unused"),
            "unused 1 is an IPsec policy on no interface"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other :
        List.of(
            "sysname",
            "clock",
            "undo telnet",
            "acl number 2001",
            "interface G",
            "rule name web",
            "user-")) {
      assertTrue(skipped.containsKey(sample.line(other)), other);
    }
    assertEquals(28, skipped.size());
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(),
        ReaderContract.check(
            reader, sample.text(), "Br4nch-Key", "Second-Key", "s3cr3t", "c0mmun1ty"));
  }
}
