package org.vpnhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.dataplane.PingResult;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.dataplane.UdpUnderlay;
import org.vpnhub.dataplane.UdpUnderlay.RawSocket;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.VpcPlan;

/** A hub over UDP sockets on 127.0.0.1 with sites on 127.0.1.N, while its model changes. */
@Timeout(120)
class HubTrafficTest {
  private static final Ipv4Prefix VPC = Ipv4Prefix.parse("10.0.0.0/16");
  private static final int PINGS = 400;
  private static final int CHANGE_AT = 150;

  @TempDir Path temp;
  private final Map<Path, HubModel> models = new HashMap<>();
  private final Path file = Path.of("/models/both");
  private final Path less = Path.of("/models/less");
  private final List<IpsecGateway> sites = new ArrayList<>();
  private int ikePort;
  private int natPort;
  private Optional<Hub> hub = Optional.empty();

  @BeforeEach
  void models() throws IOException {
    ikePort = freePort();
    natPort = freePort();
    models.put(file, model(Plans.connection("A", 1), Plans.connection("B", 2)));
    models.put(less, model(Plans.connection("A", 1)));
  }

  @AfterEach
  void stop() {
    sites.forEach(IpsecGateway::close);
    hub.ifPresent(Hub::close);
  }

  private static HubModel model(ConnectionPlan... connections) {
    GatewayPlan plan = Plans.hub(connections);
    NetworkPlan bare = Plans.network(plan);
    VpcPlan vpc =
        new VpcPlan("vpc", "VPC", List.of(VPC), List.of(Plans.prefix(1), Plans.prefix(2)));
    NetworkPlan network =
        new NetworkPlan(bare.network(), vpc, plan, List.of(), bare.reachability(), List.of());
    return new HubModel(network, r -> Optional.of(Secret.ofText("key of " + r)), List.of());
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Hub start() throws HubStartException {
    HubSettings settings =
        new HubSettings(
            file,
            Plans.HUB,
            ikePort,
            natPort,
            HubSettings.Tun.OFF,
            HubSettings.DEFAULT_TUN,
            Optional.empty(),
            true,
            temp.resolve("run"));
    Hub started = Hub.start(settings, models::get, line -> {});
    hub = Optional.of(started);
    return started;
  }

  /** A site's engine with a host in its prefix. */
  private SimulatedHosts site(String name, int number) throws IOException {
    ConnectionPlan c = Plans.connection(name, number);
    ConnectionPlan mirrored =
        new ConnectionPlan(
            c.id(),
            c.name(),
            "hub",
            c.remoteAddress(),
            c.localAddress(),
            c.remoteId(),
            c.localId(),
            c.pskReference(),
            c.ike(),
            c.ipsec(),
            List.of(new ChildPlan("net", List.of(Plans.prefix(number)), List.of(VPC))),
            true,
            c.dpd(),
            true,
            false,
            false,
            List.of(VPC),
            true);
    Ipv4Address address = mirrored.localAddress();
    GatewayPlan plan =
        new GatewayPlan(
            "site-" + name,
            name,
            address,
            1500,
            List.of(Plans.prefix(number)),
            List.of(mirrored),
            List.of(),
            List.of());
    SimulatedHosts hosts = SimulatedHosts.lan(List.of(Plans.prefix(number)));
    UdpUnderlay underlay =
        new UdpUnderlay(
            new UdpUnderlay.Config(
                address, address, freePort(), freePort(), ikePort, natPort, RawSocket.OFF));
    IpsecGateway gateway =
        new IpsecGateway(
            plan,
            r -> Optional.of(Secret.ofText("key of " + r)),
            underlay,
            hosts,
            EngineOptions.small());
    gateway.start();
    sites.add(gateway);
    return hosts;
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) fail(what + " did not happen");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static NegotiationStatus status(IpsecGateway gateway) {
    return gateway.status().connections().getFirst().status();
  }

  @Test
  void removingASiteLosesNoPacketOfTheOthers() throws Exception {
    Hub running = start();
    SimulatedHosts a = site("A", 1);
    SimulatedHosts b = site("B", 2);
    await("both tunnels", () -> running.engineStatus().allEstablished());
    await("site A", () -> status(sites.get(0)) == NegotiationStatus.IPSEC_SA_ESTABLISHED);
    await("site B", () -> status(sites.get(1)) == NegotiationStatus.IPSEC_SA_ESTABLISHED);
    int spi = inboundSpi(running.engineStatus());
    Ipv4Address vpc = SimulatedHosts.hostIn(VPC);
    assertTrue(ping(b, 2, vpc).join().isReply(), "site B reaches the VPC");

    ChannelClient client = new ChannelClient(temp.resolve("run"));
    String preview = client.preview(less).get("preview").getAsString();
    List<CompletableFuture<PingResult>> results = new ArrayList<>();
    CompletableFuture<Void> applied = new CompletableFuture<>();
    for (int i = 0; i < PINGS; i++) {
      CompletableFuture<PingResult> result = ping(a, 1, vpc);
      results.add(result);
      if (i == CHANGE_AT) Thread.startVirtualThread(() -> apply(client, preview, applied));
      if (i % 8 == 7) result.join();
    }
    applied.join();
    long lost = results.stream().filter(r -> !r.join().isReply()).count();
    assertEquals(0, lost, "packets of A lost while B was removed");

    assertEquals(1, running.engineStatus().connections().size());
    assertEquals(spi, inboundSpi(running.engineStatus()), "A was negotiated anew");
    assertTrue(!ping(b, 2, vpc).join().isReply(), "B still reaches the VPC");
  }

  private void apply(ChannelClient client, String preview, CompletableFuture<Void> applied) {
    try {
      client.apply(less, preview);
      applied.complete(null);
    } catch (IOException | ChannelException e) {
      applied.completeExceptionally(e);
    }
  }

  private static CompletableFuture<PingResult> ping(
      SimulatedHosts hosts, int number, Ipv4Address to) {
    Ipv4Address from = SimulatedHosts.hostIn(Plans.prefix(number));
    return hosts.ping(from, to, Duration.ofSeconds(5));
  }

  private static int inboundSpi(GatewayStatus status) {
    return status
        .connection(new ConnectionId("vco-A"))
        .orElseThrow()
        .associations()
        .getFirst()
        .inboundSpi();
  }

  @Test
  void theChannelTellsTheStatusAndTheLogAsTheEngineHasThem() throws Exception {
    Hub running = start();
    site("A", 1);
    await("the tunnel", () -> status(sites.getFirst()) == NegotiationStatus.IPSEC_SA_ESTABLISHED);
    ChannelClient client = new ChannelClient(temp.resolve("run"));

    ServerStatus told = ServerStatus.of(client.status());
    assertEquals(file, told.model());
    GatewayStatus.Connection there =
        told.gateway().connection(new ConnectionId("vco-A")).orElseThrow();
    GatewayStatus.Connection here =
        running.engineStatus().connection(new ConnectionId("vco-A")).orElseThrow();
    assertEquals(here.status(), there.status());
    assertEquals(here.ikeSuite(), there.ikeSuite());
    assertEquals(here.ike().orElseThrow().responderSpi(), there.ike().orElseThrow().responderSpi());
    assertEquals(
        here.associations().getFirst().inboundSpi(), there.associations().getFirst().inboundSpi());

    List<GatewayEvent> log = client.log(0);
    assertTrue(
        log.stream().anyMatch(e -> e.phase() == 2 && e.name().equals("A") && e.code().isEmpty()),
        log.toString());
    long last = log.getLast().sequence();
    assertEquals(List.of(), client.log(last));
    client.rekey(new ConnectionId("vco-A"));
    await("the rekeying in the log", () -> hasRekeyed(client, last));
  }

  private static boolean hasRekeyed(ChannelClient client, long since) {
    try {
      return client.log(since).stream().anyMatch(e -> e.text().contains("rekeyed"));
    } catch (IOException | ChannelException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void stoppingTheHubTellsTheSites() throws Exception {
    Hub running = start();
    site("A", 1);
    await("the tunnel", () -> status(sites.getFirst()) == NegotiationStatus.IPSEC_SA_ESTABLISHED);
    running.close();
    await(
        "the delete at the site",
        () ->
            sites.getFirst().status().connections().getFirst().lastFailure().stream()
                .anyMatch(f -> f.code().equals("ReceiveDeleteNotify")));
  }
}
