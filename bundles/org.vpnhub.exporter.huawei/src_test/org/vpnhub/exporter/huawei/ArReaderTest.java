package org.vpnhub.exporter.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/** A configuration as routers print it, which no exporter of ours wrote. */
class ArReaderTest {
  private final String sample = sample();
  private final DeviceConfiguration found = VrpReader.AR.read(sample);

  private static String sample() {
    try {
      return Files.readString(Path.of("src_test/org/vpnhub/exporter/huawei/read/branch-ar.txt"));
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

  private void says(FoundTunnel tunnel, Parameter parameter, String value, String where) {
    int line = where.isEmpty() ? 0 : line(where);
    assertEquals(List.of(new Found(value, line)), tunnel.all(parameter), parameter.words());
  }

  private static List<String> values(FoundTunnel tunnel, Parameter parameter) {
    return tunnel.all(parameter).stream().map(Found::value).toList();
  }

  @Test
  void anEntryOfThePolicyIsATunnel() {
    assertEquals(2, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("office 10", t.name());
    says(t, Parameter.PEER, "198.51.100.1", " remote-address 198.51.100.1");
    says(t, Parameter.IKE_VERSION, "ikev1", " version 1");
    says(t, Parameter.IKE_MODE, "aggressive", "exchange-mode");
    says(t, Parameter.IKE_ENCRYPTION, "3des", "encryption-algorithm 3des");
    says(t, Parameter.IKE_HASH, "sha1", "authentication-algorithm sha1");
    says(t, Parameter.IKE_GROUP, "group2", "dh group2");
    says(t, Parameter.IKE_LIFETIME, "28800", "sa duration 28800");
    says(t, Parameter.LOCAL_ID, "nj.example.com", "ike local-name");
    says(t, Parameter.REMOTE_ID, "hub.example.net", "remote-id");
    says(t, Parameter.DPD, "30", "");
    says(t, Parameter.ESP_ENCRYPTION, "aes128", "esp encryption-algorithm aes-128");
    says(t, Parameter.PFS, "group2", "pfs dh-group2");
    says(t, Parameter.ESP_LIFETIME, "3600", "");
    says(t, Parameter.VOLUME_LIFETIME, "1843200", "");
    says(t, Parameter.TCP_MSS, "1360", "adjust-mss 1360");
    says(t, Parameter.ROUTE, "10.0.0.0/16", "ip route-static 10.0.0.0");
    assertEquals("%^%#Rout3r-Key%^%#", t.key().orElseThrow().text());
  }

  @Test
  void aTunnelInterfaceIsATunnelForAllThatIsRoutedToIt() {
    FoundTunnel t = found.tunnels().getLast();
    assertEquals("tunnel0/0/1", t.name());
    assertEquals(List.of("0.0.0.0/0 - 0.0.0.0/0"), values(t, Parameter.SELECTOR));
    assertEquals("198.51.100.9", t.one(Parameter.PEER).orElseThrow().value());
    says(t, Parameter.IKE_VERSION, "ikev2", "undo version 1");
    says(t, Parameter.LOCAL_ID, "203.0.113.40", "");
    says(t, Parameter.ESP_ENCRYPTION, "aes256", "");
    says(t, Parameter.ESP_HASH, "sha256", "");
    says(t, Parameter.PFS, "group14", "pfs dh-group14");
    says(t, Parameter.VOLUME_LIFETIME, "none", "traffic-based 0");
    says(t, Parameter.TCP_MSS, "1300", "adjust-mss 1300");
    says(t, Parameter.ROUTE, "172.20.0.0/16", "Tunnel0/0/1 track");
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
            line("ppk-id"),
            "ppk-id blue",
            line("shared local-interface"),
            "ipsec policy office shared local-interface LoopBack0"),
        texts(found.unknown()));
    assertEquals(
        Map.of(
            line("profile missing"),
            "IPsec profile missing is used and defined nowhere",
            line("profile spare"),
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
      assertTrue(skipped.containsKey(line(other)), other);
    }
    assertEquals(20, skipped.size());
  }

  @Test
  void carriageReturnsAndTrailingSpacesChangeNothing() {
    DeviceConfiguration dos = VrpReader.AR.read(sample.replace("\n", "  \r\n"));
    assertEquals(found.tunnels().toString(), dos.tunnels().toString());
    assertEquals(found.skipped(), dos.skipped());
    assertEquals(found.unknown(), dos.unknown());
  }

  /** Lines in any order, cut anywhere: no exception, and no key in what is said. */
  @Test
  void readsAnythingAndTellsNoKey() {
    Random random = new Random(20261126);
    List<String> lines = new ArrayList<>(sample.lines().toList());
    for (int i = 0; i < 100; i++) {
      Collections.shuffle(lines, random);
      String text = String.join("\n", lines.subList(0, 60));
      String said = VrpReader.AR.read(text.substring(0, random.nextInt(text.length()))).toString();
      for (String key : List.of("Rout3r-Key", "Cl0ud-Key", "s3cr3t", "c0mmun1ty")) {
        assertFalse(said.contains(key), () -> key + " in " + said);
      }
    }
  }
}
