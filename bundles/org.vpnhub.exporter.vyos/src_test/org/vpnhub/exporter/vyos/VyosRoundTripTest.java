package org.vpnhub.exporter.vyos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.RoundTrip;

/** What the exporter writes is read back as the plan, and what is changed in it is found. */
class VyosRoundTripTest {
  private static final PlanCase EXPLICIT = PlanCases.named("ikev2-explicit", VyosTest.ROUTER);
  private final VyosExporter exporter = new VyosExporter();

  @Test
  void exportsAreReadBackAsThePlan() {
    assertEquals(
        List.of(),
        RoundTrip.check(exporter, VyosReader.READER, VyosExporter.FILE, VyosTest.ROUTER, 1000));
  }

  @Test
  void allButTheseLinesAreProven() {
    Set<String> legitimate = new TreeSet<>();
    // Texts for people.
    for (int i = 1000; i < 1006; i++) {
      String rule = "set firewall ipv4 forward filter rule " + i;
      legitimate.add(rule + " description 'vpnhub hangzhou'");
    }
    for (int i = 1000; i < 1003; i++) {
      legitimate.add("set nat source rule " + i + " description 'vpnhub hangzhou'");
      // Without it the rule is for all interfaces.
      legitimate.add("set nat source rule " + i + " outbound-interface name 'vti10'");
    }
    legitimate.add("set interfaces vti vti10 description 'vpnhub hangzhou'");
    // What the plan has no parameter for: IKE and ESP at the router itself, MTU, who begins, and
    // where packets go while a tunnel is down.
    for (String what :
        List.of(
            "1000 description 'vpnhub hangzhou: IKE'",
            "1000 action 'accept'",
            "1000 inbound-interface name 'eth0'",
            "1000 source address '198.51.100.1'",
            "1000 protocol 'udp'",
            "1000 destination port '500,4500'",
            "1001 description 'vpnhub hangzhou: ESP'",
            "1001 action 'accept'",
            "1001 inbound-interface name 'eth0'",
            "1001 source address '198.51.100.1'",
            "1001 protocol 'esp'")) {
      legitimate.add("set firewall ipv4 input filter rule " + what);
    }
    legitimate.add("set interfaces vti vti10 mtu '1422'");
    for (String remote : List.of("10.0.0.0/16", "10.10.10.0/24", "10.10.30.0/24")) {
      legitimate.add("set protocols static route " + remote + " blackhole distance '250'");
    }
    legitimate.add("set vpn ipsec options disable-route-autoinstall");
    String ike = "set vpn ipsec ike-group hangzhou ";
    legitimate.add(ike + "close-action 'start'");
    legitimate.add(ike + "dead-peer-detection action 'restart'");
    legitimate.add(ike + "dead-peer-detection timeout '120'");
    String peer = "set vpn ipsec site-to-site peer hangzhou ";
    legitimate.add(peer + "connection-type 'initiate'");
    // Defaults, which would be the same here.
    legitimate.add(ike + "lifetime '28800'");
    legitimate.add("set vpn ipsec esp-group hangzhou lifetime '3600'");
    legitimate.add("set vpn ipsec esp-group hangzhou mode 'tunnel'");
    legitimate.add("set vpn ipsec esp-group hangzhou pfs 'dh-group14'");
    legitimate.add(peer + "authentication local-id '203.0.113.20'");
    legitimate.add(peer + "authentication remote-id '198.51.100.1'");
    legitimate.add(peer + "vti esp-group 'hangzhou'");
    assertEquals(
        legitimate,
        RoundTrip.unproven(exporter, VyosReader.READER, VyosExporter.FILE, EXPLICIT, "#"));
  }

  @Test
  void changesAreFound() {
    finds("dh-group '14'", "dh-group '19'", "key exchange group of phase 1", "group19");
    finds("pfs 'dh-group14'", "pfs 'disable'", "perfect forward secrecy", "none");
    finds(
        "local prefix '10.10.20.0/24'",
        "local prefix '10.10.21.0/24'",
        "pair of networks",
        "10.10.21.0/24 - 10.0.0.0/16");
    finds(
        "esp-group hangzhou proposal 1 encryption 'aes256'",
        "esp-group hangzhou proposal 1 encryption 'aes128'",
        "cipher of phase 2",
        "aes128");
    finds(
        "set nat source rule 1001 exclude",
        "set nat source rule 1001 translation address masquerade",
        "exemption from source NAT",
        "10.10.10.0/24");
    finds(
        "forward filter rule 1003 action 'accept'",
        "forward filter rule 1003 action 'drop'",
        "firewall rule out of the tunnel");
    finds("vti bind 'vti10'", "vti bind 'vti11'", "undefined", "vti11");
    finds("hangzhou ike-group 'hangzhou'", "hangzhou ike-group 'x'", "undefined", "IKE group x");
    finds("local-address '", "description '", "no local address");
    finds("set vpn ipsec interface", "set vpn ipsec log", "no interface");
    finds("psk hangzhou id '198.51.100.1'", "psk hangzhou id '198.51.100.2'", "pre-shared key");
  }

  private void finds(String before, String after, String... words) {
    RoundTrip.finds(exporter, VyosReader.READER, VyosExporter.FILE, EXPLICIT, before, after, words);
  }
}
