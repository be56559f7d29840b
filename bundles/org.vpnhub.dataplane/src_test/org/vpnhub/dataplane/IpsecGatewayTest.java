package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DestinationRoute;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.IkePlan;
import org.vpnhub.plan.IkeVersion;

/** Whole engines against each other over loopback UDP: IKE, ESP and routing, no root. */
@Timeout(120)
class IpsecGatewayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ConnectionPlan SHANGHAI = Plans.hubConnection("shanghai", 10);
  private static final ConnectionPlan HANGZHOU = Plans.hubConnection("hangzhou", 20);
  private static final ConnectionPlan NINGBO = Plans.hubConnection("ningbo", 30);

  private final LoopbackNetwork network = new LoopbackNetwork();
  private final Map<String, String> keys = new HashMap<>();
  private final Deque<IpsecGateway> running = new ArrayDeque<>();

  private final class Node {
    final SimulatedHosts hosts;
    final IpsecGateway gateway;

    Node(GatewayPlan plan, Map<String, String> otherKeys) throws IOException {
      hosts = SimulatedHosts.lan(plan.insidePrefixes());
      gateway =
          new IpsecGateway(
              plan,
              ref ->
                  Optional.ofNullable(otherKeys.getOrDefault(ref, keys.get(ref)))
                      .map(Secret::ofText),
              network.underlay(plan.address()),
              hosts,
              EngineOptions.small());
      running.push(gateway);
      gateway.start();
    }

    Node(GatewayPlan plan) throws IOException {
      this(plan, Map.of());
    }

    CompletableFuture<PingResult> ping(Node to) {
      return hosts.ping(hosts.hosts().getFirst(), to.hosts.hosts().getFirst(), PATIENCE);
    }

    GatewayStatus.Connection connection(String name) {
      return gateway.status().connection(Plans.id(name)).orElseThrow();
    }

    boolean isUp(String name) {
      return connection(name).status() == NegotiationStatus.IPSEC_SA_ESTABLISHED;
    }
  }

  IpsecGatewayTest() {
    for (String name : List.of("shanghai", "hangzhou", "ningbo")) {
      keys.put("psk-" + name, "the pre-shared key of " + name);
    }
  }

  @AfterEach
  void stop() {
    running.forEach(IpsecGateway::close);
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in vain waited until " + what);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static void assertReplies(List<CompletableFuture<PingResult>> pings) throws Exception {
    for (var p : pings) {
      assertEquals(PingResult.Outcome.REPLY, p.get(30, TimeUnit.SECONDS).outcome());
    }
  }

  private static void assertAllReach(Node... nodes) throws Exception {
    List<CompletableFuture<PingResult>> pings = new ArrayList<>();
    for (Node a : nodes) for (Node b : nodes) if (a != b) pings.add(a.ping(b));
    assertReplies(pings);
  }

  private static void awaitUp(Node... nodes) {
    for (Node n : nodes) await("all is up", () -> n.gateway.status().allEstablished());
  }

  @Test
  void threeOfficesAndTheVpc() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI, HANGZHOU, NINGBO));
    Node a = new Node(Plans.site(SHANGHAI));
    Node b = new Node(Plans.site(HANGZHOU));
    Node c = new Node(Plans.site(NINGBO));
    awaitUp(hub, a, b, c);
    assertAllReach(hub, a, b, c);
    for (String name : List.of("shanghai", "hangzhou", "ningbo")) {
      GatewayStatus.Connection s = hub.connection(name);
      assertEquals("ipsec_sa_established", s.status().wire());
      assertEquals(6, s.packetsIn(), "three requests and three answers of " + name);
      assertEquals(6, s.packetsOut());
      assertTrue(s.udpEncapsulated(), "forced where there is no raw socket");
      assertTrue(s.refused().isEmpty() && s.lastFailure().isEmpty(), s.toString());
      assertTrue(s.ikeSuite().contains("AES_GCM_16_128"), s.ikeSuite());
      assertTrue(s.espSuite().contains("AES_GCM_16_128"), s.espSuite());
      GatewayStatus.Association sa = s.associations().getFirst();
      assertEquals(6, sa.packetsIn());
      assertEquals(6, sa.packetsOut());
      assertEquals(1438, sa.mtu());
      assertTrue(sa.extendedSequenceNumbers());
      assertEquals(List.of("0.0.0.0/0"), sa.local());
      assertTrue(sa.nextRekey().isPresent());
    }
    assertEquals(Map.of(), hub.gateway.status().drops());
  }

  @Test
  void aWrongKeyIsToldAndTheOthersRun() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI, HANGZHOU));
    Node a = new Node(Plans.site(SHANGHAI));
    Node b = new Node(Plans.site(HANGZHOU), Map.of("psk-hangzhou", "quite another key"));
    awaitUp(a);
    await("the failure is known", () -> hub.connection("hangzhou").lastFailure().isPresent());
    GatewayStatus.Failure failure = hub.connection("hangzhou").lastFailure().orElseThrow();
    assertEquals("PskMismatch", failure.code());
    assertFalse(hub.isUp("hangzhou"));
    assertFalse(failure.toString().contains("another key"));
    assertReplies(List.of(a.ping(hub), hub.ping(a)));
    PingResult down = a.ping(b).get(30, TimeUnit.SECONDS);
    assertEquals(PingResult.Outcome.UNREACHABLE, down.outcome());
  }

  @Test
  void whatTheEngineCannotDoIsRefusedAndTheOthersRun() throws Exception {
    IkePlan v1 =
        new IkePlan(
            IkeVersion.IKEV1,
            ExchangeMode.MAIN,
            Plans.IKE.encryption(),
            Plans.IKE.hash(),
            Plans.IKE.group(),
            86400);
    ConnectionPlan p = NINGBO;
    ConnectionPlan old =
        new ConnectionPlan(
            p.id(),
            p.name(),
            p.peerName(),
            p.localAddress(),
            p.remoteAddress(),
            p.localId(),
            p.remoteId(),
            p.pskReference(),
            v1,
            p.ipsec(),
            p.children(),
            false,
            p.dpd(),
            true,
            false,
            false,
            p.peerPrefixes(),
            true);
    p = HANGZHOU;
    ConnectionPlan noNat =
        new ConnectionPlan(
            p.id(),
            p.name(),
            p.peerName(),
            p.localAddress(),
            p.remoteAddress(),
            p.localId(),
            p.remoteId(),
            p.pskReference(),
            p.ike(),
            p.ipsec(),
            p.children(),
            false,
            p.dpd(),
            false,
            false,
            false,
            p.peerPrefixes(),
            true);
    Node hub = new Node(Plans.hub(SHANGHAI, old, noNat));
    Node a = new Node(Plans.site(SHANGHAI));
    awaitUp(a);
    assertTrue(hub.connection("ningbo").refused().orElseThrow().contains("ikev1"));
    assertTrue(hub.connection("hangzhou").refused().orElseThrow().contains("NAT traversal is off"));
    assertEquals("ike_sa_not_established", hub.connection("ningbo").status().wire());
    assertReplies(List.of(a.ping(hub)));
  }

  @Test
  void applyTouchesOnlyWhatDiffers() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI, HANGZHOU, NINGBO));
    Node a = new Node(Plans.site(SHANGHAI));
    Node b = new Node(Plans.site(HANGZHOU));
    Node c = new Node(Plans.site(NINGBO));
    awaitUp(hub, a, b, c);
    int spi = hub.connection("shanghai").associations().getFirst().inboundSpi();
    List<CompletableFuture<PingResult>> pings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      pings.add(a.ping(b));
      pings.add(b.ping(a));
      if (i == 100) {
        PlanChange change = hub.gateway.apply(Plans.hub(SHANGHAI, HANGZHOU));
        assertEquals("[ningbo (vco-ningbo)]", change.removed().toString());
        assertTrue(change.changed().isEmpty() && change.added().isEmpty(), change.toString());
      }
    }
    assertReplies(pings);
    assertEquals(spi, hub.connection("shanghai").associations().getFirst().inboundSpi());
    assertEquals(2, hub.gateway.status().connections().size());
    await("Ningbo has heard of it", () -> !c.isUp("ningbo"));
    assertEquals(PingResult.Outcome.UNREACHABLE, a.ping(c).get(30, TimeUnit.SECONDS).outcome());
    PlanChange back = hub.gateway.apply(Plans.hub(SHANGHAI, HANGZHOU, NINGBO));
    assertEquals("[ningbo (vco-ningbo)]", back.added().toString());
    awaitUp(hub, c);
    assertAllReach(hub, a, b, c);
    assertEquals(spi, hub.connection("shanghai").associations().getFirst().inboundSpi());
  }

  @Test
  void aKeyChangedUnderItsReferenceSetsTheConnectionUpAnew() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI, HANGZHOU));
    Node a = new Node(Plans.site(SHANGHAI));
    awaitUp(a);
    assertTrue(hub.gateway.apply(hub.gateway.plan()).isEmpty());
    keys.put("psk-shanghai", "a rotated key");
    assertEquals(
        "[shanghai (vco-shanghai)]", hub.gateway.apply(hub.gateway.plan()).changed().toString());
    a.gateway.apply(a.gateway.plan());
    awaitUp(a);
    await("it is up again", () -> hub.isUp("shanghai"));
    assertReplies(List.of(a.ping(hub)));
  }

  /** Behaviours B10: the recommended hub set-up, taken to its end. */
  @Test
  void twoConnectionsFromAnyToAny() throws Exception {
    List<ChildPlan> any =
        List.of(new ChildPlan("any", List.of(Ipv4Prefix.ANY), List.of(Ipv4Prefix.ANY)));
    ConnectionPlan one = Plans.hubConnection("shanghai", 10, any);
    ConnectionPlan two = Plans.hubConnection("hangzhou", 20, any);
    Node hub =
        new Node(
            Plans.hub(
                List.of(one, two),
                List.of(),
                List.of(
                    new DestinationRoute(Ipv4Prefix.parse("10.10.10.0/24"), one.id(), 100),
                    new DestinationRoute(Ipv4Prefix.parse("10.10.20.0/24"), two.id(), 100))));
    Node a = new Node(Plans.site(one));
    Node b = new Node(Plans.site(two));
    awaitUp(hub, a, b);
    assertAllReach(hub, a, b);
    assertEquals(4, hub.connection("shanghai").packetsIn());
  }

  /** A site of a large network names every other prefix: IKE_AUTH is longer than any packet. */
  @Test
  void hundredsOfSelectors() throws Exception {
    List<Ipv4Prefix> others = new ArrayList<>(List.of(Plans.VPC));
    for (int i = 0; i < 239; i++) others.add(new Ipv4Prefix(0xac100000 | i << 9, 24));
    GatewayPlan mirrored = Plans.site(SHANGHAI);
    ConnectionPlan c = mirrored.connections().getFirst();
    List<ChildPlan> children =
        List.of(new ChildPlan("all", c.children().getFirst().local(), others));
    ConnectionPlan toHub =
        new ConnectionPlan(
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
            children,
            c.initiate(),
            c.dpd(),
            c.natTraversal(),
            c.localBehindNat(),
            c.remoteBehindNat(),
            c.peerPrefixes(),
            c.autoConfigRoute());
    Node hub = new Node(Plans.hub(SHANGHAI));
    Node a =
        new Node(
            new GatewayPlan(
                mirrored.id(),
                mirrored.name(),
                mirrored.address(),
                mirrored.linkMtu(),
                mirrored.insidePrefixes(),
                List.of(toHub),
                List.of(),
                List.of()));
    awaitUp(hub, a);
    assertAllReach(hub, a);
  }

  @Test
  void rekeysUnderTrafficLoseNothing() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI, HANGZHOU));
    Node a = new Node(Plans.site(SHANGHAI));
    Node b = new Node(Plans.site(HANGZHOU));
    awaitUp(hub, a, b);
    int before = hub.connection("shanghai").associations().getFirst().inboundSpi();
    List<CompletableFuture<PingResult>> pings = new ArrayList<>();
    a.gateway.rekeyChild(SHANGHAI.id());
    await(
        "the association is a new one",
        () -> {
          pings.add(a.ping(b));
          pings.add(b.ping(a));
          return hub.connection("shanghai").associations().getFirst().inboundSpi() != before;
        });
    hub.gateway.rekeyIke(HANGZHOU.id());
    for (int i = 0; i < 50; i++) pings.add(a.ping(b));
    assertReplies(pings);
    GatewayStatus.Connection s = hub.connection("shanghai");
    assertEquals(2 * pings.size(), s.packetsIn() + s.packetsOut(), "totals outlive the rekey");
    assertEquals(0L, hub.gateway.status().drops().getOrDefault(DropReason.UNKNOWN_SPI, 0L));
  }

  @Test
  void closingDeletesAtThePeer() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI));
    Node a = new Node(Plans.site(SHANGHAI));
    awaitUp(hub, a);
    long start = System.nanoTime();
    a.gateway.close();
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(6).toNanos(), "bounded");
    await("the hub has heard of it", () -> !hub.isUp("shanghai"));
    assertTrue(hub.connection("shanghai").associations().isEmpty());
  }

  /** The hub restarts and has lost everything; the sites only go on sending. */
  @Test
  void aHubThatStartsAnewCallsItsSitesUp() throws Exception {
    new Node(Plans.hub(SHANGHAI, HANGZHOU));
    Node a = new Node(Plans.site(SHANGHAI));
    Node b = new Node(Plans.site(HANGZHOU));
    awaitUp(a, b);
    Node second = new Node(Plans.hub(SHANGHAI, HANGZHOU)); // takes the address over
    await(
        "traffic of the sites has brought the tunnels back",
        () -> {
          a.hosts.ping(a.hosts.hosts().getFirst(), b.hosts.hosts().getFirst(), PATIENCE);
          b.hosts.ping(b.hosts.hosts().getFirst(), a.hosts.hosts().getFirst(), PATIENCE);
          return second.gateway.status().allEstablished();
        });
    assertAllReach(second, a, b);
  }

  /** Every pair of 50 sites and the VPC, in one process. */
  @Test
  void fiftySites() throws Exception {
    int sites = 50;
    ConnectionPlan[] plans = new ConnectionPlan[sites];
    for (int i = 0; i < sites; i++) {
      plans[i] = Plans.hubConnection("s" + i, i + 1);
      keys.put("psk-s" + i, "the pre-shared key of site " + i);
    }
    Node[] nodes = new Node[sites + 1];
    nodes[sites] = new Node(Plans.hub(plans));
    for (int i = 0; i < sites; i++) nodes[i] = new Node(Plans.site(plans[i]));
    awaitUp(nodes);
    Semaphore atOnce = new Semaphore(64);
    List<CompletableFuture<PingResult>> pings = new ArrayList<>();
    for (Node from : nodes) {
      for (Node to : nodes) {
        if (from == to) continue;
        assertTrue(atOnce.tryAcquire(30, TimeUnit.SECONDS));
        CompletableFuture<PingResult> ping = from.ping(to);
        ping.whenComplete((r, e) -> atOnce.release());
        pings.add(ping);
      }
    }
    assertEquals(2550, pings.size());
    assertReplies(pings);
    long in = 0;
    for (var c : nodes[sites].gateway.status().connections()) in += c.packetsIn();
    assertEquals(2 * 50 * 49 + 2 * 50, in, "each request and each answer of a site, once");
    assertEquals(Map.of(), nodes[sites].gateway.status().drops());
  }

  /** Anyone can send IKE_SA_INIT; ESP must not wait for the answers. */
  @Test
  void aFloodOfIkeDoesNotStopEsp() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI, HANGZHOU));
    Node a = new Node(Plans.site(SHANGHAI));
    Node b = new Node(Plans.site(HANGZHOU));
    awaitUp(hub, a, b);
    Ipv4Address flooder = Ipv4Address.parse("198.51.100.66");
    DropCounters drops = new DropCounters();
    try (Selector selector = Selector.open();
        LoopbackUnderlay underlay = network.underlay(flooder)) {
      underlay.open(selector, () -> {});
      PacketBatch batch = new PacketBatch(1, 1920);
      int slot = batch.add();
      // An IKE_SA_INIT request without any payload, each time with another initiator SPI.
      Bytes.putI32(batch.data(slot), PacketBatch.HEADROOM + 16, 0x00202208);
      Bytes.putI32(batch.data(slot), PacketBatch.HEADROOM + 24, 28);
      batch.place(slot, PacketBatch.HEADROOM, 28);
      batch.outer(slot, flooder.bits(), 500, Plans.HUB.bits(), 500);
      List<CompletableFuture<PingResult>> pings = new ArrayList<>();
      for (int i = 1; i <= 20_000; i++) {
        Bytes.putI32(batch.data(slot), PacketBatch.HEADROOM, i);
        underlay.send(batch, new int[] {slot}, 1, drops);
        if (i % 200 == 0) pings.add(a.ping(b));
      }
      assertReplies(pings);
    }
    assertTrue(hub.gateway.status().allEstablished());
  }

  /** After a crash: the site starts anew, INITIAL_CONTACT clears the old SAs. */
  @Test
  void aSiteThatStartsAnewIsBack() throws Exception {
    Node hub = new Node(Plans.hub(SHANGHAI));
    Node first = new Node(Plans.site(SHANGHAI));
    awaitUp(hub, first);
    int old = hub.connection("shanghai").associations().getFirst().inboundSpi();
    Node second = new Node(Plans.site(SHANGHAI)); // takes the address over
    awaitUp(second);
    await(
        "the old association is gone",
        () -> {
          var sas = hub.connection("shanghai").associations();
          return sas.size() == 1 && sas.getFirst().inboundSpi() != old;
        });
    assertReplies(List.of(second.ping(hub), hub.ping(second)));
  }
}
