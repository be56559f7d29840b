package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.IkeMode;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.VpnConnection;

/** Quick fixes: what they do, and that do, undo and redo are exact. */
class QuickFixTest {

  static Stream<RuleCase> fixable() {
    return RuleTest.cases().stream()
        .filter(c -> c.triggered().stream().anyMatch(f -> !f.quickFixes().isEmpty()));
  }

  /** Every fix of every finding of every case, each on a model of its own. */
  @ParameterizedTest
  @MethodSource("fixable")
  void mendsAndUndoes(RuleCase c) throws Exception {
    for (int i = 0; i < c.triggered().size(); i++) {
      for (int k = 0; k < c.triggered().get(i).quickFixes().size(); k++) {
        Net net = Net.of(c.profile()).with(c.trigger());
        Finding finding =
            net.validate().stream()
                .filter(f -> f.problem().code().equals(c.rule()))
                .toList()
                .get(i);
        QuickFix fix = finding.quickFixes().get(k);
        doUndoRedo(net.network, fix.command());
        assertFalse(problems(net).contains(finding.problem()), "still there after " + fix);
        Set<String> now = codes(net);
        now.removeAll(codes(Net.of(c.profile()).with(c.trigger())));
        now.remove("C10");
        assertEquals(Set.of(), now, "new problems after " + fix);
      }
    }
  }

  private static List<Problem> problems(Net net) {
    return net.validate().stream().map(Finding::problem).toList();
  }

  private static Set<String> codes(Net net) {
    Set<String> codes = new TreeSet<>();
    problems(net).stream()
        .filter(p -> p.severity() != Severity.INFO)
        .forEach(p -> codes.add(p.code()));
    return codes;
  }

  /** Executes, undoes and redoes; the model is left changed. */
  private static void doUndoRedo(Network network, Command command) throws Exception {
    String before = ModelFiles.toText(network);
    CommandStack stack = new BasicCommandStack();
    assertTrue(command.canExecute());
    stack.execute(command);
    String after = ModelFiles.toText(network);
    assertNotEquals(before, after);
    for (int i = 0; i < 2; i++) {
      assertTrue(stack.canUndo());
      stack.undo();
      assertEquals(before, ModelFiles.toText(network));
      stack.redo();
      assertEquals(after, ModelFiles.toText(network));
    }
    ModelFiles.parse(after, "mended");
  }

  private static Net mended(String rule, int fix, Consumer<Net> change) {
    Net net = Net.of(Profile.HUB_NATIVE).with(change);
    Finding finding =
        net.validate().stream().filter(f -> f.problem().code().equals(rule)).findFirst().get();
    finding.quickFixes().get(fix).command().execute();
    return net;
  }

  /** Site, connection and route were written with the same host bits. */
  @Test
  void maskOfASiteAlsoMasksWhatWasGenerated() {
    Net net =
        mended(
            "A01",
            "site-hangzhou",
            n -> {
              n.site(1).getCidrs().set(0, "10.10.20.9/24");
              n.connection(1).getRemoteSubnets().set(0, "10.10.20.9/24");
              n.entry(1).setDestinationCidrBlock("10.10.20.9/24");
            });
    assertEquals(List.of("10.10.20.0/24"), net.site(1).getCidrs());
    assertEquals(List.of("10.10.20.0/24"), net.connection(1).getRemoteSubnets());
    assertEquals("10.10.20.0/24", net.entry(1).getDestinationCidrBlock());
    assertEquals(List.of(), net.validate());
  }

  private static Net mended(String rule, String element, Consumer<Net> change) {
    Net net = Net.of(Profile.HUB_NATIVE).with(change);
    Finding finding =
        net.validate().stream()
            .filter(f -> f.problem().code().equals(rule))
            .filter(f -> f.problem().elementId().equals(element))
            .findFirst()
            .get();
    finding.quickFixes().getFirst().command().execute();
    return net;
  }

  @Test
  void ikev2ReachesAllConnectionsOfThePeer() {
    Net net =
        mended(
            "C03",
            0,
            n -> {
              n.ike(1).setIkeVersion(IkeVersion.IKEV1);
              n.connection(1).getRemoteSubnets().add("10.10.22.0/24");
              n.twin(1, "10.10.21.0/24");
            });
    assertEquals(IkeVersion.IKEV2, net.ike(1).getIkeVersion());
    assertEquals(IkeVersion.IKEV2, net.ike(3).getIkeVersion());
  }

  @Test
  void aggressiveIsTheSecondChoice() {
    Consumer<Net> named =
        n -> {
          n.ike(1).setIkeVersion(IkeVersion.IKEV1);
          n.ike(1).setRemoteId("hz.example.com");
        };
    assertEquals(IkeVersion.IKEV2, mended("C09", 0, named).ike(1).getIkeVersion());
    assertEquals(IkeMode.AGGRESSIVE, mended("C09", 1, named).ike(1).getIkeMode());
  }

  @Test
  void localNetwork() {
    Net net = mended("C01", 0, n -> n.connection(1).getLocalSubnets().set(0, "10.0.0.0/16"));
    assertEquals(List.of("0.0.0.0/0"), net.connection(1).getLocalSubnets());
  }

  @Test
  void vpcRouteBelongsToItsSite() {
    Net net = mended("R01", 0, n -> n.table.getEntries().remove(1));
    RouteEntry made = net.table.getEntries().getLast();
    assertEquals("10.10.20.0/24", made.getDestinationCidrBlock());
    assertSame(net.gateway, made.getNextHop());
    assertSame(net.site(1), made.getSite());
    assertEquals(List.of(), net.validate());
  }

  @Test
  void vpcRouteInANewTable() {
    Net net = mended("R01", 0, n -> n.vpc.getRouteTables().clear());
    assertEquals("vtb-system", net.vpc.getRouteTables().getFirst().getId());
  }

  @Test
  void published() {
    Net net =
        mended(
            "R11",
            0,
            n -> {
              n.table.getEntries().remove(1);
              n.policy("10.0.0.0/16", "10.10.20.0/24", 1, 10);
            });
    assertTrue(net.gateway.getPolicyRoutes().getFirst().isPublishVpc());
  }

  @Test
  void phase1IsACopyWithTheKey() {
    Net net =
        mended(
            "C13",
            0,
            n -> n.twin(1, "10.10.21.0/24").getTunnels().getFirst().getIkeConfig().setPsk("x"));
    assertEquals("psk-hangzhou", net.ike(3).getPskReference());
    assertEquals(null, net.ike(3).getPsk());
  }

  @Test
  void customerGatewayIsReplaced() throws Exception {
    Net before = Net.of(Profile.ALIBABA_2018);
    Net net = Net.of(Profile.ALIBABA_2018);
    net.peer(1).setIpAddress("203.0.113.99");
    CustomerGateway old = net.peer(1);
    List<Finding> found = Validator.compare(before.network, net.network, Profile.ALIBABA_2018);
    assertEquals(List.of("K04"), found.stream().map(f -> f.problem().code()).toList());
    Problem problem = found.getFirst().problem();
    assertEquals(
        "the address 203.0.113.20 became 203.0.113.99, which the cloud does not allow",
        problem.message());
    doUndoRedo(net.network, QuickFixes.forProblem(net.network, problem).getFirst().command());
    assertEquals("cgw-hangzhou-2", net.peer(1).getId());
    assertEquals("203.0.113.99", net.peer(1).getIpAddress());
    assertSame(net.peer(1), net.tunnel(1).getCustomerGateway());
    assertEquals(null, old.getRegion());
    assertEquals(List.of(), Validator.compare(before.network, net.network, Profile.ALIBABA_2018));
  }

  private static Problem c26(String id) {
    return new Problem("C26", Severity.WARNING, id, "IPsec connection Hangzhou", "pairs", "split");
  }

  /** Two local by three remote networks: six connections, with their routes and health check. */
  @Test
  void splitIntoPairs() throws Exception {
    Net net = Net.of(Profile.HUB_NATIVE);
    for (String cidr : List.of("10.10.21.0/24", "10.10.22.0/24")) {
      net.site(1).getCidrs().add(cidr);
      net.connection(1).getRemoteSubnets().add(cidr);
      net.entry(cidr);
    }
    net.connection(1).getLocalSubnets().set(0, "10.0.0.0/9");
    net.connection(1).getLocalSubnets().add("10.128.0.0/9");
    net.route("10.10.22.0/24", 1, 100);
    net.policy("10.0.0.0/16", "10.10.21.0/24", 1, 10);
    HealthCheckConfig check = Net.NEW.createHealthCheckConfig();
    check.setSip("10.200.0.1");
    check.setDip("10.10.21.7");
    net.connection(1).setHealthCheck(check);
    List<QuickFix> fixes = QuickFixes.forProblem(net.network, c26("vco-hangzhou"));
    assertEquals(1, fixes.size());
    doUndoRedo(net.network, fixes.getFirst().command());
    List<VpnConnection> all = net.gateway.getConnections();
    assertEquals(8, all.size());
    assertEquals(
        List.of(
            "vco-hangzhou 10.0.0.0/9 10.10.20.0/24",
            "vco-hangzhou-2 10.0.0.0/9 10.10.21.0/24",
            "vco-hangzhou-3 10.0.0.0/9 10.10.22.0/24",
            "vco-hangzhou-4 10.128.0.0/9 10.10.20.0/24",
            "vco-hangzhou-5 10.128.0.0/9 10.10.21.0/24",
            "vco-hangzhou-6 10.128.0.0/9 10.10.22.0/24"),
        all.subList(1, 7).stream()
            .map(
                c ->
                    c.getId()
                        + " "
                        + c.getLocalSubnets().get(0)
                        + " "
                        + c.getRemoteSubnets().get(0))
            .toList());
    for (VpnConnection c : all) {
      assertEquals(1, c.getLocalSubnets().size() * c.getRemoteSubnets().size());
    }
    assertSame(all.get(3), net.gateway.getDestinationRoutes().getFirst().getNextHop());
    assertSame(all.get(2), net.gateway.getPolicyRoutes().getFirst().getNextHop());
    assertSame(check, all.get(5).getHealthCheck());
    assertEquals(
        List.of(),
        net.validate().stream()
            .map(f -> f.problem().code())
            .filter(code -> !code.equals("C01"))
            .toList());
    assertEquals(List.of(), QuickFixes.forProblem(net.network, c26("vco-hangzhou")));
  }

  @Test
  void nothingToSplitOrNobodyThere() {
    Net net = Net.of(Profile.HUB_NATIVE);
    for (String id : List.of("vco-hangzhou", "cgw-hangzhou", "nobody", "")) {
      assertEquals(List.of(), QuickFixes.forProblem(net.network, c26(id)));
    }
  }

  /** A problem that came as JSON finds its fix again; one that is gone finds none. */
  @Test
  void fixesOfAProblemByItsText() {
    Net net = Net.of(Profile.HUB_NATIVE);
    RouteEntry removed = net.table.getEntries().remove(1);
    Finding finding = net.validate().getFirst();
    List<QuickFix> fixes = QuickFixes.forProblem(net.network, finding.problem());
    assertEquals(List.of("Create a VPC route to 10.10.20.0/24"), labels(fixes));
    net.table.getEntries().add(removed);
    assertEquals(List.of(), QuickFixes.forProblem(net.network, finding.problem()));
  }

  private static List<String> labels(List<QuickFix> fixes) {
    return fixes.stream().map(QuickFix::label).toList();
  }
}
