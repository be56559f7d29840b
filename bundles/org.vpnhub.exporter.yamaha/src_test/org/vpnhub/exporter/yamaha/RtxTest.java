package org.vpnhub.exporter.yamaha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.DevicePlan;

class RtxTest {
  private static final DevicePlan ROUTER =
      new DevicePlan(
          "yamaha-rtx",
          "15.04",
          "lan2",
          Optional.empty(),
          List.of("lan1"),
          "",
          "",
          Optional.empty(),
          false,
          true,
          1,
          5000);
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/yamaha/golden");

  private final RtxExporter exporter = new RtxExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void behindANatTheRouterHasItsOwnAddressAndTheNameOfThePlan() {
    String text = text("ikev2-nat");
    assertTrue(text.contains("ipsec ike local address 1 192.168.1.2\n"));
    assertTrue(text.contains("ipsec ike local name 1 hangzhou.example.com fqdn\n"));
  }

  @Test
  void theStandbyTunnelHasNoWeight() {
    assertTrue(
        text("ikev2-two-tunnels")
            .contains("ip route 10.0.0.0/16 gateway tunnel 1 hide gateway tunnel 2 weight 0\n"));
  }

  @Test
  void refusesKeysThatTheConsoleWouldMisread() {
    assertTrue(
        exporter
            .export(PlanCases.named("odd-names", ROUTER).open())
            .problems()
            .toString()
            .contains("holds a character that the device does not take"));
  }

  @Test
  void commentsHoldNothingThatTheConsoleKnows() {
    assertEquals("a __ b __", RtxWords.DIALECT.comment("a \u676d\u5dde b ?\\", 80));
  }

  private String text(String name) {
    return exporter.export(PlanCases.named(name, ROUTER).open()).files().getFirst().text();
  }
}
