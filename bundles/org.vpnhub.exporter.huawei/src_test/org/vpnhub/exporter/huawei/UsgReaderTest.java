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

/** A configuration as firewalls print it, which no exporter of ours wrote. */
class UsgReaderTest {
  private final VrpReader reader = VrpReader.USG;
  private final String sample = sample();

  private static String sample() {
    try {
      return Files.readString(Path.of("src_test/org/vpnhub/exporter/huawei/read/branch-usg.txt"));
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

  @Test
  void anEntryOfThePolicyIsATunnel() {
    DeviceConfiguration found = reader.read(sample);
    assertEquals(2, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("office 1", t.name());
    says(t, Parameter.PEER, "198.51.100.1", " remote-address 198.51.100.1");
    says(t, Parameter.IKE_VERSION, "ikev1", "undo version 2");
    says(t, Parameter.IKE_MODE, "aggressive", "exchange-mode");
    says(t, Parameter.LOCAL_ID, "bj.example.com", " local-id bj");
    says(t, Parameter.REMOTE_ID, "198.51.100.1", "remote-id-type");
    says(t, Parameter.DPD, "30 on-demand", "dpd type");
    says(t, Parameter.ESP_ENCRYPTION, "aes192", "esp encryption-algorithm aes-192");
    says(t, Parameter.ESP_HASH, "sha512", "esp authentication-algorithm");
    says(t, Parameter.PFS, "group5", "pfs");
    says(t, Parameter.ESP_LIFETIME, "7200", "time-based");
    says(t, Parameter.VOLUME_LIFETIME, "10485760", "traffic-based");
    says(t, Parameter.TCP_MSS, "1360", "tcp-mss");
    says(t, Parameter.ROUTE, "10.0.0.0/16", "ip route-static 10.0.0.0");
    assertEquals("%^%#Br4nch-Key%^%#", t.key().orElseThrow().text());
  }

  @Test
  void ofSeveralProposalsTheNearestCounts() {
    FoundTunnel t = reader.read(sample).tunnels().getFirst();
    FoundTunnel agreed = t.agreed(Map.of(Parameter.IKE_ENCRYPTION, List.of("3des")));
    says(agreed, Parameter.IKE_ENCRYPTION, "3des", "aes-256 3des");
    says(agreed, Parameter.IKE_HASH, "sha1", "authentication-algorithm sha1");
    says(agreed, Parameter.IKE_GROUP, "group2", "dh group2");
    says(agreed, Parameter.IKE_LIFETIME, "28800", "sa duration 28800");
  }

  /** Versions, identities, algorithms and lifetimes that nobody set. */
  @Test
  void whatIsNotSetIsTheDefault() {
    FoundTunnel t = reader.read(sample).tunnels().getLast();
    says(t, Parameter.IKE_VERSION, "ikev1 and ikev2", "");
    says(t, Parameter.LOCAL_ID, "203.0.113.20", "");
    says(t, Parameter.REMOTE_ID, "198.51.100.2", "");
    says(t, Parameter.ESP_ENCRYPTION, "aes256", "");
    says(t, Parameter.PFS, "none", "");
    says(t, Parameter.DPD, "none", "");
    says(t, Parameter.ESP_LIFETIME, "3600", "");
    assertEquals("0.0.0.0/0 - 0.0.0.0/0", t.one(Parameter.SELECTOR).orElseThrow().value());
  }

  /** The first rule that fits counts: the deny covers one network of the address set. */
  @Test
  void onlyRulesThatAreReachedCount() {
    FoundTunnel t = reader.read(sample).tunnels().getFirst();
    says(t, Parameter.PERMIT_OUT, "10.10.20.0/24 - 10.0.0.0/16", "destination-address address-set");
    assertEquals(
        List.of("10.0.0.0/16 - 10.10.20.0/24"),
        t.all(Parameter.PERMIT_IN).stream().map(Found::value).toList());
  }

  @Test
  void anExemptionBelowTheTranslationIsNone() {
    FoundTunnel t = reader.read(sample).tunnels().getFirst();
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.0/24 - 172.16.9.0/24"),
        t.all(Parameter.NAT_EXEMPTION).stream().map(Found::value).toList());
    String moved = sample.replace("#\nuser-interface", " rule move late top\n#\nuser-interface");
    assertEquals(3, reader.read(moved).tunnels().getFirst().all(Parameter.NAT_EXEMPTION).size());
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    DeviceConfiguration found = reader.read(sample);
    assertEquals(
        Map.of(
            line("eq www"),
            "rule 15 permit tcp source 10.10.20.0 0.0.0.255 destination-port eq www",
            line("shiny"),
            "shiny new-thing"),
        texts(found.unknown()));
    assertEquals(
        Map.of(
            line("ike-proposal 9"),
            "IKE proposal 9 is used and defined nowhere",
            line("policy unused"),
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
      assertTrue(skipped.containsKey(line(other)), other);
    }
    assertEquals(28, skipped.size());
  }

  @Test
  void carriageReturnsAndTrailingSpacesChangeNothing() {
    DeviceConfiguration plain = reader.read(sample);
    DeviceConfiguration dos = reader.read(sample.replace("\n", "  \r\n"));
    assertEquals(plain.tunnels().toString(), dos.tunnels().toString());
    assertEquals(plain.skipped(), dos.skipped());
    assertEquals(plain.unknown(), dos.unknown());
  }

  /** Lines in any order, cut anywhere: no exception, and no key in what is said. */
  @Test
  void readsAnythingAndTellsNoKey() {
    Random random = new Random(20261126);
    List<String> lines = new ArrayList<>(sample.lines().toList());
    for (int i = 0; i < 100; i++) {
      Collections.shuffle(lines, random);
      String text = String.join("\n", lines.subList(0, 60));
      String said = reader.read(text.substring(0, random.nextInt(text.length()))).toString();
      for (String key : List.of("Br4nch-Key", "Second-Key", "s3cr3t", "c0mmun1ty")) {
        assertFalse(said.contains(key), () -> key + " in " + said);
      }
    }
  }
}
