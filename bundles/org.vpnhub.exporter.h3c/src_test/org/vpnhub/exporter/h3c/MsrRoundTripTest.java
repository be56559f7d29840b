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
class MsrRoundTripTest {
  private static final PlanCase EXPLICIT =
      PlanCases.named("ikev2-explicit", MsrExporterTest.ROUTER);
  private final MsrExporter exporter = new MsrExporter();
  private final ComwareReader reader = ComwareReader.ROUTER;

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(exporter, reader, MsrExporter.FILE, MsrExporterTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    PlanCase legacy = PlanCases.named("ikev1-legacy", MsrExporterTest.ROUTER);
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
    legitimate.add("rule 20 permit ip source 10.10.20.0 0.0.0.255");
    // Without a translation there is nothing to be exempt from.
    legitimate.add("nat outbound 3902");
    assertEquals(legitimate, RoundTrip.unproven(exporter, reader, MsrExporter.FILE, legacy, "#"));
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
    finds(" nat outbound 3902", " nat outbound 3999", "undefined", "3999");
    finds(" nat outbound 3902", " nat outbound", "exemption from source NAT", "10.0.0.0/16");
    finds("tcp mss 1382", "tcp mss 1460", "maximum segment size", "1460");
    finds("ipsec apply policy hangzhou\nquit", "quit", "undefined", "on no interface");
    finds("10.0.0.0 16 GigabitEthernet0/0", "10.0.0.0 16 Dialer1", "route into the tunnel");
    finds("traffic-based 4294967295", "traffic-based 1843200", "lifetime by volume", "1843200");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, reader, MsrExporter.FILE, EXPLICIT, before, after, words);
  }
}
