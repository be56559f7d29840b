package org.vpnhub.exporter.huawei;

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

class ArExporterTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/huawei/ar");
  static final DevicePlan ROUTER = router("V200R010C10", 3901, true);

  private final ArExporter exporter = new ArExporter();

  private static DevicePlan router(String release, int number, boolean sourceNat) {
    return new DevicePlan(
        "huawei-ar",
        release,
        "GigabitEthernet0/0/8",
        Optional.empty(),
        List.of("Vlanif1"),
        "",
        "",
        Optional.of(Ipv4Address.parse("203.0.113.1")),
        false,
        sourceNat,
        0,
        number,
        "");
  }

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  /** One number for the tunnel, and one for NAT. */
  @Test
  void refusesNumbersThatTheRouterDoesNotHave() {
    assertEquals(List.of(), errors(router("V200R010", 3998, true)));
    assertEquals(List.of("D02"), errors(router("V200R010", 3999, true)));
    assertEquals(List.of(), errors(router("V200R010", 3999, false)));
    assertEquals(List.of("D02"), errors(router("V200R010", 3000, true)));
    assertEquals(List.of("D02"), errors(router("V200R010", 2901, true)));
    assertEquals(List.of("D01"), errors(router("V200R010", 0, true)));
  }

  @Test
  void newReleasesHaveNoWeakAlgorithms() {
    assertEquals(List.of(), errors("ikev1-legacy", router("V300R019C13", 3901, true)));
    assertEquals(false, errors("ikev1-legacy", router("V300R022C00", 3901, true)).isEmpty());
    assertEquals(List.of(), errors(router("V300R022C00", 3901, true)));
  }

  private List<String> errors(DevicePlan router) {
    return errors("ikev2-explicit", router);
  }

  private List<String> errors(String plan, DevicePlan router) {
    return exporter.export(PlanCases.named(plan, router).open()).problems().stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
