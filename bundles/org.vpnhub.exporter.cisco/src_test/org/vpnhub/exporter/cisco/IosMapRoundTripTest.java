package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class IosMapRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", IosMapTest.ROUTER);
  private final IosMapExporter exporter = new IosMapExporter();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(exporter, IosReader.MAP, IosRouter.FILE, IosMapTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Texts for people, and defaults of the device.
    legitimate.add("description VPN-hangzhou");
    legitimate.add("mode tunnel");
    legitimate.add("set security-association lifetime seconds 3600");
    // A policy without it serves all addresses.
    legitimate.add("match address local 203.0.113.20");
    // The map is then on the other interface; which one is the Internet's stands nowhere.
    legitimate.add("interface GigabitEthernet0/0");
    // Then nothing is translated, and the last line is what is translated beside the VPN.
    legitimate.add("ip nat inside source list VPNHUB-NAT interface GigabitEthernet0/0 overload");
    legitimate.add("permit ip 10.10.20.0 0.0.0.255 any");
    // What has the tunnel set up before somebody needs it.
    legitimate.add("no ip sla 100");
    legitimate.add("ip sla 100");
    legitimate.add("icmp-echo 10.0.0.1 source-interface GigabitEthernet0/1");
    legitimate.add("frequency 60");
    legitimate.add("ip sla schedule 100 life forever start-time now");
    assertEquals(
        legitimate, RoundTrip.unproven(exporter, IosReader.MAP, IosRouter.FILE, EXPLICIT, "!"));
  }

  @Test
  void changesAreFound() {
    finds(" group 14", " group 19", "key exchange group of phase 1", "group19");
    finds("set pfs group14", "set pfs group2", "perfect forward secrecy", "group2");
    finds(
        "permit ip 10.10.20.0 0.0.0.255 10.0.0.0 0.0.255.255",
        "permit ip 10.0.0.0 0.0.255.255 10.10.20.0 0.0.0.255",
        "pair of networks",
        "10.0.0.0/16 - 10.10.20.0/24");
    finds("esp-aes 256", "esp-aes", "cipher of phase 2", "aes128");
    finds("set ikev2-profile VPN-", "set ikev2-profile other-", "undefined", "other-hangzhou");
    finds(
        " deny ip 10.10.20.0 0.0.0.255 10.0.0.0 0.0.255.255\n",
        "",
        "exemption from source NAT",
        "10.10.20.0/24 - 10.0.0.0/16");
    finds(" crypto map VPNHUB\n", "", "undefined", "on no interface");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, IosReader.MAP, IosRouter.FILE, EXPLICIT, before, after, words);
  }
}
