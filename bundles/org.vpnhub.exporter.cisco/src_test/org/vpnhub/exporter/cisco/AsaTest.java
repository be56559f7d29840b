package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class AsaTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/cisco/asa");
  static final DevicePlan FIREWALL = firewall("9.14", "outside");

  private final AsaExporter exporter = new AsaExporter();

  static DevicePlan firewall(String release, String outside) {
    return new DevicePlan(
        "cisco-asa",
        release,
        outside,
        Optional.empty(),
        List.of("inside"),
        "",
        "",
        Optional.of(Ipv4Address.parse("203.0.113.1")),
        false,
        true,
        0,
        100);
  }

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, FIREWALL, GOLDEN));
  }

  @Test
  void interfacesAreNamedAsNameifDoes() {
    assertEquals(List.of("D02"), errors("ikev2-explicit", firewall("9.14", "Gigabit 0/0")));
  }

  /** SHA-256 and group 14 in phase 2 are of IKEv2. */
  @Test
  void ikev1HasFewerAlgorithmsInPhase2() {
    assertEquals(List.of("C27", "C27"), errors("ikev1-several", FIREWALL));
    assertEquals(List.of("C30", "C27"), errors("ikev1-main", firewall("9.1", "outside")));
  }

  @Test
  void weakAlgorithmsAreGone() {
    assertEquals(List.of(), errors("ikev1-legacy", firewall("9.1", "outside")));
    assertEquals(
        List.of("C30", "C30", "C30", "C30", "C30", "C27"),
        errors("ikev1-legacy", firewall("9.16", "outside")));
    assertEquals(List.of(), errors("ikev2-explicit", firewall("9.16", "outside")));
  }

  @Test
  void severalPeersWithIkev2NeedANewRelease() {
    assertEquals(List.of("C27"), errors("ikev2-two-tunnels", firewall("9.13.1", "outside")));
    assertEquals(List.of("C27"), errors("ikev2-two-tunnels", firewall("", "outside")));
    assertEquals(List.of(), errors("ikev2-two-tunnels", firewall("9.14.2", "outside")));
  }

  @Test
  void identitiesAreTheDevicesOwnAddress() {
    assertEquals(List.of("C27"), errors("ikev2-nat", FIREWALL));
  }

  private List<String> errors(String plan, DevicePlan device) {
    return exporter.export(PlanCases.named(plan, device).open()).problems().stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
