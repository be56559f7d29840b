package org.vpnhub.exporter.h3c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.vpnhub.exporter.testkit.Sample;

/** A configuration as routers print it, which no exporter of ours wrote. */
class MsrReaderTest {
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/h3c/read/branch-msr.txt"));
  private final DeviceConfiguration found = ComwareReader.ROUTER.read(sample.text());
  private final FoundTunnel tunnel = found.tunnels().getFirst();

  @Test
  void anEntryOfThePolicyIsATunnelWithoutAnyZone() {
    assertEquals(1, found.tunnels().size());
    assertEquals("hq 1", tunnel.name());
    sample.says(tunnel, Parameter.PEER, "198.51.100.7", " remote-address");
    sample.says(tunnel, Parameter.IKE_VERSION, "ikev2", "ikev2-profile hq");
    sample.says(tunnel, Parameter.IKE_ENCRYPTION, "aes128", "encryption aes-cbc-128");
    sample.says(tunnel, Parameter.IKE_HASH, "sha384", "integrity sha384");
    sample.says(tunnel, Parameter.IKE_GROUP, "group20", "dh group20");
    sample.says(tunnel, Parameter.IKE_LIFETIME, "86400", "");
    sample.says(tunnel, Parameter.LOCAL_ID, "xa@example.com", "identity local email");
    sample.says(tunnel, Parameter.REMOTE_ID, "198.51.100.7", "match remote identity");
    sample.says(tunnel, Parameter.DPD, "20", "dpd interval 20");
    sample.says(tunnel, Parameter.ESP_ENCRYPTION, "aes192", "aes-cbc-192");
    sample.says(tunnel, Parameter.ESP_HASH, "sha512", "algorithm sha512");
    sample.says(tunnel, Parameter.PFS, "group24", "pfs dh-group24");
    sample.says(tunnel, Parameter.ESP_LIFETIME, "43200", "time-based 43200");
    sample.says(tunnel, Parameter.VOLUME_LIFETIME, "1843200", "");
    sample.says(tunnel, Parameter.TCP_MSS, "1350", "tcp mss");
    sample.says(tunnel, Parameter.ROUTE, "10.0.0.0/8", "preference 70");
    assertEquals("$c$3$Msr-Key", tunnel.key().orElseThrow().text());
  }

  @Test
  void whatIsTranslatedIsNotExempt() {
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/8", "10.10.21.0/24 - 10.0.0.0/8"),
        values(tunnel, Parameter.SELECTOR));
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/8"), values(tunnel, Parameter.NAT_EXEMPTION));
  }

  /** No policy and no zone is missed on a router. */
  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    assertEquals(
        Map.of(
            sample.line("packet-filter name"),
            "packet-filter name wan inbound",
            sample.line("tunnel protection"),
            "tunnel protection everywhere"),
        texts(found.unknown()));
    assertEquals(Map.of(), texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other :
        List.of("sysname", "nqa", "Dialer1", "advanced name wan", "local-user", "snmp")) {
      assertTrue(skipped.containsKey(sample.line(other)), other);
    }
    assertEquals(17, skipped.size());
    assertFalse(found.toString().contains("s3cr3t"));
  }
}
