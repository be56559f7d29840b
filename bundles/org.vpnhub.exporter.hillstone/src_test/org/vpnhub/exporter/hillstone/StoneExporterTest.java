package org.vpnhub.exporter.hillstone;

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

class StoneExporterTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/hillstone/stoneos");
  static final DevicePlan FIREWALL = firewall(10, "trust");

  private final StoneExporter exporter = new StoneExporter();

  private static DevicePlan firewall(int number, String lanZone) {
    return new DevicePlan(
        "hillstone-stoneos",
        "5.5",
        "ethernet0/1",
        Optional.empty(),
        List.of("ethernet0/2"),
        "untrust",
        lanZone,
        Optional.of(Ipv4Address.parse("203.0.113.1")),
        false,
        true,
        number,
        0);
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
  void refusesZonesThatCannotBeWrittenAndAsksForTheTunnelNumber() {
    assertEquals(List.of(), errors(10, "trust"));
    assertEquals(List.of("D02"), errors(10, "tr ust"));
    assertEquals(List.of("D01"), errors(0, "trust"));
  }

  private List<String> errors(int number, String lanZone) {
    return exporter
        .export(PlanCases.named("ikev2-explicit", firewall(number, lanZone)).open())
        .problems()
        .stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
