package org.vpnhub.exporter.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class GaiaTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/checkpoint/gaia");
  static final DevicePlan GATEWAY =
      new DevicePlan(
          "checkpoint-gaia",
          "R81.10",
          "eth0",
          Optional.empty(),
          List.of("eth1"),
          "",
          "",
          Optional.empty(),
          false,
          true,
          0,
          0);

  private final GaiaExporter exporter = new GaiaExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, GATEWAY, GOLDEN));
  }
}
