package org.vpnhub.exporter.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.exporter.testkit.Sample.texts;
import static org.vpnhub.exporter.testkit.Sample.values;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.ReaderContract;
import org.vpnhub.exporter.testkit.Sample;

/** A configuration as routers print it, which no exporter of ours wrote. */
class ArReaderTest {
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/huawei/read/branch-ar.txt"));
  private final DeviceConfiguration found = VrpReader.AR.read(sample.text());

  @Test
  void anEntryOfThePolicyIsATunnel() {
    assertEquals(2, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("office 10", t.name());
    sample.says(t, Parameter.PEER, "198.51.100.1", " remote-address 198.51.100.1");
    sample.says(t, Parameter.IKE_VERSION, "ikev1", " version 1");
    sample.says(t, Parameter.IKE_MODE, "aggressive", "exchange-mode");
    sample.says(t, Parameter.IKE_ENCRYPTION, "3des", "encryption-algorithm 3des");
    sample.says(t, Parameter.IKE_HASH, "sha1", "authentication-algorithm sha1");
    sample.says(t, Parameter.IKE_GROUP, "group2", "dh group2");
    sample.says(t, Parameter.IKE_LIFETIME, "28800", "sa duration 28800");
    sample.says(t, Parameter.LOCAL_ID, "nj.example.com", "ike local-name");
    sample.says(t, Parameter.REMOTE_ID, "hub.example.net", "remote-id");
    sample.says(t, Parameter.DPD, "30", "");
    sample.says(t, Parameter.ESP_ENCRYPTION, "aes128", "esp encryption-algorithm aes-128");
    sample.says(t, Parameter.PFS, "group2", "pfs dh-group2");
    sample.says(t, Parameter.ESP_LIFETIME, "3600", "");
    sample.says(t, Parameter.VOLUME_LIFETIME, "1843200", "");
    sample.says(t, Parameter.TCP_MSS, "1360", "adjust-mss 1360");
    sample.says(t, Parameter.ROUTE, "10.0.0.0/16", "ip route-static 10.0.0.0");
    assertEquals("%^%#Rout3r-Key%^%#", t.key().orElseThrow().text());
  }

  @Test
  void aTunnelInterfaceIsATunnelForAllThatIsRoutedToIt() {
    FoundTunnel t = found.tunnels().getLast();
    assertEquals("tunnel0/0/1", t.name());
    assertEquals(List.of("0.0.0.0/0 - 0.0.0.0/0"), values(t, Parameter.SELECTOR));
    assertEquals("198.51.100.9", t.one(Parameter.PEER).orElseThrow().value());
    sample.says(t, Parameter.IKE_VERSION, "ikev2", "undo version 1");
    sample.says(t, Parameter.LOCAL_ID, "203.0.113.40", "");
    sample.says(t, Parameter.ESP_ENCRYPTION, "aes256", "");
    sample.says(t, Parameter.ESP_HASH, "sha256", "");
    sample.says(t, Parameter.PFS, "group14", "pfs dh-group14");
    sample.says(t, Parameter.VOLUME_LIFETIME, "none", "traffic-based 0");
    sample.says(t, Parameter.TCP_MSS, "1300", "adjust-mss 1300");
    sample.says(t, Parameter.ROUTE, "172.20.0.0/16", "Tunnel0/0/1 track");
    assertTrue(t.isElsewhere(Parameter.NAT_EXEMPTION));
  }

  /** The deny behind the permit comes too late. */
  @Test
  void onlyWhatTheTranslationDeniesFirstIsExempt() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.9/32 - 172.16.9.0/24"),
        values(t, Parameter.SELECTOR));
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/16"), values(t, Parameter.NAT_EXEMPTION));
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    assertEquals(
        Map.of(
            sample.line("ppk-id"),
            "ppk-id blue",
            sample.line("traffic-filter"),
            "traffic-filter inbound acl name guests",
            sample.line("shared local-interface"),
            "ipsec policy office shared local-interface LoopBack0"),
        texts(found.unknown()));
    assertEquals(
        Map.of(
            sample.line("profile missing"),
            "IPsec profile missing is used and defined nowhere",
            sample.line("profile spare"),
            "spare is an IPsec profile on no interface"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other :
        List.of(
            "sysname",
            "clock",
            "vlan batch",
            "acl number 2000",
            "acl name guests",
            "aaa",
            "interface Dialer1",
            "snmp",
            "0.0.0.0 0.0.0.0",
            "user-interface vty")) {
      assertTrue(skipped.containsKey(sample.line(other)), other);
    }
    assertEquals(20, skipped.size());
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(),
        ReaderContract.check(
            VrpReader.AR, sample.text(), "Rout3r-Key", "Cl0ud-Key", "s3cr3t", "c0mmun1ty"));
  }
}
