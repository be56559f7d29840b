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
class ArRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", ArExporterTest.ROUTER);
  private final ArExporter exporter = new ArExporter();
  private final VrpReader reader = VrpReader.AR;

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(), RoundTrip.check(exporter, reader, ArRouter.FILE, ArExporterTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    PlanCase legacy = PlanCases.named("ikev1-legacy", ArExporterTest.ROUTER);
    Set<String> legitimate = new TreeSet<>();
    // Ends of views, and defaults of the device.
    legitimate.add("quit");
    legitimate.add("authentication-method pre-share");
    legitimate.add("transform esp");
    legitimate.add("encapsulation-mode tunnel");
    legitimate.add("exchange-mode main");
    legitimate.add("local-id-type ip");
    legitimate.add("remote-id 198.51.100.1");
    legitimate.add("nat traversal");
    legitimate.add("sa duration time-based 3600");
    // Either of the two says it.
    legitimate.add("version 1");
    legitimate.add("undo version 2");
    // What the plan has no parameter for: initiation, the order of the payloads of DPD, the
    // Internet.
    legitimate.add("sa trigger-mode auto");
    legitimate.add("dpd msg seq-hash-notify");
    legitimate.add("rule 20 permit ip source 10.10.20.0 0.0.0.255");
    // Without a translation there is nothing to be exempt from.
    legitimate.add("nat outbound 3902");
    assertEquals(legitimate, RoundTrip.unproven(exporter, reader, ArRouter.FILE, legacy, "#"));
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
    finds("ipsec policy hangzhou\nquit", "quit", "undefined", "on no interface");
    finds("deny ip source", "permit ip source", "exemption from source NAT", "10.0.0.0/16");
    finds(" nat outbound 3902", " nat outbound 3999", "undefined", "3999");
    finds("tcp adjust-mss 1382", "tcp adjust-mss 1460", "maximum segment size", "1460");
    finds("255.255.0.0 GigabitEthernet0/0/8", "255.255.0.0 Dialer1", "route into the tunnel");
    finds("traffic-based 0", "traffic-based 5242880", "lifetime by volume", "5242880");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, reader, ArRouter.FILE, EXPLICIT, before, after, words);
  }
}
