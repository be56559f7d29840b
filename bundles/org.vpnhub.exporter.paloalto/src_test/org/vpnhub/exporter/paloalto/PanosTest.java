package org.vpnhub.exporter.paloalto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.DevicePlan;

class PanosTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/paloalto/panos");
  private static final Path SAMPLES = Path.of("src_test/org/vpnhub/exporter/paloalto/samples");
  private static final DevicePlan FIREWALL =
      new DevicePlan(
          "paloalto-panos",
          "10.2",
          "ethernet1/1",
          Optional.empty(),
          List.of("ethernet1/2"),
          "untrust",
          "trust",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          100,
          0,
          "default");

  private final PanosExporter exporter = new PanosExporter();
  private final PanosReader reader = new PanosReader();

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
    assertEquals(List.of(), RoundTrip.check(exporter, reader, PanosExporter.FILE, FIREWALL, 1000));
  }

  @Test
  void readerProvesAllButTheseLines() {
    assertEquals(
        Set.of(
            """
            set network ike crypto-profiles ike-crypto-profiles hangzhou lifetime seconds 28800
            set network ike crypto-profiles ipsec-crypto-profiles hangzhou lifetime seconds 3600
            set network ike gateway hangzhou protocol ikev2 dpd enable yes
            set network ike gateway hangzhou protocol-common nat-traversal enable yes
            set network ike gateway hangzhou protocol-common passive-mode no
            set network ike gateway hangzhou local-id type ipaddr
            set network ike gateway hangzhou peer-id type ipaddr
            set network ike gateway hangzhou comment "hangzhou"
            set network interface tunnel units tunnel.100 comment "hangzhou"
            set import network interface tunnel.100
            set network tunnel ipsec hangzhou auto-key proxy-id n1 protocol any
            set network tunnel ipsec hangzhou auto-key proxy-id n2 protocol any
            set network tunnel ipsec hangzhou auto-key proxy-id n3 protocol any
            set rulebase nat rules vpnhub-no-nat nat-type ipv4
            move rulebase nat rules vpnhub-no-nat top
            move rulebase security rules hangzhou-in top
            move rulebase security rules hangzhou-out top
            move rulebase security rules vpnhub-ike-in top
            move rulebase security rules vpnhub-ike-out top
            set rulebase security rules vpnhub-ike-in from untrust
            set rulebase security rules vpnhub-ike-in to untrust
            set rulebase security rules vpnhub-ike-in source 198.51.100.1
            set rulebase security rules vpnhub-ike-in destination any
            set rulebase security rules vpnhub-ike-in application ike
            set rulebase security rules vpnhub-ike-in application ipsec-esp
            set rulebase security rules vpnhub-ike-in application ipsec-esp-udp
            set rulebase security rules vpnhub-ike-in service application-default
            set rulebase security rules vpnhub-ike-in action allow
            set rulebase security rules vpnhub-ike-out from untrust
            set rulebase security rules vpnhub-ike-out to untrust
            set rulebase security rules vpnhub-ike-out source any
            set rulebase security rules vpnhub-ike-out destination 198.51.100.1
            set rulebase security rules vpnhub-ike-out application ike
            set rulebase security rules vpnhub-ike-out application ipsec-esp
            set rulebase security rules vpnhub-ike-out application ipsec-esp-udp
            set rulebase security rules vpnhub-ike-out service application-default
            set rulebase security rules vpnhub-ike-out action allow
            set network virtual-router default routing-table ip static-route vpnhub-10.0.0.0-16-t100 admin-dist 10
            set network virtual-router default routing-table ip static-route vpnhub-10.0.0.0-16-down destination 10.0.0.0/16
            set network virtual-router default routing-table ip static-route vpnhub-10.0.0.0-16-down nexthop discard
            set network virtual-router default routing-table ip static-route vpnhub-10.0.0.0-16-down admin-dist 240
            set network virtual-router default routing-table ip static-route vpnhub-10.10.10.0-24-t100 admin-dist 10
            set network virtual-router default routing-table ip static-route vpnhub-10.10.10.0-24-down destination 10.10.10.0/24
            set network virtual-router default routing-table ip static-route vpnhub-10.10.10.0-24-down nexthop discard
            set network virtual-router default routing-table ip static-route vpnhub-10.10.10.0-24-down admin-dist 240
            set network virtual-router default routing-table ip static-route vpnhub-10.10.30.0-24-t100 admin-dist 10
            set network virtual-router default routing-table ip static-route vpnhub-10.10.30.0-24-down destination 10.10.30.0/24
            set network virtual-router default routing-table ip static-route vpnhub-10.10.30.0-24-down nexthop discard
            set network virtual-router default routing-table ip static-route vpnhub-10.10.30.0-24-down admin-dist 240
            """
                .split("\n")),
        RoundTrip.unproven(
            exporter,
            reader,
            PanosExporter.FILE,
            PlanCases.named("ikev2-explicit", FIREWALL),
            "#"));
  }

  @Test
  void everyFaultIsFound() {
    assertFound(
        "key exchange group of phase 1",
        "ike-crypto-profiles hangzhou dh-group group14",
        "ike-crypto-profiles hangzhou dh-group group2");
    assertFound(
        "group of perfect forward",
        "dh-group group14\nset network ike crypto-profiles ipsec",
        "dh-group no-pfs\nset network ike crypto-profiles ipsec");
    assertFound("pair of networks", "n2 remote 10.10.10.0/24", "n2 remote 10.10.11.0/24");
    assertFound(
        "exemption from source NAT",
        "vpnhub-no-nat service any",
        "vpnhub-no-nat source-translation dynamic-ip-and-port interface-address interface"
            + " ethernet1/1");
    assertFound("exemption from source NAT", "vpnhub-no-nat to vpnhub", "vpnhub-no-nat to untrust");
    assertFound(
        "firewall rule into the tunnel", "hangzhou-out action allow", "hangzhou-out action deny");
    assertFound(
        "firewall rule out of the tunnel", "hangzhou-in action allow", "hangzhou-in action drop");
    assertFound(
        "is limited by application", "hangzhou-in application any", "hangzhou-in application ssl");
    assertFound("route into the tunnel", "t100 interface tunnel.100", "t100 interface ethernet1/1");
    assertFound(
        "is in no virtual router", "default interface tunnel.100", "default interface ethernet1/3");
    assertFound(
        "tunnel.100 is not in the virtual router other",
        "default routing-table ip static-route vpnhub-10.0.0.0-16-t100",
        "other routing-table ip static-route vpnhub-10.0.0.0-16-t100");
    assertFound("is in no zone", "layer3 tunnel.100", "layer3 ethernet1/3");
    assertFound("TCP maximum segment size", "mtu 1422", "mtu 1500");
    assertFound(
        "is used and not defined", "auto-key ike-gateway hangzhou", "auto-key ike-gateway hub");
    assertFound(
        "is used and not defined", "hangzhou-out source vpnhub-own", "hangzhou-out source lan");
    assertFound("unknown line", "peer-id type ipaddr", "peer-id type ip");
    assertFound("lifetime of phase 1", "lifetime seconds 28800", "lifetime hours 1");
  }

  private void assertFound(String fault, String before, String after) {
    List<String> faults =
        RoundTrip.changed(
            exporter,
            reader,
            PanosExporter.FILE,
            PlanCases.named("ikev2-explicit", FIREWALL),
            before,
            after);
    assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), fault + " not in " + faults);
  }

  /** The factory's name is no more certain than any other. */
  @Test
  void theVirtualRouterIsAskedFor() {
    Export without = export(FIREWALL.withVirtualRouter(""));
    assertTrue(without.refused());
    assertTrue(without.problems().stream().anyMatch(p -> p.code().equals("D01")));
    String text = export(FIREWALL.withVirtualRouter("branch vr")).files().getFirst().text();
    assertTrue(text.contains("set network virtual-router \"branch vr\" interface tunnel.100\n"));
    assertTrue(text.contains("virtual-router \"branch vr\" routing-table ip static-route "));
    assertFalse(text.contains("virtual-router default"));
  }

  private Export export(DevicePlan device) {
    return exporter.export(PlanCases.named("ikev2-explicit", device).open());
  }

  @Test
  void readsAConfigurationThatItDidNotWrite() {
    assertEquals(
        List.of(),
        Golden.check(reader, SAMPLES.resolve("branch.conf"), SAMPLES.resolve("branch.txt")));
  }

  @Test
  void anyTextIsRead() {
    List<String> texts =
        List.of(
            "",
            "set",
            "set network",
            "\"",
            "set vsys",
            "set zone [ a",
            "config {",
            "杭州\u0000",
            "set network ike" + " x".repeat(100_000));
    for (String text : texts) assertEquals(List.of(), reader.read(text).tunnels(), text);
  }

  @Test
  void saysHowToShowTheConfiguration() {
    String text = "deviceconfig {\n  system {\n    hostname pa;\n  }\n}\n";
    assertEquals(1, reader.read(text).unknown().size());
    assertTrue(reader.read(text).unknown().getFirst().text().contains("config-output-format set"));
  }

  /** The key of the golden case cannot be written on this device. */
  @Test
  void oddNamesStayInTheirQuotes() {
    String text = Golden.text(exporter.export(PlanCases.named("odd-names", FIREWALL).masked()));
    assertTrue(
        text.contains(
            "set network ike gateway to-hub-end-100 comment \"to 'hub' !end # 100% .\"\n"),
        text);
    assertTrue(text.contains("site x\"; quit, to the VPN hub"), text);
  }
}
