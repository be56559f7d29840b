package org.vpnhub.exporter.h3c;

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

class ComwareExporterTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/h3c/comware7");
  static final DevicePlan FIREWALL = firewall(3901, "Untrust");

  private final ComwareExporter exporter = new ComwareExporter();

  private static DevicePlan firewall(int number, String wanZone) {
    return new DevicePlan(
        "h3c-comware7",
        "7.1.064",
        "GigabitEthernet1/0/1",
        Optional.empty(),
        List.of("GigabitEthernet1/0/2"),
        wanZone,
        "Trust",
        Optional.of(Ipv4Address.parse("203.0.113.1")),
        false,
        true,
        0,
        number);
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
  void refusesNumbersAndZonesThatTheFirewallDoesNotHave() {
    assertEquals(List.of(), errors(3998, "Untrust"));
    assertEquals(List.of("D02"), errors(3999, "Untrust"));
    assertEquals(List.of("D02"), errors(2901, "Untrust"));
    assertEquals(List.of("D02"), errors(4001, "Untrust"));
    assertEquals(List.of("D02"), errors(3901, "un trust"));
    assertEquals(List.of("D01"), errors(0, "Untrust"));
  }

  private List<String> errors(int number, String wanZone) {
    return exporter
        .export(PlanCases.named("ikev2-explicit", firewall(number, wanZone)).open())
        .problems()
        .stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
