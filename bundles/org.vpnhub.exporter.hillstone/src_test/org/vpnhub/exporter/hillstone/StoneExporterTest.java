package org.vpnhub.exporter.hillstone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class StoneExporterTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/hillstone/stoneos");
  static final DevicePlan FIREWALL = firewall("5.5R8", 10, "trust");
  static final DevicePlan EARLIER = firewall("5.5R5", 10, "trust");

  private final StoneExporter exporter = new StoneExporter();

  private static DevicePlan firewall(String release, int number, String lanZone) {
    return new DevicePlan(
        "hillstone-stoneos",
        release,
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

  /** From 5.5R6 on an address in a NAT rule has a word before it; without a release it is told. */
  @Test
  void writesNatRulesAsTheReleaseHasThem() {
    assertTrue(text("5.5R12P1").contains("from ip 10.10.20.0/24 to ip 10.0.0.0/16 eif"));
    assertTrue(text("5.5R5").contains("from 10.10.20.0/24 to 10.0.0.0/16 eif"));
    assertTrue(text("").contains("from 10.10.20.0/24 to 10.0.0.0/16 eif"));
    assertEquals(List.of("D01"), warnings(""));
    assertEquals(List.of(), warnings("5.5R8"));
  }

  private Export export(String release) {
    return export(firewall(release, 10, "trust"));
  }

  private Export export(DevicePlan firewall) {
    return exporter.export(PlanCases.named("ikev2-any", firewall).open());
  }

  private String text(String release) {
    return export(release).files().getFirst().text();
  }

  private List<String> warnings(String release) {
    return export(release).problems().stream()
        .filter(p -> p.severity() == Severity.WARNING && p.code().equals("D01"))
        .map(Problem::code)
        .toList();
  }

  @Test
  void putsZoneAndRoutesIntoTheVirtualRouterOfTheSite() {
    String text = export(FIREWALL.withVirtualRouter("branch")).files().getFirst().text();
    assertTrue(text.contains("zone hangzhou\n  vrouter branch\nexit\n"));
    assertTrue(text.contains("\nip vrouter branch\n"));
    assertTrue(export(FIREWALL).files().getFirst().text().contains("\nip vrouter trust-vr\n"));
    assertTrue(export(FIREWALL.withVirtualRouter("x y\nexit")).refused());
  }

  private List<String> errors(int number, String lanZone) {
    return exporter
        .export(PlanCases.named("ikev2-explicit", firewall("5.5R8", number, lanZone)).open())
        .problems()
        .stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
