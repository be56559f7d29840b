package org.vpnhub.exporter.fortinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.DevicePlan;

class FortiosTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/fortinet/fortios");
  private static final Path SAMPLES = Path.of("src_test/org/vpnhub/exporter/fortinet/samples");
  private static final DevicePlan FIREWALL =
      new DevicePlan(
          "fortinet-fortios",
          "7.4",
          "wan1",
          Optional.empty(),
          List.of("internal"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          0,
          0);

  private final FortiosExporter exporter = new FortiosExporter();
  private final FortiosReader reader = new FortiosReader();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, FIREWALL, GOLDEN));
  }

  @Test
  void readsBackWhatItWrites() {
    assertEquals(
        List.of(), RoundTrip.check(exporter, reader, FortiosExporter.FILE, FIREWALL, 1000));
  }

  @Test
  void readerProvesAllButTheseLines() {
    assertEquals(
        Set.of(
            // the reader's defaults
            "set type static",
            "set authmethod psk",
            "set dhgrp 14",
            "set pfs enable",
            "set dpd on-idle",
            "set keylife-type seconds",
            "set src-addr-type subnet",
            "set dst-addr-type subnet",
            "set nat disable",
            // names that only the device knows
            "set interface \"wan1\"",
            "set srcintf \"internal\"",
            "set dstintf \"internal\"",
            // the black hole
            "set blackhole enable",
            "set distance 254",
            "set dst 10.0.0.0 255.255.0.0",
            "set dst 10.10.10.0 255.255.255.0",
            "set dst 10.10.30.0 255.255.255.0",
            // what the comparison does not ask for
            "set localid-type address",
            "set nattraversal enable",
            "set dpd-retrycount 3",
            "set auto-negotiate enable",
            "set encapsulation tunnel-mode",
            "set distance 10",
            "set priority 1",
            "set name \"hangzhou-out\"",
            "set name \"hangzhou-in\"",
            "set comment \"vpnhub\"",
            "set comments \"vpnhub\"",
            "set comments \"hangzhou\""),
        unproven("ikev2-explicit"));
  }

  private Set<String> unproven(String plan) {
    return RoundTrip.unproven(
        exporter, reader, FortiosExporter.FILE, PlanCases.named(plan, FIREWALL), "#");
  }

  @Test
  void everyFaultIsFound() {
    assertFound(
        "key exchange group of phase 1",
        "set dhgrp 14\n        set keylife",
        "set dhgrp 2\n        set keylife");
    assertFound("pair of networks", "set dst-subnet 10.10.10.0", "set dst-subnet 10.10.11.0");
    assertFound("exemption from source NAT", "set nat disable", "set nat enable");
    assertFound(
        "firewall rule out of the tunnel", "set srcintf \"hangzhou\"", "set srcintf \"dmz\"");
    assertFound("firewall rule into the tunnel", "set dstintf \"hangzhou\"", "set dstintf \"dmz\"");
    assertFound("route into the tunnel", "set device \"hangzhou\"", "set device \"wan1\"");
    assertFound("the policy is limited", "set service \"ALL\"", "set service \"HTTPS\"");
    assertFound("lifetime by volume", "set keylife-type seconds", "set keylife-type both");
    assertFound(
        "is used and not defined", "set member \"vpnhub-10.0.0.0-16\"", "set member \"vpc\"");
    assertFound("has no phase 1", "set phase1name \"hangzhou\"", "set phase1name \"hub\"");
    assertFound("unknown line", "set peertype one", "set peer-type one");
    assertFound("out of place", "    next\nend\nconfig vpn", "    next\nconfig vpn");
  }

  @Test
  void readsABackupThatItDidNotWrite() {
    assertEquals(
        List.of(),
        Golden.check(reader, SAMPLES.resolve("branch.conf"), SAMPLES.resolve("branch.txt")));
  }

  @Test
  void policiesNameTheZoneOrAllInterfaces() {
    String zone = written("office");
    assertTrue(zone.contains("set srcintf \"office\"\n"), zone);
    String ports = written("");
    assertTrue(ports.contains("set dstintf \"port2\" \"port3\"\n"), ports);
    String hostile = written("a\"\nend\nexecute reboot");
    assertTrue(hostile.contains("set srcintf \"a\\\" end execute reboot\"\n"), hostile);
  }

  private String written(String lanZone) {
    DevicePlan device =
        new DevicePlan(
            "fortinet-fortios",
            "7.4",
            "wan1",
            Optional.empty(),
            List.of("port2", "port3"),
            "",
            lanZone,
            Optional.empty(),
            false,
            true,
            0,
            0);
    return Golden.text(exporter.export(PlanCases.named("ikev2-explicit", device).masked()));
  }

  @Test
  void readsVirtualDomains() {
    String text =
        """
        config global
        config system global
            set hostname "fw"
        end
        end
        config vdom
        edit root
        config vpn ipsec phase1-interface
            edit "hub"
                set interface "wan1"
                set remote-gw 198.51.100.1
                set psksecret ENC AbCd==
            next
        end
        next
        edit guest
        next
        end
        """;
    DeviceConfiguration found = reader.read(text);
    assertEquals(List.of(), found.unknown());
    assertEquals("hub", found.tunnels().getFirst().name());
  }

  @Test
  void anyTextIsRead() {
    for (String text :
        List.of(
            "",
            "end",
            "config",
            "\"",
            "config vpn ipsec phase1-interface",
            "set a \\",
            "config router static\nedit\nnext\nend",
            "杭州\u0000",
            "config a\n".repeat(100_000),
            "config vdom\nedit a\n".repeat(100_000))) {
      assertEquals(List.of(), reader.read(text).tunnels(), text);
    }
  }

  private void assertFound(String fault, String before, String after) {
    List<String> faults =
        RoundTrip.changed(
            exporter,
            reader,
            FortiosExporter.FILE,
            PlanCases.named("ikev2-explicit", FIREWALL),
            before,
            after);
    assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), fault + " not in " + faults);
  }
}
