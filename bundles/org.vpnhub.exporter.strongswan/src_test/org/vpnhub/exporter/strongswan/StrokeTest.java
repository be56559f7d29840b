package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;

class StrokeTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/strongswan/stroke");

  private final StrokeExporter exporter = new StrokeExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, Plans.device("strongswan-ipsec-conf"), GOLDEN));
  }
}
