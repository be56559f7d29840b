package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class IosMapTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/cisco/map");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "cisco-ios",
          "15.7",
          "GigabitEthernet0/0",
          Optional.empty(),
          List.of("GigabitEthernet0/1"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          0,
          100);

  private final IosMapExporter exporter = new IosMapExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }
}
