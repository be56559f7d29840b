package org.vpnhub.exporter.mikrotik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class RouterOsRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", RouterOsTest.ROUTER);
  private final RouterOsExporter exporter = new RouterOsExporter();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(
            exporter, RouterOsReader.READER, RouterOsExporter.FILE, RouterOsTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // The plan has no parameter for IKE and ESP at the router itself, nor for what is dropped.
    String input =
        "add chain=input action=accept in-interface=\"ether1\" src-address=198.51.100.1 protocol=";
    legitimate.add(input + "udp dst-port=500,4500 comment=\"vpnhub hangzhou\"");
    legitimate.add(input + "ipsec-esp comment=\"vpnhub hangzhou\"");
    for (String remote : List.of("10.0.0.0/16", "10.10.10.0/24", "10.10.30.0/24")) {
      legitimate.add(
          "add chain=forward action=drop ipsec-policy=out,none out-interface=\"ether1\""
              + " src-address=10.10.20.0/24 dst-address="
              + remote
              + " comment=\"vpnhub leak\"");
    }
    // Moves the rules before those that the router has, and that are not in this file.
    legitimate.add(
        ":if ([:len [find where dynamic=no and !(comment~\"^vpnhub \")]] > 0) do={ move [find"
            + " where comment~\"^vpnhub \"] destination=[:pick [find where dynamic=no and"
            + " !(comment~\"^vpnhub \")] 0] }");
    assertEquals(
        legitimate,
        RoundTrip.unproven(exporter, RouterOsReader.READER, RouterOsExporter.FILE, EXPLICIT, "#"));
  }

  @Test
  void changesAreFound() {
    finds("dh-group=modp2048", "dh-group=ecp256", "key exchange group of phase 1", "group19");
    finds("pfs-group=modp2048", "pfs-group=none", "perfect forward secrecy", "none");
    finds(
        "src-address=10.10.20.0/24 dst-address=10.0.0.0/16 comment=\"vpnhub hangzhou-n1\"",
        "src-address=10.0.0.0/16 dst-address=10.10.20.0/24 comment=\"vpnhub hangzhou-n1\"",
        "pair of networks",
        "10.0.0.0/16 - 10.10.20.0/24");
    finds("aes-256-cbc", "aes-128-cbc", "cipher of phase 2", "aes128");
    finds("chain=srcnat action=accept", "chain=dstnat action=accept", "exemption from source NAT");
    finds(
        "/ip firewall nat\n",
        "/ip firewall nat\nadd chain=srcnat action=masquerade out-interface=ether1\n",
        "exemption from source NAT");
    finds(
        "ipsec-policy=in,ipsec src", "ipsec-policy=in,none src", "firewall rule out of the tunnel");
    finds(
        "/ip firewall filter\n",
        "/ip firewall filter\nadd chain=forward action=fasttrack-connection\n",
        "behind fasttrack");
    finds("level=unique", "level=require", "level=unique");
    finds("tunnel=yes", "tunnel=no", "not in tunnel mode");
    finds("profile=hangzhou ", "profile=other ", "undefined", "other");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(
        exporter, RouterOsReader.READER, RouterOsExporter.FILE, EXPLICIT, before, after, words);
  }
}
