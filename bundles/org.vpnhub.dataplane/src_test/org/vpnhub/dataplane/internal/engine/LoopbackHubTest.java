package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.BulkFlow;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.LoopbackNetwork;
import org.vpnhub.dataplane.PingResult;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.dataplane.internal.route.RouteTable;
import org.vpnhub.ike.ChildSa;
import org.vpnhub.ike.IkeAction;
import org.vpnhub.ike.IkeDatagram;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;

/**
 * Packet threads of a hub and two sites over loopback UDP, with keys put in place instead of IKE.
 */
@Timeout(60)
class LoopbackHubTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ConnectionPlan A = Plans.hubConnection("a", 10);
  private static final ConnectionPlan B = Plans.hubConnection("b", 20);

  private final LoopbackNetwork network = new LoopbackNetwork();
  private final List<PacketThread> started = new ArrayList<>();

  /** One engine without IKE. */
  private final class Node {
    final Map<ConnectionId, Tunnel> tunnels = new LinkedHashMap<>();
    final SimulatedHosts hosts;
    final DropCounters drops = new DropCounters();
    final PacketThread thread;

    Node(GatewayPlan plan) throws IOException {
      EngineOptions options = EngineOptions.small();
      for (ConnectionPlan c : plan.connections()) tunnels.put(c.id(), new Tunnel(c, 100));
      List<ConnectionId> order = List.copyOf(tunnels.keySet());
      Forwarding forwarding =
          new Forwarding(
              new RouteTable(plan, order::indexOf),
              tunnels.values().toArray(Tunnel[]::new),
              plan.insidePrefixes().getFirst().network() + 1,
              plan.linkMtu());
      hosts = SimulatedHosts.lan(plan.insidePrefixes());
      thread =
          new PacketThread(
              plan.name(),
              network.underlay(plan.address()),
              hosts,
              options,
              drops,
              new NoHints(),
              forwarding);
      started.add(thread);
      thread.start();
    }

    void install(ConnectionPlan c, int in, int out) {
      thread.submit(
          List.of(
              new IkeAction.InstallInbound(child(c, in, out)),
              new IkeAction.InstallOutbound(child(c, in, out))));
    }
  }

  private static Secret key(int spi) {
    byte[] key = new byte[Bench.SUITE.keyMaterialLength()];
    for (int i = 0; i < key.length; i++) key[i] = (byte) (spi * 17 + i);
    return new Secret(key);
  }

  private static ChildSa child(ConnectionPlan c, int in, int out) {
    return new ChildSa(
        c.id(),
        "x",
        in,
        out,
        Bench.SUITE.encryption(),
        Bench.SUITE.integrity(),
        true,
        key(in),
        key(out),
        Bench.selectors(c.children().getFirst().local()),
        Bench.selectors(c.children().getFirst().remote()),
        true,
        c.localAddress(),
        4500,
        c.remoteAddress(),
        4500);
  }

  private static final class NoHints implements Hints {
    @Override
    public boolean hasRoom() {
      return true;
    }

    @Override
    public boolean ike(IkeDatagram datagram) {
      return true;
    }

    @Override
    public void peerActive(ConnectionId connection) {}

    @Override
    public void confirmed(ConnectionId connection, int inboundSpi) {}

    @Override
    public void nearlyUsedUp(ConnectionId connection, int inboundSpi) {}

    @Override
    public void wanted(ConnectionId connection) {}
  }

  @AfterEach
  void stop() {
    started.forEach(PacketThread::close);
  }

  private Node[] threeNodes() throws IOException {
    Node hub = new Node(Plans.hub(A, B));
    Node a = new Node(Plans.site(A));
    Node b = new Node(Plans.site(B));
    hub.install(A, 0x1001, 0x2001);
    a.install(Plans.site(A).connections().getFirst(), 0x2001, 0x1001);
    hub.install(B, 0x1002, 0x2002);
    b.install(Plans.site(B).connections().getFirst(), 0x2002, 0x1002);
    return new Node[] {hub, a, b};
  }

  @Test
  void pingsInEveryDirectionAreAccountedFor() throws Exception {
    Node[] nodes = threeNodes();
    int pings = 20;
    List<CompletableFuture<PingResult>> results = new ArrayList<>();
    for (Node from : nodes) {
      for (Node to : nodes) {
        if (from == to) continue;
        for (int i = 0; i < pings; i++) {
          results.add(
              from.hosts.ping(
                  from.hosts.hosts().getFirst(), to.hosts.hosts().getFirst(), PATIENCE));
        }
      }
    }
    for (var r : results) assertTrue(r.get(20, TimeUnit.SECONDS).isReply());
    // Each site: to and from two others, request and reply.
    for (ConnectionPlan c : List.of(A, B)) {
      assertEquals(4 * pings, nodes[0].tunnels.get(c.id()).in.packets());
      assertEquals(4 * pings, nodes[0].tunnels.get(c.id()).out.packets());
    }
    for (Node n : nodes) assertTrue(n.drops.nonZero().isEmpty());
  }

  @Test
  void pingsThatMeetTheLimits() throws Exception {
    Node[] nodes = threeNodes();
    var from = nodes[1].hosts.hosts().getFirst();
    var to = nodes[2].hosts.hosts().getFirst();
    PingResult large =
        nodes[1]
            .hosts
            .ping(new SimulatedHosts.PingRequest(from, to, 1472, 64, false, PATIENCE))
            .get(20, TimeUnit.SECONDS);
    assertEquals(PingResult.Outcome.REPLY, large.outcome(), "split on the way, put together there");
    PingResult tooBig =
        nodes[1]
            .hosts
            .ping(new SimulatedHosts.PingRequest(from, to, 1472, 64, true, PATIENCE))
            .get(20, TimeUnit.SECONDS);
    assertEquals(PingResult.Outcome.FRAGMENTATION_NEEDED, tooBig.outcome());
    assertEquals(1438, tooBig.mtu());
    // Three routers are on the way: the site's, the hub, the other site's.
    for (int ttl = 1; ttl <= 4; ttl++) {
      PingResult r =
          nodes[1]
              .hosts
              .ping(new SimulatedHosts.PingRequest(from, to, 56, ttl, false, PATIENCE))
              .get(20, TimeUnit.SECONDS);
      assertEquals(
          ttl < 4 ? PingResult.Outcome.TIME_EXCEEDED : PingResult.Outcome.REPLY,
          r.outcome(),
          "ttl " + ttl);
    }
    PingResult nowhere =
        nodes[1]
            .hosts
            .ping(from, Ipv4Prefix.parse("10.99.0.0/16").first(), PATIENCE)
            .get(20, TimeUnit.SECONDS);
    assertEquals(PingResult.Outcome.UNREACHABLE, nowhere.outcome());
  }

  @Test
  void bulkTrafficArrives() throws Exception {
    Node[] nodes = threeNodes();
    long wanted = Long.getLong("vpnhub.test.bulk", 20_000);
    long[] cpu = {cpu(nodes[0]), cpu(nodes[1]), cpu(nodes[2])};
    long start = System.nanoTime();
    try (BulkFlow flow =
        BulkFlow.start(
            nodes[1].hosts,
            nodes[1].hosts.hosts().getFirst(),
            nodes[2].hosts,
            nodes[2].hosts.hosts().getFirst(),
            1368,
            256)) {
      while (flow.packetsReceived() < wanted) LockSupport.parkNanos(1_000_000);
      double seconds = (System.nanoTime() - start) / 1e9;
      long n = flow.packetsReceived();
      System.out.printf(
          "hairpin: %.3f Mpkt/s, ns of CPU a packet: hub %d, source %d, sink %d%n",
          n / seconds / 1e6,
          (cpu(nodes[0]) - cpu[0]) / n,
          (cpu(nodes[1]) - cpu[1]) / n,
          (cpu(nodes[2]) - cpu[2]) / n);
      assertTrue(nodes[0].tunnels.get(B.id()).out.packets() >= n);
    }
  }

  private static long cpu(Node n) {
    return java.lang.management.ManagementFactory.getThreadMXBean()
        .getThreadCpuTime(n.thread.threadId());
  }

  /** A fault of ours in one action must not swallow those behind it: IKE counts on them. */
  @Test
  void anActionThatFailsDoesNotTakeTheNextWithIt() throws Exception {
    Node hub = new Node(Plans.hub(A));
    ChildSa spent = child(A, 0x1111, 0x2222);
    spent.inboundKeys().close();
    hub.thread.submit(
        List.of(
            new IkeAction.InstallInbound(spent),
            new IkeAction.InstallInbound(child(A, 0x3333, 0x4444))));
    CountDownLatch done = new CountDownLatch(1);
    hub.thread.submit(done::countDown);
    assertTrue(done.await(10, TimeUnit.SECONDS));
    assertEquals(1, hub.tunnels.get(A.id()).inbound().size());
  }
}
