package org.vpnhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.PolicyRoute;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;

/** The texts that command line and Gogo commands print. */
class TextTest {

  @Test
  void columnsAreAsWideAsTheirContents() {
    TextTable table = new TextTable("name", ">count", "rest").row("上海", 7, "x").row("Rome", 12, "");
    assertEquals("name  count  rest\n上海      7  x\nRome     12\n", table.toString());
  }

  @Test
  void agesHaveTheirTwoLargestUnits() {
    assertEquals("59 s", StatusText.age(59));
    assertEquals("2 min 5 s", StatusText.age(125));
    assertEquals("1 h 1 min", StatusText.age(3660));
    assertEquals("2 d 3 h", StatusText.age(2 * 86400 + 3 * 3600 + 59));
  }

  @Test
  void routesComeInTheOrderOfTheirLookup() {
    ConnectionId a = new ConnectionId("vco-A");
    GatewayPlan plan =
        Plans.withRoutes(
            Plans.hub(Plans.connection("A", 1)),
            List.of(
                new PolicyRoute(Plans.prefix(9), Plans.prefix(1), a, 20, 100),
                new PolicyRoute(Plans.prefix(8), Plans.prefix(1), a, 10, 0)),
            List.of(
                new DestinationRoute(Ipv4Prefix.parse("10.10.0.0/16"), a, 100),
                new DestinationRoute(Plans.prefix(1), a, 100)));
    List<String> lines = RoutesText.of(plan).lines().map(l -> l.replaceAll(" +", " ")).toList();
    assertEquals(
        List.of(
            "route source destination via",
            "policy 10.10.8.0/24 10.10.1.0/24 A priority 10, standby",
            "policy 10.10.9.0/24 10.10.1.0/24 A priority 20",
            "destination any 10.10.1.0/24 A",
            "destination any 10.10.0.0/16 A",
            "selector 0.0.0.0/0 10.10.1.0/24 A",
            "inside any 10.0.0.0/16 hub"),
        lines);
  }

  @Test
  void theMatrixNamesTheMissingLink() {
    MissingLink link =
        new MissingLink(
            MissingLink.Kind.VPC_ROUTE, MissingLink.Way.RETURN, "vtb-1", "no VPC route to A");
    ReachabilityMatrix matrix =
        new ReachabilityMatrix(
            List.of("A", "VPC"),
            List.of(
                new ReachabilityCell("A", "VPC", List.of(path(List.of(link)))),
                new ReachabilityCell("VPC", "A", List.of(path(List.of())))));
    String text = MatrixText.of(matrix);
    assertTrue(text.contains("1 of 2 pairs reachable"), text);
    assertTrue(
        text.contains("A -> VPC:\n  missing VPC route, on the way back: no VPC route"), text);
    assertTrue(text.contains("A          -    no\n"), text);
    assertTrue(MatrixText.live(matrix, (f, t) -> false).contains("VPC        down  -"));
  }

  @Test
  void aFaultOfThousandsOfPairsStaysReadable() {
    MissingLink link =
        new MissingLink(MissingLink.Kind.HUB_ROUTE, MissingLink.Way.FORWARD, "vpn-1", "no route");
    List<String> nodes = IntStream.range(0, 100).mapToObj(i -> "s" + i).toList();
    List<ReachabilityCell> cells =
        nodes.stream()
            .skip(1)
            .map(n -> new ReachabilityCell(n, "s0", List.of(path(List.of(link)))))
            .toList();
    String text = MatrixText.of(new ReachabilityMatrix(nodes, cells));
    assertEquals(MatrixText.SHOWN_PAIRS, text.lines().filter(l -> l.contains("->")).count());
    assertTrue(text.endsWith("and 59 more pairs; 'matrix --json' has them all\n"), text);
  }

  @Test
  void wideLettersAndEmojiTakeTwoColumns() {
    assertEquals(
        List.of(4, 2, 1), List.of("北京", "🚀", "é").stream().map(TextTable::width).toList());
  }

  private static ReachabilityCell.Path path(List<MissingLink> missing) {
    return new ReachabilityCell.Path(Plans.prefix(1), Ipv4Prefix.parse("10.0.0.0/16"), missing);
  }

  @Test
  void theStatusShowsTheLastFailureWithBothSidesValues() {
    String json =
        """
        {"server":{"model":"/m","network":"n","gateway":"hub","address":"192.0.2.1","pid":1,
        "uptimeSeconds":61,"ikePort":500,"natPort":4500,"nativeEsp":false,
        "udpEncapsulationForced":true,"inside":"TUN"},
        "connections":[{"id":"vco-a","name":"A","site":"A","status":"ike_sa_not_established",
        "remoteAddress":"192.0.2.9","ikeSuite":"","espSuite":"","packetsIn":0,"packetsOut":0,
        "associations":[],"drops":{"REPLAYED":2},
        "lastFailure":{"code":"DhGroupMismatch","phase":1,
        "text":"no proposal","local":"group31","remote":"group14","ageSeconds":5}}],
        "drops":{}}
        """;
    String text = StatusText.of(JsonParser.parseString(json).getAsJsonObject());
    assertTrue(
        text.contains("last failure: DhGroupMismatch in phase 1, 5 s ago: no proposal"), text);
    assertTrue(text.contains("here: group31"), text);
    assertTrue(text.contains("peer: group14"), text);
    assertTrue(text.contains("dropped: REPLAYED 2"), text);
    assertTrue(text.contains("forced on all peers"), text);
    assertTrue(text.contains("no packet dropped"), text);
  }
}
