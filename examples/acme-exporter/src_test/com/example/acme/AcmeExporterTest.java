package com.example.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class AcmeExporterTest {
  private static final DevicePlan ROUTER =
      new DevicePlan(
          "acme-router",
          "1.0",
          "wan0",
          Optional.empty(),
          List.of("lan0"),
          "",
          "",
          Optional.empty(),
          false,
          true,
          1,
          0);

  private final AcmeExporter exporter = new AcmeExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 1, 500));
  }

  /** Written anew with -Dvpnhub.golden.write=true; read each before it is committed. */
  @Test
  void writesWhatPeopleHaveRead() {
    Path golden = Path.of("src_test/com/example/acme/golden");
    assertEquals(List.of(), Golden.check(exporter, ROUTER, golden));
  }
}
