package org.vpnhub.exporter.vyos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class VyosTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/vyos/vyos14");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "vyos",
          "1.4",
          "eth0",
          Optional.empty(),
          List.of("eth1"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          10,
          1000);

  private final VyosExporter exporter = new VyosExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void keysThatQuotesCannotHoldAreRefused() {
    for (String bad : List.of("a'b", "a\"b", "a\\b", "a b", "a?b", "ä", "0xab", "0sab")) {
      assertTrue(VyosWords.KEYS.objection(bad).isPresent(), bad);
    }
    assertTrue(VyosWords.KEYS.objection("p@ss$w!rd#{}").isEmpty());
  }
}
