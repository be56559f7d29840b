package org.vpnhub.exporter.h3c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class ComwareRoundTripTest {
  private static final PlanCase EXPLICIT =
      PlanCases.named("ikev2-explicit", ComwareExporterTest.FIREWALL);
  private final ComwareExporter exporter = new ComwareExporter();
  private final ComwareReader reader = ComwareReader.FIREWALL;

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(
            exporter, reader, ComwareExporter.FILE, ComwareExporterTest.FIREWALL, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    PlanCase legacy = PlanCases.named("ikev1-legacy", ComwareExporterTest.FIREWALL);
    Set<String> legitimate = new TreeSet<>();
    // Ends of views, and defaults of the device.
    legitimate.add("quit");
    legitimate.add("authentication-method pre-share");
    legitimate.add("protocol esp");
    legitimate.add("encapsulation-mode tunnel");
    legitimate.add("exchange-mode main");
    legitimate.add("local-address 203.0.113.20");
    legitimate.add("sa duration time-based 3600");
    // What the plan has no parameter for: initiation, IKE itself, the Internet.
    legitimate.add("sa trigger-mode auto");
    legitimate.add("source-zone Local");
    legitimate.add("destination-zone Local");
    legitimate.add("source-ip-host 198.51.100.1");
    legitimate.add("destination-ip-host 198.51.100.1");
    legitimate.add("action pass");
    legitimate.add("rule 20 permit ip source 10.10.20.0 0.0.0.255");
    // Without a translation there is nothing to be exempt from.
    legitimate.add("nat outbound 3902");
    // A rule without zones is for all of them, and there are no other rules in the file.
    for (String zone : List.of("Trust", "Untrust")) {
      legitimate.add("source-zone " + zone);
      legitimate.add("destination-zone " + zone);
    }
    legitimate.addAll(
        List.of(
            "object-group service hangzhou-ike",
            "0 service udp destination eq 500",
            "10 service udp destination eq 4500",
            "20 service 50",
            "service hangzhou-ike"));
    for (String rule : List.of("ike-in", "ike-out", "in", "out")) {
      legitimate.add("move rule name hangzhou-" + rule + " top");
    }
    assertEquals(
        legitimate, RoundTrip.unproven(exporter, reader, ComwareExporter.FILE, legacy, "#"));
  }

  @Test
  void changesAreFound() {
    finds(" dh group14", " dh group19", "key exchange group of phase 1", "group19");
    finds("pfs dh-group14", "pfs dh-group2", "perfect forward secrecy", "group2");
    finds(
        "permit ip source 10.10.20.0 0.0.0.255 destination 10.0.0.0 0.0.255.255",
        "permit ip source 10.0.0.0 0.0.255.255 destination 10.10.20.0 0.0.0.255",
        "pair of networks",
        "10.0.0.0/16 - 10.10.20.0/24");
    finds("algorithm aes-cbc-256", "algorithm aes-cbc-128", "cipher of phase 2", "aes128");
    finds("ikev2-profile hangzhou", "ikev2-profile other", "undefined", "other");
    finds("deny ip source", "permit ip source", "exemption from source NAT", "10.0.0.0/16");
    finds(
        "-out\n  action pass\n  source-zone Trust", "-out\n  action drop", "rule into the tunnel");
    finds(
        "-in\n  action pass\n  source-zone Untrust\n  destination-zone Trust",
        "-in\n  action drop",
        "rule out of the tunnel");
    finds("traffic-based 4294967295", "traffic-based 1843200", "lifetime by volume", "1843200");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, reader, ComwareExporter.FILE, EXPLICIT, before, after, words);
  }
}
