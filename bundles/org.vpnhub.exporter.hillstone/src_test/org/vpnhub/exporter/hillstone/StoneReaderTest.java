package org.vpnhub.exporter.hillstone;

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
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.ReaderContract;
import org.vpnhub.exporter.testkit.Sample;

/** A configuration as firewalls print it, which no exporter of ours wrote. */
class StoneReaderTest {
  private final StoneReader reader = new StoneReader();
  private final Sample sample =
      new Sample(Path.of("src_test/org/vpnhub/exporter/hillstone/read/office-e1600.txt"));
  private final DeviceConfiguration found = reader.read(sample.text());

  private FoundTunnel tunnel(String text, int number) {
    return reader.read(text).tunnels().get(number);
  }

  @Test
  void aPeerOffersWhatItsProposalsSayAndTheirDefaults() {
    assertEquals(3, found.tunnels().size());
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals("to-hub", t.name());
    sample.says(t, Parameter.PEER, "198.51.100.1", "peer 198.51.100.1");
    sample.says(t, Parameter.IKE_VERSION, "ikev1", "");
    sample.says(t, Parameter.IKE_MODE, "main", "");
    sample.says(t, Parameter.LOCAL_ID, "203.0.113.20", "");
    sample.says(t, Parameter.REMOTE_ID, "198.51.100.1", "peer-id ip");
    sample.says(t, Parameter.DPD, "5", "dpd interval 5");
    sample.says(t, Parameter.TCP_MSS, "1380", "");
    assertEquals("GuRDgwP44ZcnG3xMDVl6MSrolEoBAy", t.key().orElseThrow().text());
    FoundTunnel weak = t.agreed(Map.of(Parameter.IKE_ENCRYPTION, List.of("aes128")));
    sample.says(weak, Parameter.IKE_HASH, "sha1", "");
    sample.says(weak, Parameter.IKE_GROUP, "group2", "");
    sample.says(weak, Parameter.IKE_LIFETIME, "86400", "");
    FoundTunnel strong = t.agreed(Map.of(Parameter.IKE_HASH, List.of("sha256")));
    sample.says(strong, Parameter.IKE_GROUP, "group14", "group 14");
    sample.says(strong, Parameter.PFS, "group5", "group 5");
    sample.says(strong, Parameter.VOLUME_LIFETIME, "1800000", "lifesize");
    FoundTunnel other =
        t.agreed(
            Map.of(
                Parameter.ESP_ENCRYPTION, List.of("aes128"), Parameter.ESP_HASH, List.of("sha1")));
    sample.says(other, Parameter.ESP_HASH, "sha1", "hash sha256 sha");
    sample.says(other, Parameter.ESP_LIFETIME, "3600", "lifetime 3600");
  }

  @Test
  void ikev2HasAPrfOfItsOwn() {
    FoundTunnel t = found.tunnels().get(1);
    sample.says(t, Parameter.IKE_VERSION, "ikev2", "protocol-standard ikev2");
    assertEquals(List.of(), t.all(Parameter.IKE_MODE));
    sample.says(t, Parameter.IKE_HASH, "sha256 with PRF sha512", "prf sha512");
    sample.says(t, Parameter.LOCAL_ID, "hz.example.com", "local-id fqdn");
    sample.says(t, Parameter.REMOTE_ID, "hub2.example.net", "peer-id fqdn");
    sample.says(t, Parameter.DPD, "8 on-demand", "dpd interval 8");
    sample.says(t, Parameter.SELECTOR, "0.0.0.0/0 - 0.0.0.0/0", "");
    sample.says(t, Parameter.ESP_ENCRYPTION, "3des", "");
    sample.says(t, Parameter.ESP_HASH, "sha1", "");
    sample.says(t, Parameter.PFS, "none", "");
    sample.says(t, Parameter.ESP_LIFETIME, "28800", "");
    sample.says(t, Parameter.VOLUME_LIFETIME, "none", "");
    sample.says(t, Parameter.ROUTE, "10.0.0.0/16", "tunnel2 20");
  }

  @Test
  void routesLeadIntoTheInterfaceOfTheTunnel() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(
        List.of(
            new Found("10.0.0.0/16", sample.line("10.0.0.0/16 tunnel1")),
            new Found("10.10.30.0/24", sample.line("description \"branch\""))),
        t.all(Parameter.ROUTE));
    assertEquals(
        List.of("10.10.20.0/24 - 10.0.0.0/16", "10.10.20.0/24 - 10.10.30.0/24"),
        values(t, Parameter.SELECTOR));
  }

  /** One for a service alone is none, and one behind a translation of all comes too late. */
  @Test
  void onlyWhatIsNotTranslatedBeforeIsExempt() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(List.of("10.10.20.0/24 - 10.0.0.0/16"), values(t, Parameter.NAT_EXEMPTION));
    String moved = sample.text().replace("  router ospf", "  snatrule move 6 top\n  router ospf");
    assertEquals(
        List.of("10.10.20.0/24 - 10.10.30.0/24", "10.10.20.0/24 - 10.0.0.0/16"),
        values(tunnel(moved, 0), Parameter.NAT_EXEMPTION));
    String off = sample.text().replace("sticky log", "sticky log disable");
    assertEquals(2, values(tunnel(off, 0), Parameter.NAT_EXEMPTION).size());
  }

  @Test
  void whatIsTranslatedOnAnotherInterfaceNeedsNoExemption() {
    assertFalse(found.tunnels().getFirst().isElsewhere(Parameter.NAT_EXEMPTION));
    String lessRules = sample.text().replaceAll("  snatrule id [3-6].*\n", "");
    assertTrue(tunnel(lessRules, 0).isElsewhere(Parameter.NAT_EXEMPTION));
    String noRules = sample.text().replaceAll("  snatrule .*\n", "");
    assertFalse(tunnel(noRules, 0).isElsewhere(Parameter.NAT_EXEMPTION));
  }

  @Test
  void onlyRulesThatAreReachedCount() {
    FoundTunnel t = found.tunnels().getFirst();
    assertEquals(
        List.of(
            "10.10.20.0/24 - 10.10.30.0/24",
            "10.10.20.0/24 - 10.0.0.0/16",
            "10.10.21.0/24 - 10.10.30.0/24",
            "10.10.21.0/24 - 10.0.0.0/16"),
        values(t, Parameter.PERMIT_OUT));
    assertEquals(List.of("10.0.0.0/16 - 10.10.20.0/24"), values(t, Parameter.PERMIT_IN));
    String moved = sample.text().replace("  default-action deny", "  move 3 bottom");
    assertEquals(2, values(tunnel(moved, 0), Parameter.PERMIT_IN).size());
    String off = sample.text().replace("rule id 2\n", "rule id 2\n  disable\n");
    assertEquals(List.of(), values(tunnel(off, 0), Parameter.PERMIT_OUT));
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    assertEquals(
        Map.of(
            sample.line("shiny"), "shiny \"new\"",
            sample.line("glow"), "glow in-the-dark",
            sample.line("service \"HTTP\""),
                "id local 10.10.21.0/24 remote 10.0.0.0/16 service \"HTTP\"",
            sample.line("fancy"), "fancy \"thing\""),
        texts(found.unknown()));
    assertEquals(
        Map.of(
            sample.line("tunnel ipsec \"idle\""), "idle is a tunnel on no interface",
            sample.line("isakmp-peer \"nobody\""),
                "ISAKMP peer nobody is used and defined nowhere"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    for (String other :
        List.of("hostname", "aaa-server", "tunnel scvpn", "router ospf", "dnatrule", "printers")) {
      assertTrue(skipped.containsKey(sample.line(other)), other);
    }
  }

  @Test
  void withoutIndentationAndWithCarriageReturnsTheSameIsFound() {
    DeviceConfiguration dos = reader.read(sample.text().replace("\n", "  \r\n"));
    assertEquals(found.tunnels().toString(), dos.tunnels().toString());
    assertEquals(found.skipped(), dos.skipped());
    assertEquals(found.unknown(), dos.unknown());
    String vpn = sample.text().substring(sample.text().indexOf("isakmp proposal \"strong\""));
    vpn = vpn.substring(0, vpn.indexOf("tunnel scvpn")).replace("  glow in-the-dark\n", "");
    assertEquals(
        reader.read(vpn).tunnels().toString(),
        reader.read(vpn.replaceAll("(?m)^ +", "")).tunnels().toString());
  }

  @Test
  void keepsTheContractOfReaders() {
    assertEquals(
        List.of(),
        ReaderContract.check(
            reader, sample.text(), "GuRDgwP44Zc", "q9jbZlQ", "uwlZQwj", "c0mmun1ty"));
  }
}
