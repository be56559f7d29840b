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
class IosRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", IosTunnelTest.ROUTER);
  private final IosTunnelExporter exporter = new IosTunnelExporter();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(
            exporter, IosReader.TUNNEL, IosTunnelExporter.FILE, IosTunnelTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Texts for people, and defaults of the device.
    legitimate.add("description VPN-hangzhou");
    legitimate.add("no shutdown");
    legitimate.add("mode tunnel");
    legitimate.add("set security-association lifetime seconds 3600");
    // A policy without it serves all addresses.
    legitimate.add("match address local 203.0.113.20");
    // What the plan has no parameter for: the MTU, and where packets go while a tunnel is down.
    legitimate.add("ip mtu 1422");
    legitimate.add("ip route 10.0.0.0 255.255.0.0 Null0 250");
    legitimate.add("ip route 10.10.10.0 255.255.255.0 Null0 250");
    legitimate.add("ip route 10.10.30.0 255.255.255.0 Null0 250");
    assertEquals(
        legitimate,
        RoundTrip.unproven(exporter, IosReader.TUNNEL, IosTunnelExporter.FILE, EXPLICIT, "!"));
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
    finds(" profile VPN-hangzhou\n set sec", " profile other\n set sec", "undefined", "hangzhou");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(
        exporter, IosReader.TUNNEL, IosTunnelExporter.FILE, EXPLICIT, before, after, words);
  }
}
