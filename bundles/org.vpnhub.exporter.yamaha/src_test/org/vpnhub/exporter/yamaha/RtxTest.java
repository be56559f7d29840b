package org.vpnhub.exporter.yamaha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanGenerator;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

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
  void withIkev1ThePairOfNetworksIsThatOfThePlan() {
    PlanGenerator plans = new PlanGenerator(7);
    int written = 0;
    for (int i = 0; i < 400; i++) {
      SitePlan site = plans.next(exporter.capabilities(), ROUTER);
      var files = exporter.export(ExportRequest.masked(site)).files();
      if (files.isEmpty()) continue;
      ConnectionPlan c = site.gateway().connections().getFirst();
      if (c.ike().version() == IkeVersion.IKEV2) continue;
      String text = files.getFirst().text();
      String local = "ipsec ike local id 1 " + c.children().getFirst().local().getFirst() + "\n";
      String remote = "ipsec ike remote id 1 " + c.children().getFirst().remote().getFirst() + "\n";
      assertTrue(text.contains(local) && text.contains(remote), text);
      assertFalse(text.contains("proposal-limitation 1 "), text);
      if (!local.contains("0.0.0.0/0")) written++;
    }
    assertTrue(written > 3, "only " + written + " plans with IKEv1 and networks of their own");
  }

  @Test
  void whatIsGivenIsTakenBack() {
    Export export = exporter.export(PlanCases.named("ikev2-two-tunnels", ROUTER).open());
    String rollBack = export.checklist().getLast().toString();
    String second = export.files().getFirst().text().split("\ntunnel select 2\n")[1];
    for (String line : second.lines().map(String::strip).toList()) {
      int number = line.indexOf(" 2");
      if (!line.startsWith("ipsec ") || number < 0 || line.startsWith("ipsec tunnel")) continue;
      assertTrue(rollBack.contains("no " + line.substring(0, number) + " 2"), line);
    }
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
