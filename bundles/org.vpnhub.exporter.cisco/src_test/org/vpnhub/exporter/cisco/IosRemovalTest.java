package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;

/** What the commands of the roll back delete is what the configuration brings. */
class IosRemovalTest {
  static Stream<PlanCase> tunnelPlans() {
    return PlanCases.on(IosTunnelTest.ROUTER).stream();
  }

  static Stream<PlanCase> mapPlans() {
    return PlanCases.on(IosMapTest.ROUTER).stream();
  }

  @ParameterizedTest
  @MethodSource("tunnelPlans")
  void takesATunnelAway(PlanCase plan) {
    check(new IosTunnelExporter(), plan);
  }

  @ParameterizedTest
  @MethodSource("mapPlans")
  void takesAMapAway(PlanCase plan) {
    check(new IosMapExporter(), plan);
  }

  private static void check(Exporter exporter, PlanCase plan) {
    Export export = exporter.export(plan.open());
    String file = export.files().getFirst().text();
    List<String> brought =
        file.lines()
            .filter(
                l -> l.matches("(crypto|ip (access-list|route|nat|sla \\d)|interface Tunnel).*"))
            .map(IosRemovalTest::removal)
            .toList();
    List<String> lines = rollBack(export);
    assertTrue(brought.size() > 5, file);
    assertEquals(
        new TreeSet<>(brought),
        new TreeSet<>(lines.stream().filter(l -> l.startsWith("no ")).toList()));
    assertUsersFirst(lines);
  }

  private static String removal(String line) {
    String shorter = line.replaceAll(" name .*", "").replaceAll(" ipsec-isakmp$", "");
    return "no " + shorter.replaceAll("^(crypto ipsec transform-set \\S+) .*", "$1");
  }

  private static List<String> rollBack(Export export) {
    return export.checklist().stream()
        .filter(s -> s.title().equals(ChecklistSection.ROLL_BACK))
        .flatMap(s -> s.items().stream())
        .filter(i -> i.what().startsWith("Take everything"))
        .flatMap(i -> i.value().lines())
        .toList();
  }

  /** The router refuses to delete what is still used. */
  private static void assertUsersFirst(List<String> lines) {
    List<String> order =
        List.of(
            "no interface",
            "no crypto map",
            "no crypto ipsec profile",
            "no crypto ipsec transform-set",
            "no crypto ikev2 profile",
            "no crypto ikev2 keyring",
            "no crypto ikev2 policy",
            "no crypto ikev2 proposal");
    for (String name : List.of("VPN-hangzhou", "VPN-hub")) {
      List<Integer> ranks =
          lines.stream()
              .filter(l -> l.endsWith(" " + name))
              .map(l -> order.indexOf(order.stream().filter(l::startsWith).findFirst().orElse("")))
              .filter(rank -> rank >= 0)
              .toList();
      assertEquals(ranks.stream().sorted().toList(), ranks);
    }
  }
}
