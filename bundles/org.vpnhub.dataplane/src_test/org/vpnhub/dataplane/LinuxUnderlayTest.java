package org.vpnhub.dataplane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vpnhub.base.DropCounters;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.PacketBatch;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.UdpUnderlay.RawSocket;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.Identity;

/** Segmentation offload over 127.0.0.1; needs Linux, but no rights. */
@Timeout(60)
class LinuxUnderlayTest {
  private static final Ipv4Address LOCALHOST = Ipv4Address.parse("127.0.0.1");
  private static final int NONE = 1;

  private final DropCounters drops = new DropCounters();
  private final Semaphore wakeups = new Semaphore(0);

  @BeforeEach
  void needsLinux() {
    assumeTrue(LinuxUnderlay.isSupported(), "skipped: segmentation offload needs 64-bit Linux");
  }

  private static int freePort() throws IOException {
    try (DatagramChannel c = DatagramChannel.open()) {
      c.bind(new InetSocketAddress("127.0.0.1", 0));
      return ((InetSocketAddress) c.getLocalAddress()).getPort();
    }
  }

  private LinuxUnderlay open(int natPort, int peerNatPort) throws IOException {
    LinuxUnderlay underlay =
        new LinuxUnderlay(
            new UdpUnderlay.Config(
                LOCALHOST, LOCALHOST, 0, natPort, NONE, peerNatPort, RawSocket.OFF));
    try (Selector unused = Selector.open()) {
      underlay.open(unused, wakeups::release);
    }
    return underlay;
  }

  /** Datagrams of few lengths, so that trains form and break. */
  private static List<byte[]> datagrams(Random random, int count) {
    List<byte[]> result = new ArrayList<>();
    int length = 1400;
    for (int i = 0; i < count; i++) {
      if (random.nextInt(8) == 0) length = 1 + random.nextInt(1472);
      byte[] d = new byte[length];
      random.nextBytes(d);
      result.add(d);
    }
    return result;
  }

  private void send(Underlay from, List<byte[]> datagrams) {
    PacketBatch batch = new PacketBatch(64, 1920);
    int[] slots = new int[64];
    for (byte[] d : datagrams) {
      int slot = batch.add(d, 0, d.length);
      slots[slot] = slot;
      batch.outer(slot, LOCALHOST.bits(), 4500, LOCALHOST.bits(), 4500);
      batch.tos(slot, 0xb8);
    }
    from.send(batch, slots, batch.size(), drops);
  }

  @Test
  void trainsArriveAsTheDatagramsThatTheyAre() throws Exception {
    long seed = 5;
    Random random = new Random(seed);
    int here = freePort();
    try (DatagramChannel peer = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        LinuxUnderlay underlay =
            open(here, ((InetSocketAddress) peer.getLocalAddress()).getPort())) {
      for (int round = 0; round < 20; round++) {
        List<byte[]> sent = datagrams(random, 40);
        send(underlay, sent);
        for (byte[] expected : sent) {
          ByteBuffer got = ByteBuffer.allocate(2000);
          InetSocketAddress from = (InetSocketAddress) peer.receive(got);
          assertEquals(here, from.getPort());
          assertArrayEquals(expected, Arrays.copyOf(got.array(), got.position()), "seed " + seed);
        }
      }
      assertEquals(0, drops.nonZero().size());
    }
  }

  private List<byte[]> receive(Underlay underlay, int count) throws InterruptedException {
    List<byte[]> got = new ArrayList<>();
    PacketBatch batch = new PacketBatch(16, 1920);
    while (got.size() < count) {
      batch.clear();
      if (underlay.receive(batch, drops) == 0) {
        assertTrue(wakeups.tryAcquire(20, TimeUnit.SECONDS), "only " + got.size() + " came");
      }
      for (int i = 0; i < batch.size(); i++) {
        assertEquals(4500, batch.localPort(i));
        assertEquals(4500, batch.remotePort(i));
        assertEquals(0xb8, batch.tos(i), "the outer TOS octet is seen");
        got.add(Packets.bytes(batch, i));
      }
    }
    return got;
  }

  @Test
  void trainsAreTakenApart() throws Exception {
    Random random = new Random(6);
    int a = freePort();
    int b = freePort();
    try (LinuxUnderlay left = open(a, b);
        LinuxUnderlay right = open(b, a)) {
      for (int round = 0; round < 20; round++) {
        List<byte[]> sent = datagrams(random, 60);
        send(left, sent);
        List<byte[]> got = receive(right, sent.size());
        for (int i = 0; i < sent.size(); i++) assertArrayEquals(sent.get(i), got.get(i));
      }
    }
  }

  @Test
  void emptyAndOversizedDatagramsAreCounted() throws Exception {
    int here = freePort();
    try (DatagramChannel peer = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        LinuxUnderlay underlay =
            open(here, ((InetSocketAddress) peer.getLocalAddress()).getPort())) {
      peer.setOption(java.net.StandardSocketOptions.IP_TOS, 0xb8);
      InetSocketAddress to = new InetSocketAddress("127.0.0.1", here);
      peer.send(ByteBuffer.allocate(0), to);
      peer.send(ByteBuffer.allocate(4481), to);
      peer.send(ByteBuffer.allocate(1920), to);
      assertEquals(1920, receive(underlay, 1).getFirst().length);
      peer.send(ByteBuffer.allocate(1921), to); // more than this engine's batches take
      peer.send(ByteBuffer.allocate(7), to);
      assertEquals(7, receive(underlay, 1).getFirst().length);
      assertEquals(3, drops.get(DropReason.MALFORMED_DATAGRAM));
    }
  }

  @Test
  void enginesOverIt() throws Exception {
    Ipv4Address hubAddress = Ipv4Address.parse("127.0.0.1");
    Ipv4Address siteAddress = Ipv4Address.parse("127.0.0.2");
    ConnectionPlan p = Plans.hubConnection("a", 10);
    ConnectionPlan c =
        new ConnectionPlan(
            p.id(),
            p.name(),
            p.peerName(),
            hubAddress,
            siteAddress,
            new Identity.Address(hubAddress),
            new Identity.Address(siteAddress),
            p.pskReference(),
            p.ike(),
            p.ipsec(),
            p.children(),
            false,
            p.dpd(),
            true,
            false,
            false,
            p.peerPrefixes(),
            true);
    GatewayPlan h = Plans.hub(c);
    GatewayPlan hubPlan =
        new GatewayPlan(
            h.id(),
            h.name(),
            hubAddress,
            1500,
            h.insidePrefixes(),
            h.connections(),
            List.of(),
            List.of());
    int[] port = {freePort(), freePort(), freePort(), freePort()};
    SimulatedHosts vpc = SimulatedHosts.lan(List.of(Plans.VPC));
    SimulatedHosts lan = SimulatedHosts.lan(c.peerPrefixes());
    try (IpsecGateway hub = gateway(hubPlan, hubAddress, vpc, port[0], port[1], port[2], port[3]);
        IpsecGateway site =
            gateway(Plans.site(c), siteAddress, lan, port[2], port[3], port[0], port[1])) {
      hub.start();
      site.start();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!site.status().allEstablished() || !hub.status().allEstablished()) {
        assertTrue(System.nanoTime() < deadline, "not up: " + site.status());
        LockSupport.parkNanos(2_000_000);
      }
      PingResult ping =
          lan.ping(lan.hosts().getFirst(), vpc.hosts().getFirst(), Duration.ofSeconds(10)).get();
      assertTrue(ping.isReply(), ping.toString());
      try (BulkFlow flow =
          BulkFlow.start(lan, lan.hosts().getFirst(), vpc, vpc.hosts().getFirst(), 1368, 128)) {
        while (flow.packetsReceived() < 20_000) {
          assertTrue(System.nanoTime() < deadline, "only " + flow.packetsReceived());
          LockSupport.parkNanos(2_000_000);
        }
      }
    }
  }

  private static IpsecGateway gateway(
      GatewayPlan plan,
      Ipv4Address address,
      Inside inside,
      int ike,
      int nat,
      int peerIke,
      int peerNat) {
    return new IpsecGateway(
        plan,
        ref -> Optional.of(Secret.ofText("a key for a test")),
        new LinuxUnderlay(
            new UdpUnderlay.Config(address, address, ike, nat, peerIke, peerNat, RawSocket.OFF)),
        inside,
        EngineOptions.small());
  }
}
