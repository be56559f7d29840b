package org.vpnhub.exporter.hillstone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class StoneRoundTripTest {
  private static final PlanCase EXPLICIT =
      PlanCases.named("ikev2-explicit", StoneExporterTest.FIREWALL);
  private final StoneExporter exporter = new StoneExporter();
  private final StoneReader reader = new StoneReader();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(exporter, reader, StoneExporter.FILE, StoneExporterTest.EARLIER, 50));
    assertEquals(
        List.of(),
        RoundTrip.check(exporter, reader, StoneExporter.FILE, StoneExporterTest.FIREWALL, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Ends of sections, names, and defaults of the device.
    legitimate.add("exit");
    legitimate.add("policy-global");
    legitimate.add("name hangzhou-in");
    legitimate.add("name hangzhou-out");
    legitimate.add("authentication pre-share");
    legitimate.add("connection-type bidirectional");
    legitimate.add("protocol esp");
    legitimate.add("lifesize 0");
    legitimate.add("mode tunnel");
    // What the plan has no parameter for: initiation, what becomes of other packets, the WAN.
    legitimate.add("auto-connect");
    legitimate.add("check-id");
    legitimate.add("tunnel-state-notify");
    legitimate.add("interface ethernet0/1");
    for (String to : List.of("10.0.0.0/16", "10.10.10.0/24", "10.10.30.0/24")) {
      legitimate.add("ip route " + to + " null0 200");
    }
    // Without it the address of the interface counts, which is not in the file.
    legitimate.add("local-id ip 203.0.113.20");
    // A rule without zones is for all of them.
    legitimate.add("src-zone hangzhou");
    legitimate.add("dst-zone hangzhou");
    legitimate.add("src-zone trust");
    legitimate.add("dst-zone trust");
    assertEquals(
        legitimate, RoundTrip.unproven(exporter, reader, StoneExporter.FILE, EXPLICIT, "!"));
  }

  @Test
  void changesAreFound() {
    finds("  group 14\n  lifetime 28800", "  group 19\n  lifetime 28800", "phase 1", "group19");
    finds("  group 14\n  lifetime 3600", "  lifetime 3600", "perfect forward secrecy", "none");
    finds(
        "id local 10.10.20.0/24 remote 10.0.0.0/16",
        "id local 10.0.0.0/16 remote 10.10.20.0/24",
        "pair of networks",
        "10.0.0.0/16 - 10.10.20.0/24");
    finds("  prf sha256\n", "", "hash of phase 1", "sha256 with PRF sha1");
    finds("isakmp-peer hangzhou", "isakmp-peer other", "undefined", "other");
    finds("lifesize 0", "lifesize 1800000", "lifetime by volume", "1800000");
    finds("dpd interval 10", "dpd interval 3", "dead peer", "10");
  }

  @Test
  void missingRulesAreFound() {
    String exemption =
        "  snatrule top from ip 10.10.20.0/24 to ip 10.0.0.0/16 eif tunnel10 no-trans";
    finds(exemption + "\n", "", "exemption from source NAT", "10.0.0.0/16");
    finds(exemption, exemption.replace("tunnel10", "tunnel11"), "exemption from source NAT");
    finds(
        "  snatrule top from",
        "  snatrule top from ip 10.10.20.0/24 to ip 10.0.0.0/8 trans-to eif-ip mode dynamicport\n"
            + "  snatrule from",
        "exemption from source NAT");
    finds("name hangzhou-out", "disable", "rule into the tunnel");
    finds("    src-zone hangzhou\n    dst-zone trust", "    disable", "rule out of the tunnel");
    String last = "  rule top\n    name hangzhou-in";
    String deny = "  rule top\n    src-addr any\n    dst-addr any\n    action deny\n  exit\n";
    finds(last, deny + last, "rule into the tunnel", "10.0.0.0/16");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, reader, StoneExporter.FILE, EXPLICIT, before, after, words);
  }
}
