package org.vpnhub.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.model.DestinationRoute;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.PolicyRoute;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.plan.MissingLink.Kind;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import org.vpnhub.plan.SitePlan;

/** The matrix of generated hubs, seeded; the seed stands in each message. */
class ReachabilityPropertyTest {
  private static final VpnhubFactory FACTORY = VpnhubFactory.eINSTANCE;

  @Test
  void everyCellOfAHealthyHubIsReachable() {
    for (long seed = 1; seed <= 60; seed++) {
      NetworkPlan plan = Planner.plan(healthy(new Random(seed)));
      assertEquals(Set.of(), ThreeOfficesTest.broken(plan), "seed " + seed);
      assertEquals(List.of(), plan.problems(), "seed " + seed);
      int n = plan.reachability().nodes().size();
      assertEquals(n * (n - 1), plan.reachability().cells().size());
    }
  }

  @Test
  void oneLinkLessBreaksExactlyTheCellsThatUseIt() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      Network n = healthy(random);
      Site site = n.getSites().get(random.nextInt(n.getSites().size()));
      int fault = random.nextInt(5);
      Kind kind = breakLink(n, site, fault);
      boolean vpcOnly = kind == Kind.VPC_ROUTE;
      String name = site.getName();
      Set<String> expected = new TreeSet<>();
      for (Site other : n.getSites()) {
        if (other == site || vpcOnly) continue;
        expected.add(name + " -> " + other.getName());
        expected.add(other.getName() + " -> " + name);
      }
      expected.add(name + " -> VPC");
      expected.add("VPC -> " + name);
      NetworkPlan plan = Planner.plan(n);
      String about = "seed " + seed + ", fault " + fault + " at " + name;
      assertEquals(expected, ThreeOfficesTest.broken(plan), about);
      assertTrue(ThreeOfficesTest.kinds(plan).contains(kind), about);
      assertTrue(plan.problems().stream().anyMatch(p -> p.code().equals("R14")), about);
      assertTrue(plan.problems().size() <= 4, about + plan.problems());
    }
  }

  @Test
  void agreesWithAWalkOfSinglePackets() {
    int reachable = 0;
    int hosts = 0;
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      NetworkPlan plan = Planner.plan(messy(random));
      PacketWalk walk = new PacketWalk(plan);
      Reachability reachability = Reachability.of(plan.vpc(), plan.hub(), plan.sites(), Map.of());
      List<SitePlan> nodes = new ArrayList<>(plan.sites());
      nodes.add(null);
      for (SitePlan from : nodes) {
        for (SitePlan to : nodes) {
          if (from == to) continue;
          ReachabilityCell cell =
              plan.reachability().cell(name(plan, from), name(plan, to)).orElseThrow();
          for (ReachabilityCell.Path path : cell.paths()) {
            boolean all = true;
            for (Ipv4Address a : edges(path.source(), plan)) {
              for (Ipv4Address b : edges(path.destination(), plan)) {
                boolean pings = walk.pings(from, a, to, b);
                all &= pings;
                hosts++;
                if (pings) reachable++;
                boolean unique = owners(plan, a) == 1 && owners(plan, b) == 1;
                if (unique) {
                  assertEquals(
                      pings,
                      reachability.missing(a, b).orElseThrow().isEmpty(),
                      "seed " + seed + " " + a + " -> " + b);
                }
              }
            }
            assertEquals(
                all,
                path.reachable(),
                "seed " + seed + " " + cell.from() + " -> " + cell.to() + " " + path);
          }
        }
      }
    }
    assertTrue(reachable > hosts / 20 && reachable < hosts * 19 / 20, reachable + " of " + hosts);
  }

  /** What is not kept of a large matrix is found again when a cell is asked for. */
  @Test
  void cellsAreTheSameWhateverIsKept() {
    int unreachable = 0;
    for (long seed = 1; seed <= 100; seed++) {
      NetworkPlan plan = Planner.plan(messy(new Random(seed)));
      ReachabilityMatrix kept = plan.reachability();
      for (int mostKept : new int[] {0, 3}) {
        ReachabilityMatrix other =
            Reachability.of(plan.vpc(), plan.hub(), plan.sites(), Map.of()).matrix(mostKept);
        assertEquals(kept.unreachable(), other.unreachable(), "seed " + seed);
        for (int i = 0; i < kept.cells().size(); i++) {
          ReachabilityCell cell = other.cells().get(i);
          assertEquals(kept.unreachable().get(i), !cell.reachable(), "seed " + seed);
          if (!cell.reachable()) unreachable++;
          assertEquals(kept.cells().get(i), cell, "seed " + seed);
        }
      }
    }
    assertTrue(unreachable > 100);
  }

  @Test
  void fiveHundredSitesTakeSeconds() {
    NetworkPlan plan = assertTimeout(Duration.ofSeconds(30), () -> Planner.plan(Hubs.many(500)));
    assertEquals(500 * 501, plan.reachability().cells().size());
    assertTrue(plan.reachability().cells().stream().allMatch(ReachabilityCell::reachable));
    assertTrue(
        plan.sites().getFirst().gateway().connections().getFirst().children().stream()
            .allMatch(c -> c.remote().size() <= 255),
        "more selectors than a payload counts");
  }

  @Test
  void fiftySitesWithoutOneAnotherAreFewProblems() {
    Network n = Hubs.many(50);
    for (VpnConnection c : Hubs.gateway(n).getConnections()) {
      c.getLocalSubnets().set(0, "10.0.0.0/16");
    }
    NetworkPlan plan = Planner.plan(n);
    assertEquals(50 * 49, ThreeOfficesTest.broken(plan).size());
    assertEquals(50, plan.problems().size());
  }

  private static String name(NetworkPlan plan, SitePlan site) {
    return site == null ? plan.vpc().name() : site.name();
  }

  private static long owners(NetworkPlan plan, Ipv4Address a) {
    long sites =
        plan.sites().stream()
            .filter(s -> s.prefixes().stream().anyMatch(p -> p.contains(a)))
            .count();
    return sites + (plan.vpc().prefixes().stream().anyMatch(p -> p.contains(a)) ? 1 : 0);
  }

  /** First and last address of every piece that some prefix of the plan cuts out. */
  private static Set<Ipv4Address> edges(Ipv4Prefix prefix, NetworkPlan plan) {
    Set<Ipv4Address> edges = new TreeSet<>();
    edges.add(prefix.first());
    edges.add(prefix.last());
    for (String text : POOL) {
      Ipv4Prefix p = Ipv4Prefix.parse(text);
      if (!prefix.contains(p)) continue;
      edges.add(p.first());
      edges.add(p.last());
      if (prefix.contains(p.first().bits() - 1)) edges.add(new Ipv4Address(p.first().bits() - 1));
      if (prefix.contains(p.last().bits() + 1)) edges.add(new Ipv4Address(p.last().bits() + 1));
    }
    return edges;
  }

  /** A hub in which all is well, in many ways. */
  private static Network healthy(Random random) {
    int count = 2 + random.nextInt(6);
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> cidrs = new ArrayList<>();
      int prefixes = 1 + random.nextInt(3);
      for (int p = 0; p < prefixes; p++) cidrs.add("10." + (20 + i) + "." + p * 16 + ".0/24");
      rows.add(Hubs.row("s" + i, "203.0.113." + (10 + i), cidrs.toArray(String[]::new)));
    }
    Network n = HubBuilder.build("healthy", "10.0.0.0/16", "198.51.100.1", rows);
    for (VpnConnection c : Hubs.gateway(n).getConnections()) {
      Site site = c.getSite();
      site.setSelectorMode(SelectorMode.values()[random.nextInt(3)]);
      if (site.getSelectorMode() == SelectorMode.SUMMARY) site.setSummaryCidr("10.0.0.0/8");
      boolean any = random.nextInt(3) == 0;
      if (any) {
        c.getRemoteSubnets().clear();
        c.getRemoteSubnets().add("0.0.0.0/0");
        c.setAutoConfigRoute(false);
      }
      if (any || random.nextInt(3) == 0) {
        boolean publish = random.nextBoolean();
        for (String cidr : site.getCidrs()) {
          Hubs.gateway(n).getDestinationRoutes().add(route(c, cidr, publish));
          if (publish) Hubs.removeVpcRoute(n, cidr);
        }
      }
      if (random.nextInt(4) == 0) {
        for (String cidr : site.getCidrs()) {
          PolicyRoute r = FACTORY.createPolicyRoute();
          r.setId("pbr-" + cidr);
          r.setRouteSource("10.0.0.0/8");
          r.setRouteDest(cidr);
          r.setNextHop(c);
          Hubs.gateway(n).getPolicyRoutes().add(r);
        }
      }
      if (random.nextInt(4) == 0) site.setBehindNat(true);
    }
    return n;
  }

  private static DestinationRoute route(VpnConnection c, String cidr, boolean publish) {
    DestinationRoute r = FACTORY.createDestinationRoute();
    r.setId("vrt-" + cidr);
    r.setRouteDest(cidr);
    r.setNextHop(c);
    r.setPublishVpc(publish);
    return r;
  }

  private static Kind breakLink(Network n, Site site, int fault) {
    VpnConnection c = Hubs.connection(n, site.getName());
    var gateway = Hubs.gateway(n);
    switch (fault) {
      case 0 -> {
        for (String cidr : site.getCidrs()) Hubs.removeVpcRoute(n, cidr);
        gateway.getDestinationRoutes().stream()
            .filter(r -> r.getNextHop() == c)
            .forEach(r -> r.setPublishVpc(false));
        return Kind.VPC_ROUTE;
      }
      case 1 -> {
        c.getRemoteSubnets().clear();
        c.getRemoteSubnets().add("172.16.0.0/24");
        return Kind.SOURCE_SELECTOR;
      }
      case 2 -> {
        gateway.getDestinationRoutes().removeIf(r -> r.getNextHop() == c && !r.isPublishVpc());
        gateway.getDestinationRoutes().stream()
            .filter(r -> r.getNextHop() == c)
            .toList()
            .forEach(
                r -> {
                  gateway.getDestinationRoutes().remove(r);
                  addVpcRoute(n, r.getRouteDest());
                });
        gateway.getPolicyRoutes().removeIf(r -> r.getNextHop() == c);
        c.setAutoConfigRoute(false);
        return Kind.HUB_ROUTE;
      }
      case 3 -> {
        site.setSelectorMode(SelectorMode.SUMMARY);
        site.setSummaryCidr("172.16.0.0/12");
        return Kind.DEVICE_ROUTE;
      }
      default -> {
        gateway.getConnections().remove(c);
        gateway.getDestinationRoutes().removeIf(r -> r.getNextHop() == c);
        gateway.getPolicyRoutes().removeIf(r -> r.getNextHop() == c);
        return Kind.CONNECTION;
      }
    }
  }

  private static void addVpcRoute(Network n, String destination) {
    var entry = FACTORY.createRouteEntry();
    entry.setId("rte-" + destination);
    entry.setDestinationCidrBlock(destination);
    entry.setNextHop(Hubs.gateway(n));
    Hubs.vpc(n).getRouteTables().getFirst().getEntries().add(entry);
  }

  private static final List<String> POOL =
      List.of(
          "10.0.0.0/16",
          "10.0.1.0/24",
          "10.1.0.0/24",
          "10.1.0.128/25",
          "10.2.0.0/23",
          "10.2.1.0/24",
          "10.3.0.0/24",
          "10.3.0.64/26",
          "10.0.0.0/14",
          "10.0.0.0/8");

  /** A hub in which little fits, but every value is well-formed. */
  private static Network messy(Random random) {
    int count = 1 + random.nextInt(4);
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> cidrs =
          random.nextInt(3) == 0 ? some(random, POOL) : List.of("10." + (1 + i) + ".0.0/24");
      rows.add(Hubs.row("s" + i, "203.0.113." + (10 + i), cidrs.toArray(String[]::new)));
    }
    Network n = HubBuilder.build("messy", "10.0.0.0/16", "198.51.100.1", rows);
    var gateway = Hubs.gateway(n);
    for (VpnConnection c : gateway.getConnections()) {
      Site site = c.getSite();
      site.setSelectorMode(SelectorMode.values()[random.nextInt(3)]);
      site.setSummaryCidr(POOL.get(random.nextInt(POOL.size())));
      if (random.nextInt(4) == 0) replace(c.getLocalSubnets(), some(random, POOL));
      if (random.nextInt(4) == 0) replace(c.getRemoteSubnets(), some(random, POOL));
      if (random.nextInt(5) == 0) replace(c.getRemoteSubnets(), List.of("0.0.0.0/0"));
      c.setAutoConfigRoute(random.nextInt(4) != 0);
      if (random.nextInt(8) == 0) {
        c.getTunnels().getFirst().getIkeConfig().setIkeVersion(org.vpnhub.model.IkeVersion.IKEV1);
      }
      while (random.nextInt(3) == 0) {
        DestinationRoute r = route(c, any(random), random.nextBoolean());
        r.setId("vrt-" + gateway.getDestinationRoutes().size());
        r.setWeight(random.nextBoolean() ? 100 : 0);
        gateway.getDestinationRoutes().add(r);
      }
      if (random.nextInt(4) == 0) {
        PolicyRoute r = FACTORY.createPolicyRoute();
        r.setId("pbr-" + gateway.getPolicyRoutes().size());
        r.setRouteSource(any(random));
        r.setRouteDest(any(random));
        r.setPriority(1 + random.nextInt(2));
        r.setWeight(random.nextBoolean() ? 100 : 0);
        r.setNextHop(c);
        gateway.getPolicyRoutes().add(r);
      }
    }
    if (random.nextBoolean()) addVpcRoute(n, any(random));
    if (random.nextInt(4) == 0) Hubs.vpc(n).getRouteTables().getFirst().getEntries().clear();
    return n;
  }

  private static String any(Random random) {
    return POOL.get(random.nextInt(POOL.size()));
  }

  private static List<String> some(Random random, List<String> pool) {
    List<String> list = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) list.add(pool.get(random.nextInt(pool.size())));
    return list.stream().distinct().collect(Collectors.toList());
  }

  private static void replace(List<String> list, List<String> by) {
    list.clear();
    list.addAll(by);
  }
}
