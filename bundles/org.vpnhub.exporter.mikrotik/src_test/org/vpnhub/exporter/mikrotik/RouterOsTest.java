package org.vpnhub.exporter.mikrotik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.plan.DevicePlan;

class RouterOsTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/mikrotik/routeros7");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "mikrotik-routeros7",
          "7.15",
          "ether1",
          Optional.empty(),
          List.of("bridge"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          0,
          0);

  private final RouterOsExporter exporter = new RouterOsExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void textsInQuotesCannotEndThem() {
    assertEquals("\"a\\\"b\\\\c\\$d\\?e\"", RouterOsWords.quoted("a\"b\\c$d?e"));
    assertEquals("\"0x30784142\"", RouterOsWords.DIALECT.key("0xAB"));
    assertEquals("ends /", RouterOsWords.DIALECT.comment("ends \\", 80));
  }
}
