package org.vpnhub.cli.internal.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.LoopbackNetwork;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.GatewayPlan;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.SitePlan;

/**
 * Hub and sites of a plan in this process: an engine for each, real IKE and ESP between them over
 * UDP sockets on 127.0.0.1, a simulated host in each prefix. The sites initiate.
 *
 * <p>Belongs to one thread, but {@link #close} may be called from any.
 */
public final class Lab implements AutoCloseable {
  private final NetworkPlan plan;
  private final Function<String, Optional<Secret>> keys;
  private final LabOptions options;
  private final Progress progress;
  private final LoopbackNetwork network = new LoopbackNetwork();
  private final Map<String, LabNode> nodes = new LinkedHashMap<>();
  private final List<IpsecGateway> started = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final SimulatedHosts vpc;
  private final IpsecGateway hub;
  private boolean closed;

  public Lab(
      NetworkPlan plan,
      Function<String, Optional<Secret>> keys,
      LabOptions options,
      Progress progress) {
    this.plan = plan;
    this.keys = keys;
    this.options = options;
    this.progress = progress;
    String name = plan.vpc().name();
    vpc =
        new SimulatedHosts(
            LabNode.prefixes(name, plan.vpc().prefixes(), plan.reachability()),
            plan.vpc().routesToGateway());
    hub = gateway(plan.hub(), false, vpc, EngineOptions.defaults());
    makeSites();
    nodes.put(name, new LabNode(name, vpc, hub, List.of()));
  }

  private void makeSites() {
    Set<Ipv4Address> taken = new HashSet<>(Set.of(plan.hub().address()));
    for (SitePlan site : plan.sites()) {
      if (site.gateway().connections().isEmpty()) {
        faults.add("site " + site.name() + " has no connection that could run");
      } else if (!taken.add(site.gateway().address())) {
        faults.add(
            "site %s is left out: another one has its public address %s, and the lab has no NAT"
                .formatted(site.name(), site.gateway().address()));
      } else {
        SimulatedHosts hosts =
            SimulatedHosts.lan(LabNode.prefixes(site.name(), site.prefixes(), plan.reachability()));
        IpsecGateway engine = gateway(site.gateway(), true, hosts, EngineOptions.small());
        nodes.put(
            site.name(), new LabNode(site.name(), hosts, engine, site.gateway().connections()));
      }
    }
  }

  private IpsecGateway gateway(
      GatewayPlan gatewayPlan, boolean initiate, SimulatedHosts hosts, EngineOptions engine) {
    GatewayPlan own =
        new GatewayPlan(
            gatewayPlan.id(),
            gatewayPlan.name(),
            gatewayPlan.address(),
            gatewayPlan.linkMtu(),
            gatewayPlan.insidePrefixes(),
            gatewayPlan.connections().stream().map(c -> initiating(c, initiate)).toList(),
            gatewayPlan.policyRoutes(),
            gatewayPlan.destinationRoutes());
    return new IpsecGateway(own, keys, network.underlay(gatewayPlan.address()), hosts, engine);
  }

  private static ConnectionPlan initiating(ConnectionPlan c, boolean initiate) {
    return new ConnectionPlan(
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
        c.children(),
        initiate,
        c.dpd(),
        c.natTraversal(),
        c.localBehindNat(),
        c.remoteBehindNat(),
        c.peerPrefixes(),
        c.autoConfigRoute());
  }

  /**
   * Runs everything.
   *
   * @throws IOException when the machine has no sockets to give
   * @throws InterruptedException when it is cancelled
   */
  public LabResult run() throws IOException, InterruptedException {
    start(hub);
    new Tunnels(options, progress).open(sites(), this::start);
    Pings pings = new Pings(plan.reachability(), nodes, progress);
    pings.sendExpected(options);
    if (!pings.all().isEmpty()) faults.addAll(Accounts.check(hub, sites(), pings.all()));
    pings.sendUnexpected(options);
    faults.addAll(Accounts.checkNothingLost(hub, sites()));
    GatewayStatus status = hub.status();
    Optional<LabResult.Throughput> throughput = throughput(pings.all());
    return new LabResult(tunnels(status), pairs(pings.all()), throughput, drops(), faults);
  }

  private void start(IpsecGateway gateway) throws IOException {
    synchronized (started) {
      if (closed) throw new IOException("the lab is closed");
      gateway.start();
      started.add(gateway);
    }
  }

  private List<LabNode> sites() {
    return nodes.values().stream().filter(n -> !n.connections().isEmpty()).toList();
  }

  private Optional<LabResult.Throughput> throughput(List<Pings.Ping> pings)
      throws InterruptedException {
    if (options.throughput().isZero()) return Optional.empty();
    Optional<Pings.Ping> first =
        pings.stream()
            .filter(p -> p.answered && p.expected)
            .filter(p -> p.from.gateway() != hub && p.to.gateway() != hub)
            .findFirst()
            .or(() -> pings.stream().filter(p -> p.answered && p.expected).findFirst());
    if (first.isEmpty()) return Optional.empty();
    return Optional.of(new Bulk(plan, progress).measure(first.get(), options.throughput()));
  }

  private List<LabResult.Tunnel> tunnels(GatewayStatus status) {
    List<LabResult.Tunnel> tunnels = new ArrayList<>();
    for (GatewayStatus.Connection c : status.connections()) {
      tunnels.add(
          new LabResult.Tunnel(
              c.name(),
              c.peer(),
              c.status().wire(),
              c.ikeSuite(),
              c.espSuite(),
              c.packetsIn(),
              c.packetsOut(),
              trouble(c)));
    }
    return tunnels;
  }

  /** The hub's word first, since the responder knows both sides' values; then the site's. */
  private String trouble(GatewayStatus.Connection c) {
    if (c.refused().isPresent()) return "refused: " + c.refused().get();
    if (c.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED) return "";
    Optional<GatewayStatus.Failure> hubs = c.lastFailure();
    if (hubs.isPresent()) return failure("hub", "site", hubs.get());
    for (LabNode site : sites()) {
      Optional<GatewayStatus.Failure> own =
          site.gateway().status().connection(c.id()).flatMap(GatewayStatus.Connection::lastFailure);
      if (own.isPresent()) return failure("site", "hub", own.get());
    }
    return "no answer";
  }

  private static String failure(String here, String there, GatewayStatus.Failure f) {
    return f.code() + " (" + here + ": " + f.local() + "; " + there + ": " + f.remote() + ")";
  }

  private List<LabResult.Pair> pairs(List<Pings.Ping> pings) {
    Map<List<String>, List<Pings.Ping>> byPair = new HashMap<>();
    for (Pings.Ping p : pings) {
      List<String> pair = List.of(p.from.name(), p.to.name());
      byPair.computeIfAbsent(pair, k -> new ArrayList<>()).add(p);
    }
    List<LabResult.Pair> pairs = new ArrayList<>();
    for (ReachabilityCell cell : plan.reachability().cells()) {
      pairs.add(pair(cell, byPair.getOrDefault(List.of(cell.from(), cell.to()), List.of())));
    }
    return pairs;
  }

  private static LabResult.Pair pair(ReachabilityCell cell, List<Pings.Ping> pings) {
    boolean reached = !pings.isEmpty() && pings.stream().allMatch(p -> p.answered);
    List<String> strays =
        pings.stream()
            .filter(p -> p.answered != p.expected)
            .map(p -> p.text() + (p.answered ? " answered" : " not answered"))
            .toList();
    Optional<Long> rtt =
        reached
            ? Optional.of(pings.stream().mapToLong(p -> p.rttMicros).max().orElse(0))
            : Optional.empty();
    return new LabResult.Pair(cell.from(), cell.to(), cell.reachable(), reached, rtt, strays);
  }

  private Map<DropReason, Long> drops() {
    Map<DropReason, Long> sum = new EnumMap<>(DropReason.class);
    for (IpsecGateway g : started) {
      g.status().drops().forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    }
    return sum;
  }

  /** Ends all engines. The peers are in this process, so nobody waits for their answers long. */
  @Override
  public void close() {
    List<IpsecGateway> open;
    synchronized (started) {
      if (closed) return;
      closed = true;
      open = List.copyOf(started);
    }
    List<Thread> closers = new ArrayList<>();
    for (IpsecGateway g : open.subList(Math.min(1, open.size()), open.size())) {
      closers.add(Thread.ofVirtual().start(g::close));
    }
    for (Thread t : closers) join(t);
    if (!open.isEmpty()) open.getFirst().close();
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
