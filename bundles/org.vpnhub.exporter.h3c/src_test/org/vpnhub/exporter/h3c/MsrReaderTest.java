package org.vpnhub.exporter.h3c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/** A configuration as routers print it, which no exporter of ours wrote. */
class MsrReaderTest {
  private final String sample = sample();
  private final DeviceConfiguration found = ComwareReader.ROUTER.read(sample);

  private static String sample() {
    try {
      return Files.readString(Path.of("src_test/org/vpnhub/exporter/h3c/read/branch-msr.txt"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int line(String text) {
    List<String> lines = sample.lines().toList();
    for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains(text)) return i + 1;
    throw new IllegalArgumentException(text);
  }

  private static Map<Integer, String> texts(List<DeviceConfiguration.Line> lines) {
    return lines.stream()
        .collect(
            Collectors.toMap(DeviceConfiguration.Line::number, DeviceConfiguration.Line::text));
  }

  private void says(Parameter parameter, String value, String where) {
    int line = where.isEmpty() ? 0 : line(where);
    FoundTunnel tunnel = found.tunnels().getFirst();
    assertEquals(List.of(new Found(value, line)), tunnel.all(parameter), parameter.words());
  }

  private List<String> values(Parameter parameter) {
    return found.tunnels().getFirst().all(parameter).stream().map(Found::value).toList();
  }

  @Test
  void anEntryOfThePolicyIsATunnelWithoutAnyZone() {
    assertEquals(1, found.tunnels().size());
    assertEquals("hq 1", found.tunnels().getFirst().name());
    says(Parameter.PEER, "198.51.100.7", " remote-address");
    says(Parameter.IKE_VERSION, "ikev2", "ikev2-profile hq");
    says(Parameter.IKE_ENCRYPTION, "aes128", "encryption aes-cbc-128");
    says(Parameter.IKE_HASH, "sha384", "integrity sha384");
    says(Parameter.IKE_GROUP, "group20", "dh group20");
    says(Parameter.IKE_LIFETIME, "86400", "");
    says(Parameter.LOCAL_ID, "xa@example.com", "identity local email");
    says(Parameter.REMOTE_ID, "198.51.100.7", "match remote identity");
    says(Parameter.DPD, "20", "dpd interval 20");
    says(Parameter.ESP_ENCRYPTION, "aes192", "aes-cbc-192");
    says(Parameter.ESP_HASH, "sha512", "algorithm sha512");
    says(Parameter.PFS, "group24", "pfs dh-group24");
    says(Parameter.ESP_LIFETIME, "43200", "time-based 43200");
    says(Parameter.VOLUME_LIFETIME, "1843200", "");
    says(Parameter.TCP_MSS, "1350", "tcp mss");
    says(Parameter.ROUTE, "10.0.0.0/8", "preference 70");
    assertEquals("$c$3$Msr-Key", found.tunnels().getFirst().key().orElseThrow().text());
  }

  @Test
  void whatIsTranslatedIsNotExempt() {
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/8", "10.10.21.0/24 - 10.0.0.0/8"),
        values(Parameter.SELECTOR));
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/8"), values(Parameter.NAT_EXEMPTION));
  }

  /** No policy and no zone is missed on a router. */
  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    assertEquals(
        Map.of(
            line("packet-filter name"),
            "packet-filter name wan inbound",
            line("tunnel protection"),
            "tunnel protection everywhere"),
        texts(found.unknown()));
    assertEquals(Map.of(), texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other :
        List.of("sysname", "nqa", "Dialer1", "advanced name wan", "local-user", "snmp")) {
      assertTrue(skipped.containsKey(line(other)), other);
    }
    assertEquals(17, skipped.size());
    assertFalse(found.toString().contains("s3cr3t"));
  }
}
