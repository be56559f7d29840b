package org.vpnhub.exporter.sonicwall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class SonicOsTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/sonicwall/checklist");
  private static final DevicePlan GATEWAY =
      new DevicePlan(
          "sonicwall-sonicos",
          "7.0",
          "X1",
          Optional.empty(),
          List.of("X0"),
          "WAN",
          "LAN",
          Optional.empty(),
          false,
          true,
          0,
          0);

  private final SonicOsExporter exporter = new SonicOsExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, GATEWAY, GOLDEN));
  }
}
