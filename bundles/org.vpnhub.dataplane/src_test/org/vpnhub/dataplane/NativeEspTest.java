package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.UdpUnderlay.RawSocket;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.Identity;

/**
 * Engines over real sockets, 127.0.0.1 and 127.0.0.2 with ports of their own. With a raw socket at
 * both ends ESP travels as IP protocol 50; a hub without one makes a peer that has one, and does
 * not ask for it itself, encapsulate in UDP.
 */
@Tag("root")
@Timeout(120)
class NativeEspTest {
  private static final Ipv4Address HUB = Ipv4Address.parse("127.0.0.1");
  private static final Ipv4Address SITE = Ipv4Address.parse("127.0.0.2");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Deque<IpsecGateway> running = new ArrayDeque<>();
  private final SimulatedHosts vpc = SimulatedHosts.lan(List.of(Plans.VPC));
  private final SimulatedHosts lan = SimulatedHosts.lan(Plans.prefixes("10.10.10.0/24"));
  private final int[] ports = freePorts();

  private static int[] freePorts() {
    int[] ports = new int[4];
    for (int i = 0; i < ports.length; i++) {
      try (DatagramChannel c = DatagramChannel.open()) {
        c.bind(new InetSocketAddress("127.0.0.1", 0));
        ports[i] = ((InetSocketAddress) c.getLocalAddress()).getPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ports;
  }

  private static ConnectionPlan connection(boolean natTraversal) {
    ConnectionPlan p = Plans.hubConnection("a", 10);
    return new ConnectionPlan(
        p.id(),
        p.name(),
        p.peerName(),
        HUB,
        SITE,
        new Identity.Address(HUB),
        new Identity.Address(SITE),
        p.pskReference(),
        p.ike(),
        p.ipsec(),
        p.children(),
        false,
        p.dpd(),
        natTraversal,
        false,
        false,
        p.peerPrefixes(),
        true);
  }

  private static void assumeRawSockets() throws IOException {
    UdpUnderlay probe =
        new UdpUnderlay(new UdpUnderlay.Config(HUB, HUB, 0, 0, 1, 2, RawSocket.REQUIRED));
    try (Selector selector = Selector.open()) {
      probe.open(selector, () -> {});
    } catch (MissingPermissionException e) {
      Assumptions.abort("skipped: " + e.getMessage());
    } finally {
      probe.close();
    }
  }

  private IpsecGateway start(
      GatewayPlan plan, SimulatedHosts inside, Ipv4Address address, int first, RawSocket raw)
      throws IOException {
    int peer = 2 - first;
    UdpUnderlay underlay =
        new UdpUnderlay(
            new UdpUnderlay.Config(
                address,
                address,
                ports[first],
                ports[first + 1],
                ports[peer],
                ports[peer + 1],
                raw));
    IpsecGateway gateway =
        new IpsecGateway(
            plan,
            ref -> Optional.of(Secret.ofText("a key for a test")),
            underlay,
            inside,
            EngineOptions.small());
    running.push(gateway);
    gateway.start();
    return gateway;
  }

  @AfterEach
  void stop() {
    running.forEach(IpsecGateway::close);
  }

  /** A flood of ESP, which anyone can send, must not keep IKE from being heard. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ikeIsHeardThroughAFloodOfNativeEsp(boolean segmenting) throws Exception {
    assumeRawSockets();
    DropCounters drops = new DropCounters();
    UdpUnderlay.Config config =
        new UdpUnderlay.Config(
            HUB, HUB, ports[0], ports[1], ports[2], ports[3], RawSocket.REQUIRED);
    Underlay hub = segmenting ? new LinuxUnderlay(config) : new UdpUnderlay(config);
    UdpUnderlay site =
        new UdpUnderlay(
            new UdpUnderlay.Config(
                SITE, SITE, ports[2], ports[3], ports[0], ports[1], RawSocket.REQUIRED));
    try (Selector a = Selector.open();
        Selector b = Selector.open();
        hub;
        site) {
      hub.open(a, () -> {});
      site.open(b, () -> {});
      PacketBatch out = new PacketBatch(1, 100);
      out.add(new byte[40], 0, 40);
      PacketBatch in = new PacketBatch(4, 1920);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      int full = 0;
      boolean heard = false;
      for (int round = 0; !heard; round++) {
        assertTrue(System.nanoTime() < deadline && round < 100_000, "nothing came");
        for (int i = 0; i < 64; i++) {
          out.outer(0, SITE.bits(), Underlay.NATIVE_ESP, HUB.bits(), Underlay.NATIVE_ESP);
          site.send(out, new int[] {0}, 1, drops);
        }
        out.outer(0, SITE.bits(), Underlay.IKE_PORT, HUB.bits(), Underlay.IKE_PORT);
        if (full == 50) site.send(out, new int[] {0}, 1, drops);
        in.clear();
        hub.receive(in, drops);
        if (in.size() >= in.capacity() / 2) full++;
        for (int i = 0; i < in.size(); i++) heard |= in.localPort(i) == Underlay.IKE_PORT;
        assertTrue(full < 200, "IKE is not heard");
      }
    }
  }

  private static void awaitUp(IpsecGateway gateway) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!gateway.status().allEstablished()) {
      assertTrue(System.nanoTime() < deadline, "not up: " + gateway.status());
      LockSupport.parkNanos(2_000_000);
    }
  }

  private void run(boolean natTraversal, RawSocket hubRaw, boolean expectUdp) throws Exception {
    ConnectionPlan c = connection(natTraversal);
    GatewayPlan base = Plans.hub(c);
    GatewayPlan hubPlan =
        new GatewayPlan(
            base.id(),
            base.name(),
            HUB,
            1500,
            base.insidePrefixes(),
            base.connections(),
            base.policyRoutes(),
            base.destinationRoutes());
    IpsecGateway hub = start(hubPlan, vpc, HUB, 0, hubRaw);
    IpsecGateway site = start(Plans.site(c), lan, SITE, 2, RawSocket.REQUIRED);
    awaitUp(site);
    awaitUp(hub);
    for (int i = 0; i < 20; i++) {
      PingResult r =
          lan.ping(lan.hosts().getFirst(), vpc.hosts().getFirst(), PATIENCE)
              .get(30, TimeUnit.SECONDS);
      assertEquals(PingResult.Outcome.REPLY, r.outcome());
    }
    GatewayStatus.Connection s = hub.status().connections().getFirst();
    assertEquals(expectUdp, s.udpEncapsulated());
    assertEquals(20, s.packetsIn());
    assertEquals(20, s.packetsOut());
    assertEquals(expectUdp ? 1438 : 1446, s.associations().getFirst().mtu());
  }

  @Test
  void nativeAtBothEnds() throws Exception {
    assumeRawSockets();
    run(true, RawSocket.REQUIRED, false);
  }

  @Test
  void nativeWithNatTraversalOff() throws Exception {
    assumeRawSockets();
    run(false, RawSocket.REQUIRED, false);
  }

  @Test
  void aHubWithoutARawSocketForcesUdpOnAPeerThatHasOne() throws Exception {
    assumeRawSockets();
    run(true, RawSocket.OFF, true);
  }
}
