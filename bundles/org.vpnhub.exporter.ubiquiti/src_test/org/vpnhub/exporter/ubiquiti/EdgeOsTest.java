package org.vpnhub.exporter.ubiquiti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class EdgeOsTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/ubiquiti/edgeos");
  private static final DevicePlan GATEWAY =
      new DevicePlan(
          "ubiquiti-edgeos",
          "2.0",
          "eth0",
          Optional.empty(),
          List.of("eth2"),
          "",
          "",
          Optional.empty(),
          false,
          true,
          0,
          0);

  private final EdgeOsExporter exporter = new EdgeOsExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, GATEWAY, GOLDEN));
  }
}
