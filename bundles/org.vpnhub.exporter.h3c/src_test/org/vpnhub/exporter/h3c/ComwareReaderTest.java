package org.vpnhub.exporter.h3c;

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
class ComwareReaderTest {
  private final ComwareReader reader = ComwareReader.FIREWALL;
  private final String sample = sample();
  private final DeviceConfiguration found = reader.read(sample);

  private static String sample() {
    try {
      return Files.readString(Path.of("src_test/org/vpnhub/exporter/h3c/read/office-f1000.txt"));
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
  void anEntryWithAnIkeProfileIsIkev1() {
    assertEquals(2, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("office 10", t.name());
    says(t, Parameter.PEER, "198.51.100.1", " remote-address 198.51.100.1");
    says(t, Parameter.IKE_VERSION, "ikev1", "ike-profile hub");
    says(t, Parameter.IKE_MODE, "main", "");
    says(t, Parameter.IKE_ENCRYPTION, "aes128", "aes-cbc-128");
    says(t, Parameter.IKE_HASH, "sha1", "");
    says(t, Parameter.IKE_GROUP, "group5", "dh group5");
    says(t, Parameter.IKE_LIFETIME, "86400", "");
    says(t, Parameter.LOCAL_ID, "203.0.113.20", "");
    says(t, Parameter.DPD, "20", "ike dpd");
    says(t, Parameter.ESP_LIFETIME, "3600", "");
    says(t, Parameter.VOLUME_LIFETIME, "1843200", "traffic-based 1843200");
    says(t, Parameter.TCP_MSS, "1360", "tcp mss");
    says(t, Parameter.ROUTE, "10.0.0.0/16", "ip route-static 10.0.0.0");
    assertEquals("$c$3$Off1ce-Key", t.key().orElseThrow().text());
    FoundTunnel agreed = t.agreed(Map.of(Parameter.ESP_ENCRYPTION, List.of("3des")));
    says(agreed, Parameter.ESP_HASH, "sha1", "algorithm sha1");
    says(agreed, Parameter.PFS, "none", "");
  }

  @Test
  void anEntryWithAnIkev2ProfileIsIkev2() {
    FoundTunnel t = found.tunnels().getLast();
    says(t, Parameter.IKE_VERSION, "ikev2", "ikev2-profile second");
    says(t, Parameter.IKE_LIFETIME, "28800", "sa duration 28800");
    says(t, Parameter.LOCAL_ID, "gz.example.com", "identity local");
    says(t, Parameter.REMOTE_ID, "hub2.example.net", "hub2.example.net");
    says(t, Parameter.DPD, "10 on-demand", "dpd interval 10");
    says(t, Parameter.ESP_LIFETIME, "7200", "time-based 7200");
    says(t, Parameter.VOLUME_LIFETIME, "none", "4294967295");
    assertEquals("$c$3$Second-Key", t.key().orElseThrow().text());
    FoundTunnel agreed = t.agreed(Map.of(Parameter.IKE_GROUP, List.of("group19")));
    says(agreed, Parameter.IKE_GROUP, "group19", "dh group14 group19");
    says(agreed, Parameter.IKE_HASH, "sha512 with PRF sha256", "prf sha256");
  }

  /** The deny behind the permit comes too late; every translation must leave it out. */
  @Test
  void onlyWhatAllTranslationsDenyFirstIsExempt() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.9/32 - 172.16.9.0/24"),
        values(t, Parameter.SELECTOR));
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/16"), values(t, Parameter.NAT_EXEMPTION));
    String easy = sample.replace(" nat outbound 3500", " nat outbound");
    FoundTunnel translated = reader.read(easy).tunnels().getFirst();
    assertEquals(List.of(), values(translated, Parameter.NAT_EXEMPTION));
    String without = sample.replaceAll(" nat outbound.*\n", "");
    assertTrue(reader.read(without).tunnels().getFirst().isElsewhere(Parameter.NAT_EXEMPTION));
  }

  @Test
  void onlyRulesThatAreReachedCount() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/16"), values(t, Parameter.PERMIT_OUT));
    assertEquals(List.of("10.0.0.0/16 - 10.10.20.0/24"), values(t, Parameter.PERMIT_IN));
    String moved = sample.replace("#\nreturn", " move rule name no before in\n#\nreturn");
    assertEquals(List.of(), values(reader.read(moved).tunnels().getFirst(), Parameter.PERMIT_IN));
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    assertEquals(
        Map.of(
            line("rule 10 permit tcp"),
            "rule 10 permit tcp source 10.10.20.0 0.0.0.255 destination-port eq 80",
            line("shiny"),
            "ike shiny new-thing",
            line("inside-vrf"),
            "inside-vrf blue"),
        texts(found.unknown()));
    assertEquals(
        Map.of(line("policy unused"), "unused 1 is an IPsec policy on no interface"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other : List.of("sysname", "undo lldp", "acl basic", "local-user", "name web")) {
      assertTrue(skipped.containsKey(line(other)), other);
    }
    assertEquals(21, skipped.size());
  }

  @Test
  void carriageReturnsAndTrailingSpacesChangeNothing() {
    DeviceConfiguration dos = reader.read(sample.replace("\n", "  \r\n"));
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
      String said = reader.read(text.substring(0, random.nextInt(text.length()))).toString();
      for (String key : List.of("Off1ce-Key", "Wide-Key", "Second-Key", "s3cr3t", "c0mmun1ty")) {
        assertFalse(said.contains(key), () -> key + " in " + said);
      }
    }
  }
}
