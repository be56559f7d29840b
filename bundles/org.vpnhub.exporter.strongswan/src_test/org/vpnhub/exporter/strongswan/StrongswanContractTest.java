package org.vpnhub.exporter.strongswan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;

class StrongswanContractTest {
  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(new StrongswanExporter(), 20260727, 2000));
  }
}
