package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class AsaRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", AsaTest.FIREWALL);
  private static final PlanCase MAIN = PlanCases.named("ikev1-main", AsaTest.FIREWALL);
  private final AsaExporter exporter = new AsaExporter();
  private final AsaReader reader = new AsaReader();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(), RoundTrip.check(exporter, reader, AsaExporter.FILE, AsaTest.FIREWALL, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Without it both versions are allowed; the rest is what the plan has no parameter for.
    legitimate.add("group-policy VPN-hangzhou internal");
    legitimate.add("group-policy VPN-hangzhou attributes");
    legitimate.add("vpn-idle-timeout none");
    legitimate.add("vpn-session-timeout none");
    legitimate.add("vpn-filter none");
    legitimate.add("vpn-tunnel-protocol ikev2");
    legitimate.add("default-group-policy VPN-hangzhou");
    // The default of the device.
    legitimate.add("sysopt connection permit-vpn");
    assertEquals(legitimate, RoundTrip.unproven(exporter, reader, AsaExporter.FILE, EXPLICIT, "!"));
  }

  @Test
  void changesAreFound() {
    finds(EXPLICIT, " group 14", " group 19", "key exchange group of phase 1", "group19");
    finds(EXPLICIT, "set pfs group14", "set pfs group2", "perfect forward secrecy", "group2");
    finds(
        EXPLICIT,
        "permit ip 10.10.20.0 255.255.255.0 10.0.0.0 255.255.0.0",
        "permit ip 10.0.0.0 255.255.0.0 10.10.20.0 255.255.255.0",
        "pair of networks",
        "10.0.0.0/16 - 10.10.20.0/24");
    finds(EXPLICIT, "esp encryption aes-256", "esp encryption aes", "cipher of phase 2", "aes128");
    finds(EXPLICIT, " prf sha256", " prf sha", "hash of phase 1", "sha256 with PRF sha1");
    finds(EXPLICIT, "match address VPN-", "match address other-", "undefined", "other-hangzhou");
    finds(EXPLICIT, "tunnel-protocol ikev2", "tunnel-protocol ikev1", "has no ikev2");
    finds(EXPLICIT, "crypto ikev2 enable outside\n", "", "ikev2 is not enabled on outside");
    finds(EXPLICIT, "crypto map VPNHUB interface outside\n", "", "crypto map on no interface");
    finds(EXPLICIT, "sysopt connection permit-vpn", "no sysopt connection permit-vpn", "needs");
    finds(MAIN, "hash sha\n", "hash md5\n", "hash of phase 1", "md5");
    finds(MAIN, "esp-sha-hmac", "esp-md5-hmac", "hash of phase 2", "md5");
  }

  @Test
  void anExemptionThatIsMissingOrComesTooLateIsFound() {
    String missing = "exemption from source NAT";
    finds(EXPLICIT, "nat (inside,outside) 1 ", "nat (inside,dmz) 1 ", missing);
    finds(EXPLICIT, "static VPNHUB-REMOTE VPNHUB-REMOTE", "static VPNHUB-REMOTE other", missing);
    finds(
        EXPLICIT,
        "nat (inside,outside) 1 ",
        "nat (inside,outside) source dynamic any interface\nnat (inside,outside) ",
        missing);
    assertEquals(
        List.of(),
        changed(
            EXPLICIT,
            "nat (inside,outside) 1 ",
            "nat (inside,outside) source dynamic any interface\nnat (inside,outside) 1 "));
  }

  private List<String> changed(PlanCase plan, String before, String after) {
    return RoundTrip.changed(exporter, reader, AsaExporter.FILE, plan, before, after);
  }

  private void finds(PlanCase plan, String before, String after, String... words) {
    List<String> said = changed(plan, before, after);
    assertTrue(
        said.stream().anyMatch(s -> List.of(words).stream().allMatch(s::contains)),
        after + " gave " + said);
  }
}
