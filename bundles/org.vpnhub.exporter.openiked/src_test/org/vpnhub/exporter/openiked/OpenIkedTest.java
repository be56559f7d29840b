package org.vpnhub.exporter.openiked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class OpenIkedTest {
  static final DevicePlan MACHINE =
      new DevicePlan(
          "openiked",
          "7.2",
          "em0",
          Optional.empty(),
          List.of("em1"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          0,
          0);
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/openiked/golden");

  private final OpenIkedExporter exporter = new OpenIkedExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, MACHINE, GOLDEN));
  }

  @Test
  void refusesIkev1() {
    Export export = exporter.export(PlanCases.named("ikev1-main", MACHINE).open());
    assertTrue(export.refused());
    assertTrue(export.problems().toString().contains("cannot speak ikev1"));
  }

  @Test
  void aCommentCannotSwallowTheNextLine() {
    assertEquals("office /", IkedWords.DIALECT.comment("office \\", 80));
  }
}
