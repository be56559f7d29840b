package org.vpnhub.exporter.juniper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.RoundTrip;
import org.vpnhub.plan.DevicePlan;

class SrxTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/juniper/srx");
  private static final Path SAMPLES = Path.of("src_test/org/vpnhub/exporter/juniper/samples");
  private static final DevicePlan FIREWALL =
      new DevicePlan(
          "juniper-srx",
          "20.4",
          "ge-0/0/0.0",
          Optional.empty(),
          List.of("ge-0/0/1.0"),
          "untrust",
          "trust",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          100,
          0);

  private final SrxExporter exporter = new SrxExporter();
  private final SrxReader reader = new SrxReader();

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
    assertEquals(List.of(), RoundTrip.check(exporter, reader, SrxExporter.FILE, FIREWALL, 1000));
  }

  @Test
  void readerProvesAllButTheseLines() {
    assertEquals(
        Set.of(
            // the reader's defaults
            "set security ike proposal hangzhou lifetime-seconds 28800",
            "set security ipsec proposal hangzhou lifetime-seconds 3600",
            // the way out while the tunnels are down
            "set interfaces dsc unit 0 family inet address 192.0.2.1/32 destination 192.0.2.2",
            "set routing-options static route 10.0.0.0/16 qualified-next-hop 192.0.2.2 preference"
                + " 250",
            "set routing-options static route 10.10.10.0/24 qualified-next-hop 192.0.2.2"
                + " preference 250",
            "set routing-options static route 10.10.30.0/24 qualified-next-hop 192.0.2.2"
                + " preference 250",
            // what the comparison does not ask for
            "set interfaces st0 unit 100 description \"hangzhou\"",
            "set security ike proposal hangzhou authentication-method pre-shared-keys",
            "set security ike gateway hangzhou dead-peer-detection probe-idle-tunnel",
            "set security ike gateway hangzhou dead-peer-detection threshold 3",
            "set security ipsec vpn hangzhou establish-tunnels immediately"),
        RoundTrip.unproven(
            exporter, reader, SrxExporter.FILE, PlanCases.named("ikev2-explicit", FIREWALL), "#"));
  }

  @Test
  void everyFaultIsFound() {
    assertFound("key exchange group of phase 1", "dh-group group14", "dh-group group2");
    assertFound("group of perfect forward", "keys group14", "keys group5");
    assertFound("pair of networks", "remote-ip 10.10.10.0/24", "remote-ip 10.10.11.0/24");
    assertFound("exemption from source NAT", "then source-nat off", "then source-nat interface");
    assertFound(
        "exemption from source NAT",
        "to zone vpnhub\nset security nat",
        "to zone dmz\nset security nat");
    assertFound(
        "firewall rule into the tunnel", "hangzhou-out then permit", "hangzhou-out then deny");
    assertFound(
        "firewall rule out of the tunnel", "hangzhou-in then permit", "hangzhou-in then deny");
    assertFound("is limited to applications", "application any", "application junos-https");
    assertFound("lets no IKE in", "system-services ike", "system-services ping");
    assertFound("route into the tunnel", "qualified-next-hop st0.100", "qualified-next-hop st0.7");
    assertFound("is used and not defined", "ike-policy hangzhou", "ike-policy hub");
    assertFound(
        "is used and not defined", "match source-address vpnhub-own", "match source-address lan");
    assertFound("unknown line", "external-interface ge", "external-iface ge");
    assertFound("unknown line", "encryption-algorithm aes-256-cbc", "encryption-algorithm aes256");
    assertFound(
        "IKE version",
        "set security ike gateway hangzhou version v2-only",
        "deactivate security ike gateway hangzhou version");
  }

  private void assertFound(String fault, String before, String after) {
    List<String> faults =
        RoundTrip.changed(
            exporter,
            reader,
            SrxExporter.FILE,
            PlanCases.named("ikev2-explicit", FIREWALL),
            before,
            after);
    assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), fault + " not in " + faults);
  }

  @Test
  void readsAConfigurationThatItDidNotWrite() {
    assertEquals(
        List.of(),
        Golden.check(reader, SAMPLES.resolve("branch.set"), SAMPLES.resolve("branch.txt")));
  }

  @Test
  void readsAConfigurationWithBraces() {
    assertEquals(
        List.of(),
        Golden.check(reader, SAMPLES.resolve("braces.conf"), SAMPLES.resolve("braces.txt")));
  }

  @Test
  void anyTextIsRead() {
    List<String> texts =
        List.of(
            "",
            "set",
            "set security",
            "\"",
            "security {\n ike {\n",
            "}\n{\n}",
            "a [ b ];\nc {\n",
            "/* x",
            "set security ike",
            "杭州\u0000",
            "set security ike" + " x".repeat(100_000));
    for (String text : texts) assertEquals(List.of(), reader.read(text).tunnels(), text);
  }
}
