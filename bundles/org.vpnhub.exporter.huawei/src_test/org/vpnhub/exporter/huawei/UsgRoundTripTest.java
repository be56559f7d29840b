package org.vpnhub.exporter.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class UsgRoundTripTest {
  private static final PlanCase EXPLICIT =
      PlanCases.named("ikev2-explicit", UsgExporterTest.FIREWALL);
  private final UsgExporter exporter = new UsgExporter();
  private final VrpReader reader = VrpReader.USG;

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(exporter, reader, UsgExporter.FILE, UsgExporterTest.FIREWALL, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    PlanCase legacy = PlanCases.named("ikev1-legacy", UsgExporterTest.FIREWALL);
    Set<String> legitimate = new TreeSet<>();
    // Ends of views, and defaults of the device.
    legitimate.add("quit");
    legitimate.add("authentication-method pre-share");
    legitimate.add("transform esp");
    legitimate.add("encapsulation-mode tunnel");
    legitimate.add("exchange-mode main");
    legitimate.add("local-id-type ip");
    legitimate.add("remote-id-type ip");
    legitimate.add("remote-id 198.51.100.1");
    legitimate.add("nat traversal");
    legitimate.add("sa duration time-based 3600");
    legitimate.add("tunnel local applied-interface");
    // What the plan has no parameter for: initiation, the order of the payloads of DPD, IKE itself.
    legitimate.add("sa trigger-mode auto");
    legitimate.add("dpd msg seq-hash-notify");
    legitimate.add("ip service-set hangzhou-ike type object");
    legitimate.add("service 0 protocol udp source-port 0 to 65535 destination-port 500");
    legitimate.add("service 1 protocol udp source-port 0 to 65535 destination-port 4500");
    legitimate.add("source-zone local");
    legitimate.add("destination-zone local");
    legitimate.add("source-address 198.51.100.1 mask 255.255.255.255");
    legitimate.add("destination-address 198.51.100.1 mask 255.255.255.255");
    legitimate.add("service hangzhou-ike");
    legitimate.add("service esp");
    legitimate.add("action permit");
    // A rule without zones is for all of them.
    legitimate.add("source-zone trust");
    legitimate.add("source-zone untrust");
    legitimate.add("destination-zone trust");
    legitimate.add("destination-zone untrust");
    // There are no other rules in the file.
    for (String rule : List.of("ike-in", "ike-out", "in", "no-nat", "out")) {
      legitimate.add("rule move hangzhou-" + rule + " top");
    }
    assertEquals(legitimate, RoundTrip.unproven(exporter, reader, UsgExporter.FILE, legacy, "#"));
  }

  @Test
  void changesAreFound() {
    finds(" dh group14", " dh group19", "key exchange group of phase 1", "group19");
    finds("pfs dh-group14", "pfs dh-group2", "perfect forward secrecy", "group2");
    finds(
        "source 10.10.20.0 0.0.0.255 destination 10.0.0.0 0.0.255.255",
        "source 10.0.0.0 0.0.255.255 destination 10.10.20.0 0.0.0.255",
        "pair of networks",
        "10.0.0.0/16 - 10.10.20.0/24");
    finds("aes-256", "aes-128", "cipher of phase 2", "aes128");
    finds("ike-peer hangzhou", "ike-peer other", "undefined", "other");
    finds("action no-nat", "action source-nat easy-ip", "exemption from source NAT", "10.0.0.0/16");
    finds("  action permit\n  quit\n rule move", "  action deny\n  quit\n rule move", "out of the");
    finds("traffic-based 0", "traffic-based 5242880", "lifetime by volume", "5242880");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, reader, UsgExporter.FILE, EXPLICIT, before, after, words);
  }
}
