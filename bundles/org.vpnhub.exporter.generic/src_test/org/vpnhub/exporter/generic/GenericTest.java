package org.vpnhub.exporter.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class GenericTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/generic/checklist");
  private static final DevicePlan ANY = DevicePlan.of("generic", "");

  private final GenericExporter exporter = new GenericExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ANY, GOLDEN));
  }

  @Test
  void refusesNoPlanOfTheKit() {
    for (PlanCases.PlanCase c : PlanCases.on(ANY)) {
      Export export = exporter.export(c.open());
      assertTrue(!export.refused() && export.files().isEmpty(), c.name());
    }
  }

  @Test
  void theRevisionChangesWithTheChecklist() {
    assertTrue(!revision("ikev2-explicit").equals(revision("ikev2-gcm")));
  }

  private String revision(String name) {
    String text = exporter.export(PlanCases.named(name, ANY).masked()).checklistText();
    return text.lines().filter(l -> l.contains("revision")).findFirst().orElseThrow();
  }
}
