package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Site;

/** All problems of one rule mended in one go. */
class FixAllTest {

  private static List<Problem> problems(Net net, String code) {
    return net.validate().stream()
        .map(Finding::problem)
        .filter(p -> p.code().equals(code))
        .toList();
  }

  private static int fixAll(Net net, String code) {
    return QuickFixes.fixAll(net.network, code, problems(net, code));
  }

  @Test
  void allMissingRoutes() {
    Net net = Net.of(Profile.HUB_NATIVE);
    net.table.getEntries().clear();
    assertEquals(3, fixAll(net, "R01"));
    assertEquals(List.of(), net.validate());
    assertEquals(3, net.table.getEntries().size());
  }

  @Test
  void nothingToMend() {
    assertEquals(0, fixAll(Net.of(Profile.HUB_NATIVE), "R01"));
    assertEquals(0, fixAll(Net.of(Profile.HUB_NATIVE), "C26"));
    assertEquals(0, fixAll(Net.of(Profile.HUB_NATIVE), "no such rule"));
  }

  /** Two fixes would choose the same free prefix; the second takes the next. */
  @Test
  void overlappingSitesGetPrefixesOfTheirOwn() {
    Net net = Net.of(Profile.HUB_NATIVE);
    net.addSite("Suzhou", "203.0.113.40", "10.10.10.0/24");
    net.addSite("Wuxi", "203.0.113.50", "10.10.10.0/24");
    assertEquals(2, fixAll(net, "A03"));
    assertEquals(List.of("10.10.10.0/24"), net.site(0).getCidrs());
    assertEquals(List.of("10.10.11.0/24"), net.site(3).getCidrs());
    assertEquals(List.of("10.10.12.0/24"), net.site(4).getCidrs());
    assertEquals(List.of(), net.validate());
  }

  @Test
  void prefixThatOverlapsTheVpc() {
    Net net = Net.of(Profile.HUB_NATIVE);
    Site site = net.addSite("Suzhou", "203.0.113.40", "10.0.255.0/24", "10.10.40.0/24");
    assertEquals(1, fixAll(net, "A02"));
    assertEquals(List.of("10.1.0.0/24", "10.10.40.0/24"), site.getCidrs());
    assertEquals(List.of(), net.validate());
  }

  @Test
  void routesOfTheGatewayMoveAlong() {
    Net net = Net.of(Profile.HUB_NATIVE);
    net.addSite("Suzhou", "203.0.113.40", "10.10.10.0/24");
    net.route("10.10.10.128/25", 3, 100);
    net.policy("10.0.0.0/16", "10.10.10.0/25", 3, 10);
    assertEquals(1, fixAll(net, "A03"));
    assertEquals("10.10.11.128/25", net.gateway.getDestinationRoutes().getFirst().getRouteDest());
    assertEquals("10.10.11.0/25", net.gateway.getPolicyRoutes().getFirst().getRouteDest());
  }

  /** Nothing near is free in the range: no fix is offered rather than a bad one. */
  @Test
  void noFreePrefix() {
    Net net = Net.of(Profile.HUB_NATIVE);
    net.site(0).getCidrs().set(0, "192.168.0.0/16");
    net.site(1).getCidrs().set(0, "192.168.0.0/16");
    List<String> labels =
        net.validate().stream()
            .filter(f -> f.problem().code().equals("A03"))
            .flatMap(f -> f.quickFixes().stream())
            .map(QuickFix::label)
            .toList();
    assertEquals(List.of("Declare site Hangzhou as standby for site Shanghai"), labels);
  }

  @Test
  void connectionsThatAnExporterWantsSplit() {
    Net net = Net.of(Profile.HUB_NATIVE);
    List<Problem> told =
        Stream.of(0, 1)
            .map(net::connection)
            .peek(
                c ->
                    c.getRemoteSubnets()
                        .add(c.getId().endsWith("i") ? "10.10.11.0/24" : "10.10.21.0/24"))
            .map(
                c -> new Problem("C26", Severity.WARNING, c.getId(), c.getName(), "pairs", "split"))
            .toList();
    assertEquals(2, QuickFixes.fixAll(net.network, "C26", told));
    assertEquals(5, net.gateway.getConnections().size());
    assertTrue(
        net.gateway.getConnections().stream().allMatch(c -> c.getRemoteSubnets().size() == 1));
    assertEquals(0, QuickFixes.fixAll(net.network, "C26", told));
  }
}
