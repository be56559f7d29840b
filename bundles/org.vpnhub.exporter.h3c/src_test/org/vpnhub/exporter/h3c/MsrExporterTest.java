package org.vpnhub.exporter.h3c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.DpdPlan;

class MsrExporterTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/h3c/msr");
  static final DevicePlan ROUTER = router(3901);

  private final MsrExporter exporter = new MsrExporter();

  private static DevicePlan router(int number) {
    return new DevicePlan(
        "h3c-msr",
        "7.1.064",
        "GigabitEthernet0/0",
        Optional.empty(),
        List.of("GigabitEthernet0/1"),
        "",
        "",
        Optional.of(Ipv4Address.parse("203.0.113.1")),
        false,
        true,
        0,
        number,
        "");
  }

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void asksForNoZonesAndRefusesNumbersThatTheRouterDoesNotHave() {
    assertEquals(List.of(), errors(3998));
    assertEquals(List.of("D02"), errors(3999));
    assertEquals(List.of("D02"), errors(2901));
    assertEquals(List.of("D01"), errors(0));
  }

  @Test
  void refusesIntervalsOfDeadPeerDetectionThatTheVersionDoesNotHave() {
    assertEquals(List.of(true, true, false), refused("ikev1-main", 0, 301, 300));
    assertEquals(List.of(true, false, false), refused("ikev2-explicit", 9, 10, 301));
  }

  private List<Boolean> refused(String plan, int... intervals) {
    ConnectionPlan c = PlanCases.named(plan, ROUTER).site().gateway().connections().getFirst();
    List<Boolean> refused = new ArrayList<>();
    for (int seconds : intervals) refused.add(exporter.dpd(with(c, seconds)).isPresent());
    return refused;
  }

  private static ConnectionPlan with(ConnectionPlan c, int interval) {
    return new ConnectionPlan(
        c.id(),
        c.name(),
        c.peerName(),
        c.localAddress(),
        c.remoteAddress(),
        c.localId(),
        c.remoteId(),
        c.pskReference(),
        c.ike(),
        c.ipsec(),
        c.children(),
        c.initiate(),
        new DpdPlan(true, interval),
        c.natTraversal(),
        c.localBehindNat(),
        c.remoteBehindNat(),
        c.peerPrefixes(),
        c.autoConfigRoute());
  }

  private List<String> errors(int number) {
    return exporter
        .export(PlanCases.named("ikev2-explicit", router(number)).open())
        .problems()
        .stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }
}
