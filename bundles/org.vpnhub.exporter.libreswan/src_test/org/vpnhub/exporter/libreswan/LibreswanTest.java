package org.vpnhub.exporter.libreswan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class LibreswanTest {
  static final DevicePlan MACHINE =
      new DevicePlan(
          "libreswan",
          "4.10",
          "eth0",
          Optional.empty(),
          List.of("eth1"),
          "",
          "",
          Optional.empty(),
          false,
          false,
          0,
          0);
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/libreswan/golden");

  private final LibreswanExporter exporter = new LibreswanExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, MACHINE, GOLDEN));
  }

  /** Group 2, the cloud's default, is not built into libreswan. */
  @Test
  void refusesGroup2() {
    Export export = exporter.export(PlanCases.named("ikev1-legacy", MACHINE).open());
    assertTrue(export.refused());
    List<String> messages = export.problems().stream().map(Problem::message).toList();
    assertTrue(messages.stream().anyMatch(m -> m.contains("group2")), messages::toString);
  }

  @Test
  void aStandbyTunnelWaitsToBeStarted() {
    Export export = exporter.export(PlanCases.named("ikev2-two-tunnels", MACHINE).open());
    String conf = export.files().getFirst().text();
    assertTrue(conf.contains("auto=start") && conf.contains("auto=add"), conf);
    assertFalse(conf.contains("auto=ondemand"), conf);
    assertTrue(export.checklistText().contains("ipsec auto --up hangzhou-2"));
  }
}
