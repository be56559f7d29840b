package org.vpnhub.exporter.h3c;

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

/** A configuration as firewalls print it, which no exporter of ours wrote. */
class ComwareReaderTest {
  private final ComwareReader reader = ComwareReader.FIREWALL;
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/h3c/read/office-f1000.txt"));
  private final DeviceConfiguration found = reader.read(sample.text());

  @Test
  void anEntryWithAnIkeProfileIsIkev1() {
    assertEquals(2, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("office 10", t.name());
    sample.says(t, Parameter.PEER, "198.51.100.1", " remote-address 198.51.100.1");
    sample.says(t, Parameter.IKE_VERSION, "ikev1", "ike-profile hub");
    sample.says(t, Parameter.IKE_MODE, "main", "");
    sample.says(t, Parameter.IKE_ENCRYPTION, "aes128", "aes-cbc-128");
    sample.says(t, Parameter.IKE_HASH, "sha1", "");
    sample.says(t, Parameter.IKE_GROUP, "group5", "dh group5");
    sample.says(t, Parameter.IKE_LIFETIME, "86400", "");
    sample.says(t, Parameter.LOCAL_ID, "203.0.113.20", "");
    sample.says(t, Parameter.DPD, "20", "ike dpd");
    sample.says(t, Parameter.ESP_LIFETIME, "3600", "");
    sample.says(t, Parameter.VOLUME_LIFETIME, "1843200", "traffic-based 1843200");
    sample.says(t, Parameter.TCP_MSS, "1360", "tcp mss");
    sample.says(t, Parameter.ROUTE, "10.0.0.0/16", "ip route-static 10.0.0.0");
    assertEquals("$c$3$Off1ce-Key", t.key().orElseThrow().text());
    FoundTunnel agreed = t.agreed(Map.of(Parameter.ESP_ENCRYPTION, List.of("3des")));
    sample.says(agreed, Parameter.ESP_HASH, "sha1", "algorithm sha1");
    sample.says(agreed, Parameter.PFS, "none", "");
  }

  @Test
  void anEntryWithAnIkev2ProfileIsIkev2() {
    FoundTunnel t = found.tunnels().getLast();
    sample.says(t, Parameter.IKE_VERSION, "ikev2", "ikev2-profile second");
    sample.says(t, Parameter.IKE_LIFETIME, "28800", "sa duration 28800");
    sample.says(t, Parameter.LOCAL_ID, "gz.example.com", "identity local");
    sample.says(t, Parameter.REMOTE_ID, "hub2.example.net", "hub2.example.net");
    sample.says(t, Parameter.DPD, "10 on-demand", "dpd interval 10");
    sample.says(t, Parameter.ESP_LIFETIME, "7200", "time-based 7200");
    sample.says(t, Parameter.VOLUME_LIFETIME, "none", "4294967295");
    assertEquals("$c$3$Second-Key", t.key().orElseThrow().text());
    FoundTunnel agreed = t.agreed(Map.of(Parameter.IKE_GROUP, List.of("group19")));
    sample.says(agreed, Parameter.IKE_GROUP, "group19", "dh group14 group19");
    sample.says(agreed, Parameter.IKE_HASH, "sha512 with PRF sha256", "prf sha256");
  }

  /** The deny behind the permit comes too late; every translation must leave it out. */
  @Test
  void onlyWhatAllTranslationsDenyFirstIsExempt() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.9/32 - 172.16.9.0/24"),
        values(t, Parameter.SELECTOR));
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/16"), values(t, Parameter.NAT_EXEMPTION));
    String easy = sample.text().replace(" nat outbound 3500", " nat outbound");
    FoundTunnel translated = reader.read(easy).tunnels().getFirst();
    assertEquals(List.of(), values(translated, Parameter.NAT_EXEMPTION));
    String without = sample.text().replaceAll(" nat outbound.*\n", "");
    assertTrue(reader.read(without).tunnels().getFirst().isElsewhere(Parameter.NAT_EXEMPTION));
  }

  @Test
  void onlyRulesThatAreReachedCount() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/16"), values(t, Parameter.PERMIT_OUT));
    assertEquals(List.of("10.0.0.0/16 - 10.10.20.0/24"), values(t, Parameter.PERMIT_IN));
    String moved = sample.text().replace("#\nreturn", " move rule name no before in\n#\nreturn");
    assertEquals(List.of(), values(reader.read(moved).tunnels().getFirst(), Parameter.PERMIT_IN));
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    assertEquals(
        Map.of(
            sample.line("rule 10 permit tcp"),
            "rule 10 permit tcp source 10.10.20.0 0.0.0.255 destination-port eq 80",
            sample.line("shiny"),
            "ike shiny new-thing",
            sample.line("inside-vrf"),
            "inside-vrf blue"),
        texts(found.unknown()));
    assertEquals(
        Map.of(sample.line("policy unused"), "unused 1 is an IPsec policy on no interface"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other : List.of("sysname", "undo lldp", "acl basic", "local-user", "name web")) {
      assertTrue(skipped.containsKey(sample.line(other)), other);
    }
    assertEquals(21, skipped.size());
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(),
        ReaderContract.check(
            reader, sample.text(), "Off1ce-Key", "Wide-Key", "Second-Key", "s3cr3t", "c0mmun1ty"));
  }
}
